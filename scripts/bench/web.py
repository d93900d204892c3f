"""The page in a browser under load: how long its answers take, and how late the bot's loop is.

The whole bot is a process of its own on a loopback Discord, with a month of talk in its database.
Members and moderators come in with their links; then views are asked for at an even rate, whoever
may ask them, and nobody waits for the answers of others. Told beside the times: how often the bot
asked Discord for a member, and whether any answer held what its reader may not see.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from playground.observed import GatewayFrame, RestExchange
from playground.server import LoopbackDiscord
from scripts.bench.latency import note_lags, percentile
from scripts.bench.visited_server import Place, Visitor
from scripts.chaos import town

SETTLING: Final = 5.0
MEMBER_ROUTE: Final = "/guilds/{guild_id}/members/{user_id}"
PATIENCE: Final = 30.0


@dataclass
class Seen:
    """What came back."""

    seconds: list[float] = field(default_factory=list)
    by_path: dict[str, list[float]] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    told_to: Counter[bool] = field(default_factory=Counter)
    """How many answers told of what is the moderators': to those who moderate, and to others."""


def bench_web(options: argparse.Namespace) -> dict[str, Any]:
    """Ask the page at the rate that is asked for."""
    return asyncio.run(_bench(options))


async def _bench(options: argparse.Namespace) -> dict[str, Any]:
    asked: dict[str, list[float]] = {}

    def observe(seen: RestExchange | GatewayFrame) -> None:
        if isinstance(seen, RestExchange) and seen.route == MEMBER_ROUTE:
            asked.setdefault(seen.answer["user"]["id"], []).append(time.monotonic())

    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        server = await stack.enter_async_context(LoopbackDiscord(observe=observe))
        place = Place.build(server, options)
        await place.remember(folder, options)
        bot = await stack.enter_async_context(_bot(server, folder))
        await server.wait_until_ready(PATIENCE)
        visitors = [
            await stack.enter_async_context(place.visitor(person, number))
            for number, person in enumerate(place.people)
        ]
        for visitor in visitors[:: max(1, len(visitors) // 4)]:  # baselines are learnt once a day
            await _ask(visitor, visitor.next(), Seen(), place)
        await asyncio.sleep(SETTLING)
        await bot.lags()
        began, seen = time.monotonic(), Seen()
        await _pour(visitors, options, seen, place)
        lags = await bot.lags()
    inside = [[each for each in times if each >= began] for times in asked.values()]
    most = max(
        (sum(at <= each < at + 60 for each in times) for times in inside for at in times), default=0
    )
    slowest = max(seen.by_path, key=lambda path: percentile(seen.by_path[path], 50))
    return {
        "bench": "web",
        "rate": options.rate,
        "people": len(visitors),
        "messages": options.messages,
        "channels": options.channels,
        "answers": dict(sorted(seen.statuses.items())),
        "p50_ms": percentile(seen.seconds, 50),
        "p99_ms": percentile(seen.seconds, 99),
        "slowest": slowest,
        "of_each_p50_p99_ms": {
            path: [percentile(times, 50), percentile(times, 99)]
            for path, times in sorted(seen.by_path.items())
        },
        "loop_lag_p50_ms": lags["p50_ms"],
        "loop_lag_p99_ms": lags["p99_ms"],
        "bot_cpu_share": lags["cpu_share"],
        "bot_cpu_ms_a_question": 1e3 * lags["cpu_seconds"] / max(1, len(seen.seconds)),
        "most_member_requests_in_a_minute": most,
        "answers_that_told_too_much": seen.told_to[False],
        "answers_that_told_moderators_of_theirs": seen.told_to[True],
        "load_of_the_machine": os.getloadavg()[0],
    }


async def _pour(
    visitors: list[Visitor], options: argparse.Namespace, seen: Seen, place: Place
) -> None:
    """So many questions a second, whether or not those before are answered."""
    random = Random(0)
    started = time.monotonic()
    async with asyncio.TaskGroup() as group:
        for number in range(round(options.rate * options.seconds)):
            await asyncio.sleep(max(0.0, started + number / options.rate - time.monotonic()))
            visitor = random.choice(visitors)
            group.create_task(_ask(visitor, visitor.next(), seen, place))


async def _ask(visitor: Visitor, path: str, seen: Seen, place: Place) -> None:
    began = time.perf_counter()
    async with visitor.http.get(path) as answer:
        body = await answer.text()
    taken = time.perf_counter() - began
    seen.seconds.append(taken)
    seen.by_path.setdefault(path.rpartition(str(visitor.guild_id))[2], []).append(taken)
    seen.statuses[answer.status] += 1
    if place.tells_of_moderators_things(body):
        seen.told_to[visitor.moderates] += 1


class Bot:
    """The bot's process, which tells how late its loop was since it was asked last."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def lags(self) -> dict[str, float]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(b"\n")
        return dict(json.loads(await self._process.stdout.readline()))


@asynccontextmanager
async def _bot(server: LoopbackDiscord, folder: Path) -> AsyncIterator[Bot]:
    settings = {
        "PYTHONPATH": str(town.ROOT),
        "DISCORD_TOKEN": server.token,
        "DISCORD_API_URL": server.url,
        "BAROMETER_DATABASE": str(town.database(folder)),
        "BAROMETER_WEB": "127.0.0.1:0",
        "BAROMETER_LOG_LEVEL": "WARNING",  # what goes wrong with it is shown
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "scripts.bench.web"),
        cwd=folder,  # where there is no .env
        env=os.environ | settings,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield Bot(process)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def report_web(figures: dict[str, Any]) -> str:
    """The figures of `bench_web` for people."""
    lines = [
        f"{figures['rate']:g} questions a second by {figures['people']} people; "
        f"{figures['messages']:,} messages in {figures['channels']} channels; milliseconds",
        f"{'':40} {'p50':>8} {'p99':>8}",
        f"{'an answer':40} {figures['p50_ms']:>8.1f} {figures['p99_ms']:>8.1f}",
    ]
    for path, (p50, p99) in figures["of_each_p50_p99_ms"].items():
        lines.append(f"  {path:38} {p50:>8.1f} {p99:>8.1f}")
    lag = "the bot's event loop, late by"
    lines += [
        f"{lag:40} {figures['loop_lag_p50_ms']:>8.1f} {figures['loop_lag_p99_ms']:>8.1f}",
        f"answers by status: {figures['answers']}",
        "most requests for one member in a minute: "
        f"{figures['most_member_requests_in_a_minute']} (at most two)",
        f"answers that told too much: {figures['answers_that_told_too_much']} (moderators, who may "
        f"know it, were told the same {figures['answers_that_told_moderators_of_theirs']} times)",
        f"the bot took {figures['bot_cpu_share']:.0%} of a processor, "
        f"{figures['bot_cpu_ms_a_question']:.1f} ms a question; the machine's load was "
        f"{figures['load_of_the_machine']:.1f}",
    ]
    return "\n".join(lines)


async def _be_the_bot() -> None:
    from bot import app
    from bot import settings as settings_module
    from bot.signals import stop_on_signals

    lags: list[float] = []
    threading.Thread(target=_tell, args=(lags,), daemon=True).start()
    looking = asyncio.create_task(note_lags(lags))
    try:
        await app.run(settings_module.load(), stop_on_signals())
    finally:
        looking.cancel()


def _tell(lags: list[float]) -> None:
    used, at = time.process_time(), time.monotonic()
    for _ in sys.stdin:
        taken = time.process_time() - used
        cpu = {"cpu_seconds": taken, "cpu_share": taken / max(1e-9, time.monotonic() - at)}
        told = {f"p{p}_ms": percentile(lags, p) for p in (50, 99)} | cpu
        print(json.dumps(told), flush=True)
        lags.clear()
        used, at = time.process_time(), time.monotonic()


if __name__ == "__main__":
    asyncio.run(_be_the_bot())
