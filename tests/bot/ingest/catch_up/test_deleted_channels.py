"""Channels that were deleted go, with all that is kept of them."""

from __future__ import annotations

import shutil

from playground.world import ChannelType
from tests.bot.ingest.catch_up.conftest import Place


async def test_a_deleted_channel_goes_at_once_with_its_threads(place: Place) -> None:
    server, world = place.server, place.server.world
    games = world.add_channel(place.guild, "games")
    thread, other = (world.add_thread(games, name, place.ana) for name in ("a thread", "another"))
    async with place.bot():
        await place.started(games, thread)
        kept = await place.say()
        for channel in (games, thread, other):
            await place.say(channel=channel)
        await place.until(lambda: len(place.stored()) == 4)
        await server.delete_channel(other)
        await place.until(lambda: len(place.stored()) == 3)
        await server.archive_thread(thread)  # so Discord's client forgets about it
        await server.delete_channel(games)
        await place.until(lambda: place.stored() == [kept.id])
        last = await place.say()
        await place.until(lambda: place.read_up_to(place.general) == last.id)
    assert place.ask("SELECT snowflake FROM channel WHERE snowflake") == [(place.general.id,)]


async def test_a_channel_that_was_deleted_meanwhile_goes_at_the_next_start(place: Place) -> None:
    server, world = place.server, place.server.world
    forum = world.add_channel(place.guild, "recipes", type=ChannelType.FORUM)
    games = world.add_channel(place.guild, "games")
    post, archived = (
        world.add_thread(parent, "soup", place.ana) for parent in (forum, place.general)
    )
    async with place.bot():
        await place.started(games, post, archived)
        said = [await place.say(channel=channel) for channel in (games, post, archived)]
        await place.until(lambda: len(place.stored()) == 3)
        await place.leave_out(games)
    copy = place.database.with_name("copy")
    shutil.copy(place.database, copy)
    await server.archive_thread(archived)
    for channel in (games, forum):
        await server.delete_channel(channel)
    for _ in range(2):
        async with place.bot():
            await place.until(lambda: place.stored() == [said[2].id])
        assert place.ask("SELECT channel FROM ignored_channel") == []
        shutil.copy(copy, place.database)  # an older copy comes back, as from a backup


async def test_a_channel_that_was_deleted_while_the_session_was_lost_goes(place: Place) -> None:
    server = place.server
    games = server.world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
        kept = await place.say()
        await place.say(channel=games)
        await place.until(lambda: len(place.stored()) == 2)
        server.gateway.sessions.clear()
        await server.delete_channel(games)
        await server.gateway.invalidate(resumable=False)
        await place.until(lambda: place.stored() == [kept.id])
