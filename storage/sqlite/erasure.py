"""How a member's, a channel's or a guild's data is taken out of every table."""

from __future__ import annotations

import sqlite3
from typing import Final

from storage.sqlite.digests import remove_from
from storage.sqlite.guild_hours import subtract_channel, subtract_member
from storage.sqlite.sweeper import DETACH, DETACH_GUILD, sweep

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
# What is left of a deleted channel (of guild 0) was erased before.
_COUNTED = """
    SELECT coalesce(sum(scored + unsure + not_scored), 0) FROM member_hour
    WHERE member = ? AND channel NOT IN (SELECT id FROM channel WHERE guild = 0)
"""
_DELETE_ROLLUPS = "DELETE FROM member_hour WHERE member = ?"
_DELETE_MEMBER = "DELETE FROM member WHERE id = ?"


def erase_member(connection: sqlite3.Connection, member: int) -> int:
    """Erase what is attributable to this row of table `member`; return how many messages were
    counted: those with a row, and those of which only the hours were left."""
    key = (member,)
    (counted,) = connection.execute(_COUNTED, key).fetchone()
    subtract_member(connection, member)
    connection.execute(_SUBTRACT, key)
    connection.execute(_DROP_EMPTY, key)
    connection.execute(_DELETE_MESSAGES, key)
    connection.execute(_DELETE_DAYS, key)
    # Last: messages and days are found by the member's hours.
    connection.execute(_DELETE_ROLLUPS, key)
    connection.execute(_DELETE_MEMBER, key)
    return int(counted)


_ERASE_GUILD: Final = (
    "DELETE FROM guild_published_day WHERE guild = ?",
    DETACH_GUILD,
    "DELETE FROM ignored_channel WHERE guild = ?",
    "DELETE FROM moderator_role WHERE guild = ?",
    "DELETE FROM settings_change WHERE guild = ?",
    "DELETE FROM guild_settings WHERE guild = ?",
    "DELETE FROM guild_left WHERE guild = ?",
    "DELETE FROM retention_watermark WHERE guild = ?",
    "DELETE FROM scheduled_job WHERE guild = ?",
    "DELETE FROM post WHERE guild = ?",
    "DELETE FROM digest WHERE guild = ?",
    "DELETE FROM note WHERE guild = ?",
    "DELETE FROM guild_hour WHERE guild = ?",
    "DELETE FROM alert_post WHERE guild = ?",
    "DELETE FROM alert WHERE guild = ?",
)


def erase_guild(connection: sqlite3.Connection, guild: int) -> None:
    """Erase everything of the guild but its members' privacy requests.

    None of it can be found from now on. If it holds much, most of that is left to `Sweeper`.
    """
    for statement in _ERASE_GUILD:
        connection.execute(statement, (guild,))
    sweep(connection)


_CHANNEL_WITH_THREADS = """
    SELECT id, snowflake FROM channel WHERE guild = ?1 AND snowflake = ?2
    UNION ALL SELECT id, snowflake FROM channel WHERE guild = ?1 AND parent = ?2
"""
_COUNT_CHANNEL = "DELETE FROM ignored_channel WHERE guild = ? AND channel = ?"
_WATCH_NO_MORE = (
    "DELETE FROM alert WHERE guild = ? AND scope = ?",
    "DELETE FROM alert_episode WHERE guild = ? AND channel = ?",
    "DELETE FROM alert_snooze WHERE guild = ? AND channel = ?",
)
_DROP_EMPTY_POSTS = """
    DELETE FROM alert_post WHERE guild = ?
        AND NOT EXISTS (SELECT 1 FROM alert_episode WHERE post = alert_post.id)
"""


def detach_channel(
    connection: sqlite3.Connection, guild: int, snowflake: int
) -> tuple[set[int], bool]:
    """Let nobody find the channel and its threads any more.

    To erase what they hold is left to `sweep`. Returns the snowflakes of all of them, and whether
    the guild's settings changed with it.
    """
    found = connection.execute(_CHANNEL_WITH_THREADS, (guild, snowflake)).fetchall()
    for channel, _ in found:
        subtract_channel(connection, channel)
        connection.execute(DETACH, (channel,))
    was_left_out = bool(connection.execute(_COUNT_CHANNEL, (guild, snowflake)).rowcount)
    for sql in _WATCH_NO_MORE:
        connection.execute(sql, (guild, snowflake))
    connection.execute(_DROP_EMPTY_POSTS, (guild,))
    gone = {snowflake, *(thread for _, thread in found)}
    for each in gone:
        remove_from(connection, guild, each)
    return gone, was_left_out
