"""Buttons, selects, forms and completion, as people use them on the real discord.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
import pytest

from playground.errors import CommandLineError, NoAnswerError
from playground.interactions import Reply
from playground.observed import GatewayFrame, RestExchange
from tests.playground.conftest import Connect, Place, TinyBot
from tests.playground.desk import Card
from tests.playground.schema_judge import SchemaJudge

pytestmark = pytest.mark.usefixtures("tiny_bot")


@pytest.fixture
async def card(place: Place, tiny_bot: TinyBot) -> Reply:
    return await place.discord.command(place.ben, place.general, "/desk card")


async def test_new_answers_come_as_ephemeral_messages_while_the_card_stays(
    place: Place, card: Reply
) -> None:
    first = await place.discord.press(card, "More")
    first = await place.discord.look_until(first, lambda reply: reply.follow_ups)
    (second,) = first.follow_ups
    assert (first.content, second.content) == ("first", "second")
    assert first.ephemeral
    assert second.ephemeral
    assert place.discord.look_again(card).content == "look"
    deeper = await place.discord.press(first, "Deeper")
    assert (deeper.content, deeper.buttons) == ("deep", [])
    assert place.discord.look_again(first).content == "deep"


@pytest.mark.parametrize(
    ("select", "chosen", "answer"),
    [
        ("Period", ["7 days"], "period ['168']"),
        ("Period", ["24"], "period ['24']"),
        ("Channels", ["#general"], "channels ['general']"),
        ("People", ["@Chi"], "person chi"),
        ("Whoever", ["@Staff"], "whoever Staff"),
    ],
)
async def test_what_is_chosen_reaches_the_bot(
    place: Place, card: Reply, select: str, chosen: list[str], answer: str
) -> None:
    changed = await place.discord.choose(card, select, chosen)
    assert changed.content == answer
    assert changed.message["id"] == card.message["id"]


async def test_things_of_the_world_can_be_chosen(place: Place, card: Reply) -> None:
    changed = await place.discord.choose(card, "Channels", [place.general, place.staff])
    assert changed.content == "channels ['general', 'staff']"
    changed = await place.discord.choose(card, "Whoever", [place.chi])
    assert changed.content == "whoever chi"


@pytest.mark.parametrize(
    ("select", "chosen", "hint"),
    [
        ("Period", ["a year"], 'no "a year".*24 hours, 7 days'),
        ("Period", ["24 hours", "7 days"], "Choose 1 to 1"),
        ("Period", [], "Choose 1 to 1"),
        ("Channels", ["#general", "#general"], "each once"),
        ("Channels", ["#staff"], "Nothing here is called"),  # which Ben does not see
        ("Colour", ["red"], "no select"),
    ],
)
async def test_what_is_not_offered_cannot_be_chosen(
    place: Place, card: Reply, select: str, chosen: list[str], hint: str
) -> None:
    with pytest.raises(CommandLineError, match=hint):
        await place.discord.choose(card, select, chosen)


async def test_a_channel_of_another_kind_is_not_offered(place: Place, card: Reply) -> None:
    thread = await place.discord.create_thread(place.general, "a thread", place.ben)
    with pytest.raises(CommandLineError, match="no kind of channel"):
        await place.discord.choose(card, "Channels", [thread])


async def test_a_link_and_what_is_greyed_out_cannot_be_pressed(place: Place, card: Reply) -> None:
    assert card.buttons == ["More", "Note", "Gone", "Elsewhere", "Not now"]
    with pytest.raises(CommandLineError, match=r"https://example\.com/"):
        await place.discord.press(card, "Elsewhere")
    with pytest.raises(CommandLineError, match="greyed out"):
        await place.discord.press(card, "Not now")


async def test_a_button_is_found_by_the_beginning_of_its_custom_id(
    place: Place, card: Reply
) -> None:
    assert (await place.discord.press_button(card, "gone:")).content == "removed"
    with pytest.raises(NoAnswerError, match="deleted"):
        place.discord.look_again(card)
    with pytest.raises(NoAnswerError, match="deleted"):
        await place.discord.press(card, "More")


async def test_a_form_from_a_button_changes_its_message(place: Place, card: Reply) -> None:
    opened = await place.discord.press(card, "Note")
    assert opened.modal is not None
    assert opened.modal.title == "Add a note"
    assert [each.label for each in opened.modal.fields] == ["Text", "Kind", "Where", "Loud"]
    changed = await place.discord.submit(opened, {"Text": "a raid", "where": ["#general"]})
    assert changed.content == "a raid (slow) in ['general']"
    assert place.discord.look_again(card).content == changed.content


async def test_a_form_from_a_command_is_answered_with_a_message(place: Place) -> None:
    opened = await place.discord.command(place.ben, place.general, "/desk note")
    filled_in = {"text": "we play", "Kind": "Event", "Loud": True}
    answer = await place.discord.submit(opened, filled_in)
    assert (answer.content, answer.ephemeral) == ("we play (event) in []!", True)
    with pytest.raises(NoAnswerError, match="is a form"):
        await place.discord.press(opened, "Note")


@pytest.mark.parametrize(
    ("filled_in", "hint"),
    [
        ({}, "Text: This must be filled in"),
        ({"Text": "x" * 61}, "Text: Write 0 to 60"),
        ({"Text": "x", "Kind": "Party"}, "Kind: There is no"),
        ({"Text": "x", "Where": ["#general", "#general"]}, "Where: Choose 0 to 2"),
        ({"Text": "x", "Colour": "red"}, "has no Colour. It has: Text, Kind, Where, Loud"),
    ],
)
async def test_a_form_is_not_sent_before_it_is_filled_in_well(
    place: Place, filled_in: dict[str, Any], hint: str
) -> None:
    opened = await place.discord.command(place.ben, place.general, "/desk note")
    with pytest.raises(CommandLineError, match=hint):
        await place.discord.submit(opened, filled_in)


async def test_without_a_form_nothing_can_be_sent(place: Place, card: Reply) -> None:
    with pytest.raises(CommandLineError, match="no form"):
        await place.discord.submit(card, {})


async def test_what_is_typed_is_completed_by_the_bot(place: Place) -> None:
    discord, ben, general = place.discord, place.ben, place.general
    offered = await discord.autocomplete(ben, general, "/desk trend place:ga")
    assert offered == {"#garden": "garden", "#gallery": "gallery"}
    offered = await discord.autocomplete(ben, general, "/desk trend loud:yes place:#har")
    assert offered == {"#harbour": "HARBOUR"}
    assert await discord.autocomplete(ben, general, "/desk trend place:zz") == {}
    for line in ("/desk trend place:ga hours:3", "/desk trend"):
        with pytest.raises(CommandLineError):
            await discord.autocomplete(ben, general, line)


async def test_a_name_that_the_bot_offers_is_picked_and_anything_else_sent_as_it_is(
    place: Place,
) -> None:
    for typed, sent in (("#garden", "garden"), ("nowhere", "nowhere")):
        line = f"/desk trend place:{typed}"
        reply = await place.discord.command(place.ben, place.general, line)
        assert reply.content == f"{sent}, 24 h"
    raw = await place.discord.command(place.ben, place.general, "/desk trend", place="#garden")
    assert raw.content == "#garden, 24 h"


async def test_a_picture_comes_with_its_alt_text(card: Reply) -> None:
    assert card.alt_texts == {"week.png": "A bad evening."}
    assert card.embeds[0]["image"]["description"] == "A bad evening."


async def test_only_who_asked_sees_an_ephemeral_card_and_its_follow_ups(
    place: Place, card: Reply
) -> None:
    first = await place.discord.press(card, "More")
    for reply, use in ((card, "More"), (first, "Deeper")):
        with pytest.raises(NoAnswerError, match="Only the one who asked"):
            await place.discord.press(reply, use, by=place.ana)
    with pytest.raises(NoAnswerError, match="Only the one who asked"):
        await place.discord.choose(card, "Period", ["7 days"], by=place.ana)


async def test_under_a_public_card_whoever_sees_the_channel_may_choose(place: Place) -> None:
    card = await place.discord.command(place.chi, place.staff, "/desk card public:yes")
    changed = await place.discord.choose(card, "Period", ["7 days"], by=place.ana)
    assert changed.content == "period ['168']"
    with pytest.raises(NoAnswerError, match="does not see"):
        await place.discord.press(card, "More", by=place.ben)
    with pytest.raises(CommandLineError, match="does not see #staff"):
        await place.discord.command(place.ben, place.staff, "/desk card")


async def test_a_post_of_the_bots_own_is_used_as_a_reply_is(
    place: Place, tiny_bot: TinyBot
) -> None:
    posted = await tiny_bot.text_channel(place.general.id).send("alert", view=Card())
    message = place.discord.world.message(place.general.id, posted.id)
    changed = await place.discord.choose(message, "Period", ["7 days"], by=place.ben)
    assert changed.content == message.content == "period ['168']"
    with pytest.raises(CommandLineError, match="Say who"):
        await place.discord.press(message, "More")


@pytest.mark.parametrize(
    "wrong",
    [
        [discord.ui.Button(label="x" * 81, custom_id="a")],
        [discord.ui.Button(label="a", custom_id="a"), discord.ui.Button(label="b", custom_id="a")],
        [discord.ui.Button(custom_id="a")],
        [discord.ui.Select(custom_id="a", options=[])],
        [
            discord.ui.Select(
                custom_id="a",
                options=[discord.SelectOption(label=each, value="1") for each in "ab"],
            )
        ],
        [
            discord.ui.Select(
                custom_id="a", max_values=2, options=[discord.SelectOption(label="only one")]
            )
        ],
    ],
)
async def test_components_that_break_a_limit_are_refused(
    place: Place, tiny_bot: TinyBot, wrong: list[discord.ui.Item[Any]]
) -> None:
    view = discord.ui.View(timeout=None)
    for item in wrong:
        view.add_item(item)
    with pytest.raises(discord.HTTPException, match="Invalid Form Body"):
        await tiny_bot.text_channel(place.general.id).send("look", view=view)


@pytest.mark.shared
async def test_all_of_it_keeps_to_discords_own_descriptions(
    connect: Connect, schema_judge: SchemaJudge, build: Callable[..., Place]
) -> None:
    place = build(observe=schema_judge)
    async with place.discord as server, connect(server):
        card = await server.command(place.ben, place.general, "/desk card")
        for select, chosen in (
            ("Period", "7 days"),
            ("Channels", place.general),
            ("People", place.chi),
            ("Whoever", place.staff_role),
            ("Whoever", place.chi),
        ):
            await server.choose(card, select, [chosen])
        first = await server.press(card, "More")
        await server.look_until(first, lambda reply: reply.follow_ups)
        await server.press(first, "Deeper")
        opened = await server.press(card, "Note")
        await server.submit(opened, {"Text": "a raid", "Where": [place.general]})
        opened = await server.command(place.ben, place.general, "/desk note")
        await server.submit(opened, {"Text": "a raid", "Kind": "Event"})
        await server.press(card, "Gone")
        public = await server.command(place.ben, place.general, "/desk card public:yes")
        opened = await server.press(public, "Note", by=place.ana)
        await server.submit(opened, {"Text": "seen by all"})
        direct = server.world.direct_channel(place.ben)
        await server.submit(
            await server.command(place.ben, direct, "/desk note"), {"Text": "quietly"}
        )
        await server.command(place.ben, place.general, "/desk dials")
        await server.autocomplete(place.ben, place.general, "/desk trend loud:yes place:ga")
        await server.command(place.ben, place.general, "/desk trend place:#garden")
    assert schema_judge.faults() == []
    said = schema_judge.seen
    events = [each.payload for each in said if isinstance(each, GatewayFrame)]
    asked = {each["d"]["type"] for each in events if each.get("t") == "INTERACTION_CREATE"}
    calls = [each for each in said if isinstance(each, RestExchange)]
    answered = {each.request["type"] for each in calls if each.route.endswith("/callback")}
    assert (asked, answered) == ({2, 3, 4, 5}, {4, 6, 7, 8, 9})
