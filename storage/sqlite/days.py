"""The sums of whole days: read in the place of their hours, and summed up when a day is over."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime, tzinfo
from functools import partial
from typing import Final

from storage.records import Rollup
from storage.rows.rollups import rollup_of
from storage.sqlite import retention_watermark
from storage.sqlite.connection import Database
from storage.sqlite.sums import (
    Asked,
    Span,
    asked_of,
    sums_of_hours,
    sums_of_spans,
    sums_of_week,
)
from storage.times import clock_periods, hour_at, local_day

# A transaction: other writes wait some 10 ms for it.
_DAYS_A_BATCH: Final = 2
_HOURS_A_BATCH: Final = 4

DAYS_WITHOUT = """
    WITH others AS MATERIALIZED (
        SELECT first_hour, sum(negative) AS negative, sum(neutral) AS neutral,
            sum(positive) AS positive, sum(unsure) AS unsure, sum(not_scored) AS not_scored,
            sum(mood_sum) AS mood_sum, sum(mood_sum_squares) AS mood_sum_squares,
            sum(scored) AS scored, max(writers) AS writers
        FROM json_each(?4) AS other CROSS JOIN channel_day
            ON channel = other.value AND first_hour >= ?2 AND first_hour < ?3
        GROUP BY first_hour
    )
    SELECT guild_day.first_hour, end_hour,
        guild_day.negative - ifnull(others.negative, 0),
        guild_day.neutral - ifnull(others.neutral, 0),
        guild_day.positive - ifnull(others.positive, 0),
        guild_day.unsure - ifnull(others.unsure, 0),
        guild_day.not_scored - ifnull(others.not_scored, 0),
        guild_day.mood_sum - ifnull(others.mood_sum, 0),
        guild_day.mood_sum_squares - ifnull(others.mood_sum_squares, 0),
        guild_day.scored - ifnull(others.scored, 0), guild_day.writers,
        guild_day.writers > 0 AND guild_day.writers = ifnull(others.writers, -1)
    FROM guild_day LEFT JOIN others ON others.first_hour = guild_day.first_hour
    WHERE guild = ?1 AND guild_day.first_hour >= ?2 AND guild_day.first_hour < ?3
"""
DAYS_OF_GUILD = """
    SELECT first_hour, end_hour FROM guild_day
    WHERE guild = ? AND first_hour >= ? AND first_hour < ?
"""
DAYS_OF_CHANNELS = """
    SELECT first_hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
    FROM json_each(?1) AS asked CROSS JOIN channel_day
        ON channel = asked.value AND first_hour >= ?2 AND first_hour < ?3
    GROUP BY first_hour
"""
_NOTHING: Final = (0,) * 9
MOST_WRITERS_OF_DAY = """
    SELECT day.value, (
        SELECT writers FROM channel_day
        WHERE guild = ?1 AND first_hour = day.value
            AND channel NOT IN (SELECT value FROM json_each(?2))
        ORDER BY writers DESC LIMIT 1)
    FROM json_each(?3) AS day
"""


def rollups_of_hours(
    connection: sqlite3.Connection, guild: int, channel_ids: Collection[int], period: Span
) -> list[Rollup]:
    """As `Rollups.of_channels`, of hours counted from 1970; to be read in one snapshot."""
    reached = retention_watermark.load(connection, (guild,))[guild].channel_hour
    asked = asked_of(connection, guild, channel_ids)
    kept = (max(period[0], reached), period[1])
    return [rollup_of(row) for row in sums_of_hours(connection, asked, kept)]


def rollups_of_spans(
    connection: sqlite3.Connection,
    guild: int,
    channel_ids: Collection[int],
    spans: Sequence[Span],
    enough: int | None,
) -> list[Rollup]:
    """As `Rollups.of_spans`, of hours counted from 1970; to be read in one snapshot."""
    reached = retention_watermark.load(connection, (guild,))[guild].channel_hour
    # What is older goes just now: of a day that has begun to go its hours are read.
    kept = {span: (max(span[0], reached), span[1]) for span in spans if span[1] > reached}
    asked = asked_of(connection, guild, channel_ids)
    sums = _of_days(connection, asked, list(kept.values()))
    if left := [span for span in kept.values() if span not in sums]:
        sums |= {left[key]: its for key, *its in sums_of_spans(connection, asked, left, enough)}
    return [
        rollup_of((first, *sums[span]))
        for (first, _), span in kept.items()
        if any(sums.get(span, ()))
    ]


def rollups_of_week(
    connection: sqlite3.Connection,
    guild: int,
    channel_ids: Collection[int],
    period: Span,
    zone: tzinfo,
    enough: int | None,
) -> dict[int, Rollup]:
    """As `Rollups.of_week`, of hours counted from 1970; to be read in one snapshot."""
    reached = retention_watermark.load(connection, (guild,))[guild].channel_hour
    periods = clock_periods(max(period[0], reached), period[1], zone)
    asked = asked_of(connection, guild, channel_ids)
    found = sums_of_week(connection, asked, periods, enough)
    return {row[0]: rollup_of((period[0], *row[1:])) for row in found}


def _of_days(
    connection: sqlite3.Connection, asked: Asked, spans: Sequence[Span]
) -> dict[Span, Sequence[int]]:
    """The sums of those spans that are days which are summed up; zeros where nothing was said."""
    if not spans:
        return {}
    period = (spans[0][0], spans[-1][1])
    wanted = set(spans)
    if not asked.is_about_most:
        days = connection.execute(DAYS_OF_GUILD, (asked.guild, *period))
        if whole := wanted.intersection(days):
            found = connection.execute(DAYS_OF_CHANNELS, (json.dumps(asked.asked), *period))
            of_channels = {row[0]: row[1:] for row in found}
            return {span: of_channels.get(span[0], _NOTHING) for span in whole}
        return {}
    others = json.dumps(asked.others)
    rows = connection.execute(DAYS_WITHOUT, (asked.guild, *period, others)).fetchall()
    sums = {row[:2]: row[2:-1] for row in rows if row[:2] in wanted}
    # It is another channel that has most writers.
    if unknown := {row[:2] for row in rows if row[-1]}.intersection(sums):
        numbers = json.dumps([first for first, _ in unknown])
        most = dict(connection.execute(MOST_WRITERS_OF_DAY, (asked.guild, others, numbers)))
        sums |= {span: (*sums[span][:-1], most[span[0]] or 0) for span in unknown}
    return sums


OPEN_HOURS = """
    SELECT hour FROM guild_hour
    WHERE guild = ?1 AND hour >= ?2 AND hour < ?3 AND NOT EXISTS (
        SELECT 1 FROM guild_day
        WHERE guild_day.guild = guild_hour.guild AND first_hour > hour - 26 AND first_hour <= hour
            AND end_hour > hour)
    ORDER BY hour
"""
DAYS = "SELECT first_hour, end_hour FROM guild_day WHERE guild = ?"
DROP_DAY = "DELETE FROM guild_day WHERE guild = ? AND first_hour = ?"
_SUM_OF_GUILD = """
    INSERT INTO guild_day
    SELECT ?1, ?2, ?3, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum), sum(mood_sum_squares), sum(scored), 0
    FROM guild_hour WHERE guild = ?1 AND hour >= ?2 AND hour < ?3
    HAVING count(*) > 0
"""
_SUM_OF_CHANNELS = """
    INSERT INTO channel_day
    SELECT channel, ?2, ?1, sum(negative), sum(neutral), sum(positive), sum(unsure),
        sum(not_scored), sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
    FROM channel CROSS JOIN channel_hour
        ON channel_hour.channel = channel.id AND hour >= ?2 AND hour < ?3
    WHERE guild = ?1 AND EXISTS (SELECT 1 FROM guild_day WHERE guild = ?1 AND first_hour = ?2)
    GROUP BY channel
"""
# While retention deletes hours, those of the channels go before the guild's: then there are none,
# and the day, which nobody reads any more, goes with the guild's.
_NOTE_WRITERS = """
    UPDATE guild_day SET writers = (
        SELECT ifnull(max(writers), 0) FROM channel_day WHERE guild = ?1 AND first_hour = ?2)
    WHERE guild = ?1 AND first_hour = ?2
"""
HOURS_TO_LOOK_UP = """
    SELECT hour FROM guild_hour WHERE guild = ? AND hour >= ? AND hour < ? AND most IS NULL
"""
_MOST_OF_HOUR = """
    SELECT max(scored) FROM (
        SELECT sum(scored) AS scored
        FROM channel CROSS JOIN member_hour
            ON member_hour.channel = channel.id AND hour = ?2
        WHERE guild = ?1 GROUP BY member)
"""
_NOTE_MOST = "UPDATE guild_hour SET most = ?3 WHERE guild = ?1 AND hour = ?2"


async def sum_up(database: Database, guild: int, zone: tzinfo, now: datetime) -> int:
    """As `Rollups.sum_up`."""
    end = hour_at(now)
    of_another_zone = [
        first
        for first, last in await database.read(DAYS, (guild,))
        if (first, last) != local_day(first, zone)
    ]
    if of_another_zone:
        rows = [(guild, first) for first in of_another_zone]
        await database.write(lambda connection: connection.executemany(DROP_DAY, rows))
    reached = await database.read_together(lambda c: retention_watermark.load(c, (guild,))[guild])
    hours = await database.read_long(OPEN_HOURS, (guild, reached.channel_hour, end))
    days = dict.fromkeys(local_day(hour, zone) for (hour,) in hours)
    over = [day for day in days if day[0] >= reached.channel_hour and day[1] <= end]
    for place in range(0, len(over), _DAYS_A_BATCH):
        some = [(guild, *day) for day in over[place : place + _DAYS_A_BATCH]]
        await database.write(partial(_sum_up_days, days=some))
    asked = (guild, reached.member_hour, end)
    to_look_up = [hour for (hour,) in await database.read_long(HOURS_TO_LOOK_UP, asked)]
    for place in range(0, len(to_look_up), _HOURS_A_BATCH):
        batch = [(guild, hour) for hour in to_look_up[place : place + _HOURS_A_BATCH]]
        await database.write(partial(_look_up_most, hours=batch))
    return len(over)


def _sum_up_days(connection: sqlite3.Connection, days: Sequence[tuple[int, int, int]]) -> None:
    for guild, first, end in days:
        # Summed up by somebody else meanwhile, or of another zone: it is there anew, once.
        connection.execute(DROP_DAY, (guild, first))
        connection.execute(_SUM_OF_GUILD, (guild, first, end))
        connection.execute(_SUM_OF_CHANNELS, (guild, first, end))
        connection.execute(_NOTE_WRITERS, (guild, first))


def _look_up_most(connection: sqlite3.Connection, hours: Sequence[tuple[int, int]]) -> None:
    for guild, hour in hours:
        (most,) = connection.execute(_MOST_OF_HOUR, (guild, hour)).fetchone()
        connection.execute(_NOTE_MOST, (guild, hour, most or 0))
