"""*Which messages?*: what was said, for whom, and what is never shown."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.commands import errors
from bot.commands.desk.live_text import MOST_REQUESTS, LiveText
from bot.commands.errors import Refused
from bot.render.chart_pool import ChartsBusyError
from bot.reports.talk import Row
from storage.records import GuildSettings
from tests.bot.commands.desk.conftest import Quarrel, labels, read


async def test_what_was_said_is_read_in_order_with_its_labels(three_lines: Quarrel) -> None:
    told = read(await three_lines.press())
    lines = [line for line in told.splitlines() if line.startswith(("`", ">"))]
    guild, general = three_lines.server.guild.id, three_lines.server.general.id
    assert [line.partition(" **")[2].partition("[")[0] for line in lines[::2]] == [
        "ann** · negative · ",
        r"ben\_b** ↩ · negative · ",
        "cem** · neutral · ",
    ]
    assert lines[1::2] == [
        "> who deleted my message?",
        "> seriously?? this is ridiculous",
        "> please be kind",
    ]
    assert f"https://discord.com/channels/{guild}/{general}/{three_lines.ids[0]}" in lines[0]
    assert lines[0].endswith("here it turned**")
    assert "I keep none of it" in told
    assert "opted out, are not shown" in told


async def test_the_answer_is_a_new_one_and_the_message_pressed_on_stays(
    three_lines: Quarrel,
) -> None:
    result = await three_lines.press()
    lobby = three_lines.server.bots_guild.get_channel(three_lines.server.games.id)
    assert isinstance(lobby, discord.TextChannel)
    assert result.response is not None
    pressed = next(m for m in [m async for m in lobby.history()] if m.id != result.response.id)
    assert pressed.embeds == []
    assert len(pressed.components) == 1


async def test_later_and_earlier_change_the_answer_in_place(quarrel: Quarrel) -> None:
    for n in range(45):
        await quarrel.say(n % 3, f"text number {n}.")
    first = await quarrel.press()
    assert "text number 0." in read(first)
    assert "text number 20." not in read(first)
    assert labels(first)[0] == "Later"
    assert first.response is not None
    second = await quarrel.server.moderator.click(first.response, label="Later")
    assert second.response is not None
    assert second.response.id == first.response.id
    assert second.response.ephemeral
    assert "text number 20." in read(second)
    assert "text number 0." not in read(second)
    assert labels(second)[:2] == ["Earlier", "Later"]
    third = await quarrel.server.moderator.click(second.response, label="Later")
    assert "text number 44." in read(third)
    assert third.response is not None
    back = await quarrel.server.moderator.click(third.response, label="Earlier")
    assert "text number 20." in read(back)


async def test_the_first_page_has_a_dot_a_message_and_says_the_same_in_words(
    quarrel: Quarrel,
) -> None:
    for n in range(25):
        await quarrel.say(n % 3, f"text number {n}.", mood=-0.9 if n < 20 else 0.9)
    first = await quarrel.press()
    assert first.response is not None
    (picture,) = first.response.attachments
    assert "25 messages in order of time: 20 negative, 0 neutral, 5 positive" in str(
        picture.description
    )
    assert first.response.embeds[-1].image.url == "attachment://messages.png"
    second = await quarrel.server.moderator.click(first.response, label="Later")
    assert second.response is not None
    assert second.response.attachments == []


async def test_while_many_charts_are_drawn_the_messages_come_without(
    three_lines: Quarrel, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object) -> bytes:
        raise ChartsBusyError

    monkeypatch.setattr("bot.render.chart_pool.ChartPool.draw", busy)
    result = await three_lines.press()
    assert "seriously" in read(result)
    assert result.response is not None
    assert result.response.attachments == []


async def test_what_everybody_sees_is_never_filled_with_texts(three_lines: Quarrel) -> None:
    """Even a later page's button under a public message: only they see the answer."""
    result = await three_lines.press(from_id=three_lines.ids[1])
    assert "seriously" in read(result)


async def test_what_is_not_stored_is_not_shown(three_lines: Quarrel) -> None:
    """As of bots, webhooks, private threads, and of people and channels that are left out."""
    server = three_lines.server
    await three_lines.people[0].send(server.general, "canary that did not count")
    await three_lines.say(1, "the last one")
    told = read(await three_lines.press())
    assert "canary" not in told
    assert "the last one" in told


async def test_a_webhooks_words_are_not_shown_though_stored(three_lines: Quarrel) -> None:
    server = three_lines.server
    channel = server.bots_guild.get_channel(server.general.id)
    assert isinstance(channel, discord.TextChannel)
    own = await channel.send("canary of a bot", allowed_mentions=discord.AllowedMentions.none())
    await three_lines.store(own)
    await three_lines.say(1, "the last one")
    told = read(await three_lines.press())
    assert "canary" not in told
    assert "the last one" in told


async def test_deleted_messages_are_not_shown(three_lines: Quarrel) -> None:
    gone = await three_lines.say(1, "canary")
    await three_lines.say(2, "the last one")
    await gone.delete()
    assert "canary" not in read(await three_lines.press())


async def test_an_edited_message_is_shown_as_it_is_now(three_lines: Quarrel) -> None:
    server = three_lines.server
    message = await three_lines.say(0, "canary of before")
    await server.ann.edit(message, "what it says now")
    told = read(await three_lines.press())
    assert "canary" not in told
    assert "> what it says now" in told
    assert "· edited ·" in told


async def test_who_opted_out_is_not_shown_and_that_is_said_anyway(three_lines: Quarrel) -> None:
    server = three_lines.server
    await three_lines.say(0, "of somebody who stays")
    four = server.guild.add_member(server.env.create_user("dora"))
    three_lines.people.append(four)
    await three_lines.say(3, "canary")
    assert "canary" in read(await three_lines.press())
    await server.storage.privacy.opt_out(server.guild.id, four.id, server.env.now())
    told = read(await three_lines.press())
    assert "canary" not in told
    assert "opted out, are not shown" in told


async def test_who_opts_out_while_discord_is_asked_is_not_shown_either(
    three_lines: Quarrel,
) -> None:
    server = three_lines.server

    async def opt_out() -> None:
        await server.storage.privacy.opt_out(server.guild.id, server.ben.id, server.env.now())

    server.history.on_look = opt_out
    told = read(await three_lines.press())
    assert "who deleted my message?" in told
    assert "seriously" not in told


async def test_an_episode_of_which_two_people_are_left_is_not_shown(three_lines: Quarrel) -> None:
    server = three_lines.server
    await server.storage.privacy.forget(server.guild.id, server.ben.id, server.env.now())
    assert read(await three_lines.press()) == errors.TOO_FEW_WRITERS
    assert server.history.looks == [], "and Discord is not asked for anything"


async def test_nor_one_of_two_writers_for_who_may_look_members_up(quarrel: Quarrel) -> None:
    server = quarrel.server
    await server.choose(member_lookup=True)
    await quarrel.say(0, "canary")
    await quarrel.say(1, "canary")
    assert read(await quarrel.press(server.admin)) == errors.TOO_FEW_WRITERS


async def test_who_may_not_read_the_channel_any_more_when_the_texts_come_gets_none(
    three_lines: Quarrel,
) -> None:
    server = three_lines.server
    channel = server.bots_guild.get_channel(server.general.id)
    assert isinstance(channel, discord.TextChannel)

    async def hide() -> None:
        moderators = server.bots_guild.get_role(server.moderators.id)
        assert moderators is not None
        await channel.set_permissions(moderators, read_message_history=False)

    server.history.on_look = hide
    assert read(await three_lines.press()) == errors.UNREADABLE_CHANNEL


async def test_who_may_not_read_its_history_gets_none(three_lines: Quarrel) -> None:
    server = three_lines.server
    channel = server.bots_guild.get_channel(server.general.id)
    assert isinstance(channel, discord.TextChannel)
    moderators = server.bots_guild.get_role(server.moderators.id)
    assert moderators is not None
    await channel.set_permissions(moderators, read_message_history=False)
    assert read(await three_lines.press()) == errors.UNREADABLE_CHANNEL
    assert server.history.looks == []


async def test_members_get_none(three_lines: Quarrel) -> None:
    server = three_lines.server
    assert read(await three_lines.press(server.ann)) == errors.MODERATORS_ONLY
    assert server.history.looks == []


async def test_a_channel_that_is_left_out_meanwhile_is_not_read(three_lines: Quarrel) -> None:
    server = three_lines.server
    left_out = frozenset([server.general.id])
    await server.storage.settings.change(
        server.guild.id, lambda was: replace(was, ignored_channel_ids=left_out)
    )
    assert read(await three_lines.press()) == errors.CHANNEL_NOT_COUNTED
    assert server.history.looks == []


async def test_a_button_works_for_a_day(three_lines: Quarrel) -> None:
    assert "seriously" in read(await three_lines.press(ago=23))
    assert read(await three_lines.press(ago=25)) == errors.NOT_LASTING
    assert read(await three_lines.press(ago=-25)) == errors.NOT_LASTING


async def test_an_age_restricted_channel_is_only_read_out_in_one(three_lines: Quarrel) -> None:
    server = three_lines.server
    channel = server.bots_guild.get_channel(server.general.id)
    assert isinstance(channel, discord.TextChannel)
    channel.nsfw = True
    assert read(await three_lines.press()) == errors.AGE_RESTRICTED
    assert "seriously" in read(await three_lines.press(below=server.general))


async def test_without_the_message_content_intent_there_is_nothing_to_read(
    three_lines: Quarrel,
) -> None:
    server = three_lines.server
    server.bot._connection._intents.message_content = False
    assert read(await three_lines.press()) == errors.NO_MESSAGE_CONTENT


async def test_where_the_bot_may_not_read_the_history_it_says_so(three_lines: Quarrel) -> None:
    server = three_lines.server
    channel = server.bots_guild.get_channel(server.general.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.set_permissions(server.bots_guild.me, read_message_history=False)
    assert read(await three_lines.press()) == errors.CANNOT_READ_HISTORY
    assert server.history.looks == []


async def test_public_threads_are_read_with_their_channel(three_lines: Quarrel) -> None:
    server = three_lines.server
    thread = server.thread("cake")
    await three_lines.say(0, "said in the thread", channel=thread, parent=server.general)
    told = read(await three_lines.press())
    assert f"<#{thread.id}>" in told
    assert "> said in the thread" in told


async def test_private_threads_are_not_even_asked_for(three_lines: Quarrel) -> None:
    """Nothing of them is stored; were there a row, its text would not be read."""
    server = three_lines.server
    thread = server.thread("secret", private=True)
    three_lines.people.append(server.moderator)
    await three_lines.say(3, "canary", channel=thread, parent=server.general)
    await three_lines.say(1, "the last one")
    told = read(await three_lines.press())
    assert "canary" not in told
    assert "the last one" in told
    assert thread.id not in server.history.looks


async def test_a_thread_of_another_channel_is_not_read(three_lines: Quarrel) -> None:
    """Were it stored below this one: it may be hidden from who reads this one."""
    server = three_lines.server
    thread = server.thread("elsewhere", below=server.hidden)
    await three_lines.store(await server.admin.send(thread, "canary"), parent=server.general)
    await three_lines.say(1, "the last one")
    told = read(await three_lines.press())
    assert "canary" not in told
    assert "the last one" in told


async def test_what_is_unreadable_in_another_server_is_so_here(three_lines: Quarrel) -> None:
    server = three_lines.server
    elsewhere = server.env.create_guild("Elsewhere").create_text_channel("general")
    assert read(await three_lines.press(channel=elsewhere)) == errors.UNREADABLE_CHANNEL


@pytest.mark.parametrize(
    "ids", [("A" * 11, "A" * 11), ("_" * 11, "_" * 11), ("AAAAAAAAAAB", "AAAAAAAAAAA")]
)
async def test_ids_that_nobody_can_have_made_are_refused(
    three_lines: Quarrel, ids: tuple[str, str]
) -> None:
    general = three_lines.server.general.id
    result = await three_lines.press_kind("messages", (general, *ids, "A" * 11))
    assert read(result) in (errors.OUTDATED, errors.TOO_FEW_WRITERS)


async def test_what_fails_shows_and_logs_no_text(
    three_lines: Quarrel, caplog: pytest.LogCaptureFixture
) -> None:
    server = three_lines.server
    server.expected += (ValueError,)

    async def fail() -> None:
        raise ValueError("can" + "ary")  # in one piece it would be in the way to the error

    server.history.on_look = fail
    with caplog.at_level(logging.DEBUG, "bot"):
        assert errors.UNEXPECTED in read(await three_lines.press())
        assert "ValueError" in caplog.text
        assert "canary" not in caplog.text
        server.history.on_look = None
        caplog.clear()
        assert "seriously" in read(await three_lines.press())
        assert "seriously" not in caplog.text


async def test_nothing_of_a_text_is_stored(three_lines: Quarrel) -> None:
    server = three_lines.server
    before = await server.storage.privacy.export(server.guild.id, server.ben.id)
    assert "seriously" in read(await three_lines.press())
    assert await server.storage.privacy.export(server.guild.id, server.ben.id) == before


async def test_a_page_takes_few_requests_however_scattered_it_is(quarrel: Quarrel) -> None:
    server = quarrel.server
    for n in range(30):
        thread = server.thread(f"thread {n}")
        await quarrel.say(n % 3, f"in thread {n}.", channel=thread, parent=server.general)
    told = read(await quarrel.press())
    assert "in thread 0." in told
    assert 0 < len(server.history.looks) <= MOST_REQUESTS


async def test_a_lively_channel_takes_no_more_requests_and_what_is_missing_is_said(
    quarrel: Quarrel, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = quarrel.server
    for place in ("bot.commands.desk.live_text", "tests.bot.commands.conftest"):
        monkeypatch.setattr(f"{place}.PAGE", 5)  # a page of Discord's has a hundred
    for n in range(14):
        await quarrel.say(n % 3, f"text {n}.", minutes=0)
        for _ in range(5):
            await server.admin.send(server.general, "chatter that is not counted")
    told = read(await quarrel.press())
    assert len(server.history.looks) == MOST_REQUESTS
    assert "text 9." in told
    assert "text 13." not in told
    assert "A few are missing here" in told


async def test_discord_has_so_long_to_answer(three_lines: Quarrel) -> None:
    server = three_lines.server
    channel = server.bots_guild.get_channel(server.general.id)
    assert isinstance(channel, discord.TextChannel)

    class Silent:
        async def look(self, *_: object) -> Any:
            await discord.utils.sleep_until(discord.utils.utcnow() + timedelta(hours=1))

        async def find_thread(self, *_: object) -> None:
            return None

    text = LiveText(Silent(), server.storage.messages, channel, patience_seconds=0.01)
    with pytest.raises(Refused, match="taking too long"):
        await text.of([Row(1, channel.id, 0, "negative", 0)])


async def test_settings_narrowed_to_a_role_hold_here_too(three_lines: Quarrel) -> None:
    server = three_lines.server
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, live_for_role_only=True)
    )
    assert read(await three_lines.press()) == errors.MODERATORS_ONLY
