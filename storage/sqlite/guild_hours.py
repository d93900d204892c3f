"""The hourly sums of whole guilds: always those of their channels together."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from operator import add, sub

from storage.batch import Sums

# The keys of tables channel_hour (channel, hour) and guild_hour (guild, hour).
ChannelHour = tuple[int, int]
GuildHour = tuple[int, int]

# The columns of `Sums`, and writers; what an hour had, and what it has.
Change = tuple[Sequence[int], Sequence[int]]

_LOAD = """
    SELECT guild, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers
    FROM json_each(?) AS asked CROSS JOIN guild_hour
        ON guild = asked.value ->> 0 AND hour = asked.value ->> 1
"""
_WRITE = """
    INSERT INTO guild_hour (
        guild, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET negative = excluded.negative, neutral = excluded.neutral,
        positive = excluded.positive, unsure = excluded.unsure, not_scored = excluded.not_scored,
        mood_sum = excluded.mood_sum, mood_sum_squares = excluded.mood_sum_squares,
        scored = excluded.scored, writers = excluded.writers, most = NULL
"""
_DROP = "DELETE FROM guild_hour WHERE guild = ? AND hour = ?"


def follow_channels(
    connection: sqlite3.Connection,
    changes: Mapping[ChannelHour, Change],
    guild_of_channel: Mapping[int, int],
) -> None:
    """Change the guilds' hours by exactly what hours of their channels changed by."""
    by_hour: dict[GuildHour, list[Change]] = {}
    for (channel, hour), change in changes.items():
        by_hour.setdefault((guild_of_channel[channel], hour), []).append(change)
    found = connection.execute(_LOAD, (json.dumps(list(by_hour)),))
    known = {(guild, hour): columns for guild, hour, *columns in found}
    full, empty = [], []
    for key, its in by_hour.items():
        *sums, writers = known.get(key, [0] * (len(Sums._fields) + 1))
        for (*had, _), (*has, _) in its:
            sums = list(map(add, sums, map(sub, has, had)))
        if Sums._make(sums).messages:
            full.append((*key, *sums, _most_writers(writers, its)))
        else:
            empty.append(key)
    connection.executemany(_WRITE, full)
    connection.executemany(_DROP, empty)


def _most_writers(before: int | None, changes: Sequence[Change]) -> int | None:
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
