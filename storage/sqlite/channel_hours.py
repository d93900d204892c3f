"""The hourly sums of channels: always those of their members together."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from operator import add

from storage.batch import sums_of
from storage.sqlite.guild_hours import Change, add_to_guilds

# The key of table channel_hour: channel, hour.
ChannelHour = tuple[int, int]

_LOAD = """
    SELECT negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers
    FROM channel_hour WHERE channel = ? AND hour = ?
"""
# Not one statement for both, which takes longer.
_CHANGE = """
    UPDATE channel_hour SET negative = ?, neutral = ?, positive = ?, unsure = ?, not_scored = ?,
        mood_sum = ?, mood_sum_squares = ?, scored = ?, writers = ?
    WHERE channel = ? AND hour = ?
"""
_INSERT = """
    INSERT INTO channel_hour (
        channel, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_DROP = "DELETE FROM channel_hour WHERE channel = ? AND hour = ?"


def change_channels(
    connection: sqlite3.Connection,
    changes: Mapping[ChannelHour, Sequence[int]],
    guild_of_channel: Mapping[int, int],
) -> None:
    """Add to hours of channels, and to those of their guilds: the columns of `Sums`, and writers;
    drop what is empty."""
    of_guilds: dict[tuple[int, int], list[Change]] = {}
    changed, new, empty = [], [], []
    cursor = connection.cursor()
    for key, change in changes.items():
        had = cursor.execute(_LOAD, key).fetchone()
        has = change if had is None else tuple(map(add, had, change))
        if had is None:
            new.append((*key, *has))
        elif sums_of(has[:-1]).messages:
            changed.append((*has, *key))
        else:
            empty.append(key)
        channel, hour = key
        of_guilds.setdefault((guild_of_channel[channel], hour), []).append((change, has[-1]))
    connection.executemany(_CHANGE, changed)
    connection.executemany(_INSERT, new)
    connection.executemany(_DROP, empty)
    add_to_guilds(connection, of_guilds)
