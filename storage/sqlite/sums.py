"""The hourly sums of channels: together, or of each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import fields
from itertools import groupby
from typing import Any, Final, NamedTuple

from storage.records import ChannelHours
from storage.sqlite.channels import asked_channels

_ROWS_AT_ONCE: Final = 4096

CHANNELS = """
    SELECT id, snowflake IN (SELECT value FROM json_each(?2))
        OR ifnull(parent IN (SELECT value FROM json_each(?2)), 0)
    FROM channel WHERE guild = ?1
"""
# The key is an hour, an hour of the week, or the number of a span.
_SUMS_OF_CHANNELS: Final = """
    SELECT {key}, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
    FROM json_each(?1) AS asked CROSS JOIN json_each(?2) AS span
        CROSS JOIN channel_hour ON channel = asked.value
            AND hour >= span.value ->> 0 AND hour < span.value ->> 1
    GROUP BY {key}
"""
# Of a guild without some of its channels; and whether it is the hour of another channel that has
# most writers of all, or nobody knows: then it is not known who has most of the others.
_SUMS_WITHOUT: Final = """
    WITH others AS MATERIALIZED (
        SELECT {key} AS key, sum(negative) AS negative, sum(neutral) AS neutral,
            sum(positive) AS positive, sum(unsure) AS unsure, sum(not_scored) AS not_scored,
            sum(mood_sum) AS mood_sum, sum(mood_sum_squares) AS mood_sum_squares,
            sum(scored) AS scored, max(writers) AS writers
        FROM json_each(?3) AS other CROSS JOIN json_each(?2) AS span
            CROSS JOIN channel_hour ON channel = other.value
                AND hour >= span.value ->> 0 AND hour < span.value ->> 1
        GROUP BY {key}
    ), whole AS MATERIALIZED (
        SELECT {key} AS key, sum(negative) AS negative, sum(neutral) AS neutral,
            sum(positive) AS positive, sum(unsure) AS unsure, sum(not_scored) AS not_scored,
            sum(mood_sum) AS mood_sum, sum(mood_sum_squares) AS mood_sum_squares,
            sum(scored) AS scored, iif(count(*) = count(writers), max(writers), NULL) AS writers
        FROM json_each(?2) AS span CROSS JOIN guild_hour ON guild = ?1
            AND hour >= span.value ->> 0 AND hour < span.value ->> 1
        GROUP BY {key}
    )
    SELECT whole.key, whole.negative - ifnull(others.negative, 0),
        whole.neutral - ifnull(others.neutral, 0), whole.positive - ifnull(others.positive, 0),
        whole.unsure - ifnull(others.unsure, 0),
        whole.not_scored - ifnull(others.not_scored, 0),
        whole.mood_sum - ifnull(others.mood_sum, 0),
        whole.mood_sum_squares - ifnull(others.mood_sum_squares, 0),
        whole.scored - ifnull(others.scored, 0), whole.writers,
        whole.writers IS NULL OR whole.writers = ifnull(others.writers, -1)
    FROM whole LEFT JOIN others ON others.key = whole.key
    WHERE whole.scored + whole.unsure + whole.not_scored
        > ifnull(others.scored + others.unsure + others.not_scored, 0)
    ORDER BY whole.key
"""
SUMS_OF_CHANNELS: Final = _SUMS_OF_CHANNELS.format(key="hour")
SUMS_WITHOUT: Final = _SUMS_WITHOUT.format(key="hour")
SPANS_OF_CHANNELS: Final = _SUMS_OF_CHANNELS.format(key="span.key")
SPANS_WITHOUT: Final = _SUMS_WITHOUT.format(key="span.key")
_THURSDAY: Final = 72  # on which 1970 began
# A span's third number is by how many hours the clock is ahead.
_OF_WEEK: Final = f"(hour + (span.value ->> 2) + {_THURSDAY}) % 168"
WEEK_OF_CHANNELS: Final = _SUMS_OF_CHANNELS.format(key=_OF_WEEK)
WEEK_WITHOUT: Final = _SUMS_WITHOUT.format(key=_OF_WEEK)
# Mostly some other channel has as many writers as the one that is left out: then that ends it.
MOST_WRITERS: Final = """
    SELECT span.value ->> 0, coalesce(
        (
            SELECT writers FROM json_each(?1) AS asked CROSS JOIN channel_hour
                ON channel = asked.value AND hour >= span.value ->> 1 AND hour < span.value ->> 2
            WHERE writers >= span.value ->> 3 LIMIT 1),
        (
            SELECT max(writers) FROM json_each(?1) AS asked CROSS JOIN channel_hour
                ON channel = asked.value AND hour >= span.value ->> 1 AND hour < span.value ->> 2),
        0)
    FROM json_each(?2) AS span
"""

Span = tuple[int, int]
"""Hours counted from 1970: first ≤ hour < end."""


class Asked(NamedTuple):
    """A guild's channels by their small numbers: those of a question, and the others."""

    guild: int
    asked: Sequence[int]
    others: Sequence[int]

    @property
    def is_about_most(self) -> bool:
        """Then it is quicker to ask what the whole guild has, and what the others have of it."""
        return len(self.others) < len(self.asked)

    def alone(self, spans: Sequence[tuple[int, ...]]) -> tuple[str, str]:
        """The parameters of a question about its channels."""
        return json.dumps(self.asked), json.dumps(spans)

    def without(self, spans: Sequence[tuple[int, ...]]) -> tuple[int, str, str]:
        """The parameters of a question about the guild without the others."""
        return self.guild, json.dumps(spans), json.dumps(self.others)


def asked_of(connection: sqlite3.Connection, guild: int, channel_ids: Collection[int]) -> Asked:
    """The channels, and the threads under them."""
    is_asked = dict(connection.execute(CHANNELS, (guild, json.dumps(list(channel_ids)))))
    asked = [channel for channel, its in is_asked.items() if its]
    return Asked(guild, asked, [channel for channel, its in is_asked.items() if not its])


def sums_of_hours(connection: sqlite3.Connection, asked: Asked, period: Span) -> list[Any]:
    """Of each hour of the period that has messages: a row of `channel_hour` without its channel."""
    if asked.is_about_most:
        found = connection.execute(SUMS_WITHOUT, asked.without([period]))
    else:
        found = connection.execute(SUMS_OF_CHANNELS, asked.alone([period]))
    return _with_writers(connection, asked, found, lambda hour: [(hour, hour + 1)])


def sums_of_spans(
    connection: sqlite3.Connection, asked: Asked, spans: Sequence[Span], enough: int | None
) -> list[Any]:
    """The same of spans, each with its number among them in the place of the hour."""
    if asked.is_about_most:
        found = connection.execute(SPANS_WITHOUT, asked.without(spans))
    else:
        found = connection.execute(SPANS_OF_CHANNELS, asked.alone(spans))
    return _with_writers(connection, asked, found, lambda key: [spans[key]], enough)


def sums_of_week(
    connection: sqlite3.Connection,
    asked: Asked,
    periods: Sequence[tuple[int, int, int]],
    enough: int | None,
) -> list[Any]:
    """The same of the hours of the week (0 is Monday's first) on a clock that is, in each of these
    periods, ahead by so many hours."""

    def hours_of(key: int) -> list[Span]:
        return [
            (hour, hour + 1)
            for first, end, ahead in periods
            for hour in range(first + (key - first - ahead - _THURSDAY) % 168, end, 168)
        ]

    if asked.is_about_most:
        found = connection.execute(WEEK_WITHOUT, asked.without(periods))
    else:
        found = connection.execute(WEEK_OF_CHANNELS, asked.alone(periods))
    return _with_writers(connection, asked, found, hours_of, enough)


def _with_writers(
    connection: sqlite3.Connection,
    asked: Asked,
    found: Iterable[Any],
    spans_of: Callable[[int], Sequence[Span]],
    enough: int | None = None,
) -> list[Any]:
    """The rows, with writers looked up where they are unknown; exact only below `enough`."""
    rows = list(found)
    if not asked.is_about_most:
        return rows
    unknown = []
    for key, *_, writers, is_unknown in rows:
        if is_unknown:
            least = min((each for each in (writers, enough) if each is not None), default=None)
            unknown += [(key, *span, least) for span in spans_of(key)]
    most: dict[int, int] = {}
    if unknown:
        channels = json.dumps(asked.asked)
        for key, writers in connection.execute(MOST_WRITERS, (channels, json.dumps(unknown))):
            most[key] = max(writers, most.get(key, 0))
    return [(*row[:-2], most.get(row[0], row[-2])) for row in rows]


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
