"""The hourly sums of whole guilds: always those of their channels together."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

# The key of table guild_hour: guild, hour.
GuildHour = tuple[int, int]

# What came to the hour of a channel, the columns of `Sums` and writers; and its writers now.
Change = tuple[Sequence[int], int]

# Who has most writers now may be one of those that changed; or it was one, and has fewer now: then
# it has to be looked up. What is to be looked up (null) stays so.
_ADD = """
    UPDATE guild_hour SET negative = negative + ?3, neutral = neutral + ?4,
        positive = positive + ?5, unsure = unsure + ?6, not_scored = not_scored + ?7,
        mood_sum = mood_sum + ?8, mood_sum_squares = mood_sum_squares + ?9,
        scored = scored + ?10,
        writers = iif(?11 >= writers, ?11, iif(?12 >= writers, NULL, writers)), most = NULL
    WHERE guild = ?1 AND hour = ?2
    RETURNING scored + unsure + not_scored
"""
_INSERT = """
    INSERT INTO guild_hour (
        guild, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_DROP = "DELETE FROM guild_hour WHERE guild = ? AND hour = ?"


def add_to_guilds(
    connection: sqlite3.Connection, changes: Mapping[GuildHour, Sequence[Change]]
) -> None:
    """Add to the guilds' hours exactly what came to hours of their channels; drop what is empty."""
    for key, its in changes.items():
        *sums, _ = map(sum, zip(*(change for change, _ in its), strict=True))
        has = max(writers for _, writers in its)
        had = max(writers - change[-1] for change, writers in its)
        found = connection.execute(_ADD, (*key, *sums, has, had)).fetchone()
        if found is None:
            connection.execute(_INSERT, (*key, *sums, has))
        elif not found[0]:
            connection.execute(_DROP, key)


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
        writers = iif(mine.scored, NULL, guild_hour.writers),
        most = NULL
    FROM (
        SELECT guild, hour, sum(negative) AS negative, sum(neutral) AS neutral,
            sum(positive) AS positive, sum(unsure) AS unsure, sum(not_scored) AS not_scored,
            sum(mood_sum) AS mood_sum, sum(mood_sum_squares) AS mood_sum_squares,
            sum(scored) AS scored
        FROM member_hour JOIN channel ON channel.id = member_hour.channel
        WHERE member = ? AND guild <> 0
        GROUP BY guild, hour
    ) AS mine
    WHERE guild_hour.guild = mine.guild AND guild_hour.hour = mine.hour
"""
_DROP_EMPTY_OF_MEMBER = """
    DELETE FROM guild_hour
    WHERE (guild, hour) IN (
            SELECT guild, hour FROM member_hour JOIN channel ON channel.id = member_hour.channel
            WHERE member = ? AND guild <> 0)
        AND scored + unsure + not_scored = 0
"""


def subtract_member(connection: sqlite3.Connection, member: int) -> None:
    """Take out what this member wrote, while their own hours are still there."""
    connection.execute(_SUBTRACT_MEMBER, (member,))
    connection.execute(_DROP_EMPTY_OF_MEMBER, (member,))


_SUBTRACT_CHANNEL = """
    UPDATE guild_hour SET
        negative = guild_hour.negative - its.negative,
        neutral = guild_hour.neutral - its.neutral,
        positive = guild_hour.positive - its.positive,
        unsure = guild_hour.unsure - its.unsure,
        not_scored = guild_hour.not_scored - its.not_scored,
        mood_sum = guild_hour.mood_sum - its.mood_sum,
        mood_sum_squares = guild_hour.mood_sum_squares - its.mood_sum_squares,
        scored = guild_hour.scored - its.scored,
        writers = iif(its.writers < guild_hour.writers, guild_hour.writers, NULL),
        most = NULL
    FROM channel CROSS JOIN channel_hour AS its ON its.channel = channel.id
    WHERE channel.id = ? AND guild_hour.guild = channel.guild AND guild_hour.hour = its.hour
"""
_DROP_EMPTY_OF_CHANNEL = """
    DELETE FROM guild_hour
    WHERE (guild, hour) IN (
            SELECT guild, hour FROM channel CROSS JOIN channel_hour
                ON channel_hour.channel = channel.id
            WHERE channel.id = ?)
        AND scored + unsure + not_scored = 0
"""


def subtract_channel(connection: sqlite3.Connection, channel: int) -> None:
    """Take out what was written in this channel, while it still belongs to its guild."""
    connection.execute(_SUBTRACT_CHANNEL, (channel,))
    connection.execute(_DROP_EMPTY_OF_CHANNEL, (channel,))
