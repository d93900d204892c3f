from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest

from playground import sample
from playground.conversation import DAYS, HEATED_DAYS, Saying, Script, read, schedule, vary
from playground.errors import ConversationError
from playground.server import LoopbackDiscord
from playground.world import MessageType
from playground.world.snowflakes import snowflake_time

NOW = datetime(2026, 5, 20, 15, 30, tzinfo=UTC)
PEOPLE = "member: ana = Ana\nchannel: general = All\n"

EVENING = ("outbreak", "settling")


@pytest.fixture(scope="module")
def script() -> Script:
    return read()


@pytest.fixture(scope="module")
def sayings(script: Script) -> list[Saying]:
    return schedule(script, NOW)


def test_the_shipped_conversation_is_as_big_as_it_should_be(script: Script) -> None:
    assert (len(script.channels), len(script.threads), len(script.members)) == (3, 1, 8)
    everyday = [each for each in script.stretches if each.mood not in EVENING]
    assert 190 <= sum(len(stretch.lines) for stretch in everyday) <= 240
    speakers = Counter(line.member for stretch in everyday for line in stretch.lines)
    assert min(speakers[name] for name in script.members) >= 10


def test_the_evening_that_is_played_is_everybodys_and_nobodys(script: Script) -> None:
    """The bot counts a person's first ten messages an hour in a channel."""
    outbreak, settling = (each for each in script.stretches if each.mood in EVENING)
    assert (outbreak.mood, settling.mood) == EVENING
    assert outbreak.place == settling.place
    assert len(settling.lines) > 30, "so many must be as usual for an all-clear"
    speakers = Counter(line.member for line in (*outbreak.lines, *settling.lines))
    assert speakers.keys() == script.members.keys()
    assert max(speakers.values()) <= 10


def test_some_three_thousand_messages_fill_the_last_thirty_days(sayings: list[Saying]) -> None:
    assert 2_700 <= len(sayings) <= 3_300
    assert NOW - timedelta(days=DAYS) <= sayings[0].at
    assert sayings[-1].at < NOW
    assert all(before.at <= after.at for before, after in pairwise(sayings))
    assert len({saying.at.date() for saying in sayings}) == DAYS + 1


def test_on_most_days_so_many_write_in_a_channel_that_members_may_see_its_mood(
    sayings: list[Saying],
) -> None:
    # Five people and twenty messages: what the bot asks for.
    said = defaultdict(list)
    for saying in sayings:
        said[saying.place, saying.at.date()].append(saying.member)
    shown = [day for day, members in said.items() if len(members) >= 20 and len({*members}) >= 5]
    assert sum(place == "general" for place, _ in shown) >= DAYS - 3
    assert sum(len(said[day]) for day in shown) > 0.7 * len(sayings)


def test_people_sleep_at_night(sayings: list[Saying]) -> None:
    hours = Counter(saying.at.hour for saying in sayings)
    assert sum(hours[hour] for hour in range(1, 6)) == 0
    assert sum(hours[hour] for hour in range(17, 23)) > len(sayings) / 3


def test_the_same_seed_says_the_same(script: Script, sayings: list[Saying]) -> None:
    assert schedule(script, NOW) == sayings
    assert schedule(script, NOW, seed=12) != sayings


def test_an_answer_follows_what_it_answers_in_the_same_place(sayings: list[Saying]) -> None:
    answers = [
        (saying, sayings[saying.answers]) for saying in sayings if saying.answers is not None
    ]
    assert len(answers) > 200
    assert all(asked.at < said.at and asked.place == said.place for said, asked in answers)


def test_lines_of_a_stretch_keep_their_order_and_are_not_mixed_with_others(
    sayings: list[Saying],
) -> None:
    support = [saying.text.lower() for saying in sayings if saying.place == "support"]
    asked = [index for index, text in enumerate(support) if text.startswith("sound cracks")]
    assert len(asked) > 5
    for index in asked:
        assert support[index + 1].startswith("sample rate")
        assert support[index + 3].startswith("sound settings")


def test_two_evenings_are_heated_and_mended_on_the_day_after(sayings: list[Saying]) -> None:
    heated = Counter(each.at.date() for each in sayings if each.is_heated)
    mending = {each.at.date() for each in sayings if each.mood == "mending"}
    assert sorted((NOW.date() - day).days for day in heated) == sorted(HEATED_DAYS)
    assert {day + timedelta(days=1) for day in heated} == mending
    assert all(count >= 35 for count in heated.values())


def test_no_choice_is_left_open(sayings: list[Saying]) -> None:
    assert not any(mark in saying.text for saying in sayings for mark in "{|}")
    assert len({saying.text for saying in sayings}) > 400


def test_a_choice_takes_one_and_leaves_no_gap() -> None:
    seen = {vary(Random(seed), "What a {good|bad|} day {:)|}.") for seed in range(200)}
    assert {"What a good day :).", "What a day.", "What a bad day.", "what a day."} <= seen
    assert not any("  " in text or " ." in text for text in seen)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("colour: red", 'Line 1 .* "colour" is not known'),
        (PEOPLE + "== attic, calm\n", 'Line 3 .* no channel or thread "attic"'),
        (PEOPLE + "== general, bored\n", '"bored" is none of calm'),
        (PEOPLE + "== general, calm, noon\n", '"noon" is no part of a day'),
        (PEOPLE + "== general, calm\nben: hi\n", 'Line 4 .* no member "ben"'),
        (PEOPLE + "== general, calm\nhello\n", "write it as member: text"),
        (PEOPLE + "== general, calm\nana: hi\nana ^2: hi\n", "only 1 lines above"),
    ],
)
def test_a_broken_line_is_named(text: str, hint: str) -> None:
    with pytest.raises(ConversationError, match=hint):
        read(text)


async def test_played_messages_have_their_own_time_their_answers_and_custom_emoji(
    script: Script, sayings: list[Saying]
) -> None:
    async with LoopbackDiscord() as server:
        place = sample.build(server, script)
        sent = await sample.play(server, place, sayings[:400])
    for message, saying in zip(sent, sayings, strict=False):
        assert abs(snowflake_time(message.id) - saying.at) < timedelta(milliseconds=1)
        assert message.author is place.people[saying.member]
        if saying.answers is not None:
            assert message.type is MessageType.REPLY
            assert message.reply_to == sent[saying.answers].id
    lantern = place.guild.emojis[0]
    assert any(f"<:lantern:{lantern.id}>" in message.content for message in sent)
    assert not any(" :lantern:" in message.content for message in sent)
