"""What members say about their own data. The list of who said so is read and written only here."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from storage.records import PrivacyStatus, snowflake_time
from storage.times import last_snowflake

if TYPE_CHECKING:
    import sqlite3

    from storage.database import Database

_EVERYTHING: Final = 2**63 - 1


class Privacy:
    """A member's wishes in one guild.

    `at` is when the member asked (aware; now by default). No message sent up to then, and none
    that was erased, is ever stored again, however late a copy of it comes. Raises `StorageError`
    when the wish could not be written: then nothing of it holds.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def opt_out(self, guild_id: int, user_id: int, at: datetime | None = None) -> int:
        """Erase the member's messages, stop counting them; return how many were erased."""
        moment = last_snowflake(at or datetime.now(UTC))
        return await self._database.write(
            lambda connection: _erase(connection, guild_id, user_id, moment, opted_out=True)
        )

    async def forget(self, guild_id: int, user_id: int, at: datetime | None = None) -> int:
        """Erase the member's messages so far; return how many. An opt-out stays as it is."""
        moment = last_snowflake(at or datetime.now(UTC))
        return await self._database.write(
            lambda connection: _erase(connection, guild_id, user_id, moment, opted_out=False)
        )

    OPT_IN = """
        UPDATE privacy SET opted_out = 0, erased_up_to = max(erased_up_to, ?3)
        WHERE guild = ?1 AND user = ?2 AND opted_out = 1
    """

    async def opt_in(self, guild_id: int, user_id: int, at: datetime | None = None) -> None:
        """Count what the member sends from now on; what they sent while opted out stays out."""
        asked = (guild_id, user_id, last_snowflake(at or datetime.now(UTC)))
        await self._database.write(lambda connection: connection.execute(self.OPT_IN, asked))

    STATUS = """
        SELECT
            coalesce((SELECT opted_out FROM privacy WHERE guild = ?1 AND user = ?2), 0),
            count(*), min(message), max(message)
        FROM message_of_member
        WHERE member = (SELECT id FROM member WHERE guild = ?1 AND snowflake = ?2)
    """

    async def status(self, guild_id: int, user_id: int) -> PrivacyStatus:
        """What is stored of the member now."""
        ((opted_out, messages, first, last),) = await self._database.read(
            self.STATUS, (guild_id, user_id)
        )
        return PrivacyStatus(
            bool(opted_out),
            messages,
            None if first is None else snowflake_time(first),
            None if last is None else snowflake_time(last),
        )


_BARRED_UP_TO = "SELECT opted_out, erased_up_to FROM privacy WHERE guild = ? AND user = ?"


def barred_up_to(connection: sqlite3.Connection, guild_id: int, user_id: int) -> int:
    """The highest message id of this member that must not be stored; 0 when all may be."""
    wish = connection.execute(_BARRED_UP_TO, (guild_id, user_id)).fetchone()
    if wish is None:
        return 0
    opted_out, erased_up_to = wish
    return _EVERYTHING if opted_out else int(erased_up_to)


_REMEMBER = """
    INSERT INTO privacy
    SELECT ?1, ?2, ?3, max(?4, coalesce(max(message), 0))
    FROM message_of_member
    WHERE member = (SELECT id FROM member WHERE guild = ?1 AND snowflake = ?2)
    ON CONFLICT DO UPDATE SET opted_out = max(opted_out, excluded.opted_out),
        erased_up_to = max(erased_up_to, excluded.erased_up_to)
"""
_FIND_MEMBER = "SELECT id FROM member WHERE guild = ? AND snowflake = ?"
# The member's own rollup says exactly what to take from the channels'.
_SUBTRACT = """
    UPDATE channel_hour SET
        negative = channel_hour.negative - mine.negative,
        neutral = channel_hour.neutral - mine.neutral,
        positive = channel_hour.positive - mine.positive,
        unsure = channel_hour.unsure - mine.unsure,
        not_scored = channel_hour.not_scored - mine.not_scored,
        mood_sum = channel_hour.mood_sum - mine.mood_sum,
        mood_sum_squares = channel_hour.mood_sum_squares - mine.mood_sum_squares
    FROM member_hour AS mine
    WHERE mine.member = ?
        AND channel_hour.channel = mine.channel AND channel_hour.hour = mine.hour
"""
_DROP_EMPTY = """
    DELETE FROM channel_hour
    WHERE (channel, hour) IN (SELECT channel, hour FROM member_hour WHERE member = ?)
        AND negative + neutral + positive + unsure + not_scored = 0
"""
_DELETE_MESSAGES = """
    DELETE FROM message
    WHERE (channel, message) IN (SELECT channel, message FROM message_of_member WHERE member = ?)
"""
_DELETE_ROLLUPS = "DELETE FROM member_hour WHERE member = ?"
_DELETE_MEMBER = "DELETE FROM member WHERE id = ?"


def _erase(
    connection: sqlite3.Connection, guild_id: int, user_id: int, moment: int, *, opted_out: bool
) -> int:
    connection.execute(_REMEMBER, (guild_id, user_id, opted_out, moment))
    member = connection.execute(_FIND_MEMBER, (guild_id, user_id)).fetchone()
    if member is None:
        return 0
    connection.execute(_SUBTRACT, member)
    connection.execute(_DROP_EMPTY, member)
    erased = connection.execute(_DELETE_MESSAGES, member).rowcount
    # Last: the messages are found by the member's hours.
    connection.execute(_DELETE_ROLLUPS, member)
    connection.execute(_DELETE_MEMBER, member)
    return erased
