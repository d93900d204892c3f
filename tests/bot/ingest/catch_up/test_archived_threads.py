"""Threads that were archived in a gap are found, and read."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import discord
import pytest

from bot import app
from bot.ingest.catch_up import CatchUp
from bot.ingest.gaps import ARCHIVED_THREADS
from bot.ingest.pipeline import Pipeline
from playground.world import Message
from tests.bot.ingest.catch_up.conftest import Place


async def test_threads_that_were_archived_meanwhile_are_read(place: Place) -> None:
    server, world = place.server, place.server.world
    thread = world.add_thread(place.general, "a thread", place.ana)
    done = world.add_thread(place.general, "done long ago", place.ana)
    await place.say(channel=done)
    await server.archive_thread(done, at=datetime.now(UTC) - timedelta(days=2))
    async with place.bot():
        await place.started(thread)
        first = await place.say(channel=thread)
        await place.until(lambda: place.read_up_to(thread) == first.id)
    made = world.add_thread(place.general, "made meanwhile", place.ana)
    missed = [await place.say(channel=channel) for channel in (thread, made)]
    for each in (thread, made):
        await server.archive_thread(each)
    async with place.bot():
        await place.until(lambda: place.stored() == [first.id, *(each.id for each in missed)])
        back = await place.say(channel=made)
        await place.until(lambda: place.read_up_to(made) == back.id)


async def test_a_thread_that_is_archived_with_a_gap_is_read_without_a_new_start(
    place: Place, pipelines: list[Pipeline]
) -> None:
    server = place.server
    thread = server.world.add_thread(place.general, "a thread", place.ana)
    async with place.bot():
        await place.started(thread)
        gaps = pipelines[0].gaps
        await place.until(lambda: not gaps.is_open(place.guild.id, ARCHIVED_THREADS))
        refused = Message(server.world.ids.make(), thread.id, place.ana, "unheard")
        server.world.add_message(refused)
        gaps.open(place.guild.id, thread.id, refused.id)
        await server.archive_thread(thread)
        await place.until(lambda: place.stored() == [refused.id])


async def test_a_message_that_comes_before_the_news_of_its_thread_is_read_later(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "CatchUp", partial(CatchUp, round_seconds=0.2))
    server = place.server
    thread = server.world.add_thread(place.general, "a thread", place.ana)
    async with place.bot():
        await place.started(thread)
        first = await place.say(channel=thread)
        await place.until(lambda: place.read_up_to(thread) == first.id)
        await server.archive_thread(thread)
        early = Message(server.world.ids.make(), thread.id, place.ana, "early")
        server.world.add_message(early)
        await server.repeat_create(early)  # before anybody says that the thread is active
        last = await place.say(channel=thread)
        await place.until(lambda: place.stored() == [first.id, early.id, last.id])


async def test_archived_threads_that_cannot_be_listed_are_listed_later(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "CatchUp", partial(CatchUp, retry_seconds=0.2))
    async with place.bot():
        await place.started()
    thread = place.server.world.add_thread(place.general, "made meanwhile", place.ana)
    missed = await place.say(channel=thread)
    await place.server.archive_thread(thread)
    here = await place.say()
    failures = 2
    listed = discord.TextChannel.archived_threads

    async def broken(self: discord.TextChannel, **options: Any) -> AsyncIterator[object]:
        nonlocal failures
        if failures:
            failures -= 1
            raise OSError
        async for each in listed(self, **options):
            yield each

    monkeypatch.setattr(discord.TextChannel, "archived_threads", broken)
    async with place.bot():
        await place.until(lambda: place.stored() == [here.id])
        await place.until(lambda: place.stored() == [missed.id, here.id])


async def test_threads_archived_in_a_gap_are_listed_although_the_bot_ended_before_it_could(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, world, now = place.server, place.server.world, datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=9))
    async with place.bot():
        await place.started()
        await place.until(lambda: place.ask("SELECT 1 FROM channel WHERE snowflake = 0"))
    earlier = now - timedelta(days=3)
    with sqlite3.connect(place.database) as rows:  # all this was three days ago
        rows.execute(f"UPDATE channel SET contiguous = {discord.utils.time_snowflake(earlier)}")
    rows.close()
    thread = world.add_thread(place.general, "in the gap", place.ana, at=now - timedelta(days=2))
    missed = await place.say(channel=thread, at=now - timedelta(days=2))
    await server.archive_thread(thread, at=now - timedelta(days=2))
    listed = discord.TextChannel.archived_threads

    def broken(self: discord.TextChannel, **_: object) -> AsyncIterator[object]:
        raise OSError

    monkeypatch.setattr(discord.TextChannel, "archived_threads", broken)
    async with place.bot():
        live = await place.say()
        await place.until(lambda: place.read_up_to(place.general) == live.id)
    monkeypatch.setattr(discord.TextChannel, "archived_threads", listed)
    async with place.bot():
        await place.until(lambda: place.stored() == [missed.id, live.id])
