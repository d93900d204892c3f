"""Commands that discord.py cannot read, over real sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest
from discord import app_commands

from bot.commands import errors
from bot.gateway.command_tree import CommandTree
from playground.server import LoopbackDiscord
from playground.world import Channel, Json, User


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LoopbackDiscord]:
    websocket = discord.gateway.DiscordWebSocket
    monkeypatch.setattr(websocket, "DEFAULT_GATEWAY", websocket.DEFAULT_GATEWAY)
    async with LoopbackDiscord() as server:
        monkeypatch.setattr(discord.http.Route, "BASE", server.url)
        yield server


@pytest.fixture
async def asking(server: LoopbackDiscord) -> AsyncIterator[tuple[User, Channel]]:
    """Somebody, and where they ask a bot whose commands say hello."""
    ana = server.world.add_user("ana")
    guild = server.world.add_guild("The Harbour", ana)
    server.invite(guild)
    general = server.world.add_channel(guild, "general")
    client = discord.AutoShardedClient(intents=discord.Intents(guilds=True))
    tree = CommandTree(client)
    tree.error(errors.ErrorHandler().on_error)

    async def hello(
        interaction: discord.Interaction, channel: discord.TextChannel | None = None
    ) -> None:
        await interaction.response.send_message("hello")

    async def look(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message("hello")

    tree.add_command(app_commands.Command(name="hello", description="hello", callback=hello))
    tree.add_command(app_commands.ContextMenu(name="Look", callback=look))
    running = asyncio.create_task(client.start(server.token))
    async with asyncio.timeout(60):
        await server.gateway.wait_until_present()  # it registers no commands: ours come as events
    yield ana, general
    await client.close()
    running.cancel()
    await asyncio.wait([running])


BROKEN = {"5": {"id": "5"}}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": "hello", "type": 1}, "hello"),
        ({"name": "old", "type": 1}, "has just changed"),
        ({"name": "Old", "type": 3, "target_id": "5", "resolved": {}}, "has just changed"),
        ({"name": "hello", "type": 1, "resolved": {"channels": BROKEN}}, errors.UNEXPECTED),
        (
            {"name": "Look", "type": 3, "target_id": "5", "resolved": {"messages": BROKEN}},
            errors.UNEXPECTED,
        ),
        ({"type": 1}, errors.UNEXPECTED),
    ],
)
async def test_whatever_comes_is_answered(
    server: LoopbackDiscord, asking: tuple[User, Channel], data: Json, words: str
) -> None:
    reply = await server._interactions.use_command(*asking, {"id": "1"} | data)
    assert words in reply.content
    assert reply.ephemeral == (words != "hello")
