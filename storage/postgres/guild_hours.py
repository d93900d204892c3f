"""The hourly sums of whole guilds: always those of their channels together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import add, sub

from storage.postgres.sessions import Connection

# The keys of tables channel_hour (guild aside) and guild_hour.
ChannelHour = tuple[int, int]
GuildHour = tuple[int, int]

# The columns of `Sums`, and writers; what an hour had, and what it has.
SumsChange = tuple[Sequence[int], Sequence[int]]

_NOTHING = (0,) * 9


def of_guilds(
    before: Mapping[GuildHour, Sequence[int | None]],
    changes: Mapping[ChannelHour, SumsChange],
    guild_of: Mapping[int, int],
) -> dict[GuildHour, list[int | None]]:
    """The guilds' hours, changed by exactly what hours of their channels changed by.

    Each has the columns of `Sums`, and the writers of the channel that has most: `None` where that
    has to be looked up.
    """
    by_hour: dict[GuildHour, list[SumsChange]] = {}
    for (channel, hour), change in changes.items():
        by_hour.setdefault((guild_of[channel], hour), []).append(change)
    after: dict[GuildHour, list[int | None]] = {}
    for key, its in by_hour.items():
        *sums, writers = before.get(key, _NOTHING)
        had, has = (map(sum, zip(*rows, strict=True)) for rows in zip(*its, strict=True))
        # `sums` are one column less: the writers of channels are not added up.
        after[key] = [*map(add, sums, map(sub, has, had)), _most_writers(writers, its)]
    return after


def _most_writers(before: int | None, changes: Sequence[SumsChange]) -> int | None:
    """How many writers the channel has that has most; `None` if that has to be looked up."""
    if before is None:
        return None
    most = max(has[-1] for _, has in changes)
    if most >= before:
        return most
    had_most = any(had[-1] == before for had, _ in changes)
    return None if had_most else before


# What a member wrote is theirs in the hours of channels, too: the same is subtracted there.
_SUBTRACT_MEMBER = """
    UPDATE guild_hour SET
        negative = guild_hour.negative - mine.negative,
        neutral = guild_hour.neutral - mine.neutral,
        positive = guild_hour.positive - mine.positive,
        unsure = guild_hour.unsure - mine.unsure,
        not_scored = guild_hour.not_scored - mine.not_scored,
        mood_sum = guild_hour.mood_sum - mine.mood_sum,
        mood_sum_squares = guild_hour.mood_sum_squares - mine.mood_sum_squares,
        scored = guild_hour.scored - mine.scored,
        writers = CASE WHEN mine.scored = 0 THEN guild_hour.writers END,
        most = NULL
    FROM (
        SELECT hour, sum(negative) AS negative, sum(neutral) AS neutral,
            sum(positive) AS positive, sum(unsure) AS unsure, sum(not_scored) AS not_scored,
            sum(mood_sum) AS mood_sum, sum(mood_sum_squares) AS mood_sum_squares,
            sum(scored) AS scored
        FROM member_hour JOIN channel ON channel.guild = $1 AND channel.id = member_hour.channel
        WHERE member_hour.guild = $1 AND member = $2 AND NOT detached
        GROUP BY hour
    ) AS mine
    WHERE guild_hour.guild = $1 AND guild_hour.hour = mine.hour
"""
_DROP_EMPTY_OF_MEMBER = """
    DELETE FROM guild_hour
    WHERE guild = $1 AND scored + unsure + not_scored = 0 AND hour = ANY(ARRAY(
        SELECT hour FROM member_hour WHERE guild = $1 AND member = $2))
"""


async def subtract_member(connection: Connection, guild: int, member: int) -> None:
    """Take out what this member wrote, while their own hours are still there."""
    await connection.execute(_SUBTRACT_MEMBER, guild, member)
    await connection.execute(_DROP_EMPTY_OF_MEMBER, guild, member)


_SUBTRACT_CHANNELS = """
    UPDATE guild_hour SET
        negative = guild_hour.negative - its.negative,
        neutral = guild_hour.neutral - its.neutral,
        positive = guild_hour.positive - its.positive,
        unsure = guild_hour.unsure - its.unsure,
        not_scored = guild_hour.not_scored - its.not_scored,
        mood_sum = guild_hour.mood_sum - its.mood_sum,
        mood_sum_squares = guild_hour.mood_sum_squares - its.mood_sum_squares,
        scored = guild_hour.scored - its.scored,
        writers = CASE WHEN its.writers < guild_hour.writers THEN guild_hour.writers END,
        most = NULL
    FROM (
        SELECT hour, sum(negative) AS negative, sum(neutral) AS neutral,
            sum(positive) AS positive, sum(unsure) AS unsure, sum(not_scored) AS not_scored,
            sum(mood_sum) AS mood_sum, sum(mood_sum_squares) AS mood_sum_squares,
            sum(scored) AS scored, max(writers) AS writers
        FROM channel_hour WHERE guild = $1 AND channel = ANY($2::bigint[])
        GROUP BY hour
    ) AS its
    WHERE guild_hour.guild = $1 AND guild_hour.hour = its.hour
"""
_DROP_EMPTY_OF_CHANNELS = """
    DELETE FROM guild_hour
    WHERE guild = $1 AND scored + unsure + not_scored = 0 AND hour = ANY(ARRAY(
        SELECT hour FROM channel_hour WHERE guild = $1 AND channel = ANY($2::bigint[])))
"""


async def subtract_channels(connection: Connection, guild: int, channels: Sequence[int]) -> None:
    """Take out what was written in these channels, by their numbers, before they are detached."""
    await connection.execute(_SUBTRACT_CHANNELS, guild, channels)
    await connection.execute(_DROP_EMPTY_OF_CHANNELS, guild, channels)
