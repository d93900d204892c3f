from __future__ import annotations

import asyncio

import discord
import pytest

from bot.clock import Clock
from bot.gateway.client import use_api
from bot.gateway.identify_budget import TooManyIdentifiesError
from bot.permissions.channels import is_hidden, may_read
from playground.server import LoopbackDiscord
from playground.world import Overwrite
from playground.world.application import SESSIONS_A_DAY
from playground.world.permissions import Permission
from tests.bot.gateway.conftest import FakeChannels, FakePipeline, client_of, until


async def test_the_client_knows_its_guilds_through_an_outage_and_only_while_connected(
    server: LoopbackDiscord,
) -> None:
    owner = server.world.add_user("ana")
    guilds = [server.world.add_guild(name, owner) for name in "abcd"]
    here, withheld, left, gone = guilds
    for guild in guilds:
        server.invite(guild)

    pipeline, clock = FakePipeline(), Clock()
    client = client_of(pipeline, FakeChannels(), clock)
    async with client:
        assert await client.guild_ids() is None
        running = asyncio.create_task(client.start(server.token))
        await client.wait_until_ready()
        assert await client.guild_ids() == frozenset({here.id, withheld.id, left.id, gone.id})
        assert clock.now() is not None, "each answer tells the time"
        await server.begin_outage(withheld)
        await server.remove_bot(left)
        await until(lambda: len(client.guilds) == 3)
        assert await client.guild_ids() == frozenset({here.id, withheld.id, gone.id})
        server.gateway.sessions.clear()
        del gone.members[server.application.bot.id]
        await server.gateway.invalidate(resumable=False)
        await until(lambda: server.gateway.identifies == 2)
        await until(lambda: not any(shard.is_closed() for shard in client.shards.values()))
        await client.wait_until_ready()
        assert gone.id in [guild.id for guild in client.guilds], "it was never told"
        assert await client.guild_ids() == frozenset({here.id, withheld.id})
        with server.storm(503), pytest.raises(discord.HTTPException):
            await client.guild_ids()
        await client.close()
        await asyncio.wait([running])
        assert await client.guild_ids() is None
    assert pipeline.offered == [], "nobody wrote anything"


async def test_a_bot_that_was_started_too_often_today_does_not_identify(
    server: LoopbackDiscord,
) -> None:
    server.application.sessions_left = SESSIONS_A_DAY - 100
    client = client_of(FakePipeline(), FakeChannels(), Clock())
    async with client:
        with pytest.raises(TooManyIdentifiesError) as told:
            await client.start(server.token)
    assert told.value.seconds == 3600
    assert server.gateway.identifies == 0


async def test_a_big_bot_may_identify_more_often() -> None:
    async with LoopbackDiscord(shards=2) as server:
        use_api(server.url)
        server.application.sessions_left = SESSIONS_A_DAY - 199
        client = client_of(FakePipeline(), FakeChannels(), Clock())
        async with client:
            running = asyncio.create_task(client.start(server.token))
            await until(lambda: server.gateway.identifies == 2)
            await client.close()
            await asyncio.wait([running])


async def test_who_may_read_a_hidden_channel_is_not_judged(server: LoopbackDiscord) -> None:
    """Its overwrites are made up: by them an administrator could read it, and nobody else."""
    world = server.world
    guild = world.add_guild("The Harbour", world.add_user("ana"))
    admins = world.add_role(guild, "Admins", Permission.ADMINISTRATOR)
    ben = world.add_user("ben")
    world.add_member(guild, ben, admins)
    server.invite(guild)
    general = world.add_channel(guild, "general")
    out_of_sight = Overwrite(guild.id, deny=Permission.VIEW_CHANNEL)
    staff = world.add_channel(guild, "staff", overwrites=[out_of_sight])
    client = client_of(FakePipeline(), FakeChannels(frozenset({staff.id})), Clock())
    async with client:
        running = asyncio.create_task(client.start(server.token))
        await client.wait_until_ready()
        known = client.get_guild(guild.id)
        assert known is not None
        member = await known.fetch_member(ben.id)
        seen, hidden = known.get_channel(general.id), known.get_channel(staff.id)
        assert isinstance(seen, discord.TextChannel)
        assert isinstance(hidden, discord.TextChannel)
        assert (hidden.name, is_hidden(hidden), is_hidden(seen)) == ("___hidden___", True, False)
        assert hidden.permissions_for(member).view_channel
        assert (may_read(member, hidden), may_read(member, seen)) == (False, True)
        await server.change_bot_roles(guild, admins)
        await until(lambda: hidden.name == "staff")
        assert not is_hidden(hidden)
        assert may_read(member, hidden)
        await client.close()
        await asyncio.wait([running])
