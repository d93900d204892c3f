"""Which guild gets a digest, where and when, and up to when it has told."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from storage.chosen_json import digest_difference
from storage.ids import check_ids
from storage.interface import Digests
from storage.pseudonyms import Pseudonyms
from storage.records import ChangedBy, Digest
from storage.rows.digests import digest_of, digest_row
from storage.sqlite.connection import Database
from storage.sqlite.settings_changes import note_changes
from storage.times import to_microseconds


class SQLiteDigests(Digests):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    GUILDS = "SELECT guild FROM digest"

    async def guilds(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.GUILDS))

    GET = """
        SELECT guild, target, weekday, hour, only_unusual, told_until FROM digest WHERE guild = ?
    """

    async def get(self, guild_id: int) -> Digest | None:
        for row in await self._database.read(self.GET, (guild_id,)):
            return digest_of(row)
        return None

    SET = "INSERT OR REPLACE INTO digest VALUES (?, ?, ?, ?, ?, ?)"

    async def set(self, digest: Digest, by: ChangedBy | None = None) -> None:
        row, guild = digest_row(digest), digest.guild_id
        check_ids(None if by is None else by.user_id)

        def work(connection: sqlite3.Connection) -> None:
            found = connection.execute(self.GET, (guild,)).fetchone()
            connection.execute(self.SET, row)
            changed = digest_difference(None if found is None else digest_of(found), digest)
            note_changes(connection, guild, changed, by, self._pseudonyms)

        await self._database.write(work)

    # Another digest may have been set meanwhile: that has told nothing yet.
    TOLD = "UPDATE digest SET told_until = ?3 WHERE guild = ?1 AND told_until = ?2"

    async def told(self, digest: Digest, until: datetime) -> bool:
        row = (digest.guild_id, to_microseconds(digest.told_until), to_microseconds(until))
        return bool(await self._database.write(lambda c: c.execute(self.TOLD, row).rowcount))

    REMOVE = """
        DELETE FROM digest WHERE guild = ?
        RETURNING guild, target, weekday, hour, only_unusual, told_until
    """

    async def remove(self, guild_id: int, by: ChangedBy | None = None) -> bool:
        check_ids(guild_id, None if by is None else by.user_id)

        def work(connection: sqlite3.Connection) -> bool:
            found = connection.execute(self.REMOVE, (guild_id,)).fetchone()
            if found is not None:
                changed = digest_difference(digest_of(found), None)
                note_changes(connection, guild_id, changed, by, self._pseudonyms)
            return found is not None

        return await self._database.write(work)


_REMOVE_FROM = "DELETE FROM digest WHERE guild = ? AND target = ?"


def remove_from(connection: sqlite3.Connection, guild: int, target: int) -> None:
    """Remove the digest that is posted in this channel or thread, which is gone."""
    connection.execute(_REMOVE_FROM, (guild, target))
