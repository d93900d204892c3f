"""What is stored of what a batch is about: messages, and the sums that they are part of."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from storage.batch import HourOfMember, MemberHour, MessageKey, Row, Sums
from storage.postgres.arrays import literals
from storage.postgres.guild_hours import ChannelHour, GuildHour
from storage.postgres.sessions import Connection

# The guild, and the keys within it: of messages, and of the hours of members and of channels.
InGuild = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """Rows by their keys. Hours of channels and of guilds have the columns of `Sums`, and writers:
    of a guild those of the channel that has most, or `None` where that has to be looked up."""

    rows: dict[MessageKey, Row] = field(default_factory=dict)
    deleted: set[MessageKey] = field(default_factory=set)
    of_members: dict[MemberHour, HourOfMember] = field(default_factory=dict)
    of_channels: dict[ChannelHour, list[int]] = field(default_factory=dict)
    of_guilds: dict[GuildHour, list[int | None]] = field(default_factory=dict)


# Each kind of row in the columns of its table, but for the guild's where a number names it.
_LOAD = """
    WITH wanted AS MATERIALIZED (
        SELECT guild, channel, message
        FROM unnest($1::text::bigint[], $2::text::bigint[], $3::text::bigint[])
            AS each(guild, channel, message)
    )
    SELECT 0 AS kind, channel, message.message, member, reply_gap, edited, score::bigint, model,
        NULL::bigint, NULL::bigint, NULL::bigint, NULL::bigint, NULL::bigint
    FROM wanted JOIN message USING (guild, channel, message)
    UNION ALL
    SELECT 1, channel, deleted.message,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM wanted JOIN deleted USING (guild, channel, message)
    UNION ALL
    SELECT 2, member, hour, channel, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, last_counted
    FROM unnest($4::text::bigint[], $5::text::bigint[], $6::text::integer[], $7::text::bigint[])
            AS asked(guild, member, hour, channel)
        JOIN member_hour USING (guild, member, hour, channel)
    UNION ALL
    SELECT 3, channel, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers, NULL
    FROM unnest($8::text::bigint[], $9::text::bigint[], $10::text::integer[])
            AS asked(guild, channel, hour)
        JOIN channel_hour USING (guild, channel, hour)
    UNION ALL
    SELECT 4, guild, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers, NULL
    FROM unnest($11::text::bigint[], $12::text::integer[]) AS asked(guild, hour)
        JOIN guild_hour USING (guild, hour)
"""


async def load(
    connection: Connection,
    messages: Iterable[InGuild],
    member_hours: Iterable[InGuild],
    channel_hours: Collection[InGuild],
) -> Stored:
    """What there is of these: (guild, channel, message), (guild, member, hour, channel) and
    (guild, channel, hour), and of the hours of their guilds."""
    asked = (
        *literals(messages, 3),
        *literals(member_hours, 4),
        *literals(channel_hours, 3),
        *literals({(guild, hour) for guild, _, hour in channel_hours}, 2),
    )
    found = Stored()
    for kind, *row in await connection.fetch(_LOAD, *asked):
        if kind == 2:
            member, hour, channel, *sums, last_counted = row
            found.of_members[member, hour, channel] = HourOfMember(Sums._make(sums), last_counted)
        elif kind == 3:
            found.of_channels[row[0], row[1]] = row[2:11]
        elif kind == 4:
            found.of_guilds[row[0], row[1]] = row[2:11]
        elif kind == 0:
            found.rows[row[0], row[1]] = Row._make(row[:7])
        else:
            found.deleted.add((row[0], row[1]))
    return found
