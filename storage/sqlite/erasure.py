"""How a member's, a channel's or a guild's data is taken out of every table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from storage.sqlite.surrogates import DROP_MEMBER

if TYPE_CHECKING:
    import sqlite3

# The member's own rollup says exactly what to take from the channels'.
_SUBTRACT = """
    UPDATE channel_hour SET
        negative = channel_hour.negative - mine.negative,
        neutral = channel_hour.neutral - mine.neutral,
        positive = channel_hour.positive - mine.positive,
        unsure = channel_hour.unsure - mine.unsure,
        not_scored = channel_hour.not_scored - mine.not_scored,
        mood_sum = channel_hour.mood_sum - mine.mood_sum,
        mood_sum_squares = channel_hour.mood_sum_squares - mine.mood_sum_squares,
        scored = channel_hour.scored - mine.scored,
        writers = channel_hour.writers - (mine.scored > 0)
    FROM member_hour AS mine
    WHERE mine.member = ?
        AND channel_hour.channel = mine.channel AND channel_hour.hour = mine.hour
"""
_DROP_EMPTY = """
    DELETE FROM channel_hour
    WHERE (channel, hour) IN (SELECT channel, hour FROM member_hour WHERE member = ?)
        AND scored + unsure + not_scored = 0
"""
_DELETE_MESSAGES = """
    DELETE FROM message
    WHERE (channel, message) IN (SELECT channel, message FROM message_of_member WHERE member = ?)
"""
_DELETE_DAYS = """
    DELETE FROM author_day WHERE (channel, day, member) IN (
        SELECT channel, hour / 24, member FROM member_hour WHERE member = ?)
"""
_COUNTED = """
    SELECT coalesce(sum(scored + unsure + not_scored), 0) FROM member_hour WHERE member = ?
"""
_DELETE_ROLLUPS = "DELETE FROM member_hour WHERE member = ?"
_DELETE_MEMBER = "DELETE FROM member WHERE id = ?"


def erase_member(connection: sqlite3.Connection, member: int) -> int:
    """Erase what is attributable to this row of table `member`; return how many messages were
    counted: those with a row, and those of which only the hours were left."""
    key = (member,)
    (counted,) = connection.execute(_COUNTED, key).fetchone()
    connection.execute(_SUBTRACT, key)
    connection.execute(_DROP_EMPTY, key)
    connection.execute(_DELETE_MESSAGES, key)
    connection.execute(_DELETE_DAYS, key)
    # Last: messages and days are found by the member's hours.
    connection.execute(_DELETE_ROLLUPS, key)
    connection.execute(_DELETE_MEMBER, key)
    return int(counted)


_ERASE_GUILD: Final = (
    "DELETE FROM message WHERE channel IN (SELECT id FROM channel WHERE guild = ?)",
    "DELETE FROM deleted WHERE channel IN (SELECT id FROM channel WHERE guild = ?)",
    "DELETE FROM author_day WHERE channel IN (SELECT id FROM channel WHERE guild = ?)",
    "DELETE FROM channel_day WHERE channel IN (SELECT id FROM channel WHERE guild = ?)",
    "DELETE FROM channel_hour WHERE channel IN (SELECT id FROM channel WHERE guild = ?)",
    "DELETE FROM member_hour WHERE member IN (SELECT id FROM member WHERE guild = ?)",
    "DELETE FROM channel WHERE guild = ?",
    "DELETE FROM member WHERE guild = ?",
    "DELETE FROM ignored_channel WHERE guild = ?",
    "DELETE FROM guild_settings WHERE guild = ?",
    "DELETE FROM guild_left WHERE guild = ?",
    "DELETE FROM retention_watermark WHERE guild = ?",
    "DELETE FROM scheduled_job WHERE guild = ?",
)


def erase_guild(connection: sqlite3.Connection, guild: int) -> None:
    """Erase everything of the guild but its members' privacy requests."""
    for statement in _ERASE_GUILD:
        connection.execute(statement, (guild,))


_CHANNEL_WITH_THREADS = """
    SELECT id, snowflake FROM channel WHERE guild = ?1 AND ?2 IN (snowflake, parent)
"""
# The parameter: the channels' own numbers as a JSON list.
_ERASE_CHANNELS: Final = (
    "DELETE FROM message WHERE channel IN (SELECT value FROM json_each(?1))",
    "DELETE FROM deleted WHERE channel IN (SELECT value FROM json_each(?1))",
    "DELETE FROM author_day WHERE channel IN (SELECT value FROM json_each(?1))",
    "DELETE FROM channel_day WHERE channel IN (SELECT value FROM json_each(?1))",
    "DELETE FROM channel_hour WHERE channel IN (SELECT value FROM json_each(?1))",
    "DELETE FROM channel WHERE id IN (SELECT value FROM json_each(?1))",
)
# Their key begins with the member: the guild's members are gone through.
_ERASE_MEMBER_HOURS = """
    DELETE FROM member_hour
    WHERE member IN (SELECT id FROM member WHERE guild = ?2)
        AND channel IN (SELECT value FROM json_each(?1))
    RETURNING member
"""
_COUNT_CHANNEL = "DELETE FROM ignored_channel WHERE guild = ? AND channel = ?"


def erase_channel(connection: sqlite3.Connection, guild: int, snowflake: int) -> set[int]:
    """Erase everything of a channel and its threads; return the snowflakes of all of them."""
    found = connection.execute(_CHANNEL_WITH_THREADS, (guild, snowflake)).fetchall()
    if found:  # or it is a thread that went with its channel: of those there may be many
        channels = json.dumps([channel for channel, _ in found])
        members = connection.execute(_ERASE_MEMBER_HOURS, (channels, guild)).fetchall()
        for statement in _ERASE_CHANNELS:
            connection.execute(statement, (channels,))
        connection.executemany(DROP_MEMBER, set(members))
    connection.execute(_COUNT_CHANNEL, (guild, snowflake))
    return {snowflake, *(thread for _, thread in found)}
