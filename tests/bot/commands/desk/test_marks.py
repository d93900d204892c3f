"""Whether labels were right: said by moderators, counted, and nothing else kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
import simcord

from bot.commands import errors
from bot.commands.desk.marks import HOW, NO_MARKS, NOT_THERE
from tests.bot.commands.conftest import Server
from tests.bot.commands.desk.conftest import Quarrel, labels, read

RIGHT, WRONG = "Mark labels that are right", "Mark what is not what it looks like"


async def choose(
    quarrel: Quarrel, shown: simcord.InteractionResult, placeholder: str, *numbers: int
) -> str:
    """Choose messages, by their number on the page, from one of its selects."""
    assert shown.response is not None
    (select,) = [
        item
        for row in shown.response.components
        for item in row["components"]
        if item.get("placeholder") == placeholder
    ]
    values = [
        option["value"]
        for option in select["options"]
        if int(option["label"].partition(".")[0]) in numbers
    ]
    moderator = quarrel.server.moderator
    return read(await moderator.select(shown.response, values, custom_id=select["custom_id"]))


async def test_marks_are_counted_and_called_no_sample(three_lines: Quarrel) -> None:
    server = three_lines.server
    shown = await three_lines.press()
    assert labels(shown) == ["What moved it?", RIGHT, WRONG]
    assert "1 message is marked" in await choose(three_lines, shown, RIGHT, 1)
    assert "2 messages are marked" in await choose(three_lines, shown, WRONG, 2, 3)
    reply = await server.ask(server.moderator, "feedback")
    assert reply.ephemeral
    assert reply.description.startswith("Of 3 marked messages 1 had the right label.")
    assert "they are no sample" in reply.description


async def test_the_last_word_on_a_message_holds(three_lines: Quarrel) -> None:
    server = three_lines.server
    shown = await three_lines.press()
    await choose(three_lines, shown, RIGHT, 1)
    await choose(three_lines, shown, WRONG, 1)
    assert "Of 1 marked message 0 had" in (await server.ask(server.admin, "feedback")).description


async def test_without_marks_it_is_told_where_to_make_them(server: Server) -> None:
    assert (await server.ask(server.moderator, "feedback")).description == (f"{NO_MARKS} {HOW}")


async def test_feedback_is_for_moderators(three_lines: Quarrel) -> None:
    server = three_lines.server
    assert (await server.ask(server.ann, "feedback")).content == errors.MODERATORS_ONLY


async def test_a_message_without_a_label_is_not_offered(quarrel: Quarrel) -> None:
    for who in range(3):
        await quarrel.say(who, f"text {who}")
    await quarrel.say(0, "qwlekj", status="not_scored")
    shown = await quarrel.press()
    assert "too few words I know" in read(shown)
    assert "3 messages are marked" in await choose(quarrel, shown, RIGHT, 1, 2, 3, 4)


async def test_a_message_of_a_thread_is_marked_where_it_stands(three_lines: Quarrel) -> None:
    server = three_lines.server
    thread = server.thread("cake")
    await three_lines.say(0, "in the thread", channel=thread, parent=server.general)
    shown = await three_lines.press()
    assert "1 message is marked" in await choose(three_lines, shown, RIGHT, 4)
    assert await server.storage.marks.totals(server.guild.id) == (1, 1)


async def test_what_went_or_was_judged_anew_since_is_not_marked(three_lines: Quarrel) -> None:
    server = three_lines.server
    shown = await three_lines.press()
    await server.storage.privacy.forget(server.guild.id, server.ann.id, server.env.now())
    assert NOT_THERE in await choose(three_lines, shown, RIGHT, 1)
    told = await three_lines.press_mark(f"{three_lines.ids[1]}-positive")
    assert NOT_THERE in read(told), "it is negative"
    assert await server.storage.marks.totals(server.guild.id) == (0, 0)


async def test_messages_of_other_channels_are_not_marked(three_lines: Quarrel) -> None:
    server = three_lines.server
    message = await server.admin.send(server.hidden, "elsewhere")
    await three_lines.store(message)
    assert NOT_THERE in read(await three_lines.press_mark(f"{message.id}-negative"))


@pytest.mark.parametrize("value", ["x", "5-unsure", "9" * 30 + "-negative"])
async def test_a_forged_choice_is_refused(three_lines: Quarrel, value: str) -> None:
    assert read(await three_lines.press_mark(value)) == errors.OUTDATED


async def test_who_may_not_read_the_channel_any_more_marks_nothing(three_lines: Quarrel) -> None:
    server = three_lines.server
    left_out = frozenset([server.general.id])
    value = f"{three_lines.ids[0]}-negative"
    assert read(await three_lines.press_mark(value, server.ann)) == errors.MODERATORS_ONLY
    await server.storage.settings.change(
        server.guild.id, lambda was: replace(was, ignored_channel_ids=left_out)
    )
    assert read(await three_lines.press_mark(value)) == errors.CHANNEL_NOT_COUNTED
    assert await server.storage.marks.totals(server.guild.id) == (0, 0)


async def test_neither_who_marked_nor_a_text_is_kept(three_lines: Quarrel) -> None:
    server = three_lines.server
    await choose(three_lines, await three_lines.press(), RIGHT, 1)
    of_moderator = await server.storage.privacy.export(server.guild.id, server.moderator.id)
    assert of_moderator.messages == ()
    of_ann = await server.storage.privacy.export(server.guild.id, server.ann.id)
    assert [message.marked_right for message in of_ann.messages] == [True]
