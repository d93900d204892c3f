"""What is slow, fails or has to wait holds up nothing beside it."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest

from bot.ingest.catch_up import CatchUp
from bot.ingest.pipeline import Pipeline
from playground.world import Message
from tests.bot.ingest.catch_up.conftest import Place


class Trouble:
    """What #general answers from now on, when asked for its history."""

    def __init__(self, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked = 0
        self.answers = asyncio.Event()
        self.limits: list[float] = []
        history = discord.TextChannel.history

        async def troubled(self_: discord.TextChannel, **options: object) -> AsyncIterator[object]:
            if self_.id == place.general.id:
                self.asked += 1
                if self.limits:
                    raise discord.RateLimited(self.limits.pop())
                await self.answers.wait()
            async for message in history(self_, **options):  # type: ignore[arg-type]
                yield message

        monkeypatch.setattr(discord.TextChannel, "history", troubled)


async def test_a_channel_that_never_answers_holds_up_no_other_of_its_guild_or_elsewhere(
    place: Place, monkeypatch: pytest.MonkeyPatch, pipelines: list[Pipeline]
) -> None:
    world = place.server.world
    games = world.add_channel(place.guild, "games")
    elsewhere = world.add_guild("The Lighthouse", place.ana)
    place.server.invite(elsewhere)
    news = world.add_channel(elsewhere, "news")
    async with place.bot():
        await place.started(games, news)
    await place.say()
    missed = [await place.say(channel=channel) for channel in (games, news)]
    trouble = Trouble(place, monkeypatch)
    async with place.bot():
        await place.until(lambda: place.stored() == sorted(each.id for each in missed))
        await place.until(lambda: trouble.asked == 1)  # the others may have been quicker
        later = Message(world.ids.make(), games.id, place.ana, "unheard")
        world.add_message(later)
        pipelines[-1].gaps.open(place.guild.id, games.id, later.id)
        await place.until(lambda: later.id in place.stored())
        trouble.answers.set()
        await place.until(lambda: len(place.stored()) == 4)


async def test_a_channel_that_is_told_to_wait_waits_alone_and_then_goes_on(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    games = place.server.world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
    here, there = await place.say(), await place.say(channel=games)
    trouble = Trouble(place, monkeypatch)
    trouble.limits = [3600]
    trouble.answers.set()
    async with place.bot():
        await place.until(lambda: place.stored() == [there.id])
        await asyncio.sleep(0.5)
        assert (trouble.asked, place.stored()) == (1, [there.id]), "Discord is not asked meanwhile"
    trouble.limits = [0.3]
    async with place.bot():
        await place.until(lambda: place.stored() == [here.id, there.id])
    assert trouble.asked == 3


async def test_a_channel_that_tells_of_no_threads_hides_those_of_no_other(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = place.server.world
    games = world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
    thread = world.add_thread(games, "made meanwhile", place.ana)
    missed = await place.say(channel=thread)
    await place.server.archive_thread(thread)
    listed = discord.TextChannel.archived_threads

    def broken(self: discord.TextChannel, **options: Any) -> AsyncIterator[discord.Thread]:
        if self.id == place.general.id:
            raise OSError
        return listed(self, **options)

    monkeypatch.setattr(discord.TextChannel, "archived_threads", broken)
    async with place.bot():
        await place.until(lambda: place.stored() == [missed.id])


async def test_a_guild_of_which_discord_told_only_half_holds_up_no_other(
    place: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    elsewhere = place.server.world.add_guild("The Lighthouse", place.ana)
    place.server.invite(elsewhere)
    news = place.server.world.add_channel(elsewhere, "news")
    async with place.bot():
        await place.started(news)
    here, there = await place.say(), await place.say(channel=news)
    whole = inspect.getattr_static(discord.Guild, "me")

    def half(guild: discord.Guild) -> discord.Member | None:
        return None if guild.id == place.guild.id else whole.fget(guild)

    with monkeypatch.context() as context:
        context.setattr(discord.Guild, "me", property(half))
        async with place.bot():
            await place.until(lambda: place.stored() == [there.id])
    assert f"The gaps of guild {place.guild.id} cannot be told" in caplog.text
    async with place.bot():
        await place.until(lambda: place.stored() == [here.id, there.id])


async def test_what_ends_the_catch_up_is_logged(
    place: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(_: CatchUp) -> None:
        raise ValueError("a word that must not be logged")

    monkeypatch.setattr(CatchUp, "_until_next_round", broken)
    async with place.bot():
        await place.until(lambda: "The catch-up has ended" in caplog.text)
    assert "a word" not in caplog.text
