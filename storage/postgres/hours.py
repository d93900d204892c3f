"""The hourly sums, changed with the messages: all always equal a recount of what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from storage.batch import (
    NOBODY,
    HourOfMember,
    MemberHour,
    Row,
    Sums,
    Voice,
    by_channel_hour,
    by_member_hour,
    recount,
)
from storage.postgres.arrays import literals
from storage.postgres.connection import Connection
from storage.records import MOST_COUNTED
from storage.times import first_snowflake_of

# Messages of a member's hour that went, and that came.
Change = tuple[list[Voice], list[Voice]]


async def follow(
    connection: Connection, gone: Sequence[Row], come: Sequence[Row], guild_of: Mapping[int, int]
) -> None:
    """Count anew what changed when these rows of messages went and came; drop what is empty."""
    changes = by_member_hour(gone, come)
    if not changes:
        return
    before = await _load_of_members(connection, changes, guild_of)
    turning = {
        key: change for key, change in changes.items() if _may_turn(before.get(key, NOBODY), change)
    }
    stored = await _load_scored(connection, turning, guild_of)
    after = {
        key: recount(before.get(key, NOBODY), *change, stored.get(key, ()))
        for key, change in changes.items()
    }
    await _write_of_members(connection, after, guild_of)
    await _change_of_channels(connection, by_channel_hour(before, after), guild_of)


def _may_turn(hour: HourOfMember, change: Change) -> bool:
    """Whether other messages may begin or cease to count: then they are looked at.

    Not below the limit, where every message counts; nor beyond the last that counts.
    """
    gone, come = change
    if hour.sums.scored + len(come) < MOST_COUNTED:
        return False
    is_full = hour.sums.scored >= MOST_COUNTED
    return not (is_full and min(message for message, _ in (*gone, *come)) > hour.last_counted)


_LOAD_OF_MEMBERS = """
    SELECT member, hour, channel, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, last_counted
    FROM unnest($1::text::bigint[], $2::text::bigint[], $3::text::integer[], $4::text::bigint[])
            AS asked(guild, member, hour, channel)
        JOIN member_hour USING (guild, member, hour, channel)
"""


async def _load_of_members(
    connection: Connection, keys: Iterable[MemberHour], guild_of: Mapping[int, int]
) -> dict[MemberHour, HourOfMember]:
    asked = [(guild_of[channel], member, hour, channel) for member, hour, channel in keys]
    found = await connection.fetch(_LOAD_OF_MEMBERS, *literals(asked))
    return {
        (member, hour, channel): HourOfMember(Sums._make(sums), last_counted)
        for member, hour, channel, *sums, last_counted in found
    }


# Of each hour no more than can matter: the ten that count, and as many as come.
_SCORED = """
    SELECT asked.member, asked.hour, asked.channel, found.message, found.score
    FROM unnest(
            $1::text::bigint[], $2::text::bigint[], $3::text::integer[], $4::text::bigint[],
            $5::text::bigint[], $6::text::bigint[], $7::text::bigint[])
            AS asked(guild, member, hour, channel, first, until, most)
        CROSS JOIN LATERAL (
            SELECT message, score FROM message
            WHERE message.guild = asked.guild AND message.channel = asked.channel
                AND message.message >= asked.first AND message.message < asked.until
                AND message.member = asked.member AND score >> 28 = 0
            ORDER BY message LIMIT asked.most
        ) AS found
    ORDER BY found.message
"""


async def _load_scored(
    connection: Connection, changes: Mapping[MemberHour, Change], guild_of: Mapping[int, int]
) -> dict[MemberHour, list[Voice]]:
    """The scored messages of these hours that are stored, from the first that went or came on."""
    if not changes:
        return {}
    asked = [
        (
            *(guild_of[channel], member, hour, channel),
            min(message for message, _ in (*gone, *come)),
            first_snowflake_of(hour + 1),
            2 * MOST_COUNTED + len(come),
        )
        for (member, hour, channel), (gone, come) in changes.items()
    ]
    stored: dict[MemberHour, list[Voice]] = {}
    found = await connection.fetch(_SCORED, *literals(asked))
    for member, hour, channel, message, score in found:
        stored.setdefault((member, hour, channel), []).append((message, score))
    return stored


_WRITE_OF_MEMBERS = """
    INSERT INTO member_hour (
        guild, member, hour, channel, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, last_counted)
    SELECT * FROM unnest(
        $1::text::bigint[], $2::text::bigint[], $3::text::integer[], $4::text::bigint[],
        $5::text::integer[], $6::text::integer[], $7::text::integer[], $8::text::integer[],
        $9::text::integer[],
        $10::text::bigint[], $11::text::bigint[], $12::text::integer[], $13::text::bigint[])
    ON CONFLICT (guild, member, hour, channel) DO UPDATE SET
        negative = excluded.negative, neutral = excluded.neutral, positive = excluded.positive,
        unsure = excluded.unsure, not_scored = excluded.not_scored,
        mood_sum = excluded.mood_sum, mood_sum_squares = excluded.mood_sum_squares,
        scored = excluded.scored, last_counted = excluded.last_counted
"""
_DROP_OF_MEMBERS = """
    DELETE FROM member_hour
    USING unnest($1::text::bigint[], $2::text::bigint[], $3::text::integer[], $4::text::bigint[])
        AS gone(guild, member, hour, channel)
    WHERE member_hour.guild = gone.guild AND member_hour.member = gone.member
        AND member_hour.hour = gone.hour AND member_hour.channel = gone.channel
"""


async def _write_of_members(
    connection: Connection, hours: Mapping[MemberHour, HourOfMember], guild_of: Mapping[int, int]
) -> None:
    full, empty = [], []
    for (member, hour, channel), (sums, last) in hours.items():
        key = (guild_of[channel], member, hour, channel)
        if sums.messages:
            full.append((*key, *sums, last))
        else:
            empty.append(key)
    if full:
        await connection.execute(_WRITE_OF_MEMBERS, *literals(full))
    if empty:
        await connection.execute(_DROP_OF_MEMBERS, *literals(empty))


# What comes to hours that are there. The guilds are locked: nobody adds one meanwhile.
_CHANGE_OF_CHANNELS = """
    UPDATE channel_hour SET
        negative = channel_hour.negative + change.negative,
        neutral = channel_hour.neutral + change.neutral,
        positive = channel_hour.positive + change.positive,
        unsure = channel_hour.unsure + change.unsure,
        not_scored = channel_hour.not_scored + change.not_scored,
        mood_sum = channel_hour.mood_sum + change.mood_sum,
        mood_sum_squares = channel_hour.mood_sum_squares + change.mood_sum_squares,
        scored = channel_hour.scored + change.scored,
        writers = channel_hour.writers + change.writers
    FROM unnest(
            $1::text::bigint[], $2::text::bigint[], $3::text::integer[],
            $4::text::integer[], $5::text::integer[], $6::text::integer[], $7::text::integer[],
            $8::text::integer[], $9::text::bigint[], $10::text::bigint[], $11::text::integer[],
            $12::text::integer[])
        AS change(guild, channel, hour, negative, neutral, positive, unsure, not_scored,
            mood_sum, mood_sum_squares, scored, writers)
    WHERE channel_hour.guild = change.guild AND channel_hour.channel = change.channel
        AND channel_hour.hour = change.hour
    RETURNING channel_hour.channel, channel_hour.hour,
        channel_hour.scored + channel_hour.unsure + channel_hour.not_scored
"""
_ADD_OF_CHANNELS = """
    INSERT INTO channel_hour (
        guild, channel, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers)
    SELECT * FROM unnest(
        $1::text::bigint[], $2::text::bigint[], $3::text::integer[],
        $4::text::integer[], $5::text::integer[], $6::text::integer[], $7::text::integer[],
        $8::text::integer[], $9::text::bigint[], $10::text::bigint[], $11::text::integer[],
        $12::text::integer[])
"""
_DROP_OF_CHANNELS = """
    DELETE FROM channel_hour
    USING unnest($1::text::bigint[], $2::text::bigint[], $3::text::integer[])
        AS gone(guild, channel, hour)
    WHERE channel_hour.guild = gone.guild AND channel_hour.channel = gone.channel
        AND channel_hour.hour = gone.hour
"""


async def _change_of_channels(
    connection: Connection,
    changes: Mapping[tuple[int, int], Sequence[int]],
    guild_of: Mapping[int, int],
) -> None:
    rows = [(guild_of[key[0]], *key, *change) for key, change in changes.items() if any(change)]
    if not rows:
        return
    changed = await connection.fetch(_CHANGE_OF_CHANNELS, *literals(rows))
    known = {(channel, hour) for channel, hour, _ in changed}
    new = [row for row in rows if row[1:3] not in known]
    if new:
        await connection.execute(_ADD_OF_CHANNELS, *literals(new))
    empty = [(guild_of[channel], channel, hour) for channel, hour, count in changed if not count]
    if empty:
        await connection.execute(_DROP_OF_CHANNELS, *literals(empty))
