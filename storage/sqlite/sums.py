"""The hourly sums of channels: together, or of each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import fields
from itertools import groupby
from typing import Any, Final

from storage.records import ChannelHours, Rollup
from storage.rows.rollups import rollup_of
from storage.sqlite import retention_watermark
from storage.sqlite.channels import asked_channels

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
# Of a guild without some of its channels. Where one of these has most writers of all, it is not
# known who has most of the others.
SUMS_WITHOUT = """
    WITH others AS MATERIALIZED (
        SELECT hour, sum(negative) AS negative, sum(neutral) AS neutral, sum(positive) AS positive,
            sum(unsure) AS unsure, sum(not_scored) AS not_scored, sum(mood_sum) AS mood_sum,
            sum(mood_sum_squares) AS mood_sum_squares, sum(scored) AS scored,
            max(writers) AS writers
        FROM json_each(?4) AS other CROSS JOIN channel_hour
            ON channel = other.value AND hour >= ?2 AND hour < ?3
        GROUP BY hour
    )
    SELECT guild_hour.hour, guild_hour.negative - ifnull(others.negative, 0),
        guild_hour.neutral - ifnull(others.neutral, 0),
        guild_hour.positive - ifnull(others.positive, 0),
        guild_hour.unsure - ifnull(others.unsure, 0),
        guild_hour.not_scored - ifnull(others.not_scored, 0),
        guild_hour.mood_sum - ifnull(others.mood_sum, 0),
        guild_hour.mood_sum_squares - ifnull(others.mood_sum_squares, 0),
        guild_hour.scored - ifnull(others.scored, 0),
        nullif(guild_hour.writers, others.writers)
    FROM guild_hour LEFT JOIN others ON others.hour = guild_hour.hour
    WHERE guild = ?1 AND guild_hour.hour >= ?2 AND guild_hour.hour < ?3
        AND guild_hour.scored + guild_hour.unsure + guild_hour.not_scored
            > ifnull(others.scored + others.unsure + others.not_scored, 0)
    ORDER BY guild_hour.hour
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
    rows = connection.execute(SUMS_WITHOUT, (guild, *period, json.dumps(others))).fetchall()
    unknown = [hour for hour, *_, writers in rows if writers is None]
    if len(unknown) * _HOURS_PER_SEARCH > len(rows):
        return None
    if unknown:
        found = connection.execute(MOST_WRITERS, (json.dumps(unknown), json.dumps(asked)))
        most = dict(found)
        rows = [(*row[:-1], most.get(row[0], row[-1])) for row in rows]
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
