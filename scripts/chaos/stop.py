"""Start the whole bot and stop it under load: it ends in time, and nothing accepted is lost.

`python -m bot` runs on a loopback Discord where people write 300 messages a second. At a random
moment a command is answered, so that everything sent before it must have been accepted; then
comes SIGTERM, while people go on writing. The process must be gone, threads and all, within 10 s
with exit code 0 and no error in its log; what was accepted must be in the file, and nothing that
was never sent. What is sent after the command may be there or not.
"""

from __future__ import annotations

import asyncio
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from playground.server import LoopbackDiscord
from scripts.chaos import ledger, town
from scripts.chaos.result import Figure, Result, percentile

RATE = 300  # messages a second
LONGEST_LOAD = 1.5  # seconds
MOST_SECONDS = 10.0


def run(options: Namespace) -> Result:
    """Start and stop the bot `options.runs` times, always with the same file."""
    with TemporaryDirectory() as folder:
        return asyncio.run(_run(Path(folder), options))


async def _run(folder: Path, options: Namespace) -> Result:
    random = Random(options.seed)
    took: list[float] = []
    broken: list[str] = []
    accepted: set[ledger.ChannelMessage] = set()
    async with LoopbackDiscord() as server:
        place = town.Town.build(server, options.seed)
        for number in range(options.runs):
            running, seconds, heard = await start_and_stop(place, folder, random)
            took.append(seconds)
            accepted |= heard
            broken += [f"stop {number + 1}: {fault}" for fault in faults(running, seconds)]
            lost = len(heard - ledger.stored(town.database(folder)).keys())
            if lost:
                broken.append(f"stop {number + 1}: {lost} of {len(heard)} accepted are lost")
    rows = ledger.stored(town.database(folder)).keys()
    broken += ledger.faults(town.database(folder))
    if rows - set(place.sent):
        broken.append(f"{len(rows - set(place.sent))} rows are of no message")
    figures: dict[str, Figure] = {
        "stops": options.runs,
        "messages_sent": len(place.sent),
        "surely_accepted": len(accepted),
        "lost": len(accepted - rows),
        "stop_median_s": round(percentile(took, 50), 2),
        "stop_slowest_s": round(max(took), 2),
    }
    return Result(figures, tuple(broken))


async def start_and_stop(
    place: town.Town, folder: Path, random: Random
) -> tuple[town.Bot, float, set[ledger.ChannelMessage]]:
    """One life under load: the bot, the seconds to its end, and what it surely accepted."""
    async with town.bot(place.server, folder) as running:
        await place.server.wait_until_ready()
        first = len(place.sent)
        writing = asyncio.create_task(place.keep_saying(RATE))
        await asyncio.sleep(random.uniform(0, LONGEST_LOAD))
        last = len(place.sent)
        await place.ask("/sentiment help")
        seconds = await running.stop()
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
    return running, seconds, set(place.sent[first:last])


def faults(running: town.Bot, seconds: float) -> list[str]:
    """What was wrong with the end of this process, in words."""
    found = []
    if running.process.returncode != 0:
        found.append(f"exit code {running.process.returncode}")
    if seconds > MOST_SECONDS:
        found.append(f"it took {seconds:.1f} s")
    lines = running.said().splitlines()
    return found + [line for line in lines if "ERROR" in line or "Traceback" in line]
