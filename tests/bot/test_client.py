from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import discord
import pytest

from bot.client import BarometerClient, use_api
from bot.discord_time import DiscordTime
from bot.gaps import Gaps
from bot.identifies import IdentifyBudget
from playground.server import LoopbackDiscord


class FakePipeline:
    gaps = Gaps()

    def offer(self, event: object) -> bool:
        raise AssertionError("nobody wrote anything")


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LoopbackDiscord]:
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    websocket = discord.gateway.DiscordWebSocket
    monkeypatch.setattr(websocket, "DEFAULT_GATEWAY", websocket.DEFAULT_GATEWAY)
    async with LoopbackDiscord() as server:
        use_api(server.url)
        yield server


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 (it has no event for it)
            await asyncio.sleep(0.02)


async def test_the_client_knows_its_guilds_through_an_outage_and_only_while_connected(
    server: LoopbackDiscord,
) -> None:
    owner = server.world.add_user("ana")
    here, withheld, left = (server.world.add_guild(name, owner) for name in ("a", "b", "c"))
    for guild in (here, withheld, left):
        server.invite(guild)
    nothing: Any = None
    clock = DiscordTime()
    client = BarometerClient(
        FakePipeline(),  # type: ignore[arg-type]
        nothing,
        lambda _: None,
        message_content=False,
        identifies=IdentifyBudget(time.monotonic),
        http_trace=clock.trace(),
    )
    async with client:
        assert client.guild_ids() is None
        running = asyncio.create_task(client.start(server.token))
        await client.wait_until_ready()
        assert client.guild_ids() == {here.id, withheld.id, left.id}
        assert clock.now() is not None, "each answer tells the time"
        await server.begin_outage(withheld)
        await server.remove_bot(left)
        await until(lambda: len(client.guilds) == 2)
        assert client.guild_ids() == {here.id, withheld.id}
        await client.close()
        await asyncio.wait([running])
        assert client.guild_ids() is None
