"""The hourly sums of channels: always those of their members together."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from storage.sqlite.guild_hours import Change, add_to_guilds

# The key of table channel_hour: channel, hour.
ChannelHour = tuple[int, int]

# Not an upsert: what is taken away is below 0, which a row to insert must not be.
_ADD = """
    UPDATE channel_hour SET negative = negative + ?3, neutral = neutral + ?4,
        positive = positive + ?5, unsure = unsure + ?6, not_scored = not_scored + ?7,
        mood_sum = mood_sum + ?8, mood_sum_squares = mood_sum_squares + ?9,
        scored = scored + ?10, writers = writers + ?11
    WHERE channel = ?1 AND hour = ?2
    RETURNING writers, scored + unsure + not_scored
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
    cursor = connection.cursor()
    for key, change in changes.items():
        row = (*key, *change)
        writers, messages = cursor.execute(_ADD, row).fetchone() or (None, None)
        if writers is None:
            cursor.execute(_INSERT, row)
            writers = change[-1]
        elif not messages:
            cursor.execute(_DROP, key)
        channel, hour = key
        of_guilds.setdefault((guild_of_channel[channel], hour), []).append((change, writers))
    add_to_guilds(connection, of_guilds)
