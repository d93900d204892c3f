"""The client on a loopback Discord, with what is behind it pretended."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass

import discord
import pytest

from bot.clock import Clock
from bot.gateway.client import BarometerClient, use_api
from bot.gateway.identify_budget import IdentifyBudget
from bot.gateway.identify_turns import OwnTurns
from bot.ingest.counters import Counters
from bot.ingest.gaps import Gaps
from bot.ingest.pace import Pace
from playground.server import LoopbackDiscord


class FakePipeline:
    def __init__(self) -> None:
        self.gaps = Gaps()
        self.counters = Counters()
        self.offered: list[object] = []

    def offer(self, event: object) -> bool:
        self.offered.append(event)
        return True


@dataclass
class FakeChannels:
    known: frozenset[int] = frozenset()

    async def top_level(self, guild_id: int) -> frozenset[int]:
        return self.known


class NoCatchUp:
    def attend(self, client: discord.Client) -> None:
        """Leave every gap open."""

    def try_again(self, guild_id: int, channel_ids: Iterable[int]) -> None:
        """Leave those open, too."""


async def at_once() -> None: ...


def client_of(
    pipeline: FakePipeline, channels: FakeChannels, clock: Clock, seconds: float = 0.0
) -> BarometerClient:
    return BarometerClient(
        pipeline,
        NoCatchUp(),
        channels,
        Pace(at_once, seconds),
        lambda _: None,
        message_content=False,
        identifies=IdentifyBudget(time.monotonic),
        turns=OwnTurns(time.monotonic, seconds=0),
        clock=clock,
        trace=clock.trace(),
    )


@pytest.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    async with LoopbackDiscord() as server:
        use_api(server.url)
        yield server


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110 (it has no event for it)
            await asyncio.sleep(0.02)
