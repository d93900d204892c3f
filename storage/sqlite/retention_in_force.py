"""For how long things are kept now: a choice that would delete more waits for a week first."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Final

from storage.records import SHORTENING_WAITS, Retention, Shortening
from storage.times import from_microseconds, to_microseconds
from storage.watermark import watermark_at

# What every version before this table kept, at most.
BEFORE: Final = Retention(30, 90, 400)

_LOAD = """
    SELECT rows_days, member_days, channel_days,
        next_rows_days, next_member_days, next_channel_days, next_from
    FROM retention_in_force
"""
_SAVE = """
    UPDATE retention_in_force SET rows_days = ?, member_days = ?, channel_days = ?,
        next_rows_days = ?, next_member_days = ?, next_channel_days = ?, next_from = ?
"""
_HAS_TABLE = "SELECT count(*) FROM sqlite_schema WHERE name = 'retention_in_force'"


def settle(
    connection: sqlite3.Connection, now: datetime, chosen: Retention
) -> tuple[Retention, Shortening | None]:
    """What is in force now, given what is `chosen`, and what waits; both are stored."""
    before, waiting, since = _load(connection)
    kept, coming = _judge(connection, now, chosen, before, since if waiting == chosen else None)
    following = (None,) * 4 if coming is None else (*_days(chosen), to_microseconds(coming.at))
    connection.execute(_SAVE, (*_days(kept), *following))
    return kept, coming


def look(connection: sqlite3.Connection, now: datetime, chosen: Retention) -> Shortening | None:
    """What waits, or would from now on; nothing is changed. For a database of any version."""
    before, waiting, since = BEFORE, None, None
    if connection.execute(_HAS_TABLE).fetchone()[0]:
        before, waiting, since = _load(connection)
    return _judge(connection, now, chosen, before, since if waiting == chosen else None)[1]


def _load(
    connection: sqlite3.Connection,
) -> tuple[Retention, Retention | None, datetime | None]:
    row = connection.execute(_LOAD).fetchone()
    if row[6] is None:
        return Retention(*row[:3]), None, None
    return Retention(*row[:3]), Retention(*row[3:6]), from_microseconds(row[6])


def _judge(
    connection: sqlite3.Connection,
    now: datetime,
    chosen: Retention,
    before: Retention,
    due: datetime | None,
) -> tuple[Retention, Shortening | None]:
    kept = before.longer(chosen)
    if kept == chosen:
        return chosen, None
    counts = _lost(connection, now, kept, chosen)
    if not any(counts) or (due is not None and now >= due):
        return chosen, None
    return kept, Shortening(due or now + SHORTENING_WAITS, *counts)


_ROWS = "SELECT count(*) FROM message WHERE message >= ? AND message < ?"
_MEMBER_HOURS = "SELECT count(*) FROM member_hour WHERE hour >= ? AND hour < ?"
_CHANNEL_HOURS = "SELECT count(*) FROM channel_hour WHERE hour >= ? AND hour < ?"


def _lost(
    connection: sqlite3.Connection, now: datetime, kept: Retention, chosen: Retention
) -> tuple[int, int, int]:
    """How many rows, hours of members and hours of channels only the shorter one deletes."""
    old, new = watermark_at(now, kept), watermark_at(now, chosen)
    rows = member_hours = channel_hours = 0
    if new.message > old.message:
        (rows,) = connection.execute(_ROWS, (old.message, new.message)).fetchone()
    if new.member_hour > old.member_hour:
        hours = (old.member_hour, new.member_hour)
        (member_hours,) = connection.execute(_MEMBER_HOURS, hours).fetchone()
    if new.channel_hour > old.channel_hour:
        hours = (old.channel_hour, new.channel_hour)
        (channel_hours,) = connection.execute(_CHANNEL_HOURS, hours).fetchone()
    return rows, member_hours, channel_hours


def _days(retention: Retention) -> tuple[int, int, int]:
    return retention.rows_days, retention.member_days, retention.channel_days
