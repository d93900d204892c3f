"""What the bot may not read for a while, and what it is told of channels that it may not view."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import discord
import pytest

from playground.world import Overwrite
from playground.world.permissions import EVERYONE, Permission
from tests.bot.ingest.catch_up.conftest import Place

HOURS = timedelta(hours=1)
Change = Callable[[], Awaitable[None]]


def by_overwrite(place: Place, denied: Permission) -> tuple[Change, Change]:
    overwrite = Overwrite(place.guild.id, deny=denied)
    server, channel = place.server, place.general
    return (
        lambda: server.change_overwrites(channel, overwrite),
        lambda: server.change_overwrites(channel),
    )


def by_role(place: Place, denied: Permission) -> tuple[Change, Change]:
    everyone, server, guild = place.guild.roles[place.guild.id], place.server, place.guild
    return (
        lambda: server.change_role(guild, everyone, EVERYONE & ~denied),
        lambda: server.change_role(guild, everyone, EVERYONE),
    )


def by_the_bots_roles(place: Place, denied: Permission) -> tuple[Change, Change]:
    server, guild = place.server, place.guild
    reader = server.world.add_role(guild, "Readers", denied)
    guild.roles[guild.id].permissions = EVERYONE & ~denied
    server.invite(guild, reader, at=datetime.now(UTC) - timedelta(days=9))
    return (
        lambda: server.change_bot_roles(guild),
        lambda: server.change_bot_roles(guild, reader),
    )


@pytest.mark.parametrize("means", [by_overwrite, by_role, by_the_bots_roles])
@pytest.mark.parametrize("denied", [Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY])
async def test_a_permission_that_comes_back_has_the_gap_closed_at_once(
    place: Place,
    means: Callable[[Place, Permission], tuple[Change, Change]],
    denied: Permission,
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    take, give = means(place, denied)
    async with place.bot():
        await place.started()
        deleted, edited = [await place.say(at=now - hours * HOURS) for hours in (40, 30)]
        thread = await server.create_thread(place.general, "soup", place.ana)
        await place.say(channel=thread)
        await place.until(lambda: len(place.stored()) == 3)
        await take()
        missed = [await place.say(), await place.say(channel=thread)]
        await server.delete_message(deleted)
        await server.edit_message(edited, "I love this so much!!")
        await give()
        last = await place.say()
        await place.until(lambda: len(place.stored()) == 5)
        await place.until(lambda: place.read_up_to(place.general) == last.id)
        await place.until(lambda: place.ask("SELECT 1 FROM message WHERE edited > 0"))
    assert {each.id for each in missed} <= set(place.stored())
    assert deleted.id not in place.stored()
    assert place.counted() == 5


async def test_a_hidden_channel_keeps_what_is_known_of_it_and_is_not_named(place: Place) -> None:
    server, games = place.server, place.server.world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
        kept = [await place.say(channel=games) for _ in range(2)]
        await place.until(lambda: len(place.stored()) == 2)
    games.overwrites.append(Overwrite(place.guild.id, deny=Permission.VIEW_CHANNEL))
    async with place.bot():
        here = await place.say()
        await place.until(lambda: place.read_up_to(place.general) == here.id)
        asked = await server.command(place.ana, games, "/sentiment channel")
        assert "___hidden___" not in str(asked.message)
        assert "Please give me the View Channel" in str(asked.message)
        whole = await server.command(place.ana, place.general, "/sentiment server")
        assert "the 1 channel" in str(whole.message), "who may read the other cannot be known"
    assert place.stored() == [*(each.id for each in kept), here.id]


async def test_what_was_deleted_while_the_bot_was_not_in_the_server_is_gone_when_it_is_back(
    place: Place,
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    games = server.world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
        ages = (100, 90, 80)
        deleted, edited, kept = [await place.say(at=now - age * HOURS) for age in ages]
        quiet = await place.say(channel=games, at=now - 95 * HOURS)
        await place.until(lambda: len(place.stored()) == 4)
        await server.remove_bot(place.guild)
        meanwhile = await place.say(at=now - HOURS)
        await server.delete_message(deleted)
        await server.delete_message(quiet)
        await server.edit_message(edited, "I love this so much!!")
        await server.add_bot(place.guild)
        after = await place.say()
        await place.until(lambda: place.read_up_to(place.general) == after.id)
        await place.until(lambda: quiet.id not in place.stored())
        await place.until(lambda: place.ask("SELECT 1 FROM message WHERE edited > 0"))
    assert place.stored() == [edited.id, kept.id, after.id]
    assert meanwhile.id not in place.stored(), "nobody had asked the bot in"
    assert place.counted() == 3


async def test_it_is_compared_once_and_not_at_each_start(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=9))
    async with place.bot():
        await place.started()
        await place.say(at=now - 100 * HOURS)
        await place.until(lambda: len(place.stored()) == 1)
    await place.server.remove_bot(place.guild)
    place.server.invite(place.guild)
    joined = discord.utils.time_snowflake(datetime.now(UTC) - HOURS)
    async with place.bot():
        await place.until(lambda: place.read_up_to(place.general) > joined)
    pages: list[int] = []
    history = discord.TextChannel.history

    async def noted(self: discord.TextChannel, **options: object) -> object:
        pages.append(options["after"].id)  # type: ignore[attr-defined]
        async for message in history(self, **options):  # type: ignore[arg-type]
            yield message

    monkeypatch.setattr(discord.TextChannel, "history", noted)
    async with place.bot():
        said = await place.say()
        await place.until(lambda: place.read_up_to(place.general) == said.id)
    assert all(page > joined for page in pages)
