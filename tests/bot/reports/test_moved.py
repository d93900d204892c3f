"""Which words moved a mood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.reports.moved import (
    BLOCKS,
    MOST_MESSAGES,
    MOST_WORDS,
    Periods,
    WordTally,
    drawn,
    first_id_of,
    hour_of,
    hour_start,
    moved,
)
from bot.reports.talk import Row
from classifier.score import Contribution
from storage.records import snowflake_time


def rows(number: int) -> list[Row]:
    return [Row(n, 1, n % 7, "neutral", 0) for n in range(1, number + 1)]


def said(*words: tuple[str, float], people: Iterable[int] = (0, 1, 2)) -> WordTally:
    """Each of these people wrote all of these words."""
    contributions = [Contribution(word, push) for word, push in words]
    return WordTally((person, contributions) for person in people)


def names(now: WordTally, before: WordTally) -> list[str]:
    return [each.word[0] for each in moved(now, before)]


def test_few_messages_are_all_read_and_many_are_drawn_evenly() -> None:
    few = rows(50)
    assert drawn(few) == [few]
    assert drawn([]) == []
    assert sum(map(len, drawn(rows(250)))) == 250
    many = drawn(rows(10_000))
    assert sum(map(len, many)) == MOST_MESSAGES
    assert [block[0].message_id for block in many] == [1, 2001, 4001, 6001, 8001]
    for number in range(1, 1000, 7):
        assert len(drawn(rows(number))) <= BLOCKS
        assert sum(map(len, drawn(rows(number)))) == min(number, MOST_MESSAGES)


def test_the_words_whose_part_changed_most_come_first() -> None:
    now = said(("awful", -2.0), ("great", 0.5), ("game", 0.1))
    before = said(("awful", -0.5), ("great", 1.5), ("game", 0.1))
    assert names(now, before) == ["awful", "great"]
    (awful, great) = moved(now, before)
    assert (awful.change, great.change) == (-1.5, -1.0)


def test_a_part_is_that_in_the_average_message() -> None:
    loud, quiet = said(("awful", -2.0)), said(("awful", -2.0), people=[0, 1, 2] * 5)
    assert moved(loud, quiet) == []
    assert loud.part(("awful", False)) == quiet.part(("awful", False)) == -2.0
    assert said(("awful", -2.0)).part(("great", False)) == 0.0


def test_a_word_of_two_people_is_never_told() -> None:
    nobody = WordTally([])
    assert names(said(("awful", -2.0), people=[0, 1] * 20), nobody) == []
    assert names(said(("awful", -2.0), people=[0, 1, 2]), nobody) == ["awful"]


def test_nor_one_of_two_people_now_that_others_had_used_before() -> None:
    now = said(("awful", -2.0), people=[0, 1])
    assert names(now, said(("awful", -0.1), people=range(9))) == []


def test_a_word_that_went_is_told_if_three_people_had_used_it() -> None:
    assert names(WordTally([]), said(("lovely", 2.0))) == ["lovely"]
    assert names(WordTally([]), said(("lovely", 2.0), people=[0, 1])) == []


def test_what_explains_nothing_to_people_is_not_among_them() -> None:
    push = Contribution("the", -3.0, content=False)
    assert moved(WordTally((person, [push]) for person in range(5)), WordTally([])) == []


def test_a_negated_word_is_another_word() -> None:
    plain, negated = Contribution("happy", 2.0), Contribution("happy", -1.0, negated=True)
    now = WordTally((person, [negated]) for person in range(3))
    before = WordTally((person, [plain]) for person in range(3))
    assert [each.word for each in moved(now, before)] == [("happy", False), ("happy", True)]


def test_there_are_few_words() -> None:
    many = said(*((f"word{n}", -1.0 - n) for n in range(50)))
    assert len(moved(many, WordTally([]))) == MOST_WORDS


def test_an_episode_is_compared_with_the_week_before_it() -> None:
    began = datetime(2026, 5, 17, 17, 52, tzinfo=UTC)
    periods = Periods.of_an_episode(began, datetime(2026, 5, 17, 18, 47, tzinfo=UTC))
    assert hour_start(periods.since) == datetime(2026, 5, 17, 17, tzinfo=UTC)
    assert hour_start(periods.until) == datetime(2026, 5, 17, 19, tzinfo=UTC)
    assert periods.span[0] == datetime(2026, 5, 10, 17, tzinfo=UTC)


def test_an_hour_begins_with_its_first_id() -> None:
    hour = hour_of(datetime(2026, 5, 17, 17, 52, tzinfo=UTC))
    assert snowflake_time(first_id_of(hour)) == hour_start(hour)
    assert snowflake_time(first_id_of(hour) - 1) < hour_start(hour)
