"""*What moved it?*: the words that changed, and none that would tell of one person."""

from __future__ import annotations

import logging

import pytest

from bot.commands import errors
from bot.commands.desk.live_text import MOST_REQUESTS
from classifier.score import Contribution, Explanation, Score
from tests.bot.commands.desk.conftest import Quarrel, read

PUSHES = {"awful": -2.0, "lovely": 1.5, "canary": -3.0, "the": -1.0, "game": 0.01, "happy": 1.0}


def explained(text: str) -> Explanation:
    """The words that `PUSHES` knows; "the" explains nothing to people."""
    known = [word for word in text.split() if word in PUSHES]
    parts = [Contribution(word, PUSHES[word], content=word != "the") for word in known]
    return Explanation(Score(0.2, 0.6, 0.2, "scored"), tuple(parts), ())


async def say(quarrel: Quarrel, who: int, text: str, *, minutes: float = 1) -> None:
    quarrel.server.pool.of_texts[text] = explained(text)
    await quarrel.say(who, text, minutes=minutes)


@pytest.fixture
async def two_days(quarrel: Quarrel) -> Quarrel:
    """Yesterday three people called the game lovely, today awful; one says "canary" each time."""
    for who in range(3):
        await say(quarrel, who, "the game is lovely")
    await say(quarrel, 0, "canary lovely")
    for who in range(3):
        await say(quarrel, who, "the game is awful", minutes=24 * 60 if who == 0 else 1)
    await say(quarrel, 1, "canary awful")
    return quarrel


async def test_the_words_are_told_that_changed_most(two_days: Quarrel) -> None:
    told = read(await two_days.press_moved())
    assert "#general: what moved it" in told
    assert "Pulled down more than before: **awful**" in told
    assert "Pulled up less than before: **lovely**" in told
    assert "I read 4 of 4 messages, and 4 of 4 from before, drawn evenly." in told
    assert "I keep none of it" in told
    assert "opted out, are not among them" in told


async def test_neither_what_one_person_says_nor_small_words(two_days: Quarrel) -> None:
    for _ in range(5):
        await say(two_days, 1, "canary awful")
    told = read(await two_days.press_moved())
    assert "awful" in told
    assert "canary" not in told
    assert "**the**" not in told
    assert "ben" not in told, "nor who wrote"


async def test_only_a_persons_first_ten_an_hour_are_among_them(two_days: Quarrel) -> None:
    for _ in range(20):
        await say(two_days, 1, "awful awful", minutes=0.1)
    told = read(await two_days.press_moved())
    assert "I read 12 of 12 messages" in told


async def test_who_opts_out_while_discord_is_asked_is_not_among_them(two_days: Quarrel) -> None:
    server = two_days.server

    async def opt_out() -> None:
        server.history.on_look = None
        await server.storage.privacy.opt_out(server.guild.id, server.ben.id, server.env.now())

    server.history.on_look = opt_out
    told = read(await two_days.press_moved())
    assert "awful" not in told, "two people are left who said it"
    assert "I read 2 of 4 messages, and 3 of 4 from before" in told


@pytest.mark.parametrize("when", ["now", "before"])
async def test_periods_of_two_people_are_not_compared(quarrel: Quarrel, when: str) -> None:
    for who in range(3 if when == "now" else 2):
        await say(quarrel, who, "the game is lovely")
    for who in range(2 if when == "now" else 3):
        await say(quarrel, who, "the game is awful", minutes=24 * 60 if who == 0 else 1)
    refused = errors.TOO_FEW_WRITERS if when == "now" else errors.NOTHING_BEFORE
    assert read(await quarrel.press_moved()) == refused
    assert quarrel.server.history.looks == []


async def test_where_no_word_stands_out_that_is_said(quarrel: Quarrel) -> None:
    for day in range(2):
        for who in range(3):
            await say(quarrel, who, "the game", minutes=24 * 60 if (day, who) == (1, 0) else 1)
    assert "No word stands out" in read(await quarrel.press_moved())


async def test_members_and_who_may_not_read_the_channel_get_none(two_days: Quarrel) -> None:
    server = two_days.server
    assert read(await two_days.press_moved(server.ann)) == errors.MODERATORS_ONLY
    assert read(await two_days.press_moved(ago=25)) == errors.NOT_LASTING
    since, general = 490_000, server.hidden.id
    hidden = await two_days.press_kind("moved", (general, since, since + 1, since - 1), server.ann)
    assert read(hidden) == errors.UNREADABLE_CHANNEL
    assert server.history.looks == []


@pytest.mark.parametrize("hours", [(0, 0, 0), (2, 1, 0), (1, 2, 1), (1, 9_999_999, 0)])
async def test_periods_that_are_none_are_refused(
    two_days: Quarrel, hours: tuple[int, int, int]
) -> None:
    result = await two_days.press_kind("moved", (two_days.server.general.id, *hours))
    assert read(result) == errors.OUTDATED


async def test_many_messages_are_drawn_evenly_with_few_requests(quarrel: Quarrel) -> None:
    server = quarrel.server
    server.pool.explanation = explained("the game")
    for n in range(400):
        await quarrel.say(n % 3, "the game", minutes=2)
    for n in range(5):
        await quarrel.say(n % 3, "the game", minutes=24 * 60 if n == 0 else 2)
    told = read(await quarrel.press_moved())
    assert "I read 5 of 5 messages, and 300 of 400 from before, drawn evenly." in told
    assert len(server.history.looks) <= MOST_REQUESTS


async def test_what_fails_shows_and_logs_no_text(
    two_days: Quarrel, caplog: pytest.LogCaptureFixture
) -> None:
    server = two_days.server
    server.expected += (ValueError,)
    server.pool.error = ValueError("can" + "ary")
    server.pool.of_texts.clear()
    with caplog.at_level(logging.DEBUG, "bot"):
        assert read(await two_days.press_moved()).strip().endswith(errors.UNEXPECTED)
    assert "ValueError" in caplog.text
    assert "canary" not in caplog.text
    assert "awful" not in caplog.text
