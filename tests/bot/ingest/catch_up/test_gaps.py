"""What the bot missed is found in the history: where reading begins, and where it ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from typing import Any

import discord
import pytest

from bot import clock
from bot.ingest.gap_reader import overlap
from playground.world import Message, payloads
from playground.world.application import Intent
from storage.records import snowflake_time
from tests.bot.ingest.catch_up.conftest import Place


async def test_a_new_guild_begins_when_the_bot_joins_it(place: Place) -> None:
    news = place.server.world.add_channel(place.guild, "news")
    await place.say("from before the bot", at=datetime.now(UTC) - timedelta(minutes=1))
    first = await place.say("nobody hears this")
    async with place.bot():
        await place.started(news)
        await place.until(lambda: place.read_up_to(place.general) == first.id)
        second = [await place.say(channel=channel) for channel in (place.general, news)]
        await place.until(lambda: place.read_up_to(news) == second[1].id)
    async with place.bot():
        third = await place.say()
        await place.until(lambda: place.read_up_to(place.general) == third.id)
    said = [first.id, *(each.id for each in second), third.id]
    assert place.stored() == said, "not before, also not by the overlap"


async def test_a_gap_is_closed_although_this_machines_clock_is_far_ahead(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with place.bot():
        await place.started()
    missed = await place.say()

    class Ahead(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Ahead:
            return super().now(tz) + timedelta(days=400)

    monkeypatch.setattr(clock, "datetime", Ahead)
    async with place.bot():
        await place.until(lambda: place.read_up_to(place.general) >= missed.id)
    assert place.stored() == [missed.id]
    assert place.read_up_to(place.general) == missed.id


async def test_what_happened_while_the_bot_was_away_is_counted_once(place: Place) -> None:
    server, world = place.server, place.server.world
    async with place.bot():
        await place.started()
        stays, edited, deleted = [await place.say(text) for text in ("one", "two", "three")]
        await place.until(lambda: len(place.stored()) == 3)
    score = "SELECT score FROM message ORDER BY message"
    before = place.ask(score)[1]
    await server.edit_message(edited, "I love this so much!!")
    await server.delete_message(deleted)
    missed = [await place.say(f"missed {number}") for number in range(250)]
    news = world.add_channel(place.guild, "news")
    thread = world.add_thread(place.general, "a thread", place.ana)
    secret = world.add_thread(place.general, "a secret", place.ana, private=True)
    elsewhere = [await place.say("here, too", channel) for channel in (news, thread)]
    await place.say("canary", secret)
    for _ in range(2):
        async with place.bot():
            await place.until(lambda: place.read_up_to(place.general) == missed[-1].id)
            await place.until(lambda: place.read_up_to(news) and place.read_up_to(thread))
            expected = [stays.id, edited.id, *(each.id for each in (*missed, *elsewhere))]
            assert place.stored() == expected
    assert place.ask(score)[1] != before
    assert place.counted() == len(expected)
    ((parent,),) = place.ask(f"SELECT parent FROM channel WHERE snowflake = {thread.id}")
    assert parent == place.general.id


async def test_when_everything_at_the_end_is_deleted_it_goes_here_too(place: Place) -> None:
    async with place.bot():
        await place.started()
        messages = [await place.say() for _ in range(3)]
        await place.until(lambda: len(place.stored()) == 3)
    await place.server.bulk_delete(messages)
    async with place.bot():
        await place.until(lambda: place.stored() == [])


async def test_messages_of_a_lost_session_are_counted(place: Place) -> None:
    server = place.server
    async with place.bot():
        await place.started()
        first = await place.say()
        await place.until(lambda: place.stored() == [first.id])
        server.gateway.sessions.clear()
        missed = await place.say("nobody hears this")
        await server.gateway.invalidate(resumable=False)
        await place.until(lambda: server.gateway.identifies == 2)
        await place.until(lambda: place.stored() == [first.id, missed.id])
        await place.until(lambda: place.read_up_to(place.general) == missed.id)
        last = await place.say()
        await place.until(lambda: place.read_up_to(place.general) == last.id)
    assert place.stored() == [first.id, missed.id, last.id]


async def test_messages_of_an_outage_of_discord_are_counted(place: Place) -> None:
    server = place.server
    bot = server.application.bot
    async with place.bot():
        await place.started()
        first = await place.say()
        await place.until(lambda: place.stored() == [first.id])

        async def tell(event: str, data: dict[str, Any]) -> None:
            await server.gateway.dispatch(
                event, data, intent=Intent.GUILDS, guild_id=place.guild.id
            )

        await tell("GUILD_DELETE", {"id": str(place.guild.id), "unavailable": True})
        missed = Message(server.world.ids.make(), place.general.id, place.ana, "unheard")
        server.world.add_message(missed)
        await tell("GUILD_CREATE", payloads.guild_create(place.guild, bot, all_members=False))
        await place.until(lambda: place.stored() == [first.id, missed.id])


async def test_nothing_is_read_that_is_older_than_rows_are_kept(place: Place) -> None:
    now = datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=40))
    async with place.bot():
        await place.started()
    old = await place.say("long ago", at=now - timedelta(days=31))
    recent = await place.say("not so long ago", at=now - timedelta(days=29))
    async with place.bot():
        await place.until(lambda: place.read_up_to(place.general) == recent.id)
    assert old.id not in place.stored()
    assert place.stored() == [recent.id]


async def test_the_first_channel_of_an_old_guild_which_has_the_guilds_id_is_read_as_any_other(
    place: Place,
) -> None:
    world = place.server.world
    first = world.add_channel(place.guild, "general", id=place.guild.id)
    async with place.bot():
        await place.started(first)
    missed = await place.say(channel=first)
    async with place.bot():
        await place.until(lambda: place.stored() == [missed.id])


async def test_a_message_that_would_have_come_after_a_later_one_is_found(place: Place) -> None:
    async with place.bot():
        await place.started()
        later = await place.say()
        await place.until(lambda: place.read_up_to(place.general) == later.id)
    overtaken = await place.say(at=snowflake_time(later.id) - timedelta(milliseconds=1))
    async with place.bot():
        await place.until(lambda: place.stored() == [overtaken.id, later.id])


async def test_the_longer_the_bot_was_away_the_further_back_it_looks_for_deletions(
    place: Place,
) -> None:
    now = datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=9))
    async with place.bot():
        await place.started()
        deleted = await place.say(at=now - timedelta(hours=9))
        last = await place.say(at=now - timedelta(hours=5))
        await place.until(lambda: place.read_up_to(place.general) == last.id)
    await place.server.delete_message(deleted)
    async with place.bot():
        await place.until(lambda: place.stored() == [last.id])


@pytest.mark.parametrize(("away", "expected"), [(0.1, 1), (6, 6), (30, 24)])
def test_the_overlap_is_as_long_as_the_gap_within_bounds(away: float, expected: float) -> None:
    now = datetime(2026, 5, 1, tzinfo=UTC)
    assert overlap(now - timedelta(hours=away), now) == timedelta(hours=expected)


async def test_a_channel_that_never_had_a_message_is_not_asked_for_any(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, asked = place.server.world, list[int]()
    history = discord.TextChannel.history

    def noted(self_: discord.TextChannel, **options: Any) -> AsyncIterator[discord.Message]:
        asked.append(self_.id)
        return history(self_, **options)

    monkeypatch.setattr(discord.TextChannel, "history", noted)
    rules = world.add_channel(place.guild, "rules")
    async with place.bot():
        await place.started(rules)
    made_meanwhile = world.add_channel(place.guild, "made meanwhile")
    for _ in range(2):
        missed = await place.say()
        async with place.bot():
            await place.until(partial(place.has_read, place.general, missed))
            first = await place.say("the first", rules)
            await place.until(partial(place.has_read, rules, first))
        assert made_meanwhile.id not in asked
    assert asked.count(rules.id) == 1, "when it had a message"
    late = await place.say("after all", made_meanwhile)
    async with place.bot():
        await place.until(lambda: place.has_read(made_meanwhile, late))
    assert late.id in place.stored()
