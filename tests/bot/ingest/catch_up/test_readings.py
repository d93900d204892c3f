"""Readings that are refused, broken off or fail are gone on with."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial

import discord
import pytest

from bot import app
from bot.ingest.catch_up import CatchUp
from bot.ingest.pipeline import Pipeline
from playground.world import Overwrite
from playground.world.permissions import Permission
from tests.bot.ingest.catch_up.conftest import Place


async def test_messages_that_a_full_queue_refused_are_counted(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipelines: list[Pipeline] = []

    def narrow(*arguments: object, **options: object) -> Pipeline:
        pipelines.append(Pipeline(*arguments, **options, capacity=5, batch_size=2, linger=0))  # type: ignore[arg-type]
        return pipelines[-1]

    monkeypatch.setattr(app, "Pipeline", narrow)
    async with place.bot():
        await place.started()
        said = [await place.say() for _ in range(150)]
        await place.until(lambda: len(place.stored()) == 150)
        await place.until(lambda: place.read_up_to(place.general) == said[-1].id)
    counters = pipelines[0].counters
    assert counters.refused > 0
    assert counters.accepted + counters.refused == 150
    assert counters.stored == counters.accepted
    # One that waits in the queue while its page is read comes by both ways, and counts once.
    assert 150 <= counters.stored + counters.backfilled <= 150 + counters.accepted
    assert place.counted() == 150


async def test_what_is_refused_while_the_history_is_read_is_read_after_it(
    place: Place, monkeypatch: pytest.MonkeyPatch, pipelines: list[Pipeline]
) -> None:
    pages: list[int] = []
    history = discord.TextChannel.history

    async def noted(self: discord.TextChannel, **options: object) -> AsyncIterator[object]:
        pages.append(options["after"].id)  # type: ignore[attr-defined]
        async for message in history(self, **options):  # type: ignore[arg-type]
            yield message
        if len(pages) == 2:
            raise OSError
        if len(pages) == 3:
            gaps.open(place.guild.id, place.general.id, said[-1].id)

    monkeypatch.setattr(app, "CatchUp", partial(CatchUp, retry_seconds=0.2))
    async with place.bot():
        await place.started()
        said = [await place.say() for _ in range(250)]
        await place.until(lambda: place.read_up_to(place.general) == said[-1].id)
        monkeypatch.setattr(discord.TextChannel, "history", noted)
        gaps = pipelines[0].gaps
        gaps.open(place.guild.id, place.general.id, said[100].id)
        await place.until(lambda: not gaps.is_open(place.guild.id, place.general.id))
    first, middle, last = said[100].id - 1, said[199].id, said[-1].id
    assert pages == [first, middle, middle, last - 1], "not from the beginning"


async def test_reading_goes_on_where_it_was_stopped(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with place.bot():
        await place.started()
    missed = [await place.say() for _ in range(350)]
    pages: list[int] = []
    history = discord.TextChannel.history

    async def broken(self: discord.TextChannel, **options: object) -> AsyncIterator[object]:
        if len(pages) == 2:
            await asyncio.Event().wait()
        pages.append(options["after"].id)  # type: ignore[attr-defined]
        async for message in history(self, **options):  # type: ignore[arg-type]
            yield message

    monkeypatch.setattr(discord.TextChannel, "history", broken)
    async with place.bot():
        await place.until(lambda: len(place.stored()) == 200)
    pages.append(0)  # no longer broken
    async with place.bot():
        await place.until(lambda: len(place.stored()) == 350)
    an_hour_before = discord.utils.time_snowflake(datetime.now(UTC) - timedelta(hours=1))
    assert an_hour_before < pages[3] < missed[0].id, "the overlap"
    assert place.read_up_to(place.general) == missed[-1].id


async def test_a_channel_that_may_not_be_read_is_passed_over_and_nothing_of_it_deleted(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    games = place.server.world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
        kept = [await place.say(channel=games) for _ in range(2)]
        await place.until(lambda: len(place.stored()) == 2)
    silent = Overwrite(place.guild.id, deny=Permission.READ_MESSAGE_HISTORY)
    games.overwrites.append(silent)
    missed = await place.say(channel=games)
    here = await place.say()
    async with place.bot():
        await place.until(lambda: place.read_up_to(place.general) == here.id)
    assert place.stored() == [kept[0].id, kept[1].id, here.id]
    assert caplog.text.count(f"Channel {games.id} is passed over") == 1
    games.overwrites.clear()
    async with place.bot():
        await place.until(lambda: len(place.stored()) == 4)
    assert missed.id in place.stored()


async def test_one_channel_that_fails_does_not_stop_the_others(
    place: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(app, "CatchUp", partial(CatchUp, retry_seconds=0.2))
    games = place.server.world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
    missed = [await place.say("canary") for _ in range(2)]
    there = await place.say(channel=games)
    failures = 3
    history = discord.TextChannel.history

    async def broken(self: discord.TextChannel, **options: object) -> AsyncIterator[object]:
        nonlocal failures
        if self.id == place.general.id and failures:
            failures -= 1
            raise RuntimeError(missed[0].content)
        async for message in history(self, **options):  # type: ignore[arg-type]
            yield message

    monkeypatch.setattr(discord.TextChannel, "history", broken)
    async with place.bot():
        await place.until(lambda: place.stored() == [there.id])
        await place.until(lambda: len(place.stored()) == 3)
    assert place.stored() == [*(each.id for each in missed), there.id]
    assert caplog.text.count(f"The history of channel {place.general.id} failed") == 3
    assert "canary" not in caplog.text
