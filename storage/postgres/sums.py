"""The hourly sums of channels together, by hours, spans or hours of the week."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Final, NamedTuple

from storage.postgres.sessions import Connection

CHANNELS = """
    SELECT id, coalesce(snowflake = ANY($2::bigint[]) OR parent = ANY($2::bigint[]), false)
    FROM channel WHERE guild = $1 AND NOT detached
"""
# The key is an hour, an hour of the week, or the number of a span.
_SUMS_OF_CHANNELS: Final = """
    SELECT {key} AS key, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum)::bigint, sum(mood_sum_squares)::bigint, sum(scored), max(writers)
    FROM {periods} JOIN channel_hour ON guild = $1 AND channel = ANY($2::bigint[])
        AND hour >= period.first AND hour < period.until
    GROUP BY key ORDER BY key
"""
# Of a guild without some of its channels; and whether it is the hour of another channel that has
# most writers of all, or nobody knows: then it is not known who has most of the others.
_SUMS_WITHOUT: Final = """
    WITH others AS MATERIALIZED (
        SELECT {key} AS key, sum(negative) AS negative, sum(neutral) AS neutral,
            sum(positive) AS positive, sum(unsure) AS unsure, sum(not_scored) AS not_scored,
            sum(mood_sum) AS mood_sum, sum(mood_sum_squares) AS mood_sum_squares,
            sum(scored) AS scored, max(writers) AS writers
        FROM {periods} JOIN channel_hour ON guild = $1 AND channel = ANY($2::bigint[])
            AND hour >= period.first AND hour < period.until
        GROUP BY key
    ), whole AS MATERIALIZED (
        SELECT {key} AS key, sum(negative) AS negative, sum(neutral) AS neutral,
            sum(positive) AS positive, sum(unsure) AS unsure, sum(not_scored) AS not_scored,
            sum(mood_sum) AS mood_sum, sum(mood_sum_squares) AS mood_sum_squares,
            sum(scored) AS scored,
            CASE WHEN count(*) = count(writers) THEN max(writers) END AS writers
        FROM {periods} JOIN guild_hour ON guild = $1
            AND hour >= period.first AND hour < period.until
        GROUP BY key
    )
    SELECT whole.key, whole.negative - coalesce(others.negative, 0),
        whole.neutral - coalesce(others.neutral, 0),
        whole.positive - coalesce(others.positive, 0),
        whole.unsure - coalesce(others.unsure, 0),
        whole.not_scored - coalesce(others.not_scored, 0),
        (whole.mood_sum - coalesce(others.mood_sum, 0))::bigint,
        (whole.mood_sum_squares - coalesce(others.mood_sum_squares, 0))::bigint,
        whole.scored - coalesce(others.scored, 0), whole.writers,
        whole.writers IS NULL OR whole.writers = coalesce(others.writers, -1)
    FROM whole LEFT JOIN others ON others.key = whole.key
    WHERE whole.scored + whole.unsure + whole.not_scored
        > coalesce(others.scored + others.unsure + others.not_scored, 0)
    ORDER BY whole.key
"""
_PERIODS: Final = "unnest($3::integer[], $4::integer[]) AS period(first, until)"
_HOURS: Final = {"key": "hour", "periods": _PERIODS}
SUMS_OF_CHANNELS: Final = _SUMS_OF_CHANNELS.format(**_HOURS)
SUMS_WITHOUT: Final = _SUMS_WITHOUT.format(**_HOURS)
# The last span that begins by then is the hour's.
_SPANS: Final = {"key": "width_bucket(hour, $5::integer[]) - 1", "periods": _PERIODS}
SPANS_OF_CHANNELS: Final = _SUMS_OF_CHANNELS.format(**_SPANS)
SPANS_WITHOUT: Final = _SUMS_WITHOUT.format(**_SPANS)
_THURSDAY: Final = 72  # on which 1970 began
# In each period the clock is ahead by so many hours.
_WEEK: Final = {
    "key": f"(hour + ahead + {_THURSDAY}) % 168",
    "periods": "unnest($3::integer[], $4::integer[], $5::integer[]) AS period(first, until, ahead)",
}
WEEK_OF_CHANNELS: Final = _SUMS_OF_CHANNELS.format(**_WEEK)
WEEK_WITHOUT: Final = _SUMS_WITHOUT.format(**_WEEK)
# Mostly some other channel has as many writers as the one that is left out: then that ends it.
MOST_WRITERS: Final = """
    SELECT span.key, coalesce(
        (
            SELECT writers FROM channel_hour
            WHERE guild = $1 AND channel = ANY($2::bigint[])
                AND hour >= span.first AND hour < span.until AND writers >= span.enough LIMIT 1),
        (
            SELECT max(writers) FROM channel_hour
            WHERE guild = $1 AND channel = ANY($2::bigint[])
                AND hour >= span.first AND hour < span.until),
        0)
    FROM unnest($3::integer[], $4::integer[], $5::integer[], $6::integer[])
        AS span(key, first, until, enough)
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

    def about(self, periods: Sequence[Span]) -> tuple[int, Sequence[int], list[int], list[int]]:
        """The parameters of a question: the guild, the fewer channels, and the spans of hours."""
        channels = self.others if self.is_about_most else self.asked
        return self.guild, channels, [first for first, _ in periods], [end for _, end in periods]


async def asked_of(connection: Connection, guild: int, channel_ids: Collection[int]) -> Asked:
    """The channels, and the threads under them."""
    is_asked = dict(await connection.fetch(CHANNELS, guild, list(channel_ids)))
    asked = [channel for channel, its in is_asked.items() if its]
    return Asked(guild, asked, [channel for channel, its in is_asked.items() if not its])


async def sums_of_hours(connection: Connection, asked: Asked, period: Span) -> list[Any]:
    """Of each hour of the period that has messages: a row of `channel_hour` without its channel."""
    parameters = asked.about([period])
    if asked.is_about_most:
        found = await connection.fetch(SUMS_WITHOUT, *parameters)
    else:
        found = await connection.fetch(SUMS_OF_CHANNELS, *parameters)
    return await _with_writers(connection, asked, found, lambda hour: [(hour, hour + 1)])


async def sums_of_spans(
    connection: Connection, asked: Asked, spans: Sequence[Span], enough: int | None
) -> list[Any]:
    """The same of spans, in order, each with its number among them in the place of the hour."""
    parameters = *asked.about(_joined(spans)), [first for first, _ in spans]
    if asked.is_about_most:
        found = await connection.fetch(SPANS_WITHOUT, *parameters)
    else:
        found = await connection.fetch(SPANS_OF_CHANNELS, *parameters)
    return await _with_writers(connection, asked, found, lambda key: [spans[key]], enough)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that follow each other as one.

    _joined([(0, 24), (24, 48), (72, 96)]) -> [(0, 48), (72, 96)]
    """
    joined: list[Span] = []
    for first, end in spans:
        if joined and joined[-1][1] == first:
            first = joined.pop()[0]
        joined.append((first, end))
    return joined


async def sums_of_week(
    connection: Connection,
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

    parameters = *asked.about([period[:2] for period in periods]), [ahead for *_, ahead in periods]
    if asked.is_about_most:
        found = await connection.fetch(WEEK_WITHOUT, *parameters)
    else:
        found = await connection.fetch(WEEK_OF_CHANNELS, *parameters)
    return await _with_writers(connection, asked, found, hours_of, enough)


async def _with_writers(
    connection: Connection,
    asked: Asked,
    found: Sequence[Any],
    spans_of: Callable[[int], Sequence[Span]],
    enough: int | None = None,
) -> list[Any]:
    """The rows, with writers looked up where they are unknown; exact only below `enough`."""
    if not asked.is_about_most:
        return list(found)
    unknown: list[tuple[int, int, int, int | None]] = []
    for key, *_, writers, is_unknown in found:
        if is_unknown:
            least = min((each for each in (writers, enough) if each is not None), default=None)
            unknown += [(key, *span, least) for span in spans_of(key)]
    most: dict[int, int] = {}
    if unknown:
        spans = list(zip(*unknown, strict=True))
        told = await connection.fetch(MOST_WRITERS, asked.guild, asked.asked, *spans)
        for key, writers in told:
            most[key] = max(writers, most.get(key, 0))
    return [(*row[:9], most.get(row[0], row[9])) for row in map(tuple, found)]
