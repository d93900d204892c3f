"""`/sentiment now` and what is under it, by real commands, on three weeks of talk."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.commands import errors
from bot.commands.desk import looks
from bot.render.desk_answers import GONE
from storage.records import DISCORD_EPOCH_MS, DeletedMessages, GuildSettings, ScoredMessage
from tests.bot.commands.conftest import NOW, Reply, Server

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
EVENING = NOW.replace(hour=19, minute=0) - DAY
WEEKS_AGO = EVENING - 14 * DAY
_numbers = itertools.count(1)
ANSWERED_HERE = ("Is it over?", "Who was there?", "Seen before?")


def messages(
    server: Server,
    channel: simcord.ChannelHandle,
    moods: Sequence[float],
    begin: datetime,
    every: timedelta = MINUTE,
    authors: Sequence[int] | None = None,
) -> list[ScoredMessage]:
    """Messages of these moods (-1..1), one after the other, people taking turns."""
    people = itertools.cycle(authors or server.crowd)
    made = []
    for n, mood in enumerate(moods):
        sent = int((begin + n * every).timestamp() * 1000) - DISCORD_EPOCH_MS
        made.append(
            ScoredMessage(
                message_id=(sent << 22) + next(_numbers),
                guild_id=server.guild.id,
                channel_id=channel.id,
                parent_id=None,
                author_id=next(people),
                reply_to=None,
                edited_at=None,
                negative=max(0.0, -mood),
                neutral=1 - abs(mood),
                positive=max(0.0, mood),
                status="scored",
                model="fake-12345678",
            )
        )
    return made


async def three_weeks(server: Server, *channels: simcord.ChannelHandle) -> None:
    """Calm talk: each day twenty messages in each channel, from morning to evening, and one of
    them negative."""
    for channel, days in itertools.product(channels, range(21, 0, -1)):
        day = (NOW - days * DAY).replace(hour=8, minute=0)
        moods = [0.8, 0.1, 0.7, 0.9, 0.6] * 4
        moods[days % 20] = -0.8
        await server.storage.messages.apply(messages(server, channel, moods, day, 40 * MINUTE))


async def quarrel(
    server: Server, channel: simcord.ChannelHandle, begin: datetime = EVENING
) -> list[ScoredMessage]:
    """Thirty messages in an hour and a half, nearly all negative, by five people."""
    said = messages(server, channel, ([-0.9] * 9 + [0.3]) * 3, begin, 3 * MINUTE)
    await server.storage.messages.apply(said)
    return said


async def calm_morning(server: Server, channel: simcord.ChannelHandle, number: int = 32) -> None:
    moods = [0.8, 0.6, 0.7, 0.9] * (number // 4)
    await server.storage.messages.apply(
        messages(server, channel, moods, NOW - 5 * HOUR, 5 * MINUTE)
    )


@pytest.fixture
async def desk(server: Server) -> Server:
    """Yesterday evening was bad in #general, and all is well again."""
    await three_weeks(server, server.general, server.games)
    await quarrel(server, server.general)
    await calm_morning(server, server.general)
    return server


def controls(reply: Reply | simcord.ResponseMessage) -> list[dict[str, Any]]:
    message = reply.message if isinstance(reply, Reply) else reply
    return [control for row in message.components for control in row["components"]]


def labels(reply: Reply) -> list[str]:
    return [each["label"] for each in controls(reply) if "label" in each]


def select(reply: Reply, kind: str) -> dict[str, Any]:
    (found,) = (each for each in controls(reply) if each["custom_id"].startswith(f"{kind}:"))
    return found


async def press(server: Server, who: simcord.MemberActor, card: Reply, label: str) -> Reply:
    return server.reply(await who.click(card.message, label=label))


async def choose(who: simcord.MemberActor, card: Reply, kind: str, value: str) -> Reply:
    """Choose from a select, and look at the card again."""
    await who.select(card.message, [value], custom_id=select(card, kind)["custom_id"])
    return Reply(simcord.ResponseMessage(card.message._env, card.message._message))


async def test_what_was_unusual_is_told_to_moderators_alone(desk: Server) -> None:
    card = await desk.ask(desk.moderator, "now")
    assert card.ephemeral
    assert card.title == "Yesterday evening: unusually negative in #general"
    assert f"🔻 <#{desk.general.id}>: **27 of" in card.description
    assert "Nothing unusual in the other channel." in card.description
    assert "none of them negative. It seems over." in card.description
    assert labels(card) == ["Which messages?", *ANSWERED_HERE]
    (chart,) = card.message.attachments
    assert "#general" in str(chart.description)
    refused = await desk.ask(desk.ann, "now")
    assert refused.content == errors.MODERATORS_ONLY
    assert refused.ephemeral


async def test_on_a_good_day_it_is_one_line(server: Server) -> None:
    await three_weeks(server, server.general, server.games)
    await calm_morning(server, server.games)
    card = await server.ask(server.moderator, "now")
    said = "since yesterday morning (72 messages)."
    assert (
        card.description.splitlines()[0]
        == f"Nothing unusual in 2 channels and their threads {said}"
    )
    assert labels(card) == []


async def test_of_a_lively_server_it_says_how_far_back_it_looked(
    desk: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "MOST_LOOKED_THROUGH", 40)
    card = await desk.ask(desk.moderator, "now")
    first, why, *_ = card.description.splitlines()
    assert first.startswith("Nothing unusual in 2 channels and their threads since <t:")
    assert why.startswith("So much was written that I only looked back to <t:")
    monkeypatch.setattr(looks, "MOST_LOOKED_THROUGH", 10_000)
    assert "So much" not in (await desk.ask(desk.moderator, "now")).description


async def test_a_channel_that_is_new_waits(desk: Server) -> None:
    await calm_morning(desk, desk.hidden)
    card = await desk.ask(desk.moderator, "now")
    assert f"⏳ In <#{desk.hidden.id}> I don't know yet what's usual." in card.description


async def test_only_channels_that_the_viewer_may_read_are_looked_at(
    desk: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A forged request may name what Discord's client would not offer.
    monkeypatch.setattr(simcord.interactions, "channel_accessible", lambda *_: True)
    await three_weeks(desk, desk.hidden)
    await quarrel(desk, desk.hidden)
    moderators = desk.guild.create_role("Mods", permissions=discord.Permissions(kick_members=True))
    outside = desk.guild.add_member(desk.env.create_user("olga"), roles=[moderators])
    assert str(desk.hidden.id) in (await desk.ask(desk.moderator, "now")).description
    card = await desk.ask(outside, "now")
    assert str(desk.hidden.id) not in card.description
    assert "unusually negative in #general" in str(card.title)
    refused = await desk.ask(outside, "now", channel=desk.hidden)
    assert refused.content == errors.UNREADABLE_CHANNEL


async def test_channels_that_are_left_out_are_not_looked_at(desk: Server) -> None:
    left_out = frozenset([desk.general.id])
    await desk.storage.settings.change(
        desk.guild.id, lambda _: GuildSettings(desk.guild.id, ignored_channel_ids=left_out)
    )
    assert "Nothing unusual" in (await desk.ask(desk.moderator, "now")).description
    refused = await desk.ask(desk.moderator, "now", channel=desk.general)
    assert refused.content == errors.CHANNEL_NOT_COUNTED


async def test_a_channel_or_a_category_can_be_asked_about(desk: Server) -> None:
    card = await desk.ask(desk.moderator, "now", channel=desk.games)
    assert f"Nothing unusual in <#{desk.games.id}>" in card.description
    fun = desk.guild.create_category("Fun")
    inside = desk.guild.create_text_channel("jokes", category=fun)
    await three_weeks(desk, inside)
    await quarrel(desk, inside)
    card = await desk.ask(desk.moderator, "now", channel=fun)
    assert card.title == "Yesterday evening: unusually negative in #jokes"
    empty = desk.guild.create_category("Empty")
    refused = await desk.ask(desk.moderator, "now", channel=empty)
    assert refused.content == errors.NOTHING_IN_CATEGORY


async def test_the_period_is_changed_in_place(desk: Server) -> None:
    await quarrel(desk, desk.games, WEEKS_AGO)
    card = await desk.ask(desk.moderator, "now")
    assert str(desk.games.id) not in card.description
    card = await choose(desk.moderator, card, "now-period", "30")
    assert str(card.title).startswith("Unusually negative 2 times, most of all in #")
    assert str(desk.games.id) in card.description
    chosen = [each["value"] for each in select(card, "now-period")["options"] if each["default"]]
    assert chosen == ["30"]


async def test_the_buttons_are_about_the_episode_that_is_chosen(desk: Server) -> None:
    await quarrel(desk, desk.games, EVENING + HOUR)
    card = await desk.ask(desk.moderator, "now")
    assert "in 2 channels" in str(card.title)
    options = select(card, "now-about")["options"]
    assert [option["label"].split(",")[0] for option in options] == ["#general", "#games"]
    assert [option["default"] for option in options] == [True, False]
    _, other = options
    changed = await choose(desk.moderator, card, "now-about", other["value"])
    assert changed.description == card.description, "the card stays"
    assert [each["default"] for each in select(changed, "now-about")["options"]] == [False, True]
    answer = await press(desk, desk.moderator, changed, "Who was there?")
    assert answer.title == f"5 people wrote in {other['label'].split(',')[0]}"


async def test_each_answer_is_a_message_of_its_own_that_only_who_asked_sees(desk: Server) -> None:
    card = await desk.ask(desk.moderator, "now")
    over = await press(desk, desk.moderator, card, "Is it over?")
    assert over.title == "Yes, it seems over"
    assert "Since then 34 messages, none of them negative." in over.description
    people = await press(desk, desk.moderator, card, "Who was there?")
    assert people.title == "5 people wrote in #general"
    assert labels(people) == ["Read what was said"]
    before = await press(desk, desk.moderator, card, "Seen before?")
    assert before.title == "Not that I know of"
    assert over.ephemeral
    assert people.ephemeral
    assert before.ephemeral
    assert len({card.message.id, over.message.id, people.message.id, before.message.id}) == 4


async def test_it_has_been_seen_before(desk: Server) -> None:
    await quarrel(desk, desk.games, WEEKS_AGO)
    card = await desk.ask(desk.moderator, "now")
    before = await press(desk, desk.moderator, card, "Seen before?")
    assert before.title == "Yes: 2 times in 30 days, this one included"
    assert f"<#{desk.games.id}>" in before.description
    assert "Both began on a Tuesday. Two are not enough" in before.description
    assert labels(before) == ["Messages of 5 May"]
    (chart,) = before.message.attachments
    assert "last 30 days: unusual on Tue 5 May and Tue 19 May" in str(chart.description)


async def test_of_a_lively_server_only_the_channel_itself_is_looked_through(
    desk: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "MOST_LOOKED_THROUGH", 500)
    await quarrel(desk, desk.games, WEEKS_AGO)
    card = await desk.ask(desk.moderator, "now")
    before = await press(desk, desk.moderator, card, "Seen before?")
    assert before.title == "Not that I know of"
    assert f"I only looked at <#{desk.general.id}>" in before.description


async def test_it_is_not_over_while_it_goes_on(server: Server) -> None:
    await three_weeks(server, server.general, server.games)
    await quarrel(server, server.general, NOW - 2 * HOUR)
    card = await server.ask(server.moderator, "now")
    assert "this afternoon" in str(card.title).lower()
    assert "over" not in str((await press(server, server.moderator, card, "Is it over?")).title)


async def test_of_what_was_deleted_meanwhile_nothing_is_told(server: Server) -> None:
    await three_weeks(server, server.general, server.games)
    said = await quarrel(server, server.general)
    card = await server.ask(server.moderator, "now")
    ids = tuple(each.message_id for each in said)
    await server.storage.messages.apply([DeletedMessages(server.guild.id, server.general.id, ids)])
    for label in ANSWERED_HERE:
        answer = await press(server, server.moderator, card, label)
        assert answer.content == GONE


async def test_who_is_no_moderator_any_more_gets_no_answer(desk: Server) -> None:
    card = await desk.ask(desk.moderator, "now")
    await desk.storage.settings.change(
        desk.guild.id, lambda _: GuildSettings(desk.guild.id, live_for_role_only=True)
    )
    for label in labels(card):
        answer = await press(desk, desk.moderator, card, label)
        assert answer.content == errors.MODERATORS_ONLY
    await choose(desk.moderator, card, "now-period", "30")
    refused = await desk.ask(desk.moderator, "now")
    assert refused.content == errors.MODERATORS_ONLY


async def test_times_of_day_are_those_of_the_servers_clock(desk: Server) -> None:
    await desk.storage.settings.change(
        desk.guild.id, lambda _: GuildSettings(desk.guild.id, time_zone="Asia/Tokyo")
    )
    card = await desk.ask(desk.moderator, "now")
    assert card.title == "Early this morning: unusually negative in #general"


async def test_one_person_alone_is_never_unusual(server: Server) -> None:
    await three_weeks(server, server.general, server.games)
    alone = messages(server, server.general, [-0.9] * 60, EVENING, 4 * MINUTE, [server.ann.id])
    await server.storage.messages.apply(alone)
    assert "Nothing unusual" in (await server.ask(server.moderator, "now")).description


async def test_what_was_noted_is_told_with_what_came_after(desk: Server) -> None:
    asked_for_calm = EVENING + 80 * MINUTE
    await desk.storage.notes.add(
        desk.guild.id,
        desk.moderator.id,
        channel_id=desk.general.id,
        at=asked_for_calm,
        kind="slow mode",
        text="calm, please",
        now=NOW,
    )
    card = await desk.ask(desk.moderator, "now")
    over = await press(desk, desk.moderator, card, "Is it over?")
    noted = f"<t:{int(asked_for_calm.timestamp())}:f>"
    assert f"Noted at {noted}: slow mode (calm, please). Of the next 12 messages" in (
        over.description
    )
    (chart,) = over.message.attachments
    assert "calm, please" in str(chart.description)


async def test_while_the_past_is_being_read_it_says_so(desk: Server) -> None:
    desk.bot.gaps.open(desk.guild.id, desk.games.id, 1)
    assert "I'm still reading" in (await desk.ask(desk.moderator, "now")).description
