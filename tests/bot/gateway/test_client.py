from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass

import discord
import pytest

from bot.clock import Clock
from bot.gateway import client as client_module
from bot.gateway.channels import is_hidden, may_read
from bot.gateway.client import BarometerClient, use_api
from bot.gateway.identify_budget import IdentifyBudget, TooManyIdentifiesError
from bot.gateway.identify_turns import OwnTurns
from bot.ingest.counters import Counters
from bot.ingest.gaps import Gaps
from bot.ingest.pace import Pace
from playground import payloads
from playground.application import SESSIONS_A_DAY, Intent
from playground.observed import RestExchange
from playground.permissions import Permission
from playground.server import LoopbackDiscord
from playground.world import Overwrite
from storage.records import DeletedChannel


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


@pytest.fixture(autouse=True)
def _the_second_look_comes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "SECOND_LOOK_SECONDS", 0.0)


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

        async def gone(_: int) -> bool:
            return True

        with monkeypatch.context() as patched:
            patched.setattr(client, "_is_gone", gone)
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
        client = client_of(pipeline, missing, Clock(), seconds=0.1)
        async with client:
            running = asyncio.create_task(client.start(server.token))
            await until(lambda: len(pipeline.offered) == 6)
            await client.close()
            await asyncio.wait([running])
    assert len(asked) == 12, "each twice"
    assert asked[5] - asked[0] > 0.4, "also those of two guilds do not come at once"


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


async def test_a_big_bot_may_identify_more_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    websocket = discord.gateway.DiscordWebSocket
    monkeypatch.setattr(websocket, "DEFAULT_GATEWAY", websocket.DEFAULT_GATEWAY)
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
