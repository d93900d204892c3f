"""Messages stored a CPU-second, with all sums kept, beside a plain insert of the same messages.

The plain insert is what a careful app would do that keeps no sums and answers nothing from them:
a row a message (its primary key the channel and the message; foreign keys to a row for its channel
and one for its author; an index by author to erase people by), written by aiosqlite, with one
`executemany` a table and one transaction a batch, so that a message that comes twice stays one and
a later edit wins. Journal, durability and checks of the file are the same as ours (WAL,
`synchronous = FULL`, `secure_delete`, foreign keys). It keeps no deletions, opt-outs, time limits
or pseudonyms.

Both write the same batches in turns, so that a slow moment of the machine hits both. Counted is the
processor time of this process. With `--engine postgresql` the same is done in a server of
PostgreSQL, whose time counts, too: see `postgres_store`.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

import aiosqlite

import storage
from scripts.bench import postgres_store
from scripts.bench.big_server import NOW, BigServer
from scripts.chaos.postgres_server import PostgresServer
from storage.records import ScoredMessage

BATCHES_A_TURN: Final = 5  # where the server's time is told in 100ths of a second, less is none
PLAIN, OURS = "plain insert", "with all sums"
Store = Callable[[Sequence[ScoredMessage]], Awaitable[object]]

_PREPARE: Final = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    CREATE TABLE channel (
        id    INTEGER PRIMARY KEY,
        guild INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE author (
        id INTEGER PRIMARY KEY
    ) STRICT;
    CREATE TABLE message (
        channel   INTEGER NOT NULL REFERENCES channel,
        id        INTEGER NOT NULL,
        guild     INTEGER NOT NULL,
        author    INTEGER NOT NULL REFERENCES author,
        reply_to  INTEGER,
        edited_at TEXT,
        negative  REAL NOT NULL,
        neutral   REAL NOT NULL,
        positive  REAL NOT NULL,
        status    TEXT NOT NULL,
        model     TEXT NOT NULL,
        PRIMARY KEY (channel, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX message_by_author ON message (author, guild);
"""
_ADD_CHANNEL: Final = "INSERT INTO channel VALUES (?, ?) ON CONFLICT DO NOTHING"
_ADD_AUTHOR: Final = "INSERT INTO author VALUES (?) ON CONFLICT DO NOTHING"
_ADD_MESSAGE: Final = """
    INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET edited_at = excluded.edited_at, negative = excluded.negative,
        neutral = excluded.neutral, positive = excluded.positive, status = excluded.status,
        model = excluded.model
    WHERE excluded.edited_at > ifnull(message.edited_at, '')
"""


def bench_store(options: argparse.Namespace) -> dict[str, Any]:
    """Store the talk of a big server in batches of each size; each size in new databases."""
    run = _run_on_server if options.engine == "postgresql" else _run
    runs = [asyncio.run(run(batch, options)) for batch in options.batches]
    return {"bench": "store", "engine": options.engine, "rounds": options.rounds, "runs": runs}


async def _run(batch: int, options: argparse.Namespace) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        async with (
            _plain(Path(folder) / "plain.sqlite3") as plain,
            storage.open(Path(folder) / "ours.sqlite3", now=NOW) as ours,
        ):
            stores = {PLAIN: plain, OURS: ours.messages.apply}
            used = await _rounds(batch, stores, options, time.process_time)
    return _figures(batch, used, options)


async def _run_on_server(batch: int, options: argparse.Namespace) -> dict[str, Any]:
    with TemporaryDirectory() as folder, PostgresServer.started() as server:
        async with (
            postgres_store.plain(server.new_database()) as plain,
            storage.open(server.new_database(), now=NOW, key_file=Path(folder) / "key") as ours,
        ):
            stores = {PLAIN: plain, OURS: ours.messages.apply}
            clock = postgres_store.ProcessorClock(server)
            used = await _rounds(batch, stores, options, clock)
    return _figures(batch, used, options)


def _figures(
    batch: int, used: dict[str, list[float]], options: argparse.Namespace
) -> dict[str, Any]:
    speeds = {name: [options.messages / each for each in its] for name, its in used.items()}
    ratios = [ours / plain for plain, ours in zip(*speeds.values(), strict=True)]
    return {
        "batch": batch,
        "messages_per_cpu_second": {name: round(median(its)) for name, its in speeds.items()},
        "ratio": round(median(ratios), 3),
        "ratios": [round(ratio, 3) for ratio in ratios],
    }


async def _rounds(
    batch: int, stores: dict[str, Store], options: argparse.Namespace, clock: Callable[[], float]
) -> dict[str, list[float]]:
    """The CPU-seconds of each for each round; the first one, to warm up, does not count."""
    talk = BigServer(seed=options.seed).talk(days=30)
    used: dict[str, list[float]] = {name: [] for name in stores}
    for _ in range(options.rounds + 1):
        of_round = dict.fromkeys(stores, 0.0)
        messages = list(islice(talk, options.messages))
        for start in range(0, len(messages), batch * BATCHES_A_TURN):
            for name, store in stores.items():
                before = clock()
                for first in range(start, start + batch * BATCHES_A_TURN, batch):
                    await store(messages[first : first + batch])
                of_round[name] += clock() - before
        for name, seconds in of_round.items():
            used[name].append(seconds)
    return {name: each[1:] for name, each in used.items()}


@asynccontextmanager
async def _plain(path: Path) -> AsyncIterator[Store]:
    async with aiosqlite.connect(path, isolation_level=None) as connection:
        await connection.executescript(_PREPARE)

        async def store(messages: Sequence[ScoredMessage]) -> None:
            await connection.execute("BEGIN IMMEDIATE")
            channels = {(message.channel_id, message.guild_id) for message in messages}
            await connection.executemany(_ADD_CHANNEL, channels)
            authors = {(message.author_id,) for message in messages}
            await connection.executemany(_ADD_AUTHOR, authors)
            await connection.executemany(_ADD_MESSAGE, [_row(message) for message in messages])
            await connection.execute("COMMIT")

        yield store


def _row(message: ScoredMessage) -> tuple[Any, ...]:
    return (
        message.channel_id,
        message.message_id,
        message.guild_id,
        message.author_id,
        message.reply_to,
        message.edited_at and message.edited_at.isoformat(),
        message.negative,
        message.neutral,
        message.positive,
        message.status,
        message.model,
    )


def report_store(figures: dict[str, Any]) -> str:
    """The figures of `bench_store` for people."""
    lines = [f"{figures['engine']}; medians of {figures['rounds']} rounds, in turns"]
    for run in figures["runs"]:
        lines += ["", f"batches of {run['batch']}:"]
        for name, speed in run["messages_per_cpu_second"].items():
            lines.append(f"{speed:>10,} messages a CPU-second  {name}")
        spread = f"{min(run['ratios']):.2f} to {max(run['ratios']):.2f}"
        lines.append(f"{run['ratio']:>10.2f} × the plain insert ({spread})")
    return "\n".join(lines)
