"""The whole way on PostgreSQL: said, counted, told, forgotten, and still there after a restart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from bot import app, preflight
from bot.settings import Settings
from playground.server import LoopbackDiscord
from playground.world import Channel, User
from scripts import forget
from scripts.chaos.postgres_server import PostgresServer
from storage.records import Shards


@pytest.fixture
def address(
    postgres_server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    monkeypatch.chdir(tmp_path)
    name = postgres_server.new_database().rpartition("/")[2]
    return postgres_server.address(name, password="hunter2")


@asynccontextmanager
async def running(server: LoopbackDiscord, address: str) -> AsyncIterator[None]:
    chosen = Settings.model_validate(
        {
            "DISCORD_TOKEN": server.token,
            "DISCORD_API_URL": server.url,
            "BAROMETER_DATABASE": address,
        }
    )
    stop = asyncio.Event()
    bot = asyncio.create_task(app.run(chosen, stop))
    ready = asyncio.create_task(server.wait_until_ready(60))
    try:
        await asyncio.wait([bot, ready], return_when=asyncio.FIRST_COMPLETED)
        if bot.done():
            bot.result()  # says why it could not start
        else:
            await ready
        yield
    finally:
        ready.cancel()
        stop.set()
        async with asyncio.timeout(60):
            await bot


async def summary(server: LoopbackDiscord, asker: User, channel: Channel) -> str:
    reply = await server.command(asker, channel, "/sentiment channel period:24 hours")
    return " ".join(
        f"{embed.get('description', '')} {embed.get('footer', {}).get('text', '')}"
        for embed in reply.embeds
    ) + str(reply.content)


async def says(server: LoopbackDiscord, asker: User, channel: Channel, expected: str) -> None:
    """Wait until the answer tells this."""
    for _ in range(60):
        told = await summary(server, asker, channel)
        if expected in told:
            return
        await asyncio.sleep(0.5)
    pytest.fail(f"{expected} is not told, but {told}")


async def test_a_guild_is_counted_told_and_forgotten_and_a_restart_changes_nothing(
    address: str, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    async with LoopbackDiscord() as server:
        world = server.world
        people = [world.add_user(name) for name in ("olga", "bela", "cem", "dora")]
        olga, bela, *others = people
        guild = world.add_guild("The Lighthouse", olga)
        for member in (bela, *others):
            world.add_member(guild, member)
        general = world.add_channel(guild, "general")
        server.invite(guild)
        async with running(server, address):
            for number in range(40):
                author = people[number % 4]
                await server.send_message(author, general, "I love this so much, thank you!")
            await says(server, olga, general, "of 40 messages")
        async with running(server, address):
            await says(server, olga, general, "of 40 messages")
            question = await server.command(bela, general, "/sentiment privacy opt-out")
            await server.press(question, "Yes, erase")
            await says(server, olga, general, "of 30 messages")
            await server.send_message(bela, general, "I love that, too, so much!")
            assert await storage.preflight(address) == "Barometer is running on it now."
        async with storage.open(address, now=datetime.now(UTC)) as store:
            kept = await store.privacy.export(guild.id, bela.id)
            assert kept.opted_out
            assert kept.messages == ()
            assert len((await store.privacy.export(guild.id, olga.id)).messages) == 10
        chosen = Settings.model_validate({"BAROMETER_DATABASE": address})
        await preflight.run(chosen)
    told = capsys.readouterr().out
    assert "Database  ok: postgresql://barometer@127.0.0.1:" in told
    assert "Backups   made with PostgreSQL's own tools" in told
    assert "hunter2" not in told + caplog.text + repr(chosen)


async def test_a_bot_that_finds_another_in_its_place_ends_and_says_so(
    address: str, postgres_server: PostgresServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with LoopbackDiscord(shards=2) as server:
        ana = server.world.add_user("ana")
        server.invite(server.world.add_guild("The Lighthouse", ana))
        chosen = {
            "DISCORD_TOKEN": server.token,
            "DISCORD_API_URL": server.url,
            "BAROMETER_DATABASE": address,
            "SHARD_GROUP": "barometer-0",
            "SHARD_GROUPS": "2",
        }
        bot = asyncio.create_task(app.run(Settings.model_validate(chosen), asyncio.Event()))
        await server.wait_until_ready(60)
        # As if its machine had been cut off for so long that the server gave up on it.
        await asyncio.to_thread(postgres_server.drop_connections, address.rpartition("/")[2])
        async with storage.open(address, now=datetime.now(UTC), exclusive=Shards(0, 0, 2)):
            await server.send_message(
                ana, server.world.add_channel(next(iter(server.world.guilds.values())), "x"), "hi"
            )
            with pytest.raises(storage.StorageError, match="can't be served twice"):
                async with asyncio.timeout(90):
                    await bot
    assert "another process has taken this one's place" in caplog.text


async def test_a_bot_without_its_server_says_what_to_do(
    address: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = address.replace("/moods_", "/nowhere_")
    with pytest.raises(storage.StorageError, match="doesn't exist on this server"):
        await app.run(
            Settings.model_validate({"DISCORD_TOKEN": "x", "BAROMETER_DATABASE": nowhere}),
            asyncio.Event(),
        )
    monkeypatch.setenv("BAROMETER_DATABASE", nowhere)
    assert await asyncio.to_thread(forget.main, ["900", "5"]) == 1
    assert "doesn't exist on this server" in capsys.readouterr().err
