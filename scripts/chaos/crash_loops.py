"""A day of gateways that always fail, in virtual time: how often the bot troubles Discord."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.clock import Clock
from bot.gateway.client import BarometerClient
from bot.gateway.connection import stay_connected
from bot.gateway.identify_budget import IdentifyBudget
from bot.gateway.identify_turns import OwnTurns
from scripts.chaos import virtual_time

DAY = 24 * 3600.0
LOOPS = ("unreachable", "refused", "short-lived", "invalid sessions")
REQUESTS_A_START = 5  # discord.py gives up on a request after five answers with 429 or 50x


class Doomed(BarometerClient):
    """The real client but for its connection, which fails in one of four ways."""

    def __init__(self, way: str, moments: list[float], starts: list[float], **options: object):
        nothing: Any = None
        super().__init__(nothing, nothing, nothing, nothing, lambda _: None, **options)  # type: ignore[arg-type]
        self._way = way
        self._moments = moments
        self._starts = starts

    async def start(self, token: str, *, reconnect: bool = True) -> None:
        self._starts.append(asyncio.get_running_loop().time())
        if self._way == "unreachable":
            raise OSError("nobody there")
        await self._identify(initial=True)
        if self._way == "short-lived":
            await asyncio.sleep(61)
        while self._way == "invalid sessions":  # discord.py identifies anew by itself
            await self._identify(initial=False)
        raise OSError("gone again")

    async def _identify(self, *, initial: bool) -> None:
        await self.before_identify_hook(0, initial=initial)
        self._moments.append(asyncio.get_running_loop().time())


def simulate(way: str, days: float = 1.0) -> tuple[list[float], list[float]]:
    """Seconds at which the bot identified, and at which it started anew."""
    identified: list[float] = []
    starts: list[float] = []

    async def live() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.call_later(days * DAY, stop.set)
        turns = OwnTurns(loop.time)

        def make(*, message_content: bool, identifies: IdentifyBudget) -> BarometerClient:
            return Doomed(
                way,
                identified,
                starts,
                message_content=message_content,
                identifies=identifies,
                turns=turns,
                clock=(clock := Clock()),
                trace=clock.trace(),
            )

        await stay_connected(make, "token", stop)

    virtual_time.run(live())
    return identified, starts


def most_within(moments: list[float], seconds: float) -> int:
    """The most of these (ascending) moments that lie in one period of so many seconds.

    most_within([0, 5, 10, 100], 10) -> 3
    """
    first = most = 0
    for last, moment in enumerate(moments):
        while moment - moments[first] > seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


def figures() -> dict[str, int]:
    """Identifies in a day, and requests that could be invalid in 10 minutes, of each crash loop."""
    found = {}
    for way in LOOPS:
        identified, starts = simulate(way)
        name = way.replace(" ", "_").replace("-", "_")
        found[f"identifies_a_day_{name}"] = most_within(identified, DAY)
        found[f"requests_in_10_min_{name}"] = REQUESTS_A_START * most_within(starts, 600)
    return found
