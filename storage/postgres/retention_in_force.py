"""For how long things are kept now: a choice that would delete more waits for a week first.

Of the whole bot: what is counted here is counted over all guilds.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from storage.postgres.connection import Connection
from storage.records import SHORTENING_WAITS, Retention, Shortening
from storage.times import from_microseconds, to_microseconds
from storage.watermark import watermark_at

# "Barr": the number of the advisory lock; other processes settle it as well.
_SETTLING: Final = 0x42617272

_LOCK = "SELECT pg_advisory_xact_lock($1, 0)"
_LOAD = """
    SELECT rows_days, member_days, channel_days,
        next_rows_days, next_member_days, next_channel_days, next_from
    FROM retention_in_force
"""
_SAVE = """
    UPDATE retention_in_force SET rows_days = $1, member_days = $2, channel_days = $3,
        next_rows_days = $4, next_member_days = $5, next_channel_days = $6, next_from = $7
"""


async def settle(
    connection: Connection, now: datetime, chosen: Retention
) -> tuple[Retention, Shortening | None]:
    """What is in force now, given what is `chosen`, and what waits; both are stored."""
    await connection.execute(_LOCK, _SETTLING)
    kept, coming = await look(connection, now, chosen)
    following = (None,) * 4 if coming is None else (*_days(chosen), to_microseconds(coming.at))
    await connection.execute(_SAVE, *_days(kept), *following)
    return kept, coming


async def look(
    connection: Connection, now: datetime, chosen: Retention
) -> tuple[Retention, Shortening | None]:
    """The same, and nothing is changed."""
    row = await connection.fetchrow(_LOAD)
    before = Retention(*row[:3])
    due = None if row[6] is None else from_microseconds(row[6])
    if due is not None and Retention(*row[3:6]) != chosen:
        due = None
    kept = before.longer(chosen)
    if kept == chosen:
        return chosen, None
    counts = await _lost(connection, now, kept, chosen)
    if not any(counts) or (due is not None and now >= due):
        return chosen, None
    return kept, Shortening(due or now + SHORTENING_WAITS, *counts)


_ROWS = "SELECT count(*) FROM message WHERE message >= $1 AND message < $2"
_MEMBER_HOURS = "SELECT count(*) FROM member_hour WHERE hour >= $1 AND hour < $2"
_CHANNEL_HOURS = "SELECT count(*) FROM channel_hour WHERE hour >= $1 AND hour < $2"


async def _lost(
    connection: Connection, now: datetime, kept: Retention, chosen: Retention
) -> tuple[int, int, int]:
    """How many rows, hours of members and hours of channels only the shorter one deletes."""
    old, new = watermark_at(now, kept), watermark_at(now, chosen)
    rows = await connection.fetchval(_ROWS, old.message, new.message)
    member_hours = await connection.fetchval(_MEMBER_HOURS, old.member_hour, new.member_hour)
    channel_hours = await connection.fetchval(_CHANNEL_HOURS, old.channel_hour, new.channel_hour)
    return rows, member_hours, channel_hours


def _days(retention: Retention) -> tuple[int, int, int]:
    return retention.rows_days, retention.member_days, retention.channel_days
