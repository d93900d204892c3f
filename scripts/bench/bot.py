"""Messages a CPU-second of the whole bot, beside a bare discord.py client that only counts them.

Each is a process of its own on a loopback Discord, in turns, so that a slow moment of the machine
hits both. Counted is the client's own processor time, from the first message to the last one that
it is done with: for the bot, that is stored.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import classifier
from bot.ingest.bot_commands import is_command
from classifier.model_file import read
from playground.server import LoopbackDiscord
from scripts.bench.texts import chat_lines
from scripts.chaos import ledger, town
from storage.records import USUAL_COMMAND_MARKS

BARE, BOT = "bare", "bot"
SETTLING = 1.5  # seconds for what a client does at its start: the bot looks for what it missed
WARM_UP = 300  # messages that do not count
PATIENCE = 60.0  # seconds until what is not done with counts as lost


@dataclass(frozen=True, slots=True)
class Speed:
    """Messages a CPU-second, as fast as they can be sent and at an even rate."""

    unpaced: float
    paced: float


def bench_bot(options: argparse.Namespace) -> dict[str, Any]:
    """Run both clients `options.runs` times, one after the other."""
    words = [each for each in read(classifier.DEFAULT_MODEL).dictionary.features if " " not in each]
    lines = chat_lines(words, options.seed)
    # A command to another bot ("!play …") is not counted, and nobody would be done with it.
    texts = (line for line in lines if not is_command(line, USUAL_COMMAND_MARKS))
    speeds: dict[str, list[Speed]] = {BARE: [], BOT: []}
    for _ in range(options.runs):
        for kind, found in speeds.items():
            found.append(asyncio.run(_measure(kind, texts, options)))
    figures: dict[str, Any] = {"bench": "bot", "runs": options.runs, "rate": options.rate}
    for name, of in (("", "unpaced"), ("paced_", "paced")):
        per_run = {kind: [getattr(each, of) for each in found] for kind, found in speeds.items()}
        ratios = [bot / bare for bare, bot in zip(*per_run.values(), strict=True)]
        figures |= {
            f"{name}messages_per_cpu_second": {k: round(median(v)) for k, v in per_run.items()},
            f"{name}ratio": round(median(ratios), 3),
            f"{name}ratios": [round(ratio, 3) for ratio in ratios],
        }
    return figures


def report_bot(figures: dict[str, Any]) -> str:
    """The figures of `bench_bot` for people."""
    lines = [f"medians of {figures['runs']} runs, in turns"]
    for name, title in (("", "unpaced"), ("paced_", f"at {figures['rate']:g} messages a second")):
        ratios = figures[f"{name}ratios"]
        lines += ["", f"{title}:"]
        for kind, speed in figures[f"{name}messages_per_cpu_second"].items():
            lines.append(f"{speed:>10,} messages a CPU-second  {kind}")
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        lines.append(f"{figures[f'{name}ratio']:>10.2f} × the bare client ({spread})")
    return "\n".join(lines)


async def _measure(kind: str, texts: Iterator[str], options: argparse.Namespace) -> Speed:
    with TemporaryDirectory() as folder:
        async with LoopbackDiscord() as server:
            place = Talk(server, texts)
            async with _client(kind, server, Path(folder)) as client:
                await client.is_ready()
                await asyncio.sleep(SETTLING)
                await place.send(WARM_UP, None)
                await client.until_done(len(place.town.sent))
                unpaced = await client.speed(place, options.messages, None)
                count = max(1, round(options.rate * options.seconds))
                paced = await client.speed(place, count, options.rate)
    return Speed(unpaced, paced)


class Talk:
    """A guild in which everybody says something new each time."""

    def __init__(self, server: LoopbackDiscord, texts: Iterator[str]) -> None:
        self.town = town.Town.build(server, seed=1)
        self._texts = texts

    async def send(self, count: int, rate: float | None) -> None:
        """So many messages, evenly at this rate a second, or (`None`) without a pause."""
        server, people, channels = self.town.server, self.town.people, self.town.channels
        started = time.monotonic()
        for number, text in enumerate(islice(self._texts, count)):
            if rate is not None:
                await asyncio.sleep(started + number / rate - time.monotonic())
            author, channel = people[number % len(people)], channels[number % len(channels)]
            message = await server.send_message(author, channel, text)
            self.town.sent.append((channel.id, message.id))


class Client:
    """A client's process: what it has used, and what it is done with."""

    def __init__(
        self, process: asyncio.subprocess.Process, server: LoopbackDiscord, database: Path | None
    ) -> None:
        self._process = process
        self._server = server
        self._database = database

    async def is_ready(self) -> None:
        async with asyncio.timeout(PATIENCE):
            await self._server.gateway.wait_until_present()
            if self._database is not None:
                await self._server.wait_until_ready(PATIENCE)

    async def speed(self, place: Talk, count: int, rate: float | None) -> float:
        """Messages a CPU-second, of so many at this rate."""
        before = (await self._asked())["cpu"]
        await place.send(count, rate)
        used = await self.until_done(len(place.town.sent)) - before
        return float(count / used)

    async def until_done(self, count: int) -> float:
        """Wait until it is done with so many messages; the CPU-seconds it has used until then."""
        async with asyncio.timeout(PATIENCE):
            while True:
                said = await self._asked()
                done = said["counted"] if self._database is None else ledger.count(self._database)
                if done >= count:
                    return float(said["cpu"])
                await asyncio.sleep(0.05)

    async def _asked(self) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(b"\n")
        return dict(json.loads(await self._process.stdout.readline()))


@asynccontextmanager
async def _client(kind: str, server: LoopbackDiscord, folder: Path) -> AsyncIterator[Client]:
    database = town.database(folder)
    settings = {
        "PYTHONPATH": str(town.ROOT),
        "DISCORD_TOKEN": server.token,
        "DISCORD_API_URL": server.url,
        "BAROMETER_DATABASE": str(database),
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "scripts.bench.client", kind),
        cwd=folder,  # where there is no .env
        env=os.environ | settings,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield Client(process, server, database if kind == BOT else None)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
