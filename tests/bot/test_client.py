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
    server: LoopbackDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = server.world.add_user("ana")
    guilds = [server.world.add_guild(name, owner) for name in "abcd"]
    here, withheld, left, gone = guilds
    for guild in guilds:
        server.invite(guild)

    async def at_once(*_: object, **__: object) -> None:
        """Do not wait 5 s before a second identify."""

    monkeypatch.setattr(discord.AutoShardedClient, "before_identify_hook", at_once)
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
        assert await client.guild_ids() is None
        running = asyncio.create_task(client.start(server.token))
        await client.wait_until_ready()
        assert await client.guild_ids() == {here.id, withheld.id, left.id, gone.id}
        assert clock.now() is not None, "each answer tells the time"
        await server.begin_outage(withheld)
        await server.remove_bot(left)
        await until(lambda: len(client.guilds) == 3)
        assert await client.guild_ids() == {here.id, withheld.id, gone.id}
        server.gateway.sessions.clear()
        del gone.members[server.application.bot.id]
        await server.gateway.invalidate(resumable=False)
        await until(lambda: server.gateway.identifies == 2)
        await client.wait_until_ready()
        assert gone.id in [guild.id for guild in client.guilds], "it was never told"
        assert await client.guild_ids() == {here.id, withheld.id}
        with server.storm(503), pytest.raises(discord.HTTPException):
            await client.guild_ids()
        await client.close()
        await asyncio.wait([running])
        assert await client.guild_ids() is None
