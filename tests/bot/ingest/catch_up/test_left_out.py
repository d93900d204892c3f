"""What is left out stays out of what the history brings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from bot.ingest.pipeline import Pipeline
from playground.world import ChannelType, Message, message_payloads
from playground.world.application import Intent
from tests.bot.ingest.catch_up.conftest import Place


async def test_who_opted_out_and_what_is_left_out_stays_out(place: Place) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    ben = server.world.add_user("ben")
    server.world.add_member(place.guild, ben)
    games = server.world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
        question = await server.command(ben, place.general, "/sentiment privacy opt-out")
        await server.press(question, "Yes, erase")
        await place.leave_out(games)
    await server.send_message(ben, place.general, "not me")
    left_out = await place.say(channel=games, at=now - timedelta(minutes=9))
    counted = await place.say()
    async with place.bot():
        await place.until(lambda: place.read_up_to(place.general) == counted.id)
        await place.until(lambda: place.read_up_to(games) == left_out.id)
        await place.count_again(games)
    async with place.bot():
        last = await place.say(channel=games)
        await place.until(lambda: place.read_up_to(games) == last.id)
    assert place.stored() == [counted.id, last.id]


async def test_what_was_said_while_a_channel_was_left_out_is_not_counted_by_the_overlap(
    place: Place,
) -> None:
    now = datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=9))

    async def choose(word: str, times: int) -> None:
        await (place.leave_out if word == "exclude" else place.count_again)(games)
        count = "SELECT count(*) FROM ignored_channel"
        await place.until(lambda: place.ask(count) == [(times,)])

    games = place.server.world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
        before = await place.say(channel=games, at=now - timedelta(minutes=20))
        await place.until(lambda: place.read_up_to(games) == before.id)
        await choose("exclude", 1)
        for minutes in (15, 10):
            left_out = await place.say(channel=games, at=now - timedelta(minutes=minutes))
        await place.until(lambda: place.read_up_to(games) == left_out.id)
        await choose("include", 0)
        again = await place.say(channel=games, at=now - timedelta(minutes=5))
        await place.until(lambda: place.read_up_to(games) == again.id)
    missed = await place.say(channel=games)
    await place.server.edit_message(before, "I love this so much!!")
    async with place.bot():
        await place.until(lambda: place.read_up_to(games) == missed.id)
        await place.until(lambda: place.ask("SELECT 1 FROM message WHERE edited > 0"))
    assert place.stored() == [before.id, again.id, missed.id]


async def test_an_edit_that_was_refused_brings_nothing_back_that_was_left_out(
    place: Place, pipelines: list[Pipeline]
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    async with place.bot():
        await place.started()
        before = await place.say(at=now - timedelta(minutes=20))
        await place.until(lambda: place.read_up_to(place.general) == before.id)
        for word in ("exclude", "include"):
            await (place.leave_out if word == "exclude" else place.count_again)(place.general)
            said = await place.say(at=now - timedelta(minutes=15 if word == "exclude" else 1))
            await place.until(partial(place.has_read, place.general, said))
        before.content, before.edited_at = "I love this so much!!", datetime.now(UTC)
        pipelines[0].gaps.open(place.guild.id, place.general.id, before.id)
        await place.until(lambda: place.ask("SELECT 1 FROM message WHERE edited > 0"))
        assert place.stored() == [before.id, said.id]


async def test_an_edit_does_not_make_count_what_was_left_out_when_it_was_sent(
    place: Place,
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    async with place.bot():
        await place.started()
        kept = await place.say(at=now - timedelta(minutes=30))
        await place.until(partial(place.has_read, place.general, kept))
        await place.leave_out(place.general)
        left_out = [await place.say(at=now - timedelta(minutes=age)) for age in (20, 19)]
        await place.until(partial(place.has_read, place.general, left_out[-1]))
        await server.edit_message(kept, "I love this so much!!")
        await place.count_again(place.general)
        await place.until(lambda: place.ask("SELECT 1 FROM message WHERE edited > 0"))
        await server.edit_message(left_out[0], "now it counts?")
        counted = await place.say()
        await place.until(partial(place.has_read, place.general, counted))
        assert place.stored() == [kept.id, counted.id]
    await server.edit_message(left_out[1], "and now?")
    last = await place.say()
    async with place.bot():
        await place.until(partial(place.has_read, place.general, last))
    assert place.stored() == [kept.id, counted.id, last.id]


async def test_what_is_not_the_writers_own_words_is_left_out(
    place: Place, pipelines: list[Pipeline]
) -> None:
    """Forwards, polls, stickers; and webhooks, as which proxies and bridges come."""
    server, world = place.server, place.server.world
    original = Message(world.ids.make(), place.general.id, place.ana, "I love this so much")
    snapshot = message_payloads.message(original, world)
    reference = {"type": 1, "channel_id": str(place.general.id), "message_id": str(original.id)}
    poll = {
        "question": {"text": "Do you love it?"},
        "answers": [{"answer_id": 1, "poll_media": {"text": "So much"}}],
        "expiry": "2026-12-01T00:00:00+00:00",
        "allow_multiselect": False,
        "layout_type": 1,
    }
    kinds: tuple[dict[str, object], ...] = (
        {
            "flags": 1 << 14,
            "message_reference": reference,
            "message_snapshots": [{"message": snapshot}],
        },
        {"poll": poll},
        {"sticker_items": [{"id": "1", "name": "I love it", "format_type": 1}]},
        {"content": "I love bridges", "webhook_id": "5"},
    )
    async with place.bot():
        await place.started()
        for kind in kinds:
            message = Message(world.ids.make(), place.general.id, place.ana, "")
            data = message_payloads.message_event(message, world) | kind
            await server.gateway.dispatch(
                "MESSAGE_CREATE", data, intent=Intent.GUILD_MESSAGES, guild_id=place.guild.id
            )
        counted = await place.say()
        await place.until(partial(place.has_read, place.general, counted))
        assert place.stored() == [counted.id]
        assert pipelines[0].counters.unparsed == 0


async def test_a_category_is_left_out_with_all_that_is_in_it_new_channels_and_threads_too(
    place: Place,
) -> None:
    server, world, now = place.server, place.server.world, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    lounges = world.add_channel(place.guild, "Lounges", type=ChannelType.CATEGORY)
    games = world.add_channel(place.guild, "games", parent=lounges)
    async with place.bot():
        await place.started(games)
        await place.leave_out(lounges)
        new = await server.create_channel(place.guild, "new", category=lounges)
        await place.started(new)
        thread = await server.create_thread(new, "cake", place.ana)
        for channel in (games, new, thread):
            await place.say(channel=channel)
        counted = await place.say()
        await place.until(partial(place.has_read, place.general, counted))
        assert place.stored() == [counted.id]
    missed = [await place.say(channel=channel) for channel in (games, new)]
    async with place.bot():
        for channel, said in zip((games, new), missed, strict=True):
            await place.until(partial(place.has_read, channel, said))
        assert place.stored() == [counted.id]
        await place.count_again(lounges)
        again = await place.say(channel=new)
        await place.until(lambda: place.stored() == [counted.id, again.id])


async def test_a_channel_that_is_moved_out_of_a_left_out_category_counts_from_then_on(
    place: Place,
) -> None:
    server, world, now = place.server, place.server.world, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    lounges = world.add_channel(place.guild, "Lounges", type=ChannelType.CATEGORY)
    games = world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
        before = await place.say(channel=games, at=now - timedelta(minutes=20))
        await place.until(partial(place.has_read, games, before))
        await place.leave_out(lounges)
        await server.move_channel(games, lounges)
        left_out = await place.say(channel=games, at=now - timedelta(minutes=10))
        await place.until(partial(place.has_read, games, left_out))
        await server.edit_message(before, "I love this so much!!")
        await server.move_channel(games, None)
        await place.until(lambda: place.ask("SELECT 1 FROM message WHERE edited > 0"))
        after = await place.say(channel=games)
        await place.until(partial(place.has_read, games, after))
        assert place.stored() == [before.id, after.id]


async def test_a_thread_is_left_out_alone(place: Place) -> None:
    thread = place.server.world.add_thread(place.general, "cake", place.ana)
    async with place.bot():
        await place.started(thread)
        await place.leave_out(thread)
        left_out = await place.say(channel=thread)
        await place.until(partial(place.has_read, thread, left_out))
        counted = await place.say()
        await place.until(lambda: place.stored() == [counted.id])
