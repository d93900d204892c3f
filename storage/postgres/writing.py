"""What comes of a batch, written at once: one statement for all tables."""

from __future__ import annotations

from collections.abc import Iterable

from storage.postgres.arrays import literals
from storage.postgres.sessions import Connection
from storage.postgres.stored import InGuild

_WRITE = """
    WITH messages AS (
        INSERT INTO message SELECT * FROM unnest(
            $1::text::bigint[], $2::text::bigint[], $3::text::bigint[], $4::text::bigint[],
            $5::text::bigint[], $6::text::bigint[], $7::text::integer[], $8::text::bigint[])
    ), member_hours AS (
        INSERT INTO member_hour (
            guild, member, hour, channel, negative, neutral, positive, unsure, not_scored,
            mood_sum, mood_sum_squares, scored, last_counted)
        SELECT * FROM unnest(
            $9::text::bigint[], $10::text::bigint[], $11::text::integer[], $12::text::bigint[],
            $13::text::integer[], $14::text::integer[], $15::text::integer[],
            $16::text::integer[], $17::text::integer[],
            $18::text::bigint[], $19::text::bigint[], $20::text::integer[], $21::text::bigint[])
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
        SELECT * FROM unnest(
            $22::text::bigint[], $23::text::bigint[], $24::text::integer[],
            $25::text::integer[], $26::text::integer[], $27::text::integer[],
            $28::text::integer[], $29::text::integer[],
            $30::text::bigint[], $31::text::bigint[], $32::text::integer[], $33::text::integer[])
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
        SELECT * FROM unnest(
            $34::text::bigint[], $35::text::integer[],
            $36::text::integer[], $37::text::integer[], $38::text::integer[],
            $39::text::integer[], $40::text::integer[],
            $41::text::bigint[], $42::text::bigint[], $43::text::integer[], $44::text::integer[])
        ON CONFLICT (guild, hour) DO UPDATE SET
            negative = excluded.negative, neutral = excluded.neutral,
            positive = excluded.positive, unsure = excluded.unsure,
            not_scored = excluded.not_scored, mood_sum = excluded.mood_sum,
            mood_sum_squares = excluded.mood_sum_squares, scored = excluded.scored,
            writers = excluded.writers, most = NULL
    )
    INSERT INTO author_day SELECT * FROM unnest(
        $45::text::bigint[], $46::text::bigint[], $47::text::integer[], $48::text::bigint[])
    ON CONFLICT DO NOTHING
"""


async def write(
    connection: Connection,
    messages: Iterable[InGuild],
    member_hours: Iterable[InGuild],
    channel_hours: Iterable[InGuild],
    guild_hours: Iterable[InGuild],
    author_days: Iterable[InGuild],
) -> None:
    """Rows of these tables, each beginning with the guild; of hours what they come to now.

    In the order of their keys neighbours share a page of the index.
    """
    await connection.execute(
        _WRITE,
        *literals(messages, 8),
        *literals(member_hours, 13),
        *literals(channel_hours, 12),
        *literals(guild_hours, 11),
        *literals(author_days, 4),
    )
