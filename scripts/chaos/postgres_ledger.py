"""What is in a database of PostgreSQL, read past the storage: as `ledger` does for a file."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import asyncpg

from scripts.chaos.ledger import STATUSES, ChannelMessage, Known

T = TypeVar("T")

_STORED = """
    SELECT channel.snowflake, message, edited, score >> 14 & 16383, score & 16383, score >> 28
    FROM message JOIN channel ON channel.guild = message.guild AND channel.id = message.channel
"""
_READ_UP_TO = "SELECT snowflake, contiguous FROM channel WHERE contiguous > 0"

# The milder label wins a tie: neutral first, then positive. Of each person the first ten scored
# messages of an hour and channel count in a mood.
_COUNTED = """
    SELECT {key},
        count(*) FILTER (WHERE counts AND negative > neutral AND negative > positive),
        count(*) FILTER (WHERE counts AND neutral >= negative AND neutral >= positive),
        count(*) FILTER (WHERE counts AND positive > neutral AND positive >= negative),
        count(*) FILTER (WHERE status = 1), count(*) FILTER (WHERE status = 2),
        coalesce(sum(mood) FILTER (WHERE counts), 0),
        coalesce(sum(mood * mood) FILTER (WHERE counts), 0),
        count(*) FILTER (WHERE status = 0), {more}
    FROM (
        SELECT *, 10000 - negative - positive AS neutral, positive - negative AS mood,
            status = 0 AND number <= 10 AS counts
        FROM (
            SELECT guild, channel, member, hour, message, status, negative, positive,
                row_number() OVER (
                    PARTITION BY channel, member, hour, status ORDER BY message) AS number
            FROM (
                SELECT guild, channel, member, message,
                    ((message >> 22) + 1420070400000) / 3600000 AS hour, score >> 28 AS status,
                    (score >> 14 & 16383)::bigint AS negative, (score & 16383)::bigint AS positive
                FROM message
            ) AS spelt
        ) AS numbered
    ) AS judged
    GROUP BY {key}
"""
_SUMS = "negative, neutral, positive, unsure, not_scored, mood_sum, mood_sum_squares, scored"
_TABLES = {
    "channel_hour": (
        "guild, channel, hour",
        "count(DISTINCT member) FILTER (WHERE status = 0)",
        "writers",
    ),
    "member_hour": (
        "guild, member, hour, channel",
        "coalesce(max(message) FILTER (WHERE counts AND number = 10), 0)",
        "last_counted",
    ),
}
# What follows from the sums of channels: those of guilds, of days that are summed up, and of days
# that are published. Each with its recount.
_OF_COLUMNS = ", ".join(f"sum({column})" for column in _SUMS.split(", "))
_FOLLOWING = {
    "guild_hour": (
        f"""
        SELECT channel_hour.guild, hour, {_OF_COLUMNS} FROM channel_hour JOIN channel
            ON channel.guild = channel_hour.guild AND channel.id = channel_hour.channel
        WHERE NOT detached GROUP BY channel_hour.guild, hour
        """,
        f"SELECT guild, hour, {_SUMS} FROM guild_hour",
    ),
    "guild_day": (
        f"""
        SELECT day.guild, day.first_hour, {", ".join(f"sum(its.{c})" for c in _SUMS.split(", "))}
        FROM guild_day AS day JOIN guild_hour AS its ON its.guild = day.guild
            AND its.hour >= day.first_hour AND its.hour < day.end_hour
        GROUP BY day.guild, day.first_hour
        """,
        f"SELECT guild, first_hour, {_SUMS} FROM guild_day",
    ),
    "channel_day": (
        f"""
        SELECT day.guild, its.channel, day.first_hour,
            {", ".join(f"sum(its.{c})" for c in _SUMS.split(", "))}, max(its.writers)
        FROM guild_day AS day
            JOIN channel_hour AS its ON its.guild = day.guild
                AND its.hour >= day.first_hour AND its.hour < day.end_hour
            JOIN channel ON channel.guild = its.guild AND channel.id = its.channel
        WHERE NOT detached GROUP BY day.guild, its.channel, day.first_hour
        """,
        f"SELECT guild, channel, first_hour, {_SUMS}, writers FROM channel_day",
    ),
    "guild_published_day": (
        """
        SELECT its.guild, day, count(mood), count(*) - count(mood), coalesce(sum(counted), 0),
            coalesce(sum(volume), 0), coalesce(sum(mood * counted), 0),
            coalesce(sum(negative * counted), 0), coalesce(sum(positive * counted), 0)
        FROM published_day AS its JOIN channel
            ON channel.guild = its.guild AND channel.id = its.channel
        WHERE NOT detached GROUP BY its.guild, day
        """,
        "SELECT * FROM guild_published_day",
    ),
}


def stored(address: str) -> dict[ChannelMessage, Known]:
    """Every message in the database."""

    async def ask(connection: Any) -> dict[ChannelMessage, Known]:
        return {
            (row[0], row[1]): (row[2], row[3], row[4], STATUSES[row[5]])
            for row in await connection.fetch(_STORED)
        }

    return _ask(address, ask)


def read_up_to(address: str) -> dict[int, int]:
    """How far each channel is read, as the database says."""

    async def ask(connection: Any) -> dict[int, int]:
        return dict(await connection.fetch(_READ_UP_TO))

    return _ask(address, ask)


def is_made(address: str) -> bool:
    """Whether a child came as far as to have every table, and a key."""

    async def ask(connection: Any) -> bool:
        if await connection.fetchval("SELECT to_regclass('identity_key') IS NULL"):
            return False
        return bool(await connection.fetchval("SELECT EXISTS (SELECT 1 FROM identity_key)"))

    return _ask(address, ask)


def faults(address: str) -> list[str]:
    """What is wrong in the database, in words: rollups that no recount of rows gives."""
    recounts = {
        table: (_COUNTED.format(key=key, more=more), f"SELECT {key}, {_SUMS}, {last} FROM {table}")
        for table, (key, more, last) in _TABLES.items()
    }
    return _differences(address, recounts) + faults_of_sums(address)


def faults_of_sums(address: str) -> list[str]:
    """The same of sums of guilds and of days, which are recounts of channels' sums."""
    return _differences(address, _FOLLOWING)


def _differences(address: str, recounts: dict[str, tuple[str, str]]) -> list[str]:
    async def ask(connection: Any) -> list[str]:
        found = []
        for table, (counted, kept) in recounts.items():
            for greater, less in ((counted, kept), (kept, counted)):
                wrong = await connection.fetchval(
                    f"SELECT count(*) FROM (({greater}) EXCEPT ({less})) AS wrong"
                )
                if wrong:
                    found.append(f"{wrong} rows of {table} differ from a recount of the messages")
        return found

    return _ask(address, ask)


def _ask(address: str, question: Callable[[Any], Awaitable[T]]) -> T:
    async def connected() -> T:
        connection = await asyncpg.connect(address)
        try:
            return await question(connection)
        finally:
            await connection.close()

    return asyncio.run(connected())
