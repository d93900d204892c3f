"""The sums of whole days: read in the place of their hours, and summed up when a day is over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, tzinfo
from functools import partial
from typing import Any, Final

from storage.postgres import retention_watermark
from storage.postgres.connection import Connection, Database
from storage.postgres.sums import (
    Asked,
    Span,
    asked_of,
    sums_of_hours,
    sums_of_spans,
    sums_of_week,
)
from storage.records import Rollup
from storage.rows.rollups import rollup_of
from storage.times import clock_periods, hour_at, local_day

# A transaction: other writes of this process wait some 10 ms for it.
_DAYS_A_BATCH: Final = 2
_HOURS_A_BATCH: Final = 24

DAYS_OF_GUILD = """
    SELECT first_hour, end_hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers
    FROM guild_day WHERE guild = $1 AND first_hour >= $2 AND first_hour < $3
"""
DAYS_OF_CHANNELS = """
    SELECT first_hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum)::bigint, sum(mood_sum_squares)::bigint, sum(scored), max(writers)
    FROM channel_day
    WHERE guild = $1 AND channel = ANY($2::bigint[]) AND first_hour >= $3 AND first_hour < $4
    GROUP BY first_hour
"""
MOST_WRITERS_OF_DAY = """
    SELECT day.first, (
        SELECT writers FROM channel_day
        WHERE guild = $1 AND first_hour = day.first AND channel <> ALL($2::bigint[])
        ORDER BY writers DESC LIMIT 1)
    FROM unnest($3::integer[]) AS day(first)
"""


async def sums_of_kept_hours(
    connection: Connection, guild: int, channel_ids: Collection[int], period: Span
) -> list[Any]:
    """As `Rollups.of_channels`, of hours counted from 1970: rows of columns, since there may be
    thousands. To be read in one snapshot."""
    reached = (await retention_watermark.load(connection, [guild]))[guild].channel_hour
    asked = await asked_of(connection, guild, channel_ids)
    return await sums_of_hours(connection, asked, (max(period[0], reached), period[1]))


async def rollups_of_spans(
    connection: Connection,
    guild: int,
    channel_ids: Collection[int],
    spans: Sequence[Span],
    enough: int | None,
) -> list[Rollup]:
    """As `Rollups.of_spans`, of hours counted from 1970; to be read in one snapshot."""
    reached = (await retention_watermark.load(connection, [guild]))[guild].channel_hour
    # What is older goes just now: of a day that has begun to go its hours are read.
    kept = {span: (max(span[0], reached), span[1]) for span in spans if span[1] > reached}
    asked = await asked_of(connection, guild, channel_ids)
    sums = await _of_days(connection, asked, list(kept.values()))
    if left := [span for span in kept.values() if span not in sums]:
        for key, *its in await sums_of_spans(connection, asked, left, enough):
            sums[left[key]] = its
    return [
        rollup_of((first, *sums[span]))
        for (first, _), span in kept.items()
        if any(sums.get(span, ()))
    ]


async def rollups_of_week(
    connection: Connection,
    guild: int,
    channel_ids: Collection[int],
    period: Span,
    zone: tzinfo,
    enough: int | None,
) -> dict[int, Rollup]:
    """As `Rollups.of_week`, of hours counted from 1970; to be read in one snapshot."""
    reached = (await retention_watermark.load(connection, [guild]))[guild].channel_hour
    periods = clock_periods(max(period[0], reached), period[1], zone)
    asked = await asked_of(connection, guild, channel_ids)
    found = await sums_of_week(connection, asked, periods, enough)
    return {row[0]: rollup_of((period[0], *row[1:])) for row in found}


async def _of_days(
    connection: Connection, asked: Asked, spans: Sequence[Span]
) -> dict[Span, Sequence[int]]:
    """The sums of those spans that are days which are summed up; zeros where nothing was said."""
    if not spans:
        return {}
    period = (spans[0][0], spans[-1][1])
    wanted = set(spans)
    days = await connection.fetch(DAYS_OF_GUILD, asked.guild, *period)
    whole = {(first, end): sums for first, end, *sums in days if (first, end) in wanted}
    if not whole:
        return {}
    mine = asked.others if asked.is_about_most else asked.asked
    found = await connection.fetch(DAYS_OF_CHANNELS, asked.guild, mine, *period)
    of_channels = {first: sums for first, *sums in found}
    nothing = [0] * 9
    if not asked.is_about_most:
        return {span: of_channels.get(span[0], nothing) for span in whole}
    unknown = []
    for (first, _), sums in whole.items():
        *theirs, writers = of_channels.get(first, nothing)
        for column, its in enumerate(theirs):
            sums[column] -= its
        if writers == sums[-1] > 0:
            unknown.append(first)
    if unknown:
        others = (asked.guild, asked.others, unknown)
        most = dict(await connection.fetch(MOST_WRITERS_OF_DAY, *others))
        for (first, _), sums in whole.items():
            sums[-1] = most.get(first, sums[-1]) or 0
    return dict(whole)


OPEN_HOURS = """
    SELECT hour FROM guild_hour
    WHERE guild = $1 AND hour >= $2 AND hour < $3 AND NOT EXISTS (
        SELECT 1 FROM guild_day
        WHERE guild_day.guild = $1 AND first_hour > hour - 26 AND first_hour <= hour
            AND end_hour > hour)
    ORDER BY hour
"""
DAYS = "SELECT first_hour, end_hour FROM guild_day WHERE guild = $1"
DROP_DAYS = "DELETE FROM guild_day WHERE guild = $1 AND first_hour = ANY($2::integer[])"
_SUM_OF_GUILD = """
    INSERT INTO guild_day
    SELECT $1, $2, $3, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum), sum(mood_sum_squares), sum(scored), 0
    FROM guild_hour WHERE guild = $1 AND hour >= $2 AND hour < $3
    HAVING count(*) > 0
"""
_SUM_OF_CHANNELS = """
    INSERT INTO channel_day
    SELECT $1, channel, $2, sum(negative), sum(neutral), sum(positive), sum(unsure),
        sum(not_scored), sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
    FROM channel_hour
    WHERE guild = $1 AND hour >= $2 AND hour < $3
        AND channel = ANY(ARRAY(SELECT id FROM channel WHERE guild = $1 AND NOT detached))
        AND EXISTS (SELECT 1 FROM guild_day WHERE guild = $1 AND first_hour = $2)
    GROUP BY channel
"""
# While retention deletes hours, those of the channels go before the guild's: then there are none,
# and the day, which nobody reads any more, goes with the guild's.
_NOTE_WRITERS = """
    UPDATE guild_day SET writers = (
        SELECT coalesce(max(writers), 0) FROM channel_day WHERE guild = $1 AND first_hour = $2)
    WHERE guild = $1 AND first_hour = $2
"""
HOURS_TO_LOOK_UP = """
    SELECT hour FROM guild_hour WHERE guild = $1 AND hour >= $2 AND hour < $3 AND most IS NULL
"""
_LOOK_UP_MOST = """
    UPDATE guild_hour SET most = coalesce((
        SELECT max(its.scored) FROM (
            SELECT sum(member_hour.scored) AS scored FROM member_hour
            WHERE member_hour.guild = $1 AND member_hour.hour = guild_hour.hour
                AND member_hour.channel = ANY(ARRAY(
                    SELECT id FROM channel WHERE guild = $1 AND NOT detached))
            GROUP BY member
        ) AS its), 0)
    WHERE guild = $1 AND hour = ANY($2::integer[])
"""


async def sum_up(database: Database, guild: int, zone: tzinfo, now: datetime) -> int:
    """As `Rollups.sum_up`."""
    end = hour_at(now)
    of_another_zone = [
        first
        for first, last in await database.read(DAYS, guild)
        if (first, last) != local_day(first, zone)
    ]
    if of_another_zone:
        await database.write(lambda c: c.execute(DROP_DAYS, guild, of_another_zone), [guild])
    reached = (await database.read_with(lambda c: retention_watermark.load(c, [guild])))[guild]
    hours = await database.read_long(OPEN_HOURS, guild, reached.channel_hour, end)
    days = dict.fromkeys(local_day(hour, zone) for (hour,) in hours)
    over = [day for day in days if day[0] >= reached.channel_hour and day[1] <= end]
    for place in range(0, len(over), _DAYS_A_BATCH):
        some = over[place : place + _DAYS_A_BATCH]
        await database.write(partial(_sum_up_days, guild=guild, days=some), [guild])
    asked = (guild, reached.member_hour, end)
    to_look_up = [hour for (hour,) in await database.read_long(HOURS_TO_LOOK_UP, *asked)]
    for place in range(0, len(to_look_up), _HOURS_A_BATCH):
        batch = to_look_up[place : place + _HOURS_A_BATCH]
        await database.write(partial(_look_up_most, guild=guild, hours=batch), [guild])
    return len(over)


async def _sum_up_days(connection: Connection, guild: int, days: Sequence[Span]) -> None:
    for first, end in days:
        # Summed up by somebody else meanwhile, or of another zone: it is there anew, once.
        await connection.execute(DROP_DAYS, guild, [first])
        await connection.execute(_SUM_OF_GUILD, guild, first, end)
        await connection.execute(_SUM_OF_CHANNELS, guild, first, end)
        await connection.execute(_NOTE_WRITERS, guild, first)


async def _look_up_most(connection: Connection, guild: int, hours: Sequence[int]) -> None:
    await connection.execute(_LOOK_UP_MOST, guild, hours)
