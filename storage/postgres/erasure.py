"""How a member's, a channel's or a guild's data is taken out of every table. Guilds are locked."""

from __future__ import annotations

from typing import Final

from storage.postgres.connection import Connection
from storage.postgres.digests import remove_from
from storage.postgres.guild_hours import subtract_channels, subtract_member
from storage.postgres.published_days import subtract_published
from storage.postgres.sweeper import sweep

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
        writers = channel_hour.writers - (mine.scored > 0)::integer
    FROM member_hour AS mine
    WHERE mine.guild = $1 AND mine.member = $2 AND channel_hour.guild = $1
        AND channel_hour.channel = mine.channel AND channel_hour.hour = mine.hour
"""
_DROP_EMPTY = """
    DELETE FROM channel_hour USING member_hour AS mine
    WHERE mine.guild = $1 AND mine.member = $2 AND channel_hour.guild = $1
        AND channel_hour.channel = mine.channel AND channel_hour.hour = mine.hour
        AND channel_hour.scored + channel_hour.unsure + channel_hour.not_scored = 0
"""
# A member's messages without an index that every message would pay for: the hours in which they
# wrote are known, and each hour is one range of a channel.
_DELETE_MESSAGES = """
    DELETE FROM message USING member_hour AS mine
    WHERE mine.guild = $1 AND mine.member = $2 AND message.guild = $1
        AND message.channel = mine.channel
        AND message.message >= (mine.hour * 3600000::bigint - 1420070400000) << 22
        AND message.message < ((mine.hour + 1) * 3600000::bigint - 1420070400000) << 22
        AND message.member = $2
"""
_DELETE_DAYS = """
    DELETE FROM author_day USING member_hour AS mine
    WHERE mine.guild = $1 AND mine.member = $2 AND author_day.guild = $1
        AND author_day.channel = mine.channel AND author_day.day = mine.hour / 24
        AND author_day.member = $2
"""
# What is left of a detached channel was erased before.
_COUNTED = """
    SELECT coalesce(sum(scored + unsure + not_scored), 0)::bigint
    FROM member_hour JOIN channel
        ON channel.guild = member_hour.guild AND channel.id = member_hour.channel
    WHERE member_hour.guild = $1 AND member = $2 AND NOT detached
"""
_DELETE_ROLLUPS = "DELETE FROM member_hour WHERE guild = $1 AND member = $2"
_DELETE_MEMBER = "DELETE FROM member WHERE guild = $1 AND id = $2"


async def erase_member(connection: Connection, guild: int, member: int) -> int:
    """Erase what is attributable to this row of table `member`; return how many messages were
    counted: those with a row, and those of which only the hours were left."""
    key = (guild, member)
    counted = await connection.fetchval(_COUNTED, *key)
    await subtract_member(connection, *key)
    await connection.execute(_SUBTRACT, *key)
    await connection.execute(_DROP_EMPTY, *key)
    await connection.execute(_DELETE_MESSAGES, *key)
    await connection.execute(_DELETE_DAYS, *key)
    # Last: messages and days are found by the member's hours.
    await connection.execute(_DELETE_ROLLUPS, *key)
    await connection.execute(_DELETE_MEMBER, *key)
    return int(counted)


_ERASE_GUILD: Final = (
    "DELETE FROM guild_day WHERE guild = $1",
    "DELETE FROM guild_hour WHERE guild = $1",
    "DELETE FROM guild_published_day WHERE guild = $1",
    "UPDATE channel SET detached = true, parent = NULL WHERE guild = $1",
    "DELETE FROM ignored_channel WHERE guild = $1",
    "DELETE FROM moderator_role WHERE guild = $1",
    "DELETE FROM settings_change WHERE guild = $1",
    "DELETE FROM guild_settings WHERE guild = $1",
    "DELETE FROM guild_left WHERE guild = $1",
    "DELETE FROM retention_watermark WHERE guild = $1",
    "DELETE FROM scheduled_job WHERE guild = $1",
    "DELETE FROM post WHERE guild = $1",
    "DELETE FROM digest WHERE guild = $1",
    "DELETE FROM note WHERE guild = $1",
    "DELETE FROM alert_post WHERE guild = $1",
    "DELETE FROM alert WHERE guild = $1",
    "DELETE FROM read_again WHERE guild = $1",
    "DELETE FROM model_change WHERE guild = $1",
)


async def erase_guild(connection: Connection, guild: int) -> None:
    """Erase everything of the guild but its members' privacy requests.

    None of it can be found from now on. If it holds much, most of that is left to `Sweeper`.
    """
    for statement in _ERASE_GUILD:
        await connection.execute(statement, guild)
    await sweep(connection, guild)


_FIND_CHANNEL = """
    SELECT id, snowflake FROM channel
    WHERE guild = $1 AND NOT detached AND (snowflake = $2 OR parent = $2)
"""
_DETACH = """
    UPDATE channel SET detached = true, parent = NULL
    WHERE guild = $1 AND id = ANY($2::bigint[])
"""
_COUNT_CHANNEL = "DELETE FROM ignored_channel WHERE guild = $1 AND channel = $2"
_WATCH_NO_MORE = (
    "DELETE FROM alert WHERE guild = $1 AND scope = $2",
    "DELETE FROM alert_episode WHERE guild = $1 AND channel = $2",
    "DELETE FROM alert_snooze WHERE guild = $1 AND channel = $2",
)
_DROP_EMPTY_POSTS = """
    DELETE FROM alert_post WHERE guild = $1 AND NOT EXISTS (
        SELECT 1 FROM alert_episode
        WHERE alert_episode.guild = $1 AND alert_episode.post = alert_post.id)
"""


async def detach_channel(connection: Connection, guild: int, snowflake: int) -> set[int]:
    """Let nobody find the channel and its threads any more; return the snowflakes of all of them.

    To erase what they hold is left to `sweep`.
    """
    found = await connection.fetch(_FIND_CHANNEL, guild, snowflake)
    numbers = [number for number, _ in found]
    await subtract_channels(connection, guild, numbers)
    await subtract_published(connection, guild, numbers)
    await connection.execute(_DETACH, guild, numbers)
    await connection.execute(_COUNT_CHANNEL, guild, snowflake)
    for sql in _WATCH_NO_MORE:
        await connection.execute(sql, guild, snowflake)
    await connection.execute(_DROP_EMPTY_POSTS, guild)
    gone = {snowflake, *(each for _, each in found)}
    for each in gone:
        await remove_from(connection, guild, each)
    return gone
