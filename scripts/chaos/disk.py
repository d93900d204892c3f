"""The disk is full: what was stored stays, commands are answered, and room is enough to recover.

The whole bot runs on a loopback Discord while none of its files may be written beyond its first
16 KiB (RLIMIT_FSIZE: such a write fails with EFBIG, without root or a file system of its own;
SQLite takes that for a bad disk, and not for SQLITE_FULL). People go on writing and asking for
`--seconds`. Then the limit goes, and every message must be in the file, once.

Windows has no such limit: there, this program says so and keeps no promise.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import storage
from playground.errors import PlaygroundError
from playground.server import LoopbackDiscord
from scripts.chaos import ledger, town
from scripts.chaos.result import Figure, Result

if TYPE_CHECKING:
    from argparse import Namespace

LIMIT = 16 * 1024  # bytes: too few for a batch of messages
RATE = 50  # messages a second
PATIENCE = 30.0  # seconds for what waited to be stored
COMMANDS = (
    "/sentiment help",
    "/sentiment check text:what a lovely day",
    "/sentiment server",
    "/sentiment privacy show",
    "/sentiment settings member-lookup state:on",  # must write: answered with regret
)


def run(options: Namespace) -> Result:
    """Keep the disk full for `options.seconds`."""
    if sys.platform == "win32":
        return Result({"skipped": "Windows has no limit on the size of files"}, ("not run",))
    with TemporaryDirectory() as folder:
        return asyncio.run(_run(Path(folder), options))


async def _run(folder: Path, options: Namespace) -> Result:
    path = town.database(folder)
    async with LoopbackDiscord() as server:
        place = town.Town.build(server, options.seed)
        async with town.bot(server, folder, "scripts.chaos.disk") as bot:
            await server.wait_until_ready()
            await place.say(300)
            await town.wait_until(lambda: len(ledger.stored(path)) == 300, PATIENCE)
            bot.process.send_signal(signal.SIGUSR1)
            writing = asyncio.create_task(place.keep_saying(RATE))
            full = await town.wait_until(lambda: "The storage failed" in bot.said(), PATIENCE)
            before = ledger.stored(path)
            answers, unanswered = await asking(place, options.seconds)
            meanwhile = ledger.stored(path)
            broken = ledger.faults(path)
            bot.process.send_signal(signal.SIGUSR2)
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
        broken.append("the limit did not hold: everything could be written")
    if not before.items() <= meanwhile.items() or not meanwhile.items() <= rows.items():
        broken.append("something that was stored went away")
    if not whole or bot.process.returncode != 0:
        broken.append(f"{lost} messages lost; exit code {bot.process.returncode}")
    figures: dict[str, Figure] = {
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
    async with storage.open(path) as opened:
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
