"""The same on PostgreSQL, where more can break: the bot, the server, and what is between them."""

from __future__ import annotations

import subprocess
import sys
import time
from argparse import Namespace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Final

from scripts.chaos import ledger, postgres_ledger
from scripts.chaos.deliveries import Deliveries
from scripts.chaos.postgres_server import PostgresServer
from scripts.chaos.result import Result

ACCIDENTS_A_DATABASE: Final = 10
LONGEST_LIFE: Final = 0.25  # seconds from the child's first word to the accident, and on from there
MOST_SECONDS_TO_GO_ON: Final = 60.0
# In turn: the child is killed; the server is, and starts again; connections are dropped.
ACCIDENTS: Final = ("bot_killed", "server_killed", "connections_dropped")


def run(options: Namespace) -> Result:
    """So many accidents, on a new database every ten."""
    random = Random(options.seed)
    broken: list[str] = []
    figures = {
        "accidents": 0,
        **dict.fromkeys(ACCIDENTS, 0),
        "acknowledged_batches": 0,
        "acknowledged_after_the_accident": 0,
        "rows_compared": 0,
        "finished_unsaid": 0,
    }
    with TemporaryDirectory() as folder, PostgresServer.started() as server:
        trial: Trial | None = None
        for number in range(options.runs):
            if trial is None or number % ACCIDENTS_A_DATABASE == 0:
                key_file = Path(folder) / f"{number}.key"
                trial = Trial(server, key_file, random.randrange(2**32))
            accident = ACCIDENTS[number % len(ACCIDENTS)]
            before, after = trial.live_through(accident, random)
            figures["accidents"] += 1
            figures[accident] += 1
            figures["acknowledged_batches"] += before + after
            figures["acknowledged_after_the_accident"] += after
            broken += [f"{accident} {number + 1}: {fault}" for fault in trial.faults()]
            figures["rows_compared"] += trial.rows
            figures["finished_unsaid"] += trial.unsaid
    if not figures["acknowledged_after_the_accident"]:
        broken.append("nothing was ever acknowledged after an accident")
    return Result({**figures}, tuple(broken))


class Trial:
    """One database, the ledger of what was acknowledged, and the children that write."""

    def __init__(self, server: PostgresServer, key_file: Path, seed: int) -> None:
        start_ms = int((time.time() - 20 * 86_400) * 1000)
        self.rows = 0
        self.unsaid = 0  # whether the batch on its way was found committed
        self._server = server
        self._address = server.new_database()
        self._key_file = key_file
        self._deliveries = Deliveries(seed, start_ms)
        self._acknowledged = 0
        self._ledger = ledger.Ledger()
        self._ended_by_itself = False

    def live_through(self, accident: str, random: Random) -> tuple[int, int]:
        """Let a child work, let it happen, let it go on, and kill it; return how many batches it
        acknowledged before and after."""
        deliveries = self._deliveries
        numbers = map(str, (deliveries.seed, deliveries.start_ms, self._acknowledged))
        where = [self._address, str(self._key_file)]
        command = [sys.executable, "-m", "scripts.chaos.crash", *where, *numbers]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            said = _Said(child)
            said.wait_for(random.choice((1, 2)))  # it has begun, or a first batch is in
            time.sleep(random.uniform(0, LONGEST_LIFE))
            before = len(said.lines)
            if accident != "bot_killed":
                self._happen(accident, random)
                said.wait_for(before + 1)
                time.sleep(random.uniform(0, LONGEST_LIFE))
            self._ended_by_itself = child.poll() is not None
            child.kill()
            _, *acknowledged = said.all()
        for number in acknowledged:
            assert int(number) == self._acknowledged
            self._ledger.apply(deliveries.batch(self._acknowledged))
            self._acknowledged += 1
        # What it had begun ends now, one way or the other.
        self._server.drop_connections(self._address.rpartition("/")[2])
        return before - 1, len(acknowledged) + 1 - before

    def _happen(self, accident: str, random: Random) -> None:
        if accident == "server_killed":
            self._server.kill()
            self._server.start()
            return
        for _ in range(3):
            self._server.drop_connections(self._address.rpartition("/")[2])
            time.sleep(random.uniform(0, 0.05))

    def faults(self) -> list[str]:
        """What breaks the promise in the database now, in words."""
        found = ["the child ended by itself"] if self._ended_by_itself else []
        if not postgres_ledger.is_made(self._address):
            return [*found, *(["acknowledged batches, and no tables"] * bool(self._acknowledged))]
        rows = postgres_ledger.stored(self._address)
        on_its_way = self._ledger.copy()
        on_its_way.apply(self._deliveries.batch(self._acknowledged))
        self.rows = len(rows)
        self.unsaid = int(rows == on_its_way.messages)
        found += postgres_ledger.faults(self._address)
        come = on_its_way if self.unsaid else self._ledger
        if postgres_ledger.read_up_to(self._address) != come.read_up_to:
            found.append("a channel counts as read up to where it was not, or not as far as it was")
        if rows not in (self._ledger.messages, on_its_way.messages):
            lost = len(self._ledger.messages.keys() - rows.keys() - on_its_way.deleted)
            found.append(f"the rows are not those acknowledged ({lost} lost)")
        return found


class _Said:
    """What a child says, line by line, as it says it."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        self.lines: list[str] = []
        self._child = child
        self._reading = Thread(target=self._read)
        self._reading.start()

    def _read(self) -> None:
        assert self._child.stdout is not None
        for line in self._child.stdout:
            self.lines.append(line.strip())

    def wait_for(self, count: int) -> None:
        """Wait until there are so many lines, or the child has ended."""
        until = time.monotonic() + MOST_SECONDS_TO_GO_ON
        while len(self.lines) < count and self._child.poll() is None and time.monotonic() < until:
            time.sleep(0.01)

    def all(self) -> list[str]:
        """Every line; once the child has ended."""
        self._reading.join()
        return self.lines
