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
from storage.postgres.arrays import columns
from storage.postgres.connection import Connection, Database, row_count
from storage.postgres.leases import OLD_LEASES
from storage.postgres.old_rows import (
    CLOSED_DAYS,
    FORGET_DAYS,
    FORGET_LAST_COUNTED,
    HAS_CLOSED_DAYS,
    HAS_OLD_HOURS,
    HAS_OLD_MARKS,
    HAS_OLD_MEMBER_HOURS,
    HAS_OLD_ROWS,
    OLD_CHANGES,
    OLD_HOURS,
    OLD_MARKS,
    OLD_MEMBER_HOURS,
    OLD_POSTS,
    OLD_ROWS,
    THE_REST,
)
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

# Deletes a batch in one guild, which is locked, and says how many rows.
Deletes = Callable[..., Awaitable[int]]


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
        await retention_watermark.advance(self._database, general, own)
        rows = await self._everywhere(HAS_OLD_ROWS, _delete_rows)
        marks = await self._everywhere(HAS_OLD_MARKS, partial(_delete, sql=OLD_MARKS))
        # Before the hours go: forgetting finds a member's days by them.
        await self._everywhere(HAS_CLOSED_DAYS, _forget_closed_days)
        member_hours = await self._everywhere(HAS_OLD_MEMBER_HOURS, _delete_member_hours)
        channel_hours = await self._everywhere(HAS_OLD_HOURS, partial(_delete, sql=OLD_HOURS))
        for has_old, sql in THE_REST:
            await self._everywhere(has_old, partial(_delete, sql=sql))
        for sql, kept in (
            (OLD_POSTS, _POSTS_KEPT),
            (OLD_CHANGES, _SETTINGS_CHANGES_KEPT),
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
            step = partial(delete, guild=guild)
            while done := await self._database.write(step, [guild]):
                total += done
        return total


async def _delete(connection: Connection, guild: int, sql: str) -> int:
    return row_count(await connection.execute(sql, guild, _BATCH))


async def _delete_before(connection: Connection, sql: str, moment: int) -> None:
    await connection.execute(sql, moment)


async def _delete_rows(connection: Connection, guild: int) -> int:
    gone = await connection.fetch(OLD_ROWS, guild, _BATCH)
    forgotten = [(member, hour_of(message), channel, message) for member, channel, message in gone]
    if forgotten:
        await connection.execute(FORGET_LAST_COUNTED, guild, *columns(forgotten, 4))
    return len(gone)


async def _forget_closed_days(connection: Connection, guild: int) -> int:
    """Forget who wrote on days that begin to lose their hours, each day as a whole: half of its
    people must not be published as all of them. Returns how many channels' days."""
    days = await connection.fetch(CLOSED_DAYS, guild, _DAYS_A_BATCH)
    if days:
        await connection.execute(FORGET_DAYS, guild, *columns(days, 2))
    return len(days)


async def _delete_member_hours(connection: Connection, guild: int) -> int:
    members = await connection.fetch(OLD_MEMBER_HOURS, guild, _BATCH)
    await drop_uncounted(connection, [(guild, member) for (member,) in members])
    return len(members)
