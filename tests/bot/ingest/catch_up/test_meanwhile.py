"""What happens to one channel while others are read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Literal

import discord
import pytest

from bot.gateway.client import BarometerClient
from bot.ingest import guild_gaps
from bot.ingest.pipeline import Pipeline
from playground.world import Message, payloads
from playground.world.application import Intent
from tests.bot.ingest.catch_up.conftest import Place


class Gate(asyncio.Event):
    """Opened by `set`; somebody stood before it once `wanted` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = asyncio.Event()

    async def wait(self) -> Literal[True]:
        self.wanted.set()
        return await super().wait()


async def signalled(event: asyncio.Event, *_: object) -> None:
    event.set()


def let_general_wait(place: Place, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """One channel at a time is read, #general first, and that waits for this gate."""
    gate = Gate()
    history = discord.TextChannel.history

    async def gated(self: discord.TextChannel, **options: object) -> AsyncIterator[object]:
        if self.id == place.general.id:
            await gate.wait()
        async for message in history(self, **options):  # type: ignore[arg-type]
            yield message

    monkeypatch.setattr(guild_gaps, "AT_ONCE", 1)
    monkeypatch.setattr(discord.TextChannel, "history", gated)
    return gate


async def test_what_is_said_as_soon_as_the_bot_is_back_in_a_guild_is_counted(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    ready = asyncio.Event()
    monkeypatch.setattr(BarometerClient, "on_ready", partial(signalled, ready), raising=False)
    async with place.bot():
        await ready.wait()
        await place.started()
        first = await place.say(at=now - timedelta(minutes=4))
        await place.until(lambda: place.read_up_to(place.general) == first.id)
        await server.remove_bot(place.guild)
        await place.say("while it was away", at=now - timedelta(minutes=3))
        server.invite(place.guild, at=now - timedelta(minutes=2))
        early = await place.say("before it was told", at=now - timedelta(minutes=1))
        form = payloads.guild_create(place.guild, server.application.bot, all_members=False)
        del form["unavailable"]  # so Discord says that it is new
        await server.gateway.dispatch(
            "GUILD_CREATE", form, intent=Intent.GUILDS, guild_id=place.guild.id
        )
        last = await place.say()
        await place.until(lambda: place.stored() == [first.id, early.id, last.id])


async def test_an_outage_while_other_channels_are_read_hides_nothing_said_in_a_quiet_one(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    quiet = server.world.add_channel(place.guild, "quiet")
    async with place.bot():
        await place.started(quiet)
        old = await place.say(channel=quiet, at=now - timedelta(days=3))
        await place.until(lambda: place.read_up_to(quiet) == old.id)
    here = await place.say()
    gate = let_general_wait(place, monkeypatch)
    ready = asyncio.Event()
    monkeypatch.setattr(BarometerClient, "on_ready", partial(signalled, ready), raising=False)
    async with place.bot():
        await ready.wait()
        missed = Message(server.world.ids.make(), quiet.id, place.ana, "unheard")
        server.world.add_message(missed)
        again = payloads.guild_create(place.guild, server.application.bot, all_members=False)
        await server.gateway.dispatch(
            "GUILD_CREATE", again, intent=Intent.GUILDS, guild_id=place.guild.id
        )
        await server.command(place.ana, place.general, "/sentiment help")  # so it has heard
        gate.set()
        await place.until(lambda: place.stored() == [old.id, here.id, missed.id])


async def test_a_channel_that_is_counted_again_while_others_are_read_has_its_gap_closed(
    place: Place, monkeypatch: pytest.MonkeyPatch, pipelines: list[Pipeline]
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    games = server.world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
        await place.leave_out(games)
        left_out = await place.say(channel=games)
        await place.until(lambda: place.read_up_to(games) == left_out.id)
    here = await place.say()
    gate = let_general_wait(place, monkeypatch)
    async with place.bot():
        await gate.wanted.wait()
        await place.count_again(games)
        refused = Message(server.world.ids.make(), games.id, place.ana, "unheard")
        server.world.add_message(refused)
        pipelines[0].gaps.open(place.guild.id, games.id, refused.id)
        gate.set()
        await place.until(lambda: place.stored() == [here.id, refused.id])
