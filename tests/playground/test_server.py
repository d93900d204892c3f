from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import aiohttp
import discord
import pytest
from discord import app_commands

from playground.observed import GatewayFrame, RestExchange
from playground.server import LoopbackDiscord
from playground.world import MessageType
from playground.world.application import Intent
from playground.world.permissions import Permission
from tests.playground.conftest import Connect, Place, TinyBot


async def test_the_real_client_connects_and_sees_the_guild(place: Place, tiny_bot: TinyBot) -> None:
    guild = tiny_bot.guild(place.guild.id)
    assert guild.name == "The Lantern Room"
    assert {channel.name for channel in guild.text_channels} == {"general", "___hidden___"}
    assert guild.me.id == tiny_bot.user_id


async def test_a_message_arrives_with_its_own_time_and_member(
    place: Place, tiny_bot: TinyBot
) -> None:
    at = datetime(2026, 2, 3, 18, 0, tzinfo=UTC)
    sent = await place.discord.send_message(place.ben, place.general, "hi <@1> all 🎉", at=at)
    got = await tiny_bot.next("message")
    assert (got.id, got.content, got.created_at) == (sent.id, "hi <@1> all 🎉", at)
    assert isinstance(got.author, discord.Member)
    assert got.type is discord.MessageType.default


async def test_a_reply_names_the_message_that_it_answers(place: Place, tiny_bot: TinyBot) -> None:
    first = await place.discord.send_message(place.ben, place.general, "who plays?")
    await place.discord.send_message(place.chi, place.general, "me!", reply_to=first)
    await tiny_bot.next("message")
    got = await tiny_bot.next("message")
    assert got.type is discord.MessageType.reply
    assert got.reference.message_id == first.id
    assert got.reference.resolved.content == "who plays?"


async def test_system_messages_and_webhooks_can_be_told_apart(
    place: Place, tiny_bot: TinyBot
) -> None:
    await place.discord.send_message(place.ben, place.general, "", type=MessageType.JOIN)
    assert (await tiny_bot.next("message")).is_system()
    await place.discord.send_message(place.ben, place.general, "news", webhook=True)
    assert (await tiny_bot.next("message")).webhook_id


async def test_edits_and_deletions_arrive_even_when_nothing_is_cached(
    place: Place, tiny_bot: TinyBot
) -> None:
    server = place.discord
    old = datetime.now(UTC) - timedelta(days=3)
    sent = [await server.send_message(place.ben, place.general, f"{n}", at=old) for n in range(4)]
    await server.edit_message(sent[0], "better")
    edit = await tiny_bot.next("edit")
    assert edit.message.content == "better"
    assert edit.message.edited_at > edit.message.created_at
    await server.delete_message(sent[1])
    assert (await tiny_bot.next("delete")).message_id == sent[1].id
    await server.bulk_delete(sent[2:])
    assert (await tiny_bot.next("bulk_delete")).message_ids == {sent[2].id, sent[3].id}


async def test_a_deleted_channel_goes_with_its_threads(place: Place, tiny_bot: TinyBot) -> None:
    server = place.discord
    one, two = [
        await server.create_thread(place.general, name, place.ben) for name in ("one", "two")
    ]
    await server.delete_channel(one)
    event = await tiny_bot.next("thread_delete")
    assert (event.thread_id, event.parent_id) == (one.id, place.general.id)
    await server.delete_channel(place.general)
    assert (await tiny_bot.next("channel_delete")).id == place.general.id
    assert not {one.id, two.id, place.general.id} & server.world.channels.keys()


async def test_an_event_can_come_twice_and_an_update_without_an_edit(
    place: Place, tiny_bot: TinyBot
) -> None:
    sent = await place.discord.send_message(place.ben, place.general, "once")
    await place.discord.repeat_create(sent)
    assert (await tiny_bot.next("message")).id == sent.id
    assert (await tiny_bot.next("message")).id == sent.id
    await place.discord.repeat_update(sent)
    assert (await tiny_bot.next("edit")).message.edited_at is None


async def test_a_thread_is_announced_and_its_messages_know_their_parent(
    place: Place, tiny_bot: TinyBot
) -> None:
    thread = await place.discord.create_thread(place.general, "co-op night", place.ben)
    assert (await tiny_bot.next("thread")).parent_id == place.general.id
    await place.discord.send_message(place.ben, thread, "saturday?")
    assert (await tiny_bot.next("message")).channel.parent_id == place.general.id


async def test_archived_threads_are_listed_the_last_first_until_somebody_writes(
    place: Place, tiny_bot: TinyBot
) -> None:
    server, now = place.discord, datetime.now(UTC)
    threads = [await server.create_thread(place.general, str(n), place.ben) for n in range(3)]
    secret = await server.create_thread(place.general, "psst", place.ben, private=True)
    for days, thread in enumerate((*threads, secret)):
        await server.archive_thread(thread, at=now - timedelta(days=days))
    channel = tiny_bot.text_channel(place.general.id)
    assert [each.name async for each in channel.archived_threads()] == ["0", "1", "2"]
    before = now - timedelta(hours=1)
    assert [each.name async for each in channel.archived_threads(before=before)] == ["1", "2"]
    assert channel.threads == []
    await server.send_message(place.ben, threads[1], "once more")
    assert (await tiny_bot.next("message")).channel.name == "1"
    assert [each.name async for each in channel.archived_threads()] == ["0", "2"]
    assert [each.name for each in channel.threads] == ["1"]


async def test_hidden_channels_and_private_threads_stay_silent(
    place: Place, tiny_bot: TinyBot
) -> None:
    private = await place.discord.create_thread(place.general, "psst", place.ben, private=True)
    await place.discord.send_message(place.chi, place.staff, "not for the bot")
    await place.discord.send_message(place.ben, private, "nor this")
    await place.discord.send_message(place.ben, place.general, "but this")
    assert (await tiny_bot.next("message")).content == "but this"


async def test_a_channel_is_hidden_from_the_bot_until_it_may_view_it(
    place: Place, tiny_bot: TinyBot
) -> None:
    guild = tiny_bot.guild(place.guild.id)
    ben, chi = [await guild.fetch_member(user.id) for user in (place.ben, place.chi)]
    staff = tiny_bot.text_channel(place.staff.id)
    for person in (ben, chi, guild.me):
        assert not staff.permissions_for(person).read_messages
    await place.discord.change_bot_roles(place.guild, place.staff_role)
    await tiny_bot.next("channel_update")
    assert staff.name == "staff"
    assert not staff.permissions_for(ben).read_messages
    assert staff.permissions_for(chi).read_messages
    assert staff.permissions_for(chi).manage_messages
    assert staff.permissions_for(guild.me).read_messages
    await place.discord.change_bot_roles(place.guild)
    await tiny_bot.next("channel_update")
    assert staff.name == "___hidden___"
    assert not staff.permissions_for(chi).read_messages


async def test_the_bots_guilds_are_listed_in_pages_those_with_an_outage_too(
    place: Place, tiny_bot: TinyBot
) -> None:
    others = [place.discord.world.add_guild(str(number), place.ana) for number in range(3)]
    for guild in others[:2]:
        place.discord.invite(guild)
    await place.discord.begin_outage(others[0])
    expected = sorted([place.guild.id, *(guild.id for guild in others[:2])])
    assert [guild.id async for guild in tiny_bot.fetch_guilds()] == expected
    after, before = (discord.Object(expected[number]) for number in (0, 2))
    assert [guild.id async for guild in tiny_bot.fetch_guilds(after=after)] == expected[1:]
    paged = [guild.id async for guild in tiny_bot.fetch_guilds(limit=1, before=before)]
    assert paged == [expected[1]]


async def test_history_pages_before_and_after(place: Place, tiny_bot: TinyBot) -> None:
    sent = [await place.discord.send_message(place.ben, place.general, str(n)) for n in range(250)]
    channel = tiny_bot.text_channel(place.general.id)
    newest = [message.content async for message in channel.history(limit=3)]
    assert newest == ["249", "248", "247"]
    after = discord.Object(sent[99].id)
    later = [message.id async for message in channel.history(limit=None, after=after)]
    assert later == [message.id for message in sent[100:]]
    before = discord.Object(sent[2].id)
    assert [message.content async for message in channel.history(before=before)] == ["1", "0"]


async def test_the_bot_writes_edits_and_deletes_its_own_messages(
    place: Place, tiny_bot: TinyBot
) -> None:
    channel = tiny_bot.text_channel(place.general.id)
    message = await channel.send("one", file=discord.File(__file__, "notes.txt"))
    assert (await tiny_bot.next("message")).id == message.id
    assert b"notes.txt" in await message.attachments[0].read()
    edited = await message.edit(content="two")
    assert (edited.content, len(edited.attachments)) == ("two", 1)
    await message.delete()
    with pytest.raises(discord.NotFound):
        await channel.fetch_message(message.id)


async def test_a_message_with_the_same_nonce_is_not_sent_twice(
    place: Place, tiny_bot: TinyBot
) -> None:
    channel = tiny_bot.text_channel(place.general.id)
    first = await channel.send("good evening", nonce="digest")
    again = await channel.send("good evening", nonce="digest")
    other = await channel.send("good evening", nonce="alert")
    assert first.id == again.id != other.id
    assert again.nonce == "digest"
    with pytest.raises(discord.HTTPException, match="25 or fewer"):
        await channel.send("good evening", nonce="d" * 26)


async def test_an_answer_can_be_lost_though_the_request_was_done(
    place: Place, tiny_bot: TinyBot
) -> None:
    place.discord.lose_answers(1)
    with pytest.raises(aiohttp.ClientError):
        await tiny_bot.text_channel(place.general.id).send("good evening")
    assert (await tiny_bot.next("message")).content == "good evening"


async def test_the_bot_may_not_do_what_its_permissions_forbid(
    place: Place, tiny_bot: TinyBot
) -> None:
    hidden = tiny_bot.text_channel(place.staff.id)
    with pytest.raises(discord.Forbidden, match="Missing Access"):
        await hidden.send("let me in")
    sent = await place.discord.send_message(place.ben, place.general, "mine")
    open_channel = tiny_bot.text_channel(place.general.id)
    with pytest.raises(discord.Forbidden, match="Missing Permissions"):
        await open_channel.get_partial_message(sent.id).delete()


async def test_without_read_history_the_history_is_empty(place: Place, tiny_bot: TinyBot) -> None:
    await place.discord.send_message(place.ben, place.general, "hello")
    everyone = place.guild.roles[place.guild.id]
    everyone.permissions &= ~Permission.READ_MESSAGE_HISTORY
    channel = tiny_bot.text_channel(place.general.id)
    assert [message async for message in channel.history()] == []


async def test_a_ping_is_only_what_allowed_mentions_permit(place: Place, tiny_bot: TinyBot) -> None:
    channel = tiny_bot.text_channel(place.general.id)
    quiet = await channel.send(f"hello <@{place.ben.id}> @everyone")
    assert (quiet.mentions, quiet.mention_everyone) == ([], False)
    loud = await channel.send(
        f"hello <@{place.ben.id}>", allowed_mentions=discord.AllowedMentions(users=True)
    )
    assert [user.id for user in loud.mentions] == [place.ben.id]


async def test_a_direct_message_reaches_its_person(place: Place, tiny_bot: TinyBot) -> None:
    user = await tiny_bot.fetch_user(place.ben.id)
    await user.send("psst")
    channel = place.discord.world.direct_channel(place.ben)
    assert [each.content for each in place.discord.world.messages(channel)] == ["psst"]


async def test_message_text_is_empty_without_the_intent_except_when_mentioned(
    place: Place, connect: Connect
) -> None:
    async with connect(place.discord, message_content=False) as bot:
        await place.discord.send_message(place.ben, place.general, "a secret")
        assert (await bot.next("message")).content == ""
        await place.discord.send_message(place.ben, place.general, f"<@{bot.user_id}> hello")
        assert (await bot.next("message")).content.endswith("hello")


async def test_commands_are_told_once_and_read_back(place: Place, tiny_bot: TinyBot) -> None:
    held = await tiny_bot.tree.fetch_commands()
    assert {command.name for command in held} == {"mood", "desk", "Check it"}
    again = await tiny_bot.tree.sync()
    assert {command.id for command in again} == {command.id for command in held}


async def test_commands_are_told_in_all_languages_only_when_asked_for_them(
    place: Place, tiny_bot: TinyBot
) -> None:
    class Shouting(app_commands.Translator):
        async def translate(
            self, string: app_commands.locale_str, locale: discord.Locale, _: object
        ) -> str | None:
            return string.message.upper() if locale is discord.Locale.german else None

    await tiny_bot.tree.set_translator(Shouting())
    await tiny_bot.tree.sync()
    route = discord.http.Route(
        "GET", "/applications/{application_id}/commands", application_id=tiny_bot.application_id
    )
    (mood,) = [c for c in await tiny_bot.http.request(route) if c["name"] == "mood"]
    assert "LOOK AT EVERYTHING" not in str(mood)
    everything = await tiny_bot.http.request(route, params={"with_localizations": "true"})
    (mood,) = [c for c in everything if c["name"] == "mood"]
    (look,) = [o for o in mood["options"] if o["name"] == "look"]
    assert look["description_localizations"] == {"de": "LOOK AT EVERYTHING"}
    assert look["options"][0]["choices"][0]["name_localizations"] == {"de": "24 HOURS"}


async def test_somebody_asks_in_the_language_of_their_discord(
    place: Place, tiny_bot: TinyBot
) -> None:
    place.ben.locale = "de"
    await place.discord.command(place.ben, place.general, "/mood look")
    await place.discord.command(place.ana, place.general, "/mood look")
    german, english = (asked[-1] for asked in tiny_bot.asked)
    assert (german.locale, german.guild_locale) == (
        discord.Locale.german,
        discord.Locale.american_english,
    )
    assert english.locale is discord.Locale.american_english


async def test_what_the_playground_does_not_know_is_not_found_and_observed(
    build: Callable[..., Place], connect: Connect
) -> None:
    seen: list[RestExchange | GatewayFrame] = []
    place = build(observe=seen.append)
    async with place.discord, connect(place.discord) as bot:
        with pytest.raises(discord.NotFound, match="404: Not Found"):
            await bot.fetch_sticker(1)
    exchanges = [each for each in seen if isinstance(each, RestExchange)]
    unknown = next(each for each in exchanges if each.status == 404)
    assert (unknown.method, unknown.route) == ("GET", "/stickers/1")


async def test_a_wrong_token_is_refused(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", place.discord.url)
    async with discord.AutoShardedClient(intents=discord.Intents.none()) as client:
        with pytest.raises(discord.LoginFailure):
            await client.start("wrong")


async def test_the_content_intent_is_refused_when_the_portal_switch_is_off(
    connect: Connect,
) -> None:
    async with LoopbackDiscord(switches=Intent(0)) as server:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            async with connect(server):
                pass
        async with connect(server, message_content=False) as bot:
            assert bot.is_ready()


async def test_guilds_are_spread_over_shards(connect: Connect) -> None:
    async with LoopbackDiscord(shards=2) as server:
        owner = server.world.add_user("ana")
        for number in range(6):
            server.invite(server.world.add_guild(f"Guild {number}", owner))
        async with connect(server) as bot:
            assert len(bot.shards) == 2
            assert len(bot.guilds) == 6
            assert {guild.shard_id for guild in bot.guilds} == {
                (guild.id >> 22) % 2 for guild in bot.guilds
            }


async def test_in_a_storm_every_answer_has_its_status_and_then_all_is_well(
    place: Place, tiny_bot: TinyBot
) -> None:
    with place.discord.storm(503), pytest.raises(discord.DiscordServerError):
        await tiny_bot.fetch_user(place.ben.id)
    assert (await tiny_bot.fetch_user(place.ben.id)).name == "ben"


async def test_the_client_waits_out_a_storm_of_rate_limits(place: Place, tiny_bot: TinyBot) -> None:
    with place.discord.storm(429):
        asking = asyncio.create_task(tiny_bot.fetch_user(place.ben.id))
        await asyncio.sleep(0.1)
        assert not asking.done()
    assert (await asking).name == "ben"
