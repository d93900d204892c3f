"""Deletes what has been kept long enough: whatever lies below its guild's watermark.

A sweep over all guilds: for each kind of row it asks once in which guilds there is something to
delete, and deletes it there, guild by guild, in small transactions.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from storage.interface import Expiry
from storage.postgres import retention_in_force, retention_watermark
from storage.postgres.connection import Connection, Database, columns, lock_guilds, row_count
from storage.postgres.leases import OLD_LEASES
from storage.postgres.surrogates import drop_uncounted
from storage.records import Expired, Retention, Shortening
from storage.times import hour_of, to_microseconds
from storage.watermark import watermark_at

# Rows a transaction: other writes of this process wait some 10 ms for it.
_BATCH: Final = 1000
_DAYS_A_BATCH: Final = 50

_POSTS_KEPT: Final = timedelta(days=30)
_SETTINGS_CHANGES_KEPT: Final = timedelta(days=30)
_LEASES_KEPT: Final = timedelta(days=1)

# Deletes a batch in one guild, and says how many rows.
Deletes = Callable[[Connection, int], Awaitable[int]]


class PostgresExpiry(Expiry):
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
        rows = await self._everywhere(_HAS_OLD_ROWS, _delete_rows)
        marks = await self._everywhere(_HAS_OLD_MARKS, partial(_delete, sql=_OLD_MARKS))
        # Before the hours go: forgetting finds a member's days by them.
        await self._everywhere(_HAS_CLOSED_DAYS, _forget_closed_days)
        member_hours = await self._everywhere(_HAS_OLD_MEMBER_HOURS, _delete_member_hours)
        channel_hours = await self._everywhere(_HAS_OLD_HOURS, partial(_delete, sql=_OLD_HOURS))
        for has_old, sql in _THE_REST:
            await self._everywhere(has_old, partial(_delete, sql=sql))
        for sql, kept in (
            (_OLD_POSTS, _POSTS_KEPT),
            (_OLD_CHANGES, _SETTINGS_CHANGES_KEPT),
            (OLD_LEASES, _LEASES_KEPT),
        ):
            await self._database.write(
                partial(_delete_before, sql=sql, moment=to_microseconds(now - kept))
            )
        return Expired(rows, member_hours, channel_hours, marks)

    async def _everywhere(self, has_old: str, delete: Deletes) -> int:
        """Delete in each guild that has something old, until it has no more; return how much."""
        total = 0
        for (guild,) in await self._database.read_long(has_old):
            while done := await self._database.write(partial(_step, guild=guild, delete=delete)):
                total += done
        return total


async def _step(connection: Connection, guild: int, delete: Deletes) -> int:
    await lock_guilds(connection, [guild])
    return await delete(connection, guild)


async def _delete(connection: Connection, guild: int, sql: str) -> int:
    return row_count(await connection.execute(sql, guild, _BATCH))


async def _delete_before(connection: Connection, sql: str, moment: int) -> None:
    await connection.execute(sql, moment)


async def _delete_rows(connection: Connection, guild: int) -> int:
    gone = await connection.fetch(_OLD_ROWS, guild, _BATCH)
    forgotten = [(member, hour_of(message), channel, message) for member, channel, message in gone]
    if forgotten:
        await connection.execute(_FORGET_LAST_COUNTED, guild, *columns(forgotten, 4))
    return len(gone)


async def _forget_closed_days(connection: Connection, guild: int) -> int:
    """Forget who wrote on days that begin to lose their hours, each day as a whole: half of its
    people must not be published as all of them. Returns how many channels' days."""
    days = await connection.fetch(_CLOSED_DAYS, guild, _DAYS_A_BATCH)
    if days:
        await connection.execute(_FORGET_DAYS, guild, *columns(days, 2))
    return len(days)


async def _delete_member_hours(connection: Connection, guild: int) -> int:
    members = await connection.fetch(_OLD_MEMBER_HOURS, guild, _BATCH)
    await drop_uncounted(connection, [(guild, member) for (member,) in members])
    return len(members)


# Where rows lie (ctid) is theirs within a statement. By their keys, a wrong guess of the server's
# at how many there are would make it look at each row for each other one.
_HAS_OLD_ROWS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM channel JOIN message
            ON message.guild = reached.guild AND message.channel = channel.id
            AND message.message < reached.message
        WHERE channel.guild = reached.guild AND NOT detached)
"""
_OLD_ROWS = """
    DELETE FROM message WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT message.ctid
        FROM channel JOIN message ON message.guild = $1 AND message.channel = channel.id
        WHERE channel.guild = $1 AND NOT detached AND message.message < (
            SELECT message FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
    RETURNING member, channel, message
"""
# An hour stays as it is, but does not name a message longer than there is a row of it.
_FORGET_LAST_COUNTED = """
    UPDATE member_hour SET last_counted = 0
    FROM unnest($2::bigint[], $3::integer[], $4::bigint[], $5::bigint[])
        AS gone(member, hour, channel, message)
    WHERE member_hour.guild = $1 AND member_hour.member = gone.member
        AND member_hour.hour = gone.hour AND member_hour.channel = gone.channel
        AND member_hour.last_counted = gone.message
"""
_HAS_OLD_MARKS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM channel JOIN deleted
            ON deleted.guild = reached.guild AND deleted.channel = channel.id
            AND deleted.message < reached.message
        WHERE channel.guild = reached.guild AND NOT detached)
"""
_OLD_MARKS = """
    DELETE FROM deleted WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT deleted.ctid
        FROM channel JOIN deleted ON deleted.guild = $1 AND deleted.channel = channel.id
        WHERE channel.guild = $1 AND NOT detached AND deleted.message < (
            SELECT message FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
_HAS_CLOSED_DAYS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM channel JOIN author_day
            ON author_day.guild = reached.guild AND author_day.channel = channel.id
            AND author_day.day < (reached.member_hour + 23) / 24
        WHERE channel.guild = reached.guild AND NOT detached)
"""
_CLOSED_DAYS = """
    SELECT DISTINCT author_day.channel, author_day.day
    FROM channel JOIN author_day ON author_day.guild = $1 AND author_day.channel = channel.id
    WHERE channel.guild = $1 AND NOT detached AND author_day.day < (
        SELECT (member_hour + 23) / 24 FROM retention_watermark WHERE guild = $1)
    LIMIT $2
"""
_FORGET_DAYS = """
    DELETE FROM author_day USING unnest($2::bigint[], $3::integer[]) AS closed(channel, day)
    WHERE author_day.guild = $1 AND author_day.channel = closed.channel
        AND author_day.day = closed.day
"""
_HAS_OLD_MEMBER_HOURS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM member JOIN member_hour
            ON member_hour.guild = reached.guild AND member_hour.member = member.id
            AND member_hour.hour < reached.member_hour
        WHERE member.guild = reached.guild)
"""
_OLD_MEMBER_HOURS = """
    DELETE FROM member_hour WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT member_hour.ctid
        FROM member JOIN member_hour ON member_hour.guild = $1 AND member_hour.member = member.id
        WHERE member.guild = $1 AND member_hour.hour < (
            SELECT member_hour FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
    RETURNING member
"""
_HAS_OLD_HOURS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM channel JOIN channel_hour
            ON channel_hour.guild = reached.guild AND channel_hour.channel = channel.id
            AND channel_hour.hour < reached.channel_hour
        WHERE channel.guild = reached.guild AND NOT detached)
"""
_OLD_HOURS = """
    DELETE FROM channel_hour WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT channel_hour.ctid
        FROM channel JOIN channel_hour
            ON channel_hour.guild = $1 AND channel_hour.channel = channel.id
        WHERE channel.guild = $1 AND NOT detached AND channel_hour.hour < (
            SELECT channel_hour FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
_HAS_OLD_PUBLISHED = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM published_day
        WHERE published_day.guild = reached.guild
            AND published_day.day < reached.channel_hour / 24)
"""
_OLD_PUBLISHED = """
    DELETE FROM published_day WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT published_day.ctid FROM published_day
        WHERE guild = $1 AND day < (
            SELECT channel_hour / 24 FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
# What was noted long ago goes also if it is about a time that is still to come.
_HAS_OLD_NOTES = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM note
        WHERE note.guild = reached.guild
            AND least(note.at, note.set_at) < reached.channel_hour * 3600000000)
"""
_OLD_NOTES = """
    DELETE FROM note WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT note.ctid FROM note
        WHERE guild = $1 AND least(at, set_at) < (
            SELECT channel_hour * 3600000000 FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
_HAS_OLD_ALERT_POSTS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM alert_post
        WHERE alert_post.guild = reached.guild
            AND alert_post.noted_at < reached.channel_hour * 3600000000)
"""
_OLD_ALERT_POSTS = """
    DELETE FROM alert_post WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT alert_post.ctid FROM alert_post
        WHERE guild = $1 AND noted_at < (
            SELECT channel_hour * 3600000000 FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
# Where a channel changes its model is of use as long as there are hours of before.
_HAS_OLD_READINGS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM read_again
        WHERE read_again.guild = reached.guild
            AND read_again.since <= reached.channel_hour * 3600000000)
"""
_OLD_READINGS = """
    DELETE FROM read_again WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT read_again.ctid FROM read_again
        WHERE guild = $1 AND since <= (
            SELECT channel_hour * 3600000000 FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
# What Discord's machines number within a millisecond is all ones only here: then it is done.
_HAS_OLD_POSITIONS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM channel
        WHERE channel.guild = reached.guild AND NOT detached AND contiguous > 0
            AND contiguous < reached.message - 1 AND ~contiguous & 4194303 <> 0)
"""
_OLD_POSITIONS = """
    UPDATE channel SET contiguous = (
        SELECT message - 1 FROM retention_watermark WHERE guild = $1)
    WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT ctid FROM channel
        WHERE guild = $1 AND NOT detached AND contiguous > 0
            AND contiguous < (SELECT message - 1 FROM retention_watermark WHERE guild = $1)
            AND ~contiguous & 4194303 <> 0
        LIMIT $2))
"""
# Every table that refers to a channel, but for those whose rows go with it. A position below the
# watermark tells nothing: no older message is stored. What is detached is the sweeper's.
_HAS_EMPTY_CHANNELS = """
    SELECT DISTINCT channel.guild
    FROM channel JOIN retention_watermark AS reached ON reached.guild = channel.guild
    WHERE NOT detached AND contiguous < reached.message
        AND NOT EXISTS (SELECT 1 FROM message
            WHERE message.guild = channel.guild AND message.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM deleted
            WHERE deleted.guild = channel.guild AND deleted.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM channel_hour
            WHERE channel_hour.guild = channel.guild AND channel_hour.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM member_hour
            WHERE member_hour.guild = channel.guild AND member_hour.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM author_day
            WHERE author_day.guild = channel.guild AND author_day.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM published_day
            WHERE published_day.guild = channel.guild AND published_day.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM note
            WHERE note.guild = channel.guild AND note.channel = channel.id)
"""
_EMPTY_CHANNELS = """
    DELETE FROM channel WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT channel.ctid
        FROM channel JOIN retention_watermark AS reached ON reached.guild = channel.guild
        WHERE channel.guild = $1 AND NOT detached AND contiguous < reached.message
            AND NOT EXISTS (SELECT 1 FROM message
                WHERE message.guild = $1 AND message.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM deleted
                WHERE deleted.guild = $1 AND deleted.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM channel_hour
                WHERE channel_hour.guild = $1 AND channel_hour.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM member_hour
                WHERE member_hour.guild = $1 AND member_hour.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM author_day
                WHERE author_day.guild = $1 AND author_day.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM published_day
                WHERE published_day.guild = $1 AND published_day.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM note
                WHERE note.guild = $1 AND note.channel = channel.id)
        LIMIT $2))
"""
_THE_REST: Final = (
    (_HAS_OLD_PUBLISHED, _OLD_PUBLISHED),
    (_HAS_OLD_NOTES, _OLD_NOTES),
    (_HAS_OLD_ALERT_POSTS, _OLD_ALERT_POSTS),
    (_HAS_OLD_READINGS, _OLD_READINGS),
    (_HAS_OLD_POSITIONS, _OLD_POSITIONS),
    (_HAS_EMPTY_CHANNELS, _EMPTY_CHANNELS),
)
# Of all guilds: few rows each.
_OLD_POSTS = "DELETE FROM post WHERE begun_at < $1"
_OLD_CHANGES = "DELETE FROM settings_change WHERE at < $1"
