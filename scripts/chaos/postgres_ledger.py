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

    async def ask(connection: Any) -> list[str]:
        found = []
        for table, (key, more, last) in _TABLES.items():
            counted = _COUNTED.format(key=key, more=more)
            kept = f"SELECT {key}, {_SUMS}, {last} FROM {table}"
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
