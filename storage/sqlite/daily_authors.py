"""How many people wrote in a channel on a day: exact while their hours are kept, frozen after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.times import HOURS_A_DAY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from storage.batch import MemberHour
    from storage.sqlite.retention_watermark import Horizon

_ADD = "INSERT OR IGNORE INTO author_day VALUES (?, ?, ?)"
# After the rollups: they say whether anything of the member's day is left.
_DROP_IF_UNCOUNTED = """
    DELETE FROM author_day
    WHERE channel = ?1 AND day = ?2 AND member = ?3 AND NOT EXISTS (
        SELECT 1 FROM member_hour
        WHERE member = ?3 AND hour BETWEEN ?2 * 24 AND ?2 * 24 + 23 AND channel = ?1)
"""


def note_authors(
    connection: sqlite3.Connection,
    gone: Iterable[MemberHour],
    come: Iterable[MemberHour],
    horizon: Horizon,
) -> None:
    """Follow a change of the hours of members; days that are frozen already stay as they are."""
    connection.executemany(_DROP_IF_UNCOUNTED, _days(gone, horizon))
    connection.executemany(_ADD, _days(come, horizon))


def _days(hours: Iterable[MemberHour], horizon: Horizon) -> list[tuple[int, int, int]]:
    days = {(channel, hour // HOURS_A_DAY, member) for member, hour, channel in hours}
    return sorted(day for day in days if day[1] >= horizon.first_open_day)


_CLOSED_DAYS = """
    SELECT DISTINCT author_day.channel, author_day.day
    FROM channel CROSS JOIN author_day
        ON author_day.channel = channel.id AND author_day.day < ?
    LIMIT ?
"""
_FREEZE = """
    INSERT INTO channel_day
    SELECT channel, day, count(*) FROM author_day WHERE channel = ? AND day = ?
    ON CONFLICT DO NOTHING
"""
_FORGET_NAMES = "DELETE FROM author_day WHERE channel = ? AND day = ?"


def freeze(connection: sqlite3.Connection, horizon: Horizon, most: int) -> int:
    """Count the authors of days that begin to lose their hours, and forget who they were.

    Does at most so many channels' days; returns how many.
    """
    days = connection.execute(_CLOSED_DAYS, (horizon.first_open_day, most)).fetchall()
    connection.executemany(_FREEZE, days)
    connection.executemany(_FORGET_NAMES, days)
    return len(days)
