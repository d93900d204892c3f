"""The table of privacy requests (`wish`): who is to be left out, and what was erased for good.

A request is carried out and remembered in one transaction. There is no journal beside the database
as there is with SQLite: whoever restores a backup of the server's restores the requests of that
time (docs/postgresql.md says how to lose none).
"""

from __future__ import annotations

from storage.ids import check_ids
from storage.postgres.connection import Connection, Database, row_count
from storage.postgres.erasure import erase_guild, erase_member
from storage.postgres.notes import erase_notes
from storage.postgres.settings_changes import forget_author
from storage.pseudonyms import WHOLE_GUILD, Pseudonyms
from storage.times import last_of_millisecond

_OPT_IN = """
    UPDATE wish SET opted_out = false, erased_up_to = greatest(erased_up_to, $2)
    WHERE member = $1 AND opted_out
"""
_FIND_MEMBER = "SELECT id FROM member WHERE guild = $1 AND identity = $2"
# What is left of a detached channel was erased before.
_NEWEST_MESSAGE = """
    SELECT coalesce(max(message.message), 0)
    FROM member_hour AS mine
        JOIN channel ON channel.guild = $1 AND channel.id = mine.channel
        JOIN message ON message.guild = $1 AND message.channel = mine.channel
            AND message.message >= (mine.hour * 3600000::bigint - 1420070400000) << 22
            AND message.message < ((mine.hour + 1) * 3600000::bigint - 1420070400000) << 22
            AND message.member = $2
    WHERE mine.guild = $1 AND mine.member = $2 AND NOT detached
"""
_REMEMBER = """
    INSERT INTO wish VALUES ($1, $2, $3)
    ON CONFLICT (member) DO UPDATE SET opted_out = wish.opted_out OR excluded.opted_out,
        erased_up_to = greatest(wish.erased_up_to, excluded.erased_up_to)
"""


class PrivacyRequests:
    """Carries requests out, each in one transaction."""

    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    async def erase_member(self, guild: int, user: int, moment: int, *, opt_out: bool) -> int:
        """Erase what is kept of the member up to this snowflake; return how many messages.

        Raises `StorageError` when it could not be done.
        """
        check_ids(guild, user)
        pseudonym = self._pseudonyms.of(guild, user)

        async def work(connection: Connection) -> int:
            erased, up_to = 0, moment
            member = await connection.fetchval(_FIND_MEMBER, guild, pseudonym)
            if member is not None:
                newest = await connection.fetchval(_NEWEST_MESSAGE, guild, member)
                # Not the message's own id: this stays when the message is gone.
                up_to = max(up_to, last_of_millisecond(newest))
                erased = await erase_member(connection, guild, member)
            await erase_notes(connection, guild, pseudonym)
            await forget_author(connection, guild, pseudonym)
            await connection.execute(_REMEMBER, pseudonym, opt_out, up_to)
            return erased

        return await self._database.write(work, [guild])

    async def opt_in(self, guild: int, user: int, moment: int) -> bool:
        """Whether there was an opt-out to take back: who never opted out leaves no trace."""
        check_ids(guild, user)
        pseudonym = self._pseudonyms.of(guild, user)

        async def work(connection: Connection) -> int:
            return row_count(await connection.execute(_OPT_IN, pseudonym, moment))

        return bool(await self._database.write(work, [guild]))

    async def erase_guild(self, guild: int, moment: int) -> None:
        """Erase the whole guild at this snowflake."""
        check_ids(guild)
        pseudonym = self._pseudonyms.of(guild, WHOLE_GUILD)

        async def work(connection: Connection) -> None:
            await erase_guild(connection, guild)
            await connection.execute(_REMEMBER, pseudonym, False, moment)

        await self._database.write(work, [guild])
