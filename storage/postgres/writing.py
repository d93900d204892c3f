"""What comes of a batch, written at once: one statement for all tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from storage.batch import Row
from storage.postgres.arrays import literals
from storage.postgres.sessions import Connection

# The guild, and the rest of a row.
Columns = tuple[int | None, ...]

_WRITE = """
    WITH messages AS (
        INSERT INTO message SELECT
            unnest($1::text::bigint[]), unnest($2::text::bigint[]), unnest($3::text::bigint[]),
            unnest($4::text::bigint[]), unnest($5::text::bigint[]), unnest($6::text::bigint[]),
            unnest($7::text::integer[]), unnest($8::text::bigint[])
    ), member_hours AS (
        INSERT INTO member_hour (
            guild, member, hour, channel, negative, neutral, positive, unsure, not_scored,
            mood_sum, mood_sum_squares, scored, last_counted)
        SELECT
            unnest($9::text::bigint[]), unnest($10::text::bigint[]),
            unnest($11::text::integer[]), unnest($12::text::bigint[]),
            unnest($13::text::integer[]), unnest($14::text::integer[]),
            unnest($15::text::integer[]), unnest($16::text::integer[]),
            unnest($17::text::integer[]), unnest($18::text::bigint[]),
            unnest($19::text::bigint[]), unnest($20::text::integer[]),
            unnest($21::text::bigint[])
        ON CONFLICT (guild, member, hour, channel) DO UPDATE SET
            negative = excluded.negative, neutral = excluded.neutral,
            positive = excluded.positive, unsure = excluded.unsure,
            not_scored = excluded.not_scored, mood_sum = excluded.mood_sum,
            mood_sum_squares = excluded.mood_sum_squares, scored = excluded.scored,
            last_counted = excluded.last_counted
    ), channel_hours AS (
        INSERT INTO channel_hour (
            guild, channel, hour, negative, neutral, positive, unsure, not_scored,
            mood_sum, mood_sum_squares, scored, writers)
        SELECT
            unnest($22::text::bigint[]), unnest($23::text::bigint[]),
            unnest($24::text::integer[]), unnest($25::text::integer[]),
            unnest($26::text::integer[]), unnest($27::text::integer[]),
            unnest($28::text::integer[]), unnest($29::text::integer[]),
            unnest($30::text::bigint[]), unnest($31::text::bigint[]),
            unnest($32::text::integer[]), unnest($33::text::integer[])
        ON CONFLICT (guild, channel, hour) DO UPDATE SET
            negative = excluded.negative, neutral = excluded.neutral,
            positive = excluded.positive, unsure = excluded.unsure,
            not_scored = excluded.not_scored, mood_sum = excluded.mood_sum,
            mood_sum_squares = excluded.mood_sum_squares, scored = excluded.scored,
            writers = excluded.writers
    ), guild_hours AS (
        INSERT INTO guild_hour (
            guild, hour, negative, neutral, positive, unsure, not_scored,
            mood_sum, mood_sum_squares, scored, writers)
        SELECT
            unnest($34::text::bigint[]), unnest($35::text::integer[]),
            unnest($36::text::integer[]), unnest($37::text::integer[]),
            unnest($38::text::integer[]), unnest($39::text::integer[]),
            unnest($40::text::integer[]), unnest($41::text::bigint[]),
            unnest($42::text::bigint[]), unnest($43::text::integer[]),
            unnest($44::text::integer[])
        ON CONFLICT (guild, hour) DO UPDATE SET
            negative = excluded.negative, neutral = excluded.neutral,
            positive = excluded.positive, unsure = excluded.unsure,
            not_scored = excluded.not_scored, mood_sum = excluded.mood_sum,
            mood_sum_squares = excluded.mood_sum_squares, scored = excluded.scored,
            writers = excluded.writers, most = NULL
    )
    INSERT INTO author_day SELECT
            unnest($45::text::bigint[]), unnest($46::text::bigint[]),
            unnest($47::text::integer[]), unnest($48::text::bigint[])
    ON CONFLICT DO NOTHING
"""


async def write(
    connection: Connection,
    messages: Sequence[Row],
    member_hours: Iterable[Columns],
    channel_hours: Iterable[Columns],
    guild_hours: Iterable[Columns],
    author_days: Iterable[Columns],
    guild_of: Mapping[int, int],
) -> None:
    """Rows of these tables; all but messages begin with the guild. Hours are what they come to now.

    In the order of their keys neighbours share a page of the index.
    """
    await connection.execute(
        _WRITE,
        *literals([(guild_of[row.channel],) for row in messages], 1),
        *literals(messages, 7),
        *literals(member_hours, 13),
        *literals(channel_hours, 12),
        *literals(guild_hours, 11),
        *literals(author_days, 4),
    )
