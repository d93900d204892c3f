"""Deletes what has been kept long enough: whatever lies below its guild's watermark."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Final

from storage.interface import Expiry
from storage.records import Expired, Retention, Shortening
from storage.sqlite import retention_in_force, retention_watermark
from storage.sqlite.connection import Database
from storage.sqlite.daily_authors import forget_closed_days
from storage.sqlite.leases import OLD_LEASES
from storage.sqlite.settings_changes import OLD_CHANGES
from storage.sqlite.surrogates import DROP_MEMBER
from storage.times import hour_of, to_microseconds
from storage.watermark import LEASES_KEPT, POSTS_KEPT, SETTINGS_CHANGES_KEPT, watermark_at

# Rows a transaction: other writes wait some 10 ms for it.
_BATCH: Final = 1000
_DAYS_A_BATCH: Final = 50


class SQLiteExpiry(Expiry):
    def __init__(self, database: Database) -> None:
        self._database = database

    async def in_force(
        self, now: datetime, chosen: Retention
    ) -> tuple[Retention, Shortening | None]:
        return await self._database.write(lambda c: retention_in_force.settle(c, now, chosen))

    async def expire(
        self,
        now: datetime,
        retention: Retention,
        of_guilds: Mapping[int, Retention] | None = None,
    ) -> Expired:
        general = watermark_at(now, retention)
        own = {guild: watermark_at(now, its) for guild, its in (of_guilds or {}).items()}
        await self._database.write(lambda c: retention_watermark.advance(c, general, own))
        rows = await self._repeat(_delete_rows)
        marks = await self._repeat(partial(_delete, sql=_OLD_MARKS))
        # Before the hours go: forgetting finds a member's days by them.
        await self._repeat(partial(forget_closed_days, most=_DAYS_A_BATCH))
        member_hours = await self._repeat(_delete_member_hours)
        channel_hours = await self._repeat(partial(_delete, sql=_OLD_HOURS))
        await self._repeat(partial(_delete, sql=_OLD_GUILD_HOURS))
        await self._repeat(partial(_delete, sql=_OLD_MOST))
        await self._repeat(partial(_delete, sql=_OLD_PUBLISHED))
        await self._repeat(partial(_delete, sql=_OLD_NOTES))
        await self._repeat(partial(_delete, sql=_OLD_ALERT_POSTS))
        await self._repeat(partial(_delete, sql=_OLD_READINGS))
        await self._repeat(partial(_delete, sql=_OLD_POSITIONS))
        await self._repeat(partial(_delete, sql=_EMPTY_CHANNELS))
        oldest_post = to_microseconds(now - POSTS_KEPT)
        await self._database.write(lambda c: c.execute(_OLD_POSTS, (oldest_post,)))
        oldest_change = to_microseconds(now - SETTINGS_CHANGES_KEPT)
        await self._repeat(lambda c: c.execute(OLD_CHANGES, (oldest_change, _BATCH)).rowcount)
        oldest_lease = to_microseconds(now - LEASES_KEPT)
        await self._database.write(lambda c: c.execute(OLD_LEASES, (oldest_lease,)))
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
        FROM channel CROSS JOIN retention_watermark AS reached ON reached.guild = channel.guild
            CROSS JOIN message
            ON message.channel = channel.id AND message.message < reached.message
        LIMIT ?)
    RETURNING member, channel, message
"""
# An hour stays as it is, but does not name a message longer than there is a row of it.
_FORGET_LAST_COUNTED = """
    UPDATE member_hour SET last_counted = 0
    WHERE member = ?1 AND hour = ?2 AND channel = ?3 AND last_counted = ?4
"""
_OLD_MARKS = """
    DELETE FROM deleted WHERE (channel, message) IN (
        SELECT deleted.channel, deleted.message
        FROM channel CROSS JOIN retention_watermark AS reached ON reached.guild = channel.guild
            CROSS JOIN deleted
            ON deleted.channel = channel.id AND deleted.message < reached.message
        LIMIT ?)
"""
_OLD_HOURS = """
    DELETE FROM channel_hour WHERE (channel, hour) IN (
        SELECT channel_hour.channel, channel_hour.hour
        FROM channel CROSS JOIN retention_watermark AS reached ON reached.guild = channel.guild
            CROSS JOIN channel_hour
            ON channel_hour.channel = channel.id AND channel_hour.hour < reached.channel_hour
        LIMIT ?)
"""
_OLD_GUILD_HOURS = """
    DELETE FROM guild_hour WHERE (guild, hour) IN (
        SELECT guild_hour.guild, guild_hour.hour
        FROM retention_watermark AS reached CROSS JOIN guild_hour
            ON guild_hour.guild = reached.guild AND guild_hour.hour < reached.channel_hour
        LIMIT ?)
"""
# Who wrote most is not told of hours whose members' hours are gone.
_OLD_MOST = """
    UPDATE guild_hour SET most = NULL WHERE (guild, hour) IN (
        SELECT guild_hour.guild, guild_hour.hour
        FROM retention_watermark AS reached CROSS JOIN guild_hour
            INDEXED BY guild_hour_most
            ON guild_hour.guild = reached.guild AND guild_hour.hour < reached.member_hour
        WHERE most IS NOT NULL
        LIMIT ?)
"""
_OLD_PUBLISHED = """
    DELETE FROM published_day WHERE (channel, day) IN (
        SELECT published_day.channel, published_day.day
        FROM channel CROSS JOIN retention_watermark AS reached ON reached.guild = channel.guild
            CROSS JOIN published_day
            ON published_day.channel = channel.id
            AND published_day.day < reached.channel_hour / 24
        LIMIT ?)
"""
# What was noted long ago goes also if it is about a time that is still to come.
_OLD_NOTES = """
    DELETE FROM note WHERE id IN (
        SELECT note.id
        FROM retention_watermark AS reached CROSS JOIN note ON note.guild = reached.guild
        WHERE min(note.at, note.set_at) < reached.channel_hour * 3600000000
        LIMIT ?)
"""
_OLD_ALERT_POSTS = """
    DELETE FROM alert_post WHERE id IN (
        SELECT alert_post.id
        FROM retention_watermark AS reached CROSS JOIN alert_post
            ON alert_post.guild = reached.guild
            AND alert_post.noted_at < reached.channel_hour * 3600000000
        LIMIT ?)
"""
# Where a channel changes its model is of use as long as there are hours of before.
_OLD_READINGS = """
    DELETE FROM read_again WHERE (channel, since) IN (
        SELECT read_again.channel, read_again.since
        FROM channel CROSS JOIN retention_watermark AS reached ON reached.guild = channel.guild
            CROSS JOIN read_again
            ON read_again.channel = channel.id
            AND read_again.since <= reached.channel_hour * 3600000000
        LIMIT ?)
"""
# What Discord's machines number within a millisecond is all ones only here: then it is done.
_OLD_POSITIONS = """
    UPDATE channel SET contiguous = (
        SELECT reached.message - 1 FROM retention_watermark AS reached
        WHERE reached.guild = channel.guild)
    WHERE id IN (
        SELECT channel.id
        FROM channel JOIN retention_watermark AS reached ON reached.guild = channel.guild
        WHERE contiguous > 0 AND contiguous < reached.message - 1 AND ~contiguous & 0x3fffff
        LIMIT ?)
"""
# Every table that refers to a channel, but for those whose rows go with it. A position below the
# watermark tells nothing: no older message is stored. What is left of a deleted channel (of guild
# 0) is the sweeper's.
_EMPTY_CHANNELS = """
    DELETE FROM channel WHERE id IN (
        SELECT channel.id
        FROM channel JOIN retention_watermark AS reached ON reached.guild = channel.guild
        WHERE channel.guild <> 0 AND contiguous < reached.message
            AND NOT EXISTS (SELECT 1 FROM message WHERE message.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM deleted WHERE deleted.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM channel_hour WHERE channel_hour.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM member_hour WHERE member_hour.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM author_day WHERE author_day.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM published_day WHERE published_day.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM note WHERE note.channel = channel.id)
        LIMIT ?)
"""
_OLD_POSTS = "DELETE FROM post WHERE begun_at < ?"
_OLD_MEMBER_HOURS = """
    DELETE FROM member_hour WHERE (member, hour, channel) IN (
        SELECT member_hour.member, member_hour.hour, member_hour.channel
        FROM member CROSS JOIN retention_watermark AS reached ON reached.guild = member.guild
            CROSS JOIN member_hour
            ON member_hour.member = member.id AND member_hour.hour < reached.member_hour
        LIMIT ?)
    RETURNING member
"""


def _delete(connection: sqlite3.Connection, sql: str) -> int:
    return connection.execute(sql, (_BATCH,)).rowcount


def _delete_rows(connection: sqlite3.Connection) -> int:
    gone = connection.execute(_OLD_ROWS, (_BATCH,)).fetchall()
    connection.executemany(
        _FORGET_LAST_COUNTED,
        [(member, hour_of(message), channel, message) for member, channel, message in gone],
    )
    return len(gone)


def _delete_member_hours(connection: sqlite3.Connection) -> int:
    members = connection.execute(_OLD_MEMBER_HOURS, (_BATCH,)).fetchall()
    connection.executemany(DROP_MEMBER, set(members))
    return len(members)
