"""Who wrote in a channel on a day, for as long as all of its hours are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from storage.batch import Row
from storage.member_hours import MemberHour
from storage.times import HOURS_A_DAY, hour_of
from storage.watermark import Watermark

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
    gone: Iterable[Row],
    new: Iterable[MemberHour],
    reached: Mapping[int, Watermark],
) -> None:
    """Follow rows that went, and hours of members that are new; a day that began to lose its hours
    is forgotten for good.

    `reached` has the watermark of each channel, by its surrogate.
    """
    hours_gone = ((row.member, hour_of(row.message), row.channel) for row in gone)
    connection.executemany(_DROP_IF_UNCOUNTED, _open_days(hours_gone, reached))
    connection.executemany(_ADD, _open_days(new, reached))


def _open_days(
    hours: Iterable[MemberHour], reached: Mapping[int, Watermark]
) -> list[tuple[int, int, int]]:
    days = {(channel, hour // HOURS_A_DAY, member) for member, hour, channel in hours}
    return sorted(day for day in days if day[1] >= reached[day[0]].first_open_day)


_CLOSED_DAYS = """
    SELECT DISTINCT author_day.channel, author_day.day
    FROM channel CROSS JOIN retention_watermark AS reached ON reached.guild = channel.guild
        CROSS JOIN author_day
        ON author_day.channel = channel.id AND author_day.day < (reached.member_hour + 23) / 24
    LIMIT ?
"""
_FORGET_DAY = "DELETE FROM author_day WHERE channel = ? AND day = ?"


def forget_closed_days(connection: sqlite3.Connection, most: int) -> int:
    """Forget who wrote on days that begin to lose their hours, each day as a whole: half of its
    people must not be published as all of them.

    Does at most so many channels' days; returns how many.
    """
    days = connection.execute(_CLOSED_DAYS, (most,)).fetchall()
    connection.executemany(_FORGET_DAY, days)
    return len(days)
