"""Messages stored a CPU-second, with all sums kept, beside a plain insert of the same messages.

The plain insert is what a careful app would do that keeps no sums and answers nothing from them:
a row a message (its primary key the channel and the message; foreign keys to a row for its channel
and one for its author; an index by author to erase people by), written by aiosqlite, with one
`executemany` a table and one transaction a batch, so that a message that comes twice stays one and
a later edit wins. Journal, durability and checks of the file are the same as ours (WAL,
`synchronous = FULL`, `secure_delete`, foreign keys). It keeps no deletions, opt-outs, time limits
or pseudonyms.

Both write the same batches in turns, so that a slow moment of the machine hits both. Counted is the
processor time of this process; with PostgreSQL, where the plain insert goes by asyncpg, also that
of the server's processes which serve the connections of each.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

import aiosqlite

import storage
from scripts.bench.big_server import NOW, BigServer
from storage.records import ScoredMessage

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


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, and the processor time that the server has used for it (0: there is none)."""

    store: Store
    server_seconds: Callable[[], float] = lambda: 0.0


Sides = Callable[[], AbstractAsyncContextManager[dict[str, Side]]]
"""Opens both on new databases."""


def bench_store(options: argparse.Namespace) -> dict[str, Any]:
    """Store the talk of a big server in batches of each size; each size in new databases."""
    with _sides(options.database) as sides:
        runs = [asyncio.run(_run(batch, sides, options)) for batch in options.batches]
    return {"bench": "store", "engine": options.database, "rounds": options.rounds, "runs": runs}


@contextmanager
def _sides(engine: str) -> Iterator[Sides]:
    if engine == "sqlite":
        yield _on_sqlite
        return
    from scripts.bench.store_postgres import sides

    with sides() as on_postgres:
        yield on_postgres


@asynccontextmanager
async def _on_sqlite() -> AsyncIterator[dict[str, Side]]:
    with TemporaryDirectory() as folder:
        async with (
            _plain(Path(folder) / "plain.sqlite3") as plain,
            storage.open(Path(folder) / "ours.sqlite3", now=NOW) as ours,
        ):
            yield {PLAIN: Side(plain), OURS: Side(ours.messages.apply)}


async def _run(batch: int, sides: Sides, options: argparse.Namespace) -> dict[str, Any]:
    async with sides() as both:
        used = await _rounds(batch, both, options)
    speeds = {name: [options.messages / each for each in its] for name, its in used.items()}
    ratios = [ours / plain for plain, ours in zip(*speeds.values(), strict=True)]
    return {
        "batch": batch,
        "messages_per_cpu_second": {name: round(median(its)) for name, its in speeds.items()},
        "ratio": round(median(ratios), 3),
        "ratios": [round(ratio, 3) for ratio in ratios],
    }


async def _rounds(
    batch: int, sides: dict[str, Side], options: argparse.Namespace
) -> dict[str, list[float]]:
    """The CPU-seconds of each for each round; the first one, to warm up, does not count."""
    talk = BigServer(seed=options.seed).talk(days=30)
    used: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(options.rounds + 1):
        of_round = {name: -side.server_seconds() for name, side in sides.items()}
        messages = list(islice(talk, options.messages))
        for start in range(0, len(messages), batch):
            some = messages[start : start + batch]
            for name, side in sides.items():
                before = time.process_time()
                await side.store(some)
                of_round[name] += time.process_time() - before
        for name, seconds in of_round.items():
            used[name].append(seconds + sides[name].server_seconds())
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
