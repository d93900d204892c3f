"""Which messages belong together, and a page of them."""

from __future__ import annotations

from array import array
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reports.talk import (
    BEFORE_THE_TURN,
    MOST_PLACES,
    ON_A_PAGE,
    RUN,
    Row,
    Talk,
    Word,
    conversations,
    dots_of,
    rows_of,
    span,
    talk,
)
from classifier.score import Score
from storage.records import DISCORD_EPOCH_MS, Scores, snowflake_time

EVENING = datetime(2026, 5, 17, 18, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
GENERAL, THREAD = 7, 8


def id_at(minutes: float) -> int:
    sent = int((EVENING + minutes * MINUTE).timestamp() * 1000) - DISCORD_EPOCH_MS
    return sent << 22


def row(
    minutes: float,
    *,
    place: int = GENERAL,
    person: int = 0,
    word: Word = "negative",
    reply_to: int = 0,
) -> Row:
    return Row(id_at(minutes), place, person, word, reply_to)


def evening(messages: int, *, every: float = 1) -> list[Row]:
    """Three people take turns in #general."""
    return [row(n * every, person=n % 3) for n in range(messages)]


def of_all(rows: list[Row]) -> Talk:
    return talk(rows, rows[0].message_id, rows[-1].message_id)


def scores(**columns: list[int]) -> Scores:
    codes = {"statuses": "B", "counts": "B", "negative": "H", "positive": "H"}
    return Scores(**{name: array(codes.get(name, "q"), of) for name, of in columns.items()})


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_label_is_the_one_that_the_score_had(negative: int, share: int) -> None:
    positive = (10_000 - negative) * share // 10_000
    neutral = 10_000 - negative - positive
    (found,) = rows_of(
        scores(
            message_ids=[1],
            places=[GENERAL],
            channel_ids=[THREAD],
            people=[0],
            statuses=[0],
            counts=[1],
            negative=[negative],
            positive=[positive],
            replies_to=[0],
        )
    )
    assert found.word == Score(negative, neutral, positive, "scored").label
    assert found.place_id == THREAD, "where it stands, not the channel that was asked about"


def test_what_could_not_be_judged_has_no_label_and_all_is_in_the_order_of_time() -> None:
    found = rows_of(
        scores(
            message_ids=[3, 2, 1],
            places=[GENERAL] * 3,
            channel_ids=[GENERAL] * 3,
            people=[0, 1, 0],
            statuses=[2, 1, 0],
            counts=[0, 0, 1],
            negative=[9_000] * 3,
            positive=[500] * 3,
            replies_to=[0, 1, 0],
        )
    )
    assert [each.message_id for each in found] == [1, 2, 3]
    assert [each.word for each in found] == ["negative", "unsure", "not_scored"]
    assert [each.is_judged for each in found] == [True, False, False]
    assert [each.counts for each in found] == [True, False, False]


def test_a_run_within_minutes_is_one_conversation() -> None:
    apart = RUN / MINUTE
    rows = [row(0), row(apart), row(2 * apart), row(3 * apart + 0.01)]
    assert conversations(rows) == [0, 0, 0, 3]


def test_an_answer_joins_the_conversation_of_what_it_answers() -> None:
    rows = [row(0), row(60), row(90, reply_to=id_at(0)), row(91)]
    assert conversations(rows) == [0, 1, 0, 0]


def test_a_thread_is_a_conversation_of_its_own() -> None:
    rows = [row(0), row(1, place=THREAD), row(2), row(3, place=THREAD)]
    assert conversations(rows) == [0, 1, 0, 1]


def test_an_answer_to_what_is_not_stored_begins_a_conversation() -> None:
    assert conversations([row(0), row(60, reply_to=5)]) == [0, 1]


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(-1, 30)), max_size=30, unique_by=min))
def test_a_conversation_begins_with_its_first_message(said: list[tuple[int, int]]) -> None:
    ids = [id_at(minutes) for minutes, _ in sorted(said)]
    answered = [ids[n] if 0 <= n < at else 0 for at, (_, n) in enumerate(sorted(said))]
    rows = [row(m, reply_to=to) for (m, _), to in zip(sorted(said), answered, strict=True)]
    found = conversations(rows)
    assert all(begin <= at and found[begin] == begin for at, begin in enumerate(found))
    for at, to in enumerate(answered):
        if to:
            assert found[at] == found[ids.index(to)]


def test_with_an_episode_come_the_conversations_it_belongs_to() -> None:
    before, quarrel, after = row(0), [row(30), row(31), row(32)], row(36)
    calm = row(60)
    found = talk([before, row(28), *quarrel, after, calm], id_at(30), id_at(32))
    assert [each.message_id for each in found.rows] == [id_at(m) for m in (28, 30, 31, 32, 36)]
    assert found.rows[found.turned] == quarrel[0]
    assert found.messages == 3, "of the episode alone"


def test_of_long_conversations_only_the_part_around_the_episode_comes_with_it() -> None:
    rows = evening(100)
    found = talk(rows, rows[50].message_id, rows[51].message_id)
    assert list(found.rows) == rows[50 - ON_A_PAGE : 52 + ON_A_PAGE]


def test_what_was_not_judged_is_counted_but_its_writers_are_not() -> None:
    rows = [row(0, person=0), row(1, person=1), row(2, person=2, word="unsure")]
    found = of_all(rows)
    assert (found.messages, found.unjudged, found.writers) == (3, 1, 2)
    assert not found.has_enough_writers
    assert of_all([*rows, row(3, person=3, word="positive")]).has_enough_writers


def test_people_who_wrote_only_around_it_are_not_the_episodes() -> None:
    rows = [row(0, person=0), row(1, person=1), row(2, person=1), row(3, person=2)]
    assert not talk(rows, rows[1].message_id, rows[2].message_id).has_enough_writers


def test_an_episode_of_which_nothing_is_left_has_nothing_to_show() -> None:
    found = talk([], id_at(0), id_at(9))
    assert not found.has_enough_writers
    assert found.page().rows == ()


def test_the_first_page_shows_where_it_turned_and_a_little_of_what_was_before() -> None:
    rows = evening(100)
    found = talk(rows, rows[30].message_id, rows[90].message_id)
    page = found.page()
    assert page.rows[BEFORE_THE_TURN] == rows[30]
    assert len(page.rows) == ON_A_PAGE


def test_going_later_and_earlier_leads_past_every_message() -> None:
    rows = evening(70)
    found = of_all(rows)
    seen: list[Row] = []
    page = found.page(rows[0].message_id)
    while True:
        seen += page.rows
        if page.later is None:
            break
        page = found.page(page.later)
    assert seen == rows
    back = list(page.rows)
    while page.earlier is not None:
        page = found.page(page.earlier)
        back = [*page.rows, *back]
    assert set(back) == set(rows)


def test_a_page_that_begins_with_a_message_that_is_gone_begins_with_the_next_one() -> None:
    rows = evening(70)
    found = of_all([each for each in rows if each != rows[40]])
    assert found.page(rows[40].message_id).rows[0] == rows[41]
    assert found.page(id_at(1_000)).rows == (rows[69],), "and what is past the end, with the last"


def test_a_page_has_few_places_for_each_of_them_takes_discord_requests() -> None:
    rows = [row(n, place=n) for n in range(1, 20)]
    found = of_all(rows)
    page = found.page(rows[0].message_id)
    assert len(page.rows) == MOST_PLACES
    assert page.later == rows[MOST_PLACES].message_id


def test_rows_are_asked_for_around_the_episode() -> None:
    since, until = span(id_at(0), id_at(30))
    assert since < EVENING < snowflake_time(id_at(30)) < until


def test_a_dot_a_message_that_could_be_judged_or_nearly() -> None:
    rows = [row(0), row(1, word="positive"), row(2, word="unsure"), row(3, word="not_scored")]
    dots = dots_of("#general", of_all(rows))
    assert [dot.sounds for dot in dots.dots] == ["negative", "positive", "unsure"]
    assert dots.turned == dots.dots[0].at
    assert dots_of("#general", talk([], 1, 2)).dots == ()
    unheard = [row(0, word="not_scored"), row(1)]
    assert dots_of("#general", of_all(unheard)).turned is None, "it has no dot to put a ring around"


@pytest.mark.parametrize("from_id", [0, 1, 2**63 - 1])
def test_no_page_is_longer_than_one(from_id: int) -> None:
    assert len(of_all(evening(100)).page(from_id).rows) <= ON_A_PAGE
