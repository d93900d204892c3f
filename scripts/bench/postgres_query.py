"""The database of a big server for `query`, in PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import asyncpg

from scripts.bench.big_server import GUILD, BigServer, Past

_CHANNELS: Final = "SELECT snowflake, id FROM channel WHERE guild = $1"
_HOURS: Final = [
    "guild",
    "channel",
    "hour",
    "negative",
    "neutral",
    "positive",
    "unsure",
    "not_scored",
    "mood_sum",
    "mood_sum_squares",
    "scored",
    "writers",
]
_DAYS: Final = ["guild", "channel", "day", "mood", "counted", "volume", "negative", "positive"]
_TAKE: Final = """
    CREATE TEMPORARY TABLE past (LIKE channel_hour);
    CREATE TEMPORARY TABLE past_day (LIKE published_day)
"""
# The last hours may be there already: there are rows of messages of them.
_KEEP: Final = """
    INSERT INTO channel_hour SELECT * FROM past ON CONFLICT DO NOTHING;
    INSERT INTO published_day SELECT * FROM past_day ON CONFLICT DO NOTHING;
    INSERT INTO guild_hour
    SELECT guild, hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
    FROM channel_hour GROUP BY guild, hour
    ON CONFLICT (guild, hour) DO UPDATE SET negative = excluded.negative,
        neutral = excluded.neutral, positive = excluded.positive, unsure = excluded.unsure,
        not_scored = excluded.not_scored, mood_sum = excluded.mood_sum,
        mood_sum_squares = excluded.mood_sum_squares, scored = excluded.scored,
        writers = excluded.writers
"""
_SIZE: Final = "SELECT pg_database_size(current_database())"


async def build(server: BigServer, address: str, key_file: Path) -> None:
    """Fill the empty database at this address; millions of messages take minutes."""
    await server.fill(address, key_file, lambda past: asyncio.run(_write(address, past)))
    connection = await asyncpg.connect(address)
    try:
        await connection.execute("VACUUM ANALYZE")  # as the server does by itself within minutes
    finally:
        await connection.close()


async def mebibytes(address: str) -> int:
    """How large the database is."""
    connection = await asyncpg.connect(address)
    try:
        return int(await connection.fetchval(_SIZE)) >> 20
    finally:
        await connection.close()


async def _write(address: str, past: Iterator[Past]) -> None:
    connection = await asyncpg.connect(address)
    try:
        async with connection.transaction():
            await connection.execute(_TAKE)
            known = dict(await connection.fetch(_CHANNELS, GUILD))
            for snowflake, hours, published in past:
                key = (GUILD, known[snowflake])
                await connection.copy_records_to_table(
                    "past", columns=_HOURS, records=[(*key, *hour) for hour in hours]
                )
                await connection.copy_records_to_table(
                    "past_day", columns=_DAYS, records=[(*key, *day) for day in published]
                )
            await connection.execute(_KEEP)
    finally:
        await connection.close()
