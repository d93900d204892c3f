"""Both sides of `scripts.bench store` on a PostgreSQL of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import asyncpg

import storage
from scripts.bench.big_server import NOW
from scripts.bench.start import cpu_seconds
from scripts.bench.store import OURS, PLAIN, Side, Sides
from scripts.chaos.postgres_server import PostgresServer
from storage.records import ScoredMessage

_PREPARE: Final = """
    CREATE TABLE channel (
        id    bigint PRIMARY KEY,
        guild bigint NOT NULL
    );
    CREATE TABLE author (
        id bigint PRIMARY KEY
    );
    CREATE TABLE message (
        channel   bigint NOT NULL REFERENCES channel,
        id        bigint NOT NULL,
        guild     bigint NOT NULL,
        author    bigint NOT NULL REFERENCES author,
        reply_to  bigint,
        edited_at timestamptz,
        negative  float8 NOT NULL,
        neutral   float8 NOT NULL,
        positive  float8 NOT NULL,
        status    text NOT NULL,
        model     text NOT NULL,
        PRIMARY KEY (channel, id)
    );
    CREATE INDEX message_by_author ON message (author, guild);
"""
_ADD_CHANNEL: Final = "INSERT INTO channel VALUES ($1, $2) ON CONFLICT DO NOTHING"
_ADD_AUTHOR: Final = "INSERT INTO author VALUES ($1) ON CONFLICT DO NOTHING"
_ADD_MESSAGE: Final = """
    INSERT INTO message VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (channel, id) DO UPDATE SET edited_at = excluded.edited_at,
        negative = excluded.negative, neutral = excluded.neutral, positive = excluded.positive,
        status = excluded.status, model = excluded.model
    WHERE excluded.edited_at > coalesce(message.edited_at, '-infinity')
"""


@contextmanager
def sides() -> Iterator[Sides]:
    """Raises `RuntimeError` where PostgreSQL is not installed."""
    with PostgresServer.started() as server:

        @asynccontextmanager
        async def both() -> AsyncIterator[dict[str, Side]]:
            addresses = {name: server.new_database() for name in (PLAIN, OURS)}
            with TemporaryDirectory() as folder:
                key = Path(folder) / "key"
                plain = await asyncpg.connect(addresses[PLAIN])
                await plain.execute(_PREPARE)
                async with storage.open(addresses[OURS], now=NOW, key_file=key) as ours:

                    async def store(messages: Sequence[ScoredMessage]) -> None:
                        await _store(plain, messages)

                    yield {
                        PLAIN: Side(store, lambda: _used(server, addresses[PLAIN])),
                        OURS: Side(ours.messages.apply, lambda: _used(server, addresses[OURS])),
                    }
                await plain.close()

        yield both


def _used(server: PostgresServer, address: str) -> float:
    database = address.rpartition("/")[2]
    pids = server.ask(
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database()", database
    )
    # The last one asked, and is gone.
    return sum(cpu_seconds(int(pid)) for pid in pids if Path(f"/proc/{pid}").exists())


async def _store(connection: Any, messages: Sequence[ScoredMessage]) -> None:
    async with connection.transaction():
        channels = {(message.channel_id, message.guild_id) for message in messages}
        await connection.executemany(_ADD_CHANNEL, channels)
        authors = {(message.author_id,) for message in messages}
        await connection.executemany(_ADD_AUTHOR, authors)
        await connection.executemany(_ADD_MESSAGE, [_row(message) for message in messages])


def _row(message: ScoredMessage) -> tuple[Any, ...]:
    return (
        message.channel_id,
        message.message_id,
        message.guild_id,
        message.author_id,
        message.reply_to,
        message.edited_at,
        message.negative,
        message.neutral,
        message.positive,
        message.status,
        message.model,
    )
