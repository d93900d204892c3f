"""Deletes what has been kept long enough."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from storage.records import Expired
from storage.sqlite import retention_watermark
from storage.sqlite.daily_authors import freeze
from storage.sqlite.retention_watermark import Horizon
from storage.sqlite.surrogates import DROP_MEMBER
from storage.times import HOURS_A_DAY, first_snowflake, hour_at

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import datetime

    from storage.records import Retention
    from storage.sqlite.connection import Database

# Rows a transaction: other writes wait some 10 ms for it.
_BATCH: Final = 1000
_DAYS_A_BATCH: Final = 50


class Expiry:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def expire(self, now: datetime, retention: Retention) -> Expired:
        """Delete what is older than its period, in small transactions with room between them.

        From the first of them on, nothing about messages older than the rows' period is taken in
        any more: their rows are gone, and they would be counted twice. An hour goes as a whole,
        once it is over for the whole period. When a member's hours are gone, the channel's are
        anonymous: edits, deletions and forgetting do not change them.

        Can be stopped and begun again at any point. Raises `InvalidInputError` for a time
        without a time zone, `StorageError` when the file cannot be written.
        """
        reached = Horizon(
            first_snowflake(now - timedelta(days=retention.rows_days)),
            hour_at(now - timedelta(days=retention.member_days)),
            hour_at(now - timedelta(days=retention.channel_days)),
        )
        reached = await self._database.write(lambda c: retention_watermark.advance(c, reached))
        first_channel_day = reached.channel_hour // HOURS_A_DAY
        rows = await self._repeat(lambda c: _delete(c, _OLD_ROWS, reached.message))
        marks = await self._repeat(lambda c: _delete(c, _OLD_MARKS, reached.message))
        # Before the hours go: forgetting finds a member's days by them.
        await self._repeat(lambda c: freeze(c, reached, _DAYS_A_BATCH))
        member_hours = await self._repeat(lambda c: _delete_member_hours(c, reached.member_hour))
        channel_hours = await self._repeat(lambda c: _delete(c, _OLD_HOURS, reached.channel_hour))
        await self._repeat(lambda c: _delete(c, _OLD_DAYS, first_channel_day))
        return Expired(rows, member_hours, channel_hours, marks)

    async def _repeat(self, work: Callable[[sqlite3.Connection], int]) -> int:
        total = 0
        while done := await self._database.erase(work):
            total += done
        return total


# The outer loop over few channels or members makes each search a range of the primary key.
_OLD_ROWS = """
    DELETE FROM message WHERE (channel, message) IN (
        SELECT message.channel, message.message
        FROM channel CROSS JOIN message
            ON message.channel = channel.id AND message.message < ?
        LIMIT ?)
"""
_OLD_MARKS = """
    DELETE FROM deleted WHERE (channel, message) IN (
        SELECT deleted.channel, deleted.message
        FROM channel CROSS JOIN deleted
            ON deleted.channel = channel.id AND deleted.message < ?
        LIMIT ?)
"""
_OLD_HOURS = """
    DELETE FROM channel_hour WHERE (channel, hour) IN (
        SELECT channel_hour.channel, channel_hour.hour
        FROM channel CROSS JOIN channel_hour
            ON channel_hour.channel = channel.id AND channel_hour.hour < ?
        LIMIT ?)
"""
_OLD_DAYS = """
    DELETE FROM channel_day WHERE (channel, day) IN (
        SELECT channel_day.channel, channel_day.day
        FROM channel CROSS JOIN channel_day
            ON channel_day.channel = channel.id AND channel_day.day < ?
        LIMIT ?)
"""
_OLD_MEMBER_HOURS = """
    DELETE FROM member_hour WHERE (member, hour, channel) IN (
        SELECT member_hour.member, member_hour.hour, member_hour.channel
        FROM member CROSS JOIN member_hour
            ON member_hour.member = member.id AND member_hour.hour < ?
        LIMIT ?)
    RETURNING member
"""


def _delete(connection: sqlite3.Connection, sql: str, before: int) -> int:
    return connection.execute(sql, (before, _BATCH)).rowcount


def _delete_member_hours(connection: sqlite3.Connection, before: int) -> int:
    members = connection.execute(_OLD_MEMBER_HOURS, (before, _BATCH)).fetchall()
    connection.executemany(DROP_MEMBER, set(members))
    return len(members)
