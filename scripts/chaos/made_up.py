"""Fills a database with made-up sums and messages: so many that reading or erasing takes long."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import storage
from playground.world import Channel
from storage.records import snowflake_time

HOUR = timedelta(hours=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PEOPLE = 500

_CHANNELS = "INSERT INTO channel (guild, snowflake) VALUES (?, ?)"
# A handful of messages in every hour, of a mood that comes and goes.
_SUMS = """
    WITH RECURSIVE hours (hour) AS (SELECT ?2 UNION ALL SELECT hour + 1 FROM hours WHERE hour < ?3)
    INSERT INTO channel_hour (channel, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers)
    SELECT id, hour, hour % 7, 10, hour % 11, 1, 2,
        5000 * (hour % 11 - hour % 7), 25000000 * (hour % 11 + hour % 7),
        hour % 7 + 10 + hour % 11, 5
    FROM channel CROSS JOIN hours WHERE snowflake IN (SELECT value FROM json_each(?1))
"""
_MODEL = "INSERT OR IGNORE INTO model (version) VALUES ('made-up-00000000')"
_PEOPLE = """
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?2)
    INSERT INTO member (guild, identity) SELECT ?1, randomblob(16) FROM numbers
"""
_MESSAGES = """
    WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?5 - 1)
    INSERT INTO message (channel, message, member, edited, score, model)
    SELECT (SELECT id FROM channel WHERE guild = ?1 AND snowflake = ?2), ?3 + n * ?4,
        (SELECT min(id) FROM member WHERE guild = ?1) + n * 7919 % ?6, 0, 1 << 14 | 9000,
        (SELECT max(id) FROM model)
    FROM numbers
"""
# All of them are positive, with a mood of 0.8999.
_HOURS_OF_MESSAGES = """
    INSERT INTO member_hour (member, hour, channel, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored)
    SELECT member, ((message >> 22) + 1420070400000) / 3600000 AS hour, channel, 0, 0, count(*), 0,
        0, 8999 * count(*), 8999 * 8999 * count(*), count(*)
    FROM message WHERE channel = (SELECT id FROM channel WHERE guild = ?1 AND snowflake = ?2)
    GROUP BY member, hour, channel
"""
_HOURS_OF_CHANNEL = """
    INSERT INTO channel_hour (channel, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers)
    SELECT channel, hour, 0, 0, sum(positive), 0, 0, sum(mood_sum), sum(mood_sum_squares),
        sum(scored), count(*)
    FROM member_hour
    WHERE channel = (SELECT id FROM channel WHERE guild = ?1 AND snowflake = ?2)
    GROUP BY channel, hour
"""
_HOURS_OF_GUILDS = """
    INSERT OR REPLACE INTO guild_hour (
        guild, hour, negative, neutral, positive, unsure, not_scored, mood_sum, mood_sum_squares,
        scored, writers)
    SELECT guild, hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
    FROM channel JOIN channel_hour ON channel_hour.channel = channel.id
    WHERE guild <> 0 GROUP BY guild, hour
"""
_AUTHORS = """
    INSERT INTO author_day SELECT DISTINCT channel, hour / 24, member FROM member_hour
    WHERE channel = (SELECT id FROM channel WHERE guild = ?1 AND snowflake = ?2)
"""


def make(path: Path) -> None:
    """A database with nothing in it, as the bot would make it."""

    async def open_once() -> None:
        async with storage.open(path, now=datetime.now(UTC)):
            pass

    asyncio.run(open_once())


def fill_with_sums(path: Path, channels: Sequence[Channel], days: int) -> None:
    """Give each of the channels, which are new to the database, a sum for each hour up to now."""
    until = int((datetime.now(UTC) - EPOCH) / HOUR)
    ids = json.dumps([channel.id for channel in channels])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(_CHANNELS, [(each.guild_id, each.id) for each in channels])
        connection.execute(_SUMS, (ids, until - 24 * days, until))
        connection.execute(_HOURS_OF_GUILDS)


def fill_with_messages(path: Path, channel: Channel, count: int) -> None:
    """Give the channel, which is new to the database, messages of many people in the last days."""
    place = (channel.guild_id, channel.id)
    first = datetime.now(UTC) - timedelta(days=20)
    apart = timedelta(days=18) / count
    first_id = _snowflake(first)
    step = _snowflake(first + apart) - first_id
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(_CHANNELS, place)
        connection.execute(_MODEL)
        connection.execute(_PEOPLE, (channel.guild_id, PEOPLE))
        connection.execute(_MESSAGES, (*place, first_id, step, count, PEOPLE))
        for sql in (_HOURS_OF_MESSAGES, _HOURS_OF_CHANNEL, _AUTHORS):
            connection.execute(sql, place)
        connection.execute(_HOURS_OF_GUILDS)


def _snowflake(moment: datetime) -> int:
    return int((moment - snowflake_time(0)) / timedelta(milliseconds=1)) << 22
