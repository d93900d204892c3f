"""The plain insert that `store` is measured beside, in PostgreSQL, and the processor time of both.

As in SQLite: one table with a row a message, its primary key the server, the channel and the
message, a foreign key to its channel and an index by author; one `executemany` and one transaction
a batch. Counted is the processor time of this process and of all of the server's.
"""

from __future__ import annotations

import os
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

import asyncpg

from scripts.chaos.postgres_server import PostgresServer
from storage.records import ScoredMessage

_PREPARE: Final = """
    CREATE TABLE channel (
        id    bigint PRIMARY KEY,
        guild bigint NOT NULL
    );
    CREATE TABLE message (
        guild     bigint NOT NULL,
        channel   bigint NOT NULL REFERENCES channel,
        id        bigint NOT NULL,
        author    bigint NOT NULL,
        reply_to  bigint,
        edited_at timestamptz,
        negative  real NOT NULL,
        neutral   real NOT NULL,
        positive  real NOT NULL,
        status    text NOT NULL,
        model     text NOT NULL,
        PRIMARY KEY (guild, channel, id)
    );
    CREATE INDEX message_by_author ON message (author, guild);
"""
_ADD_CHANNEL: Final = "INSERT INTO channel VALUES ($1, $2) ON CONFLICT DO NOTHING"
_ADD_MESSAGE: Final = """
    INSERT INTO message VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (guild, channel, id) DO UPDATE SET edited_at = excluded.edited_at,
        negative = excluded.negative, neutral = excluded.neutral, positive = excluded.positive,
        status = excluded.status, model = excluded.model
    WHERE excluded.edited_at > coalesce(message.edited_at, '-infinity')
"""
_TICKS: Final = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@asynccontextmanager
async def plain(address: str) -> AsyncIterator[Callable[[Sequence[ScoredMessage]], Any]]:
    connection = await asyncpg.connect(address)
    try:
        await connection.execute(_PREPARE)

        async def store(messages: Sequence[ScoredMessage]) -> None:
            async with connection.transaction():
                channels = {(message.channel_id, message.guild_id) for message in messages}
                await connection.executemany(_ADD_CHANNEL, list(channels))
                await connection.executemany(_ADD_MESSAGE, [_row(m) for m in messages])

        yield store
    finally:
        await connection.close()


class ProcessorClock:
    """What this process has used, and the server's that are there now, as Linux counts it.

    To look takes milliseconds, as much as to store some hundred messages: those are left out.
    """

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._looking = 0.0

    def __call__(self) -> float:
        """In seconds."""
        mine = time.process_time()
        used = mine - self._looking
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):  # it has just ended
                fields = stat.read_text().rpartition(")")[2].split()
                if self._server.pid in (int(stat.parent.name), int(fields[1])):
                    used += _of_process(stat.parent, fields)
        self._looking += time.process_time() - mine
        return used


def _of_process(folder: Path, fields: Sequence[str]) -> float:
    """Of a process with one thread: in nanoseconds, or in 100ths where the kernel tells no more."""
    try:
        return int((folder / "schedstat").read_text().split()[0]) / 1e9
    except (FileNotFoundError, IndexError):
        return (int(fields[11]) + int(fields[12])) / _TICKS


def _row(message: ScoredMessage) -> tuple[Any, ...]:
    return (
        message.guild_id,
        message.channel_id,
        message.message_id,
        message.author_id,
        message.reply_to,
        message.edited_at,
        message.negative,
        message.neutral,
        message.positive,
        message.status,
        message.model,
    )
