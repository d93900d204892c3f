"""The hourly sums of channels: together, or of each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import fields
from itertools import groupby
from operator import sub
from typing import Any, Final

from storage.batch import PROBABILITY_UNITS, Sums
from storage.records import ChannelHours, Rollup
from storage.sqlite import retention_watermark
from storage.sqlite.channels import asked_channels
from storage.times import start_of_hour

_ROWS_AT_ONCE: Final = 4096

CHANNELS = """
    SELECT id, snowflake IN (SELECT value FROM json_each(?2))
        OR ifnull(parent IN (SELECT value FROM json_each(?2)), 0)
    FROM channel WHERE guild = ?1
"""
SUMS_OF_CHANNELS = """
    SELECT hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
    FROM json_each(?1) AS asked CROSS JOIN channel_hour
        ON channel = asked.value AND hour >= ?2 AND hour < ?3
    GROUP BY hour ORDER BY hour
"""
SUMS_OF_GUILD = """
    SELECT hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers
    FROM guild_hour WHERE guild = ? AND hour >= ? AND hour < ?
"""
MOST_WRITERS = """
    SELECT hour, max(writers)
    FROM json_each(?1) AS asked CROSS JOIN channel_hour ON hour = asked.value
        AND channel IN (SELECT value FROM json_each(?2))
    GROUP BY asked.key
"""
# Where an hour is looked up in each channel, that costs as much as to read several in a row.
_HOURS_PER_SEARCH: Final = 4


def sums_of_hours(
    connection: sqlite3.Connection, guild: int, channel_ids: Collection[int], first: int, end: int
) -> list[Rollup]:
    """As `Rollups.of_channels`, of hours counted from 1970; to be read in one snapshot.

    About most of a guild's channels it is quicker to ask what the whole guild has, and what the
    others have of it.
    """
    reached = retention_watermark.load(connection, (guild,))[guild]
    period = (max(first, reached.channel_hour), end)
    is_asked = dict(connection.execute(CHANNELS, (guild, json.dumps(list(channel_ids)))))
    asked = [channel for channel, its in is_asked.items() if its]
    others = [channel for channel, its in is_asked.items() if not its]
    found = None
    if len(others) < len(asked):
        found = _without(connection, guild, asked, others, period)
    if found is None:
        found = connection.execute(SUMS_OF_CHANNELS, (json.dumps(asked), *period)).fetchall()
    return [rollup_of(row) for row in found]


def _without(
    connection: sqlite3.Connection,
    guild: int,
    asked: Sequence[int],
    others: Sequence[int],
    period: tuple[int, int],
) -> list[Any] | None:
    """The rows of `SUMS_OF_CHANNELS`, from the whole guild's; `None` if that would take longer."""
    rows: list[list[Any]] = []
    unknown: list[int] = []
    subtracted = {
        hour: columns
        for hour, *columns in connection.execute(SUMS_OF_CHANNELS, (json.dumps(others), *period))
    }
    for hour, *sums, writers in connection.execute(SUMS_OF_GUILD, (guild, *period)):
        if hour in subtracted:
            *theirs, their_writers = subtracted[hour]
            sums = list(map(sub, sums, theirs))
            if not Sums._make(sums).messages:
                continue
            # Where one of them has most, it is not known who has most of the others.
            writers = None if writers == their_writers else writers
        if writers is None:
            unknown.append(hour)
        rows.append([hour, *sums, writers])
    if len(unknown) * _HOURS_PER_SEARCH > len(rows):
        return None
    if unknown:
        hours = (json.dumps(unknown), json.dumps(asked))
        most = dict(connection.execute(MOST_WRITERS, hours))
        for row in rows:
            row[-1] = most.get(row[0], row[-1])
    return rows


HOURS_OF_CHANNEL = """
    SELECT hour, negative, neutral, positive, unsure, not_scored,
        mood_sum / 10000.0, mood_sum_squares / 100000000.0, scored, writers
    FROM channel_hour WHERE channel = ? AND hour >= ? AND hour < ?
"""
HOURS_OF_PLACE = """
    SELECT hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum) / 10000.0, sum(mood_sum_squares) / 100000000.0, sum(scored), max(writers)
    FROM json_each(?1) AS asked CROSS JOIN channel_hour
        ON channel = asked.value AND hour >= ?2 AND hour < ?3
    GROUP BY hour ORDER BY hour
"""


def hours_of_each_channel(
    connection: sqlite3.Connection, guild: int, channel_ids: Collection[int], first: int, end: int
) -> ChannelHours:
    """As `Rollups.of_each_channel`, of hours counted from 1970; to be read in one snapshot."""
    found = ChannelHours()
    columns = [getattr(found, each.name) for each in fields(found)][1:]
    channels = asked_channels(connection, guild, channel_ids)
    for place, its in groupby(channels, key=lambda number: channels[number].place):
        first_channel, *threads = its
        if threads:
            numbers = json.dumps([first_channel, *threads])
            cursor = connection.execute(HOURS_OF_PLACE, (numbers, first, end))
        else:  # in the order of the key already: nothing to sort
            cursor = connection.execute(HOURS_OF_CHANNEL, (first_channel, first, end))
        while rows := cursor.fetchmany(_ROWS_AT_ONCE):
            found.channel_ids.extend([place] * len(rows))
            for column, values in zip(columns, zip(*rows, strict=True), strict=True):
                column.extend(values)
    return found


def rollup_of(row: Sequence[int]) -> Rollup:
    """From the hour and the columns that follow it in table `channel_hour`."""
    hour, negative, neutral, positive, unsure, not_scored, mood_sum, squares, scored, writers = row
    return Rollup(
        start_of_hour(hour),
        negative,
        neutral,
        positive,
        unsure,
        not_scored,
        mood_sum / PROBABILITY_UNITS,
        squares / PROBABILITY_UNITS**2,
        scored,
        writers,
    )
