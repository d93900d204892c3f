"""The disk is full: what was stored stays, commands are answered, and room is enough to recover.

The whole bot runs on a loopback Discord with its files on a file system of 16 MiB, which a ballast
file fills to the last byte (`"full_by": "small file system"`; SQLite says SQLITE_FULL). It lives in
memory and in a namespace of its own, which needs Linux and no root. Where that is not to be had,
none of the bot's files may be written beyond its first 16 KiB (`"limit on file size"`: RLIMIT_FSIZE
lets such a write fail with EFBIG, which SQLite takes for a bad disk).

People go on writing and asking for `--seconds`. Then there is room again, and every message must be
in the file, once.

Windows has neither: there, this program says so and keeps no promise.
"""

from __future__ import annotations

import asyncio
import errno
import json
import os
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import storage
from bot.clock import utc_now
from playground.errors import PlaygroundError
from playground.server import LoopbackDiscord
from scripts.chaos import ledger, town
from scripts.chaos.result import Figure, Result

SMALL_DISK = "CHAOS_SMALL_DISK"  # where it is mounted
# In a namespace of its own, which ends with the last process in it: mount, and run a command.
ON_SMALL_DISK = (
    "unshare",
    "--user",
    "--map-root-user",
    "--mount",
    "--",
    "sh",
    "-c",
    'mount -t tmpfs -o size=16m,mode=700 tmpfs "$0" && exec "$@"',
)
BLOCK = 4096  # bytes of ballast written at a time: one page of such a file system
LIMIT = 16 * 1024  # bytes: too few for a batch of messages
RATE = 50  # messages a second
PATIENCE = 30.0  # seconds for what waited to be stored
COMMANDS = (
    "/sentiment help",
    "/sentiment check text:what a lovely day",
    "/sentiment server",
    "/sentiment privacy show",
    "/sentiment settings time-zone:Europe/Berlin",  # must write: answered with regret
)


def run(options: Namespace) -> Result:
    """Keep the disk full for `options.seconds`."""
    if sys.platform == "win32":
        return Result({"skipped": "Windows has no limit on the size of files"}, ("not run",))
    with TemporaryDirectory() as folder:
        if mounted := os.environ.get(SMALL_DISK):
            return asyncio.run(_run(Path(mounted), options))
        if _succeeds([*ON_SMALL_DISK, folder, "true"]):
            return _run_on_small_disk(folder, options)
        return asyncio.run(_run(Path(folder), options))


def _succeeds(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def _run_on_small_disk(folder: str, options: Namespace) -> Result:
    """Run this program once more where a small file system is mounted on `folder`."""
    again = (sys.executable, "-m", "scripts.chaos", "disk", "--json")
    length = ("--seconds", str(options.seconds), "--seed", str(options.seed))
    done = subprocess.run(
        [*ON_SMALL_DISK, folder, *again, *length],
        env=os.environ | {SMALL_DISK: folder},
        cwd=town.ROOT,
        stdout=subprocess.PIPE,
        check=False,
    )
    figures = json.loads(done.stdout)
    del figures["program"], figures["kept"]
    return Result(figures, tuple(figures.pop("broken")))


class Disk:
    """The disk that the bot writes to: `fill` it, and `make_room` again."""

    def __init__(self, folder: Path, bot: town.Bot) -> None:
        self._ballast = folder / "ballast"
        self._process = bot.process
        self.is_small = SMALL_DISK in os.environ
        self.complaint = "no longer fits on the disk" if self.is_small else "The storage failed"

    def fill(self) -> None:
        if not self.is_small:
            self._process.send_signal(signal.SIGUSR1)
            return
        with self._ballast.open("wb", buffering=0) as ballast:
            try:
                while ballast.write(bytes(BLOCK)):
                    pass
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise

    def make_room(self) -> None:
        if self.is_small:
            self._ballast.unlink()
        else:
            self._process.send_signal(signal.SIGUSR2)


async def _run(folder: Path, options: Namespace) -> Result:
    path = town.database(folder)
    async with LoopbackDiscord() as server:
        place = town.Town.build(server, options.seed)
        async with town.bot(server, folder, "scripts.chaos.disk") as bot:
            await server.wait_until_ready()
            await place.say(300)
            await town.wait_until(lambda: len(ledger.stored(path)) == 300, PATIENCE)
            disk = Disk(folder, bot)
            disk.fill()
            writing = asyncio.create_task(place.keep_saying(RATE))
            full = await town.wait_until(lambda: disk.complaint in bot.said(), PATIENCE)
            before = ledger.stored(path)
            answers, unanswered = await asking(place, options.seconds)
            meanwhile = ledger.stored(path)
            broken = ledger.faults(path)
            disk.make_room()
            room_at = time.monotonic()
            writing.cancel()
            with suppress(asyncio.CancelledError):
                await writing
            whole = await town.wait_until(
                lambda: ledger.stored(path).keys() == set(place.sent), PATIENCE
            )
            recovered = time.monotonic() - room_at
            await bot.stop()
    rows = ledger.stored(path)
    lost = len(set(place.sent) - rows.keys())
    broken += ledger.faults(path) + [f"no answer to {line}" for line in unanswered]
    if place.opted_out and not await is_opted_out(place, path):
        broken.append("an opt-out was answered, and not kept")
    if not full:
        broken.append("the disk was not full: everything could be written")
    if not before.items() <= meanwhile.items() or not meanwhile.items() <= rows.items():
        broken.append("something that was stored went away")
    if not whole or bot.process.returncode != 0:
        broken.append(f"{lost} messages lost; exit code {bot.process.returncode}")
    figures: dict[str, Figure] = {
        "full_by": "small file system" if disk.is_small else "limit on file size",
        "seconds_full": options.seconds,
        "messages": len(place.sent),
        "stored_before": len(before),
        "stored_while_full": len(meanwhile) - len(before),
        "lost": lost,
        "commands_answered": len(answers),
        "slowest_answer_s": round(max(answers, default=0.0), 3),
        "recovered_after_s": round(recovered, 1),
    }
    return Result(figures, tuple(broken))


async def asking(place: town.Town, seconds: float) -> tuple[list[float], list[str]]:
    """Use every command, again and again; seconds of the answers, and what was not answered."""
    answers: list[float] = []
    unanswered: list[str] = []
    deadline = time.monotonic() + seconds
    while not answers or time.monotonic() < deadline:
        for line in COMMANDS:
            try:
                answers.append(await place.ask(line))
            except PlaygroundError as error:
                unanswered.append(f"{line}: {error}")
        try:
            place.opted_out |= await place.opt_out()
        except PlaygroundError as error:
            unanswered.append(f"an opt-out: {error}")
        await asyncio.sleep(0.2)
    return answers, unanswered


async def is_opted_out(place: town.Town, path: Path) -> bool:
    async with storage.open(path, now=utc_now()) as opened:
        return (await opened.privacy.status(place.guild.id, place.owner.id)).opted_out


def limited_bot() -> None:
    """`python -m bot`, with a limit on its files from SIGUSR1 to SIGUSR2."""
    import resource

    from bot.__main__ import main

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(*_: object) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, hard))

    def make_room(*_: object) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    signal.signal(signal.SIGUSR1, fill)
    signal.signal(signal.SIGUSR2, make_room)
    sys.argv = ["bot"]
    main()


if __name__ == "__main__":
    limited_bot()
