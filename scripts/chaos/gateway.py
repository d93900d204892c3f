"""Break the gateway and the REST API under the running bot: nothing is lost.

`python -m bot` runs on a loopback Discord while people write 50 messages a second. It starts with
an unreachable gateway; then come `--runs` mixed faults: broken lines, close codes, op 7, op 9,
malformed dispatches, an unreachable gateway, and storms of 429, 500, 502 and 503 on REST, some of
them while the bot starts anew. After each the bot must answer a command again. In the end every
message that the server holds must be stored, once; those of lost sessions come from the history.

The bot must identify at most 100 times, and get fewer than 100 answers of 401, 403 or 429 in any
10 minutes. A day of gateways that always fail, simulated, must keep to these limits, too.
"""

from __future__ import annotations

import asyncio
import logging
import time
from argparse import Namespace
from collections.abc import Mapping
from contextlib import suppress
from itertools import cycle, islice, repeat
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from playground.errors import PlaygroundError
from playground.observed import GatewayFrame, RestExchange
from playground.server import LoopbackDiscord
from scripts.chaos import crash_loops, ledger, town
from scripts.chaos.crash_loops import most_within
from scripts.chaos.result import Figure, Result

log = logging.getLogger(__name__)

RATE = 50  # messages a second
PATIENCE = 120.0  # seconds until the bot answers again, or has read what it missed
MOST_IDENTIFIES = 100
MOST_INVALID = 100
INVALID = (401, 403, 429)

CLOSES = ("broken line", "1000", "1001", "4000", "4001", "4007", "4008", "4009")
STORMS = ("500", "502", "503")
RARE = (  # in a hundred faults; each of them costs a session, or counts as invalid requests
    *repeat("429", 3),
    *repeat("op 9 false", 6),
    *repeat("malformed", 2),
    "unreachable",
    "429 at start",
    "503 at start",
)
DECK = (*RARE, *islice(cycle((*CLOSES, "op 7", "op 9 true", *STORMS)), 100 - len(RARE)))


def run(options: Namespace) -> Result:
    """Deal `options.runs` faults to one bot."""
    with TemporaryDirectory() as folder:
        result = asyncio.run(FaultyRun(Path(folder), options).run())
    simulated = logging.getLogger("bot")  # in this process
    level = simulated.level
    simulated.setLevel(logging.CRITICAL)
    try:
        loops = crash_loops.figures()
    finally:
        simulated.setLevel(level)
    return Result(result.figures | loops, (*result.broken, *too_many(loops)))


def deal(runs: int, random: Random) -> list[str]:
    """So many faults in a random order; of every whole hundred each kind has its share."""
    dealt = list(DECK) * (runs // len(DECK)) + random.sample(DECK, runs % len(DECK))
    random.shuffle(dealt)
    return dealt


class FaultyRun:
    """One bot, one server, and the faults between them."""

    def __init__(self, folder: Path, options: Namespace) -> None:
        self._database = town.database(folder)
        self._folder = folder
        self._faults = deal(options.runs, Random(options.seed))
        self._seed = options.seed
        self._invalid: list[float] = []
        self._broken: list[str] = []
        self._place: town.Town

    async def run(self) -> Result:
        started = time.monotonic()
        async with LoopbackDiscord(observe=self._observe) as server:
            self._place = place = town.Town.build(server, self._seed)
            server.gateway.reachable = False
            async with town.bot(server, self._folder) as bot:
                await asyncio.sleep(2)
                server.gateway.reachable = True
                await server.wait_until_ready()
                # A guild that is new begins with its next message: not before that is written down.
                if not await town.wait_until(self._has_begun, PATIENCE):
                    self._broken.append(f"not every channel was begun within {PATIENCE:.0f} s")
                writing = asyncio.create_task(place.keep_saying(RATE))
                for number, fault in enumerate(self._faults, start=1):
                    await self._survive(number, fault)
                writing.cancel()
                with suppress(asyncio.CancelledError):
                    await writing
                await self._settle()
                await bot.stop()
            if bot.process.returncode != 0:
                self._broken.append(f"exit code {bot.process.returncode}")
            return self._result(server, time.monotonic() - started)

    def _has_begun(self) -> bool:
        begun = ledger.read_up_to(self._database)
        return all(channel.id in begun for channel in self._place.channels)

    async def _survive(self, number: int, fault: str) -> None:
        """Deal one fault, and wait until the bot answers again."""
        place = self._place
        started = time.monotonic()
        await self._deal(fault)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with suppress(PlaygroundError):
                await place.server.wait_until_ready(deadline - time.monotonic())
                await place.ask("/sentiment help")
                break
            await asyncio.sleep(0.05)
        else:
            self._broken.append(f"fault {number} ({fault}): no answer for {PATIENCE:.0f} s")
        log.info("%3d %-14s %5.1f s", number, fault, time.monotonic() - started)

    async def _deal(self, fault: str) -> None:
        server, gateway = self._place.server, self._place.server.gateway
        match fault:
            case "broken line":
                await gateway.drop()
            case "op 7":
                await gateway.ask_to_reconnect()
            case "op 9 true" | "op 9 false":
                await gateway.invalidate(resumable=fault == "op 9 true")
            case "malformed":
                await self._send_malformed()
            case "unreachable":
                gateway.reachable = False
                await gateway.drop()
                await asyncio.sleep(2)
                gateway.reachable = True
            case "429 at start" | "503 at start":
                with server.storm(int(fault[:3])):
                    await self._send_malformed()
                    await asyncio.sleep(2)
            case "429" | "500" | "502" | "503":
                with server.storm(int(fault)), suppress(PlaygroundError):
                    await self._place.ask("/sentiment server")
            case code:
                await gateway.drop(int(code))

    async def _send_malformed(self) -> None:
        gateway, guild = self._place.server.gateway, self._place.guild
        await gateway.dispatch("CHANNEL_UPDATE", {}, intent=None, guild_id=guild.id)
        await asyncio.sleep(0.5)  # until the client has come to grief

    async def _settle(self) -> None:
        """Wait until everything is stored."""
        sent = set(self._place.sent)
        await town.wait_until(lambda: ledger.stored(self._database).keys() == sent, PATIENCE)

    def _observe(self, seen: RestExchange | GatewayFrame) -> None:
        if isinstance(seen, RestExchange) and seen.status in INVALID:
            self._invalid.append(time.monotonic())

    def _result(self, server: LoopbackDiscord, seconds: float) -> Result:
        rows = ledger.stored(self._database).keys()
        lost = len(set(self._place.sent) - rows)
        figures: dict[str, Figure] = {
            "faults": len(self._faults),
            "seconds": round(seconds),
            "messages": len(self._place.sent),
            "lost": lost,
            "identifies": server.gateway.identifies,
            "resumes": server.gateway.resumes,
            "invalid_requests_in_10_min": most_within(self._invalid, 600),
        }
        broken = [*self._broken, *ledger.faults(self._database), *too_many(figures)]
        if rows - set(self._place.sent):
            broken.append("there are rows of messages that nobody sent")
        if lost:
            broken.append(f"{lost} messages are lost")
        return Result(figures, tuple(broken))


def too_many(figures: Mapping[str, Figure]) -> list[str]:
    """The figures that exceed Discord's limits, in words."""
    limits = {"identifies": MOST_IDENTIFIES + 1, "invalid": MOST_INVALID, "requests": MOST_INVALID}
    return [
        f"{name} is {value}"
        for name, value in figures.items()
        for prefix, limit in limits.items()
        if name.startswith(prefix) and isinstance(value, int) and value >= limit
    ]
