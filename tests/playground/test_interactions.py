from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import discord
import pytest
from aiohttp import ClientSession
from discord import app_commands

from playground.errors import CommandLineError, NoAnswerError
from playground.interactions import answers
from playground.observed import GatewayFrame, RestExchange
from playground.world import ChannelType, Overwrite
from playground.world.permissions import Permission
from tests.playground.conftest import PNG, Connect, Place, TinyBot
from tests.playground.schema_judge import SchemaJudge

PNG_START = b"\x89PNG"


async def test_a_slash_command_is_answered_in_public(place: Place, tiny_bot: TinyBot) -> None:
    reply = await place.discord.command(place.ben, place.general, "/mood say good morning")
    assert (reply.content, reply.ephemeral) == ("You said: good morning", False)
    assert (await tiny_bot.next("message")).content == "You said: good morning"
    assert place.discord.world.messages(place.general)[-1].content == "You said: good morning"


async def test_an_ephemeral_answer_leaves_no_message_in_the_channel(
    place: Place, tiny_bot: TinyBot
) -> None:
    reply = await place.discord.command(place.ben, place.general, "/mood privacy opt-out")
    assert (reply.content, reply.ephemeral) == ("Gone.", True)
    assert place.discord.world.messages(place.general) == []


async def test_a_deferred_answer_keeps_its_privacy_and_brings_its_file(
    place: Place, tiny_bot: TinyBot
) -> None:
    reply = await place.discord.command(place.ben, place.general, "/mood chart")
    assert reply.ephemeral
    assert reply.files["mood.png"].startswith(PNG_START)
    assert reply.embeds[0]["fields"] == [{"name": "Messages", "value": "12", "inline": True}]
    assert 0 < reply.first_seconds <= reply.seconds
    async with ClientSession() as session:
        answer = await session.get(reply.embeds[0]["image"]["url"])
        assert (await answer.read()).startswith(PNG_START)


async def test_a_public_deferral_is_edited_into_the_answer(place: Place, tiny_bot: TinyBot) -> None:
    reply = await place.discord.command(place.ben, place.general, "/mood slow")
    assert reply.content == "Done."
    assert [each.content for each in place.discord.world.messages(place.general)] == ["Done."]


async def test_typed_options_become_what_the_bot_asked_for(place: Place, tiny_bot: TinyBot) -> None:
    line = "/mood look period:7 days channel:#general member:@Chi role:@Staff loud:yes"
    await place.discord.command(place.ben, place.general, line)
    period, channel, member, role, loud, _ = tiny_bot.asked[0]
    assert (period.name, period.value, loud) == ("7 days", 168, True)
    assert (channel.id, member.id, role.id) == (place.general.id, place.chi.id, place.staff_role.id)
    assert isinstance(member, discord.Member)


async def test_options_can_be_given_as_things_of_the_world(place: Place, tiny_bot: TinyBot) -> None:
    await place.discord.command(
        place.chi, place.staff, "/mood look", channel=place.staff, member=place.ben
    )
    _, channel, member, _, _, interaction = tiny_bot.asked[0]
    assert (channel.id, member.id) == (place.staff.id, place.ben.id)
    assert interaction.user.id == place.chi.id


async def test_an_interaction_carries_the_permissions_of_person_and_bot(
    place: Place, tiny_bot: TinyBot
) -> None:
    for user, channel in ((place.ben, place.general), (place.chi, place.staff)):
        await place.discord.command(user, channel, "/mood look")
    ben, chi = (asked[-1] for asked in tiny_bot.asked)
    assert not ben.permissions.manage_messages
    assert ben.app_permissions.send_messages
    assert chi.permissions.manage_messages
    assert not chi.app_permissions.read_messages
    await place.discord.command(place.ana, place.general, "/mood look")
    assert tiny_bot.asked[-1][-1].permissions.administrator


async def test_a_message_menu_brings_the_message_even_without_the_content_intent(
    place: Place, connect: Connect
) -> None:
    async with connect(place.discord, message_content=False):
        sent = await place.discord.send_message(place.ben, place.general, "what a day")
        reply = await place.discord.message_menu(place.chi, sent, "Check it")
    assert (reply.content, reply.ephemeral) == ("ben: what a day", True)


async def test_a_command_works_in_direct_messages(place: Place, tiny_bot: TinyBot) -> None:
    channel = place.discord.world.direct_channel(place.ben)
    reply = await place.discord.command(place.ben, channel, "/mood say hello")
    assert reply.content == "You said: hello"


@pytest.mark.parametrize(
    ("label", "answer"), [("Yes", "Then yes."), ("No", "Then no."), ("Why", "Because.")]
)
async def test_a_button_is_pressed_and_answered(
    place: Place, tiny_bot: TinyBot, label: str, answer: str
) -> None:
    question = await place.discord.command(place.ben, place.general, "/mood ask")
    reply = await place.discord.press(question, label)
    assert (reply.content, reply.ephemeral) == (answer, True)
    assert (reply.message["id"] == question.message["id"]) is (label != "Why")


async def test_anybody_may_press_a_button_but_only_under_a_reply_that_they_see(
    place: Place, tiny_bot: TinyBot
) -> None:
    hidden = await place.discord.command(place.ben, place.general, "/mood ask")
    with pytest.raises(NoAnswerError, match="Only the one who asked"):
        await place.discord.press(hidden, "No", by=place.chi)
    group = tiny_bot.tree.get_command("mood")
    assert isinstance(group, app_commands.Group)
    ask = group.get_command("ask")
    assert ask is not None
    ask.extras["public"] = True
    shown = await place.discord.command(place.ben, place.general, "/mood ask")
    reply = await place.discord.press(shown, "Who", by=place.chi)
    assert reply.content == "chi"


async def test_a_button_that_is_not_there_cannot_be_pressed(
    place: Place, tiny_bot: TinyBot
) -> None:
    question = await place.discord.command(place.ben, place.general, "/mood ask")
    with pytest.raises(CommandLineError, match='no button "Maybe"'):
        await place.discord.press(question, "Maybe")


async def test_an_answer_that_breaks_a_limit_is_refused(place: Place, tiny_bot: TinyBot) -> None:
    reply = await place.discord.command(place.ben, place.general, "/mood long")
    assert reply.content == "Refused."


async def test_silence_is_reported(
    place: Place, tiny_bot: TinyBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "DEADLINE", 0.05)
    with pytest.raises(NoAnswerError, match="no sign of life"):
        await place.discord.command(place.ben, place.general, "/mood mute")


async def test_after_its_time_a_token_is_good_for_nothing(
    place: Place, tiny_bot: TinyBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place.discord.command(place.ben, place.general, "/mood look")
    interaction = tiny_bot.asked[0][-1]
    await interaction.edit_original_response(content="Still.")
    monkeypatch.setattr(answers, "TOKEN_LIFE", 0.0)
    with pytest.raises(discord.HTTPException, match="Invalid Webhook Token") as expired:
        await interaction.edit_original_response(content="Too late.")
    assert (expired.value.status, expired.value.code) == (401, 50027)


async def test_without_a_bot_a_command_says_so(place: Place) -> None:
    with pytest.raises(CommandLineError, match="none yet"):
        await place.discord.command(place.ben, place.general, "/mood say hi")


async def test_a_command_reserved_for_moderators_is_not_offered_to_others(
    place: Place, tiny_bot: TinyBot
) -> None:
    command = place.discord.commands.of_guild(place.guild.id)[0]
    command["default_member_permissions"] = str(int(Permission.MANAGE_MESSAGES))
    with pytest.raises(CommandLineError, match="may not use"):
        await place.discord.command(place.ben, place.general, "/mood say hi")
    assert (await place.discord.command(place.chi, place.general, "/mood say hi")).content


@pytest.mark.shared
async def test_everything_said_keeps_to_discords_own_descriptions(
    connect: Connect, schema_judge: SchemaJudge, build: Callable[..., Place]
) -> None:
    """Each route and event of the playground at least once, in both directions."""
    place = build(observe=schema_judge)
    for kind in ChannelType:
        if kind not in (ChannelType.DM, ChannelType.PUBLIC_THREAD, ChannelType.PRIVATE_THREAD):
            place.discord.world.add_channel(place.guild, kind.name.lower(), type=kind)
    async with place.discord as server, connect(server, guild_reactions=True) as bot:
        server.feed.listen(schema_judge.hear)
        ben = server.person(place.ben)
        reacted = await ben.write(place.general, "hey", files={"a.png": PNG, "b.txt": b"b"})
        await ben.react(reacted, "👍")
        await ben.open_thread(place.general, "about it", from_message=reacted)
        await bot.text_channel(place.general.id).fetch_message(reacted.id)
        await ben.take_back(reacted, "👍")
        await server.change_roles(place.guild, place.ben, place.staff_role)
        await server.change_bot_roles(place.guild, place.staff_role)
        await server.change_bot_roles(place.guild)
        hidden = Overwrite(place.guild.id, deny=Permission.VIEW_CHANNEL)
        await server.change_overwrites(place.staff, hidden)
        sent = await server.send_message(place.ben, place.general, f"hi <@{bot.user_id}>")
        answer = await server.send_message(place.chi, place.general, "hello", reply_to=sent)
        await server.edit_message(answer, "hello!")
        thread = await server.create_thread(place.general, "a thread", place.ben)
        await server.send_message(place.ben, thread, "in a thread")
        await server.archive_thread(thread)
        channel = bot.text_channel(place.general.id)
        assert [each.id async for each in channel.archived_threads()] == [thread.id]
        await server.send_message(place.ben, thread, "in a thread again")
        for line in ("say x", "chart", "slow", "look", "privacy opt-out", "long"):
            await server.command(place.ben, place.general, f"/mood {line}")
        line = "/mood look period:7 days channel:#general member:@Chi role:@Staff loud:yes"
        await server.command(place.ana, thread, line)
        await server.command(place.ben, server.world.direct_channel(place.ben), "/mood slow")
        await server.message_menu(place.chi, answer, "Check it")
        question = await server.command(place.ben, place.general, "/mood ask")
        for label in ("Why", "Yes"):
            await server.press(question, label)
        await server.press(await server.command(place.ben, place.general, "/mood ask"), "No")
        await use_rest(bot, place)
        more = [await server.send_message(place.ben, place.general, "x") for _ in range(2)]
        await server.bulk_delete(more)
        await server.delete_message(answer)
        for each in (thread, server.world.add_channel(place.guild, "for a moment")):
            await server.delete_channel(each)
        await server.gateway.drop(4000)
        await bot.next("resumed")
    assert schema_judge.faults() == []
    assert len(schema_judge.seen) > 60


async def use_rest(bot: TinyBot, place: Place) -> None:
    await bot.application_info()
    await bot.tree.fetch_commands()
    await bot.tree.sync(guild=discord.Object(place.guild.id))
    await bot.fetch_guild(place.guild.id)
    await bot.fetch_channel(place.general.id)
    await (await bot.fetch_user(place.ben.id)).send("psst")
    guild = bot.guild(place.guild.id)
    await guild.fetch_member(place.ben.id)
    await guild.query_members(user_ids=[place.ben.id])
    channel = bot.text_channel(place.general.id)
    await channel.typing()
    files = [discord.File(Path(__file__), "a.txt"), discord.File(Path(__file__), "b.txt")]
    message = await channel.send("one", files=files, embed=discord.Embed(title="x"))
    await channel.fetch_message(message.id)
    await message.edit(content="two", attachments=message.attachments[:1])
    await message.reply("three")
    assert [each async for each in channel.history(limit=20, before=message)]
    await message.delete()
    with pytest.raises(discord.NotFound):
        await channel.fetch_message(message.id)
    with pytest.raises(discord.Forbidden):
        await bot.text_channel(place.staff.id).send("no")
    with pytest.raises(discord.Forbidden):
        await channel.delete_messages([discord.Object(place.ben.id), discord.Object(place.chi.id)])


@pytest.mark.shared
def test_the_judge_finds_what_discord_would_not_say(schema_judge: SchemaJudge) -> None:
    schema_judge(GatewayFrame("server", {"op": 0, "t": "READY", "s": 1, "d": {"v": 10}}))
    schema_judge(RestExchange("GET", "/moods", {}, None, (), 200, {}))
    schema_judge(RestExchange("GET", "/users/{user_id}", {}, None, (), 200, {"id": 5}))
    schema_judge(RestExchange("POST", "/users/@me/channels", {}, {"name": 1}, (), 204, None))
    assert len(schema_judge.faults()) == 4
