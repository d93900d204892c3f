"""`kill -9` at random moments: what was acknowledged is there, once.

A child process applies batches of deliveries (a tenth of them repeated, some edits and deletions)
and says so over a pipe whenever a commit has returned: that is *acknowledged*. It is killed at a
random moment, the next child begins with the first batch that was not acknowledged, and after
each kill the file is compared with a ledger kept here: it must hold all that was acknowledged, at
most the one batch that was on its way beside it, and nothing twice; no channel may count as read
further than that. Rollups must equal a recount, and integrity_check must be ok.

With `--database postgresql`, in turn the child is killed, the server is killed and starts again,
and connections are dropped; the child must go on by itself after the latter two.
"""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import storage
from bot.clock import utc_now
from scripts.chaos import ledger, postgres_crash
from scripts.chaos.deliveries import Deliveries
from scripts.chaos.result import Result
from storage.sqlite.schema import scripts as migrations

KILLS_A_FILE = 10
LONGEST_LIFE = 0.25  # seconds from the child's first word to its death


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--database", choices=["sqlite", "postgresql"], default="sqlite", help="(%(default)s)"
    )


def run(options: Namespace) -> Result:
    """Kill a child `options.runs` times, on a new file every 10 kills."""
    if options.database == "postgresql":
        return postgres_crash.run(options)
    random = Random(options.seed)
    broken: list[str] = []
    figures = {"kills": 0, "acknowledged_batches": 0, "rows_compared": 0, "finished_unsaid": 0}
    with TemporaryDirectory() as folder:
        trial: Trial | None = None
        for number in range(options.runs):
            if trial is None or number % KILLS_A_FILE == 0:
                trial = Trial(Path(folder) / f"{number}.sqlite3", random.randrange(2**32))
            acknowledged = trial.live_and_die(random.uniform(0, LONGEST_LIFE))
            figures["kills"] += 1
            if trial.ended_by_itself:
                broken.append(f"kill {number + 1}: the child ended before")
            figures["acknowledged_batches"] += acknowledged
            try:
                broken += [f"kill {number + 1}: {fault}" for fault in trial.faults()]
            except sqlite3.Error as error:
                broken.append(f"kill {number + 1}: the file cannot be read: {error}")
            figures["rows_compared"] += trial.rows
            figures["finished_unsaid"] += trial.unsaid
    if not figures["acknowledged_batches"]:
        broken.append("nothing was ever acknowledged")
    return Result({**figures}, tuple(broken))


class Trial:
    """One file, the ledger of what was acknowledged, and the children that write and die."""

    def __init__(self, path: Path, seed: int) -> None:
        start_ms = int((time.time() - 20 * 86_400) * 1000)
        self.rows = 0
        self.ended_by_itself = False
        self.unsaid = 0  # whether the batch on its way was found committed
        self._path = path
        self._deliveries = Deliveries(seed, start_ms)
        self._acknowledged = 0
        self._ledger = ledger.Ledger()

    def live_and_die(self, seconds: float) -> int:
        """Let a child work for so long, kill it, and return how many batches it acknowledged."""
        deliveries = self._deliveries
        start = (deliveries.seed, deliveries.start_ms, self._acknowledged)
        where = [str(self._path), f"{self._path}.key"]
        command = [sys.executable, "-m", "scripts.chaos.crash", *where, *map(str, start)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()  # it has begun
            time.sleep(seconds)
            self.ended_by_itself = child.poll() is not None
            child.kill()
            said = child.stdout.read().split()
        for number in said:
            assert int(number) == self._acknowledged
            self._ledger.apply(deliveries.batch(self._acknowledged))
            self._acknowledged += 1
        return len(said)

    def faults(self) -> list[str]:
        """What breaks the promise in the file now, in words."""
        if not self._path.exists():  # killed before it was made
            return ["acknowledged batches, and no file"] if self._acknowledged else []
        if not self._acknowledged and not _is_migrated(self._path):
            return []
        rows = ledger.stored(self._path)
        on_its_way = self._ledger.copy()
        on_its_way.apply(self._deliveries.batch(self._acknowledged))
        self.rows = len(rows)
        self.unsaid = int(rows == on_its_way.messages)
        found = ledger.faults(self._path)
        come = on_its_way if self.unsaid else self._ledger
        if ledger.read_up_to(self._path) != come.read_up_to:
            found.append("a channel counts as read up to where it was not, or not as far as it was")
        if rows not in (self._ledger.messages, on_its_way.messages):
            lost = len(self._ledger.messages.keys() - rows.keys() - on_its_way.deleted)
            found.append(f"the rows are not those acknowledged ({lost} lost)")
        return found


def _is_migrated(path: Path) -> bool:
    """Whether the child came as far as to have every table."""
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return bool(version == len(migrations()))


async def work(address: str, key_file: Path, deliveries: Deliveries, number: int) -> None:
    """The child: apply batch after batch until killed, and print the number of each that is in."""
    print("begun", flush=True)
    async with storage.open(address, now=utc_now(), key_file=key_file) as opened:
        while True:
            await opened.messages.apply(deliveries.batch(number))
            print(number, flush=True)
            number += 1


if __name__ == "__main__":
    database, key, *numbers = sys.argv[1:]
    seed, start_ms, first = map(int, numbers)
    asyncio.run(work(database, Path(key), Deliveries(seed, start_ms), first))
