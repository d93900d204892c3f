"""The hourly sums, changed with the messages: all always equal a recount of what is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add

from storage.batch import Row
from storage.member_hours import (
    NOBODY,
    HourOfMember,
    MemberHour,
    Sums,
    Voice,
    by_channel_hour,
    by_member_hour,
    recount,
)
from storage.postgres.arrays import literals
from storage.postgres.guild_hours import ChannelHour, GuildHour, SumsChange, of_guilds
from storage.postgres.named import Named
from storage.postgres.sessions import Connection
from storage.records import MOST_COUNTED
from storage.times import first_snowflake_of

# Messages of a member's hour that went, and that came.
Change = tuple[list[Voice], list[Voice]]


@dataclass(frozen=True, slots=True)
class Hours:
    """What changed hours come to; empty ones are to be dropped."""

    of_members: Mapping[MemberHour, HourOfMember]
    of_channels: Mapping[ChannelHour, Sequence[int]]
    of_guilds: Mapping[GuildHour, Sequence[int | None]]
    of_new_members: Sequence[MemberHour]
    """In which nothing of theirs was counted before."""


async def follow(
    connection: Connection,
    gone: Sequence[Row],
    come: Sequence[Row],
    named: Named,
    guild_of: Mapping[int, int],
) -> Hours:
    """Count anew what changes when these rows of messages go and come; nothing is written yet."""
    changes = by_member_hour(gone, come)
    before = named.of_members
    if gone:
        # Who wrote what is deleted was not known before.
        left = [key for key in changes if key not in before]
        before |= await _load_of_members(connection, left, guild_of)
    after = {}
    turning = {}
    for key, change in changes.items():
        hour = before.get(key, NOBODY)
        if _may_turn(hour, change):
            turning[key] = change
        else:
            after[key] = recount(hour, *change, ())
    if turning:
        scored = await _load_scored(connection, turning, guild_of)
        for key, change in turning.items():
            after[key] = recount(before.get(key, NOBODY), *change, scored[key])
    of_channels: dict[ChannelHour, SumsChange] = {}
    # Also where the sums stay the same: somebody may have written in the place of somebody else.
    for place, its in by_channel_hour(before, after).items():
        had = named.of_channels.get(place, _NOTHING)
        of_channels[place] = (had, list(map(add, had, its)))
    return Hours(
        after,
        {key: has for key, (_, has) in of_channels.items()},
        of_guilds(named.of_guilds, of_channels, guild_of),
        [key for key in after if key not in before],
    )


_NOTHING = (0,) * 9


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
    connection: Connection, keys: Sequence[MemberHour], guild_of: Mapping[int, int]
) -> dict[MemberHour, HourOfMember]:
    asked = [(guild_of[channel], member, hour, channel) for member, hour, channel in keys]
    found = await connection.fetch(_LOAD_OF_MEMBERS, *literals(asked, 4)) if asked else []
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
    """The scored messages of these hours, from the first that goes or comes on, as they are once
    the change is written."""
    asked = [
        (
            *(guild_of[channel], member, hour, channel),
            min(message for message, _ in (*gone, *come)),
            first_snowflake_of(hour + 1),
            2 * MOST_COUNTED + len(gone) + len(come),
        )
        for (member, hour, channel), (gone, come) in changes.items()
    ]
    before: dict[MemberHour, list[Voice]] = {}
    found = await connection.fetch(_SCORED, *literals(asked, 7))
    for member, hour, channel, message, score in found:
        before.setdefault((member, hour, channel), []).append((message, score))
    return {
        key: _changed(before.get(key, []), change, most)
        for (key, change), (*_, most) in zip(changes.items(), asked, strict=True)
    }


def _changed(before: list[Voice], change: Change, most: int) -> list[Voice]:
    """Scored messages after the change, in order; `before` has at most so many."""
    gone, come = change
    went = {message for message, _ in gone}
    # Beyond the last one that was read there may be others, before what comes.
    last = before[-1][0] if len(before) == most else None
    after = [voice for voice in before if voice[0] not in went]
    after += [voice for voice in come if not voice[1] >> 28 and (last is None or voice[0] <= last)]
    return sorted(after)


# The columns that count each message once.
_MESSAGES = [Sums._fields.index(name) for name in ("unsure", "not_scored", "scored")]


def is_empty(columns: Sequence[int | None]) -> bool:
    """Whether nothing was written in this hour: the columns of `Sums`, and writers."""
    return not any(columns[place] for place in _MESSAGES)


_DROP_OF_MEMBERS = """
    DELETE FROM member_hour
    USING unnest($1::text::bigint[], $2::text::bigint[], $3::text::integer[], $4::text::bigint[])
        AS gone(guild, member, hour, channel)
    WHERE member_hour.guild = gone.guild AND member_hour.member = gone.member
        AND member_hour.hour = gone.hour AND member_hour.channel = gone.channel
"""
_DROP_OF_CHANNELS = """
    DELETE FROM channel_hour
    USING unnest($1::text::bigint[], $2::text::bigint[], $3::text::integer[])
        AS gone(guild, channel, hour)
    WHERE channel_hour.guild = gone.guild AND channel_hour.channel = gone.channel
        AND channel_hour.hour = gone.hour
"""
_DROP_OF_GUILDS = """
    DELETE FROM guild_hour
    USING unnest($1::text::bigint[], $2::text::integer[]) AS gone(guild, hour)
    WHERE guild_hour.guild = gone.guild AND guild_hour.hour = gone.hour
"""


async def drop_empty(connection: Connection, hours: Hours, guild_of: Mapping[int, int]) -> None:
    """Drop the hours in which nothing is left."""
    of_members = [
        (guild_of[channel], member, hour, channel)
        for (member, hour, channel), its in hours.of_members.items()
        if not its.sums.messages
    ]
    if not of_members:
        return
    await connection.execute(_DROP_OF_MEMBERS, *literals(of_members, 4))
    of_channels = [
        (guild_of[channel], channel, hour)
        for (channel, hour), its in hours.of_channels.items()
        if is_empty(its)
    ]
    await connection.execute(_DROP_OF_CHANNELS, *literals(of_channels, 3))
    of_guilds = [key for key, its in hours.of_guilds.items() if is_empty(its)]
    await connection.execute(_DROP_OF_GUILDS, *literals(of_guilds, 2))
