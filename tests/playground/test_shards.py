"""Shards, in several processes on one token: who is told what, and who may identify when."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

import discord
import pytest
from aiohttp import ClientSession, ClientWebSocketResponse
from yarl import URL

from playground.gateway.identify_turns import IdentifyTurns
from playground.many_guilds import add_many_guilds
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Json, User
from playground.world.application import SESSIONS_A_DAY

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=True)


class Half(discord.AutoShardedClient):
    """A process that serves some of the shards, and notes what it hears."""

    def __init__(self, shard_ids: Sequence[int], shards: int) -> None:
        super().__init__(
            intents=INTENTS,
            shard_ids=list(shard_ids),
            shard_count=shards,
            guild_ready_timeout=0.01,
            chunk_guilds_at_startup=False,
        )
        self.is_here = asyncio.Event()
        self.heard: list[str] = []
        self.tree = discord.app_commands.CommandTree(self)

        @self.tree.command(name="where", description="Which shard is this?")
        async def where(interaction: discord.Interaction) -> None:
            shard = 0 if interaction.guild is None else interaction.guild.shard_id
            await interaction.response.send_message(f"{shard} of {sorted(self.shards)}")

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Come at once: whether that is too soon is for the server to say."""

    async def on_ready(self) -> None:
        self.is_here.set()

    async def on_message(self, message: discord.Message) -> None:
        if message.author != self.user:
            self.heard.append(message.content)


@asynccontextmanager
async def halves(
    server: LoopbackDiscord, *shard_ids: Sequence[int], shards: int
) -> AsyncIterator[list[Half]]:
    clients = [Half(ids, shards) for ids in shard_ids]
    async with AsyncExitStack() as stack:
        for client in clients:
            await stack.enter_async_context(client)
        running = [asyncio.create_task(client.start(server.token)) for client in clients]
        async with asyncio.timeout(60):
            await asyncio.gather(*(client.is_here.wait() for client in clients))
        yield clients
        await asyncio.gather(*(client.close() for client in clients))
        await asyncio.wait(running, timeout=60)


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LoopbackDiscord]:
    """Four shards and eight servers, two a shard."""
    async with LoopbackDiscord(shards=4, max_concurrency=4) as server:
        add_many_guilds(server, 8)
        monkeypatch.setattr(discord.http.Route, "BASE", server.url)
        monkeypatch.setattr(
            discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", URL(gateway_of(server))
        )
        yield server


def gateway_of(server: LoopbackDiscord) -> str:
    return server.url.replace("http", "ws").removesuffix("/api/v10") + "/gateway"


def place(server: LoopbackDiscord, guild: Guild) -> tuple[User, Channel]:
    return server.world.user(guild.owner_id), next(iter(guild.channels.values()))


async def test_two_processes_share_the_guilds_by_discords_formula(server: LoopbackDiscord) -> None:
    async with halves(server, (0, 1), (2, 3), shards=4) as (low, high):
        assert {(guild.id >> 22) % 4 for guild in low.guilds} == {0, 1}
        assert {(guild.id >> 22) % 4 for guild in high.guilds} == {2, 3}
        assert len(low.guilds) == len(high.guilds) == 4
        assert server.gateway.shards_present() == {0, 1, 2, 3}
        for guild in server.world.guilds.values():
            await server.send_message(*place(server, guild), f"{(guild.id >> 22) % 4}")
        async with asyncio.timeout(60):
            while len(low.heard) + len(high.heard) < 8:  # noqa: ASYNC110 (messages have no event)
                await asyncio.sleep(0.01)
        assert (sorted(low.heard), sorted(high.heard)) == (list("0011"), list("2233"))


async def test_a_command_goes_to_the_shard_of_its_guild_and_of_direct_messages_to_the_first(
    server: LoopbackDiscord,
) -> None:
    async with halves(server, (0, 1), (2, 3), shards=4):
        for guild in server.world.guilds.values():
            shard = (guild.id >> 22) % 4
            reply = await server.command(*place(server, guild), "/where")
            assert reply.content == f"{shard} of {[0, 1] if shard < 2 else [2, 3]}"
        ana = server.world.add_user("ana")
        direct = server.world.direct_channel(ana)
        assert (await server.command(ana, direct, "/where")).content == "0 of [0, 1]"


async def test_each_shard_resumes_for_itself(server: LoopbackDiscord) -> None:
    async with halves(server, (0, 1), (2, 3), shards=4) as (low, high):
        await server.gateway.drop(4000)
        for guild in server.world.guilds.values():
            await server.send_message(*place(server, guild), "missed")
        async with asyncio.timeout(60):
            while len(low.heard) + len(high.heard) < 8:  # noqa: ASYNC110 (messages have no event)
                await asyncio.sleep(0.01)
        assert (server.gateway.identifies, server.gateway.resumes) == (4, 4)


async def test_identifies_of_all_processes_are_counted_together(server: LoopbackDiscord) -> None:
    async with halves(server, (0, 1), (2, 3), shards=4) as (low, _):
        limit = (await low.http.get_bot_gateway())[2]
    assert limit["remaining"] == SESSIONS_A_DAY - 4
    assert limit["max_concurrency"] == 4


async def identify(socket: ClientWebSocketResponse, token: str, shard: int) -> Json:
    """The answer to an IDENTIFY of one of four shards."""
    await socket.receive_json()
    data = {"token": token, "properties": {}, "intents": 1, "shard": [shard, 4]}
    await socket.send_json({"op": 2, "d": data})
    answer: Json = await socket.receive_json()
    return answer


async def test_who_identifies_out_of_turn_is_told_that_the_session_is_invalid() -> None:
    async with (
        LoopbackDiscord(shards=4, max_concurrency=2, identify_interval=60) as server,
        ClientSession() as session,
    ):
        answers = []
        for shard in range(4):
            async with session.ws_connect(gateway_of(server)) as socket:
                answers.append(await identify(socket, server.token, shard))
    assert [answer["op"] for answer in answers] == [0, 0, 9, 9]
    assert answers[3]["d"] is False


async def test_without_sessions_left_nobody_identifies() -> None:
    async with LoopbackDiscord() as server, ClientSession() as session:
        server.application.sessions_left = 0
        async with session.ws_connect(gateway_of(server)) as socket:
            await socket.receive_json()
            data = {"token": server.token, "properties": {}, "intents": 1}
            await socket.send_json({"op": 2, "d": data})
            await socket.receive()
            assert socket.close_code == 4004


def test_the_turns_of_a_bucket_come_an_interval_apart() -> None:
    now = 0.0
    turns = IdentifyTurns(2, 5.0, clock=lambda: now)
    assert [turns.take(shard) for shard in (0, 1, 2, 3)] == [True, True, False, False]
    now = 4.9
    assert not turns.take(2)
    now = 5.0
    assert [turns.take(shard) for shard in (3, 2, 2)] == [True, True, False]


async def test_thousands_of_guilds_are_spread_evenly_and_streamed_to_each_shard() -> None:
    async with LoopbackDiscord(shards=8, max_concurrency=8) as server, ClientSession() as session:
        add_many_guilds(server, 2_000)
        async with session.ws_connect(gateway_of(server), max_msg_size=0) as socket:
            await socket.receive_json()
            data = {"token": server.token, "properties": {}, "intents": 1, "shard": [5, 8]}
            await socket.send_json({"op": 2, "d": data})
            ready = await socket.receive_json()
            created = [(await socket.receive_json())["d"] for _ in range(250)]
    assert len(ready["d"]["guilds"]) == 250
    assert all(guild["unavailable"] for guild in ready["d"]["guilds"])
    assert [each["id"] for each in created] == [each["id"] for each in ready["d"]["guilds"]]
    assert {len(each["channels"]) for each in created} == {2}
