"""`kill -9` at every step of the migrations: the file opens at the old or the new version, whole.

A child process opens a file (none at all; and one of the first version, with rows of every kind)
and kills itself at step 1, 2, 3, … until it gets through. A step is a statement of SQL or, within
one, a few hundred instructions of SQLite's machine. After each kill the file must be at a version
between the old and the newest, open again, and hold every row, wish and setting, with rollups
that equal a recount. (Kills within the writing of a commit are the business of `crash`.)

`--runs N` spreads at most N kills evenly over the steps; by default every step is killed.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

import storage
from bot.clock import utc_now
from scripts.chaos import ledger, old_files
from scripts.chaos.result import Figure, Result
from storage.sqlite.schema import scripts as migrations

NAME = "moods.sqlite3"
INSTRUCTIONS = 500  # of SQLite's virtual machine: a step within a long statement
NEVER = 0


def run(options: Namespace) -> Result:
    """Kill a child at `options.runs` steps, or at every one, from each old version."""
    start_ms = int((time.time() - 20 * 86_400) * 1000)
    broken: list[str] = []
    kills: dict[str, int] = {}
    versions: set[int] = set()
    with TemporaryDirectory() as folder:
        empty, first = Path(folder) / "empty", Path(folder) / "first"
        for original in (empty, first):
            original.mkdir()
        old_files.make_version_1(first / NAME, start_ms)
        for original, old in ((empty, 0), (first, 1)):
            steps = open_and_die(_copy(original, Path(folder) / f"{old}-dry"), NEVER)
            share = options.runs / 2 if options.runs else steps
            chosen = range(1, steps + 1, max(1, round(steps / share)))
            for step in chosen:
                trial = _copy(original, Path(folder) / f"{old}-{step}")
                open_and_die(trial, step)
                versions.add(_version(trial))
                found = asyncio.run(faults(trial, original, old))
                broken += [f"version {old}, step {step}: {fault}" for fault in found]
            kills[f"from_version_{old}"] = len(chosen)
    figures: dict[str, Figure] = {
        "kills": sum(kills.values()),
        **kills,
        "newest_version": len(migrations()),
        "versions_found_after_kills": str(sorted(versions)),
    }
    return Result(figures, tuple(broken))


def open_and_die(path: Path, step: int) -> int:
    """Let a child open the file and kill itself at this step; how many steps it came to."""
    command = [sys.executable, "-m", "scripts.chaos.migrate", str(path), str(step)]
    child = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if (child.returncode == 0) != (step == NEVER):
        raise RuntimeError(f"The child ended with {child.returncode} at step {step}.")
    return int(child.stdout or 0)


async def faults(path: Path, original: Path, old: int) -> list[str]:
    """What breaks the promise in a file after a kill, in words; opens it, and so migrates it."""
    newest = len(migrations())
    if not old <= _version(path) <= newest:
        return [f"the file is at version {_version(path)}"]
    before = ledger.stored(original / NAME) if old else {}
    found: list[str] = []
    try:
        async with storage.open(path, now=utc_now()) as opened:
            settings = await opened.settings.get(old_files.GUILD)
            wish = await opened.privacy.status(old_files.GUILD, old_files.OPTED_OUT)
    except storage.StorageError as error:
        return [f"it does not open again: {error}"]
    if old and not (wish.opted_out and settings.ignored_channel_ids == {old_files.IGNORED_CHANNEL}):
        found.append("a wish or a setting is gone")
    if _version(path) != newest:
        found.append(f"opened again it is at version {_version(path)}")
    if ledger.stored(path) != before:
        found.append("its rows are not those that it had")
    return found + ledger.faults(path)


def _copy(original: Path, folder: Path) -> Path:
    copytree(original, folder)
    return folder / NAME


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


class Countdown:
    """Kills this process at its step number `last` (0: never)."""

    def __init__(self, last: int) -> None:
        self.steps = 0
        self._last = last

    def step(self, *_: object) -> int:
        self.steps += 1
        if self.steps == self._last:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
        return 0  # SQLite goes on

    def watch(self, connect: Any) -> Any:
        """Make connections whose every statement, and every 500th instruction, is a step."""

        def watched(*arguments: Any, **options: Any) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*arguments, **options)
            connection.set_trace_callback(self.step)
            connection.set_progress_handler(self.step, INSTRUCTIONS)
            return connection

        return watched


async def child(path: Path, last: int) -> None:
    """Open the file with steps counted, and say how many there were."""
    countdown = Countdown(last)
    sqlite3.connect = countdown.watch(sqlite3.connect)
    async with storage.open(path, now=utc_now()):
        print(countdown.steps, flush=True)
        os._exit(0)  # closing has steps of its own, but migrates nothing


if __name__ == "__main__":
    asyncio.run(child(Path(sys.argv[1]), int(sys.argv[2])))
