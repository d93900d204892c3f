from __future__ import annotations

import asyncio
import time

import pytest

from bot.clock import Clock
from bot.gateway import missing_channels
from bot.gateway.client import use_api
from bot.gateway.missing_channels import MissingChannels
from playground.observed import RestExchange
from playground.server import LoopbackDiscord
from playground.world import payloads
from playground.world.application import Intent
from storage.records import DeletedChannel
from tests.bot.gateway.conftest import FakeChannels, FakePipeline, client_of, until


@pytest.fixture(autouse=True)
def _the_second_look_comes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(missing_channels, "SECOND_LOOK_SECONDS", 0.0)


async def test_a_channel_is_not_deleted_on_one_piece_of_evidence(
    server: LoopbackDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = server.world
    guild = world.add_guild("The Harbour", world.add_user("ana"))
    server.invite(guild)
    general = world.add_channel(guild, "general")
    pipeline = FakePipeline()
    client = client_of(pipeline, FakeChannels(frozenset({general.id})), Clock())
    async with client:
        running = asyncio.create_task(client.start(server.token))
        await client.wait_until_ready()
        known = client.guilds[0]
        known._remove_channel(known.channels[0])

        async def gone(*_: object) -> bool:
            return True

        with monkeypatch.context() as patched:
            patched.setattr(MissingChannels, "_is_gone", gone)
            await client.on_guild_available(known)
        assert pipeline.offered == [], "Discord's list of the channels has it"
        del guild.channels[general.id]
        await client.on_guild_available(known)
        assert pipeline.offered == [], "the list lacks it, but it can be asked for"
        del world.channels[general.id]
        with server.storm(403):
            await client.on_guild_available(known)
        assert pipeline.offered == []
        await client.on_guild_available(known)
        assert pipeline.offered == [DeletedChannel(guild.id, general.id)]
        await client.close()
        await asyncio.wait([running])


async def test_missing_channels_were_deleted_only_where_discord_says_so(
    server: LoopbackDiscord,
) -> None:
    world = server.world
    guild = world.add_guild("The Harbour", world.add_user("ana"))
    server.invite(guild)
    general = world.add_channel(guild, "general")
    pipeline, channels = FakePipeline(), FakeChannels()
    client = client_of(pipeline, channels, Clock())
    async with client:
        running = asyncio.create_task(client.start(server.token))
        await client.wait_until_ready()
        channels.known = frozenset({general.id, 5})
        known = client.guilds[0]
        known._remove_channel(known.channels[0])  # as if Discord had told of too few
        known.unavailable = True
        await client.on_guild_available(known)
        assert pipeline.offered == []
        known.unavailable = False
        with server.storm(403):
            await client.on_guild_available(known)
        assert pipeline.offered == []
        await client.on_guild_available(known)
        assert pipeline.offered == [DeletedChannel(guild.id, 5)]
        await client.close()
        await asyncio.wait([running])


async def test_channels_that_were_deleted_while_the_bot_was_thrown_out_go_when_it_is_back(
    server: LoopbackDiscord,
) -> None:
    guild = server.world.add_guild("The Harbour", server.world.add_user("ana"))
    pipeline = FakePipeline()
    client = client_of(pipeline, FakeChannels(frozenset({5})), Clock())
    async with client:
        running = asyncio.create_task(client.start(server.token))
        await client.wait_until_ready()
        server.invite(guild)
        form = payloads.guild_create(guild, server.application.bot, all_members=False)
        del form["unavailable"]  # so Discord says that it is new
        await server.gateway.dispatch("GUILD_CREATE", form, intent=Intent.GUILDS, guild_id=guild.id)
        await until(lambda: pipeline.offered == [DeletedChannel(guild.id, 5)])
        await client.close()
        await asyncio.wait([running])


async def test_many_missing_channels_are_asked_for_at_a_pace() -> None:
    asked: list[float] = []

    def observe(seen: object) -> None:
        if isinstance(seen, RestExchange) and seen.route == "/channels/{channel_id}":
            asked.append(time.monotonic())

    async with LoopbackDiscord(observe=observe) as server:
        use_api(server.url)
        for name in ("The Harbour", "The Lighthouse"):
            server.invite(server.world.add_guild(name, server.world.add_user("ana")))
        pipeline = FakePipeline()
        missing = FakeChannels(frozenset({5, 6, 7}))
        client = client_of(pipeline, missing, Clock(), seconds=0.2)
        async with client:
            running = asyncio.create_task(client.start(server.token))
            await until(lambda: len(pipeline.offered) == 6)
            await client.close()
            await asyncio.wait([running])
    assert len(asked) == 12, "each twice"
    assert asked[5] - asked[0] > 0.4, "also those of two guilds do not come at once"
