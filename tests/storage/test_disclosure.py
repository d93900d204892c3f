from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import InvalidInputError
from storage.disclosure import DayOfPerson, Figures, is_dominated, is_shown, published, rounded
from storage.records import Minimums

USUAL = Minimums()


def person(scored: int, counted: int | None = None, mood: float = 0.0) -> DayOfPerson:
    """Somebody whose messages all sound the same: `mood` is -1..1."""
    counting = scored if counted is None else counted
    negative, positive = (counting if mood < 0 else 0), (counting if mood > 0 else 0)
    return DayOfPerson(scored, counting, negative, positive, round(mood * counting * 10_000))


@pytest.mark.parametrize(
    ("scored", "shown"),
    [
        ([4, 4, 4, 4, 4], True),
        ([4, 4, 4, 4, 3], False),  # nineteen messages
        ([5, 5, 5, 5], False),  # four people
        ([22, 0, 0, 0, 0], False),  # one whose messages have a score, and four links
        ([10, 4, 3, 2, 1], True),  # one has half
        ([11, 4, 3, 1, 1], False),  # one has more than half
        ([10, 10, 2, 2, 1], True),  # two have four fifths
        ([10, 10, 2, 1, 1], False),  # two have more
    ],
)
def test_a_day_needs_people_and_messages_and_nobody_who_wrote_most_of_it(
    scored: list[int], *, shown: bool
) -> None:
    assert is_shown(scored, scored, USUAL) is shown
    assert is_shown(scored[::-1], scored[::-1], USUAL) is shown


def test_neither_all_that_was_scored_nor_what_counts_may_be_one_persons() -> None:
    even = [10, 10, 10, 10, 10]
    assert is_shown(even, even, USUAL)
    assert not is_shown([400, 10, 10, 10, 10], even, USUAL)
    assert not is_shown([10, 10, 10, 10, 10], [10, 2, 2, 2, 2], USUAL)
    assert not is_shown([10, 10, 10, 10, 10], [10, 10, 2, 1, 1], USUAL)


def test_a_guild_may_ask_for_more_and_never_for_less() -> None:
    five = [4, 4, 4, 4, 4]
    assert not is_shown(five, five, Minimums(people=6))
    assert not is_shown(five, five, Minimums(messages=21))
    for people, messages in ((4, 20), (5, 19), (0, 0), (-1, 20)):
        with pytest.raises(InvalidInputError, match="from 5 people and 20 messages"):
            Minimums(people, messages)


def test_figures_are_rounded_to_tenths_tens_and_twentieths() -> None:
    # 40 of 74 negative: 0.54, to the nearest twentieth 11; mood -0.40 · 40 + 0.9 · 34 = 14.6 / 74.
    people = [*(person(8, mood=-0.4) for _ in range(5)), *(person(17, 17, 0.9) for _ in range(2))]
    assert published(people, USUAL) == Figures(2, 70, 70, negative=11, positive=9)
    spammed = [person(40, 10, 0.5), *(person(10, mood=0.5) for _ in range(5))]
    assert published(spammed, USUAL) == Figures(5, 60, 90, negative=0, positive=20)
    assert published([person(22, mood=-1.0)], USUAL) is None
    assert published([], USUAL) is None


@pytest.mark.parametrize(
    ("dividend", "divisor", "expected"),
    [(25, 10, 3), (24, 10, 2), (-25, 10, -3), (-24, 10, -2), (0, 10, 0), (1, 3, 0), (-2, 3, -1)],
)
def test_rounding_goes_to_the_nearest_and_from_the_middle_away_from_zero(
    dividend: int, divisor: int, expected: int
) -> None:
    assert rounded(dividend, divisor) == expected


people = st.lists(
    st.builds(
        lambda scored, counted, negative, mood: DayOfPerson(
            scored,
            min(scored, counted),
            min(negative, scored, counted),
            min(scored, counted) - min(negative, scored, counted),
            mood * min(scored, counted),
        ),
        st.integers(0, 60),
        st.integers(1, 30),
        st.integers(0, 30),
        st.integers(-10_000, 10_000),
    ),
    max_size=12,
)


@given(people)
def test_whatever_is_shown_has_five_people_none_of_whom_is_most_of_it(
    day: list[DayOfPerson],
) -> None:
    figures = published(day, USUAL)
    writers = [p for p in day if p.scored]
    if figures is None:
        return
    assert len(writers) >= 5
    for parts in ([p.scored for p in day], [p.counted for p in day]):
        first, second, *_ = sorted(parts, reverse=True)
        assert first <= sum(parts) / 2
        assert first + second <= sum(parts) * 4 / 5
    assert -10 <= figures.mood <= 10
    assert figures.counted % 10 == figures.volume % 10 == 0
    assert 0 < figures.counted <= figures.volume
    assert figures.negative >= 0
    assert figures.positive >= 0
    assert figures.negative + figures.positive <= 20


@given(st.lists(st.integers(0, 50), max_size=8), st.integers(1, 50))
def test_dominance_does_not_depend_on_the_scale(parts: list[int], factor: int) -> None:
    assert is_dominated(parts) == is_dominated([factor * part for part in parts])
