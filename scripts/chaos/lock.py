"""Another process holds the database locked: nothing is lost, and the loop does not wait.

The real pipeline, with a scorer that costs nothing, takes 200 messages a second (a tenth of them
twice) while another process holds SQLite's write lock for `--seconds`. Once that ends, every
message must be in the file, once; meanwhile reads must be answered, and the event loop must
never be more than 100 ms later than an idle process on the same machine.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import storage
from bot.clock import utc_now
from bot.ingest.events import IncomingMessage
from bot.ingest.pipeline import Pipeline
from bot.ingest.scoring import Scoring
from classifier.score import Score
from scripts.chaos import lag, ledger
from scripts.chaos.deliveries import CHANNELS, GUILD, Deliveries
from scripts.chaos.result import Figure, Result, percentile
from storage.records import ScoredMessage

RATE = 200  # messages a second
MOST_LAG = 0.1  # seconds
PATIENCE = 30.0  # seconds for what waited to be stored

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


class Indifferent:
    """Scores every text alike, at no cost."""

    async def score(self, texts: Sequence[str]) -> list[Score]:
        return [Score(0.2, 0.3, 0.5, "scored")] * len(texts)


def run(options: Namespace) -> Result:
    """Hold the lock for `options.seconds`."""
    with TemporaryDirectory() as folder:
        return asyncio.run(_run(Path(folder) / "moods.sqlite3", options))


async def _run(path: Path, options: Namespace) -> Result:
    late: list[float] = []
    async with storage.open(path, now=utc_now()) as opened:
        scoring = Scoring(Indifferent(), opened.messages, model="chaos-00000000")
        pipeline = Pipeline(scoring, opened.messages)
        async with pipeline:
            feeding = Feeding(pipeline, options.seed)
            await feeding.go_on(0.5)
            with lag.of_the_machine() as machine, locked(path):
                async with lag.measured(late.append):
                    await feeding.go_on(0.2)  # what was on its way before the lock is in by now
                    before = pipeline.counters.stored
                    reads = await reading(opened, feeding, options.seconds)
                    written = pipeline.counters.stored - before
            await feeding.go_on(0.5)
            async with asyncio.timeout(PATIENCE):
                await pipeline.drained()
    lost = len(feeding.expected - ledger.stored(path).keys())
    broken = ledger.faults(path)
    if written:
        broken.append(f"the lock did not hold: {written} messages were stored meanwhile")
    if lost or pipeline.counters.refused or pipeline.counters.lost:
        broken.append(f"{lost} messages are missing; {pipeline.counters}")
    if max(late) >= MOST_LAG + machine.worst:
        broken.append(f"the loop was {max(late) * 1000:.0f} ms late")
    figures: dict[str, Figure] = {
        "seconds_locked": options.seconds,
        "messages": len(feeding.expected),
        "lost": lost,
        "lag_p99_ms": round(percentile(lag.of_all(late), 99) * 1000, 1),
        "lag_max_ms": round(max(late) * 1000, 1),
        "idle_process_lag_max_ms": round(machine.worst * 1000, 1),
        "slowest_read_ms": round(max(reads) * 1000, 1),
    }
    return Result(figures, tuple(broken))


async def reading(opened: storage.Storage, feeding: Feeding, seconds: float) -> list[float]:
    """Go on feeding, and read once in a while; how many seconds each answer took."""
    took = []
    times = max(1, round(seconds))
    for _ in range(times):
        asked = time.perf_counter()
        await opened.settings.get(GUILD)
        took.append(time.perf_counter() - asked)
        await feeding.go_on(seconds / times)
    return took


class Feeding:
    """Offers made-up messages to the pipeline, one after the other, at a steady rate."""

    def __init__(self, pipeline: Pipeline, seed: int) -> None:
        start_ms = int((time.time() - 20 * 86_400) * 1000)
        self.expected: set[ledger.ChannelMessage] = set()
        self._deliveries = Deliveries(seed, start_ms)
        self._random = Random(seed)
        self._pipeline = pipeline
        self._sent = 0

    async def go_on(self, seconds: float) -> None:
        clock = asyncio.get_running_loop().time
        started, first = clock(), self._sent
        while clock() < started + seconds:
            while self._sent < first + (clock() - started) * RATE:
                message = self._deliveries.message(self._sent)
                self.expected.add((message.channel_id, message.message_id))
                for _ in range(2 if self._random.random() < 0.1 else 1):
                    self._pipeline.offer(_incoming(message))
                self._sent += 1
            await asyncio.sleep(0.005)


def _incoming(message: ScoredMessage) -> IncomingMessage:
    return IncomingMessage(
        message.message_id,
        message.guild_id,
        message.channel_id,
        CHANNELS[message.channel_id],
        message.author_id,
        message.reply_to,
        None,
        "a lovely day",
    )


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another process holds the write lock of the database, as long as the body runs."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        try:
            yield
        finally:
            holder.stdin.close()
            holder.wait()
