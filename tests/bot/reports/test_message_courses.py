from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from scipy import stats

from bot.reports.course import Course, student_95
from bot.reports.message_courses import courses, step_of
from bot.reports.periods import DAY, HOUR, Window
from storage.records import DISCORD_EPOCH_MS, Scores

SINCE = datetime(2026, 11, 22, 6, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)

Message = tuple[timedelta, int, float]
"""How long after `SINCE` it was sent, by whom, and its mood."""


def scores(messages: Sequence[Message], place: int = 1, status: int = 0) -> Scores:
    def snowflake(after: timedelta) -> int:
        return (int((SINCE + after).timestamp() * 1000) - DISCORD_EPOCH_MS) << 22

    moods = [mood for *_, mood in messages]
    return Scores(
        message_ids=array("q", [snowflake(after) for after, *_ in messages]),
        places=array("q", [place] * len(messages)),
        channel_ids=array("q", [place] * len(messages)),
        people=array("q", [person for _, person, _ in messages]),
        statuses=array("B", [status] * len(messages)),
        counts=array("B", [int(status == 0)] * len(messages)),
        negative=array("H", [round(max(0.0, -mood) * 10_000) for mood in moods]),
        positive=array("H", [round(max(0.0, mood) * 10_000) for mood in moods]),
        replies_to=array("q", [0] * len(messages)),
    )


def course(found: Scores, window: Window, least_people: int = 3) -> Course:
    (made,) = courses(found, window, {1: "general"}, {}, (), least_people=least_people)
    return made


def test_each_message_is_in_the_step_in_which_it_was_sent() -> None:
    talk = [(90 * MINUTE + n * MINUTE, n, -0.5) for n in range(6)]
    later = [(3 * HOUR, n, 0.2) for n in range(5)]
    made = course(scores([*talk, *later]), Window(SINCE, SINCE + 6 * HOUR))
    assert [step.messages for step in made.steps] == [0, 6, 0, 5, 0, 0]
    assert [step.mood for step in made.steps] == [None, -0.5, None, pytest.approx(0.2), None, None]
    assert made.mood == pytest.approx((6 * -0.5 + 5 * 0.2) / 11)
    assert not made.watched


def test_of_steps_of_two_people_nothing_is_told() -> None:
    talk = scores([(n * MINUTE, n % 2, -0.5) for n in range(8)])
    (step, *_) = course(talk, Window(SINCE, SINCE + 2 * HOUR)).steps
    assert (step.mood, step.margin, step.hidden) == (None, 0.0, True)
    (step, *_) = course(talk, Window(SINCE, SINCE + 2 * HOUR), least_people=1).steps
    assert (step.mood, step.hidden) == (-0.5, False)


def test_of_a_window_of_two_people_nothing_is_told_either() -> None:
    talk = scores([(n * MINUTE, n % 2, -0.5) for n in range(8)])
    window = Window(SINCE, SINCE + 2 * HOUR)
    assert course(talk, window).mood is None
    assert course(talk, window, least_people=2).mood == -0.5


def test_few_messages_make_no_mood() -> None:
    (step, *_) = course(
        scores([(n * MINUTE, n, -0.5) for n in range(4)]), Window(SINCE, SINCE + 2 * HOUR)
    ).steps
    assert (step.mood, step.hidden, step.messages) == (None, False, 4)


def test_what_was_not_judged_is_in_no_step() -> None:
    unsure = scores([(n * MINUTE, n, -0.5) for n in range(9)], status=1)
    (step, *_) = course(unsure, Window(SINCE, SINCE + 2 * HOUR)).steps
    assert step.messages == 0


def test_what_was_said_elsewhere_is_not_in_it() -> None:
    elsewhere = scores([(n * MINUTE, n, -0.5) for n in range(9)], place=2)
    assert all(step.messages == 0 for step in course(elsewhere, Window(SINCE, SINCE + DAY)).steps)


def test_the_margin_is_that_of_a_mean() -> None:
    moods = [0.1, 0.3, 0.5, 0.7, 0.9]
    talk = scores([(n * MINUTE, n, mood) for n, mood in enumerate(moods)])
    (step, *_) = course(talk, Window(SINCE, SINCE + 2 * HOUR)).steps
    assert step.margin == pytest.approx(stats.t.ppf(0.975, 4) * 0.316228 / 5**0.5, rel=3e-3)


@pytest.mark.parametrize("freedom", [4, 5, 9, 19, 50, 1000])
def test_few_messages_are_known_less_well_as_students_t_says(freedom: int) -> None:
    assert student_95(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=3e-3)


@pytest.mark.parametrize(
    ("length", "step"), [(26 * HOUR, HOUR), (2 * DAY, HOUR), (7 * DAY, 6 * HOUR), (30 * DAY, DAY)]
)
def test_steps_are_longer_in_longer_windows(length: timedelta, step: timedelta) -> None:
    assert step_of(Window(SINCE, SINCE + length)) == step


def test_steps_are_cut_on_the_servers_clock_also_when_it_changes() -> None:
    change = datetime(2026, 10, 25, tzinfo=UTC)
    window = Window(change - 10 * DAY, change + 10 * DAY, zone=BERLIN)
    steps = course(scores([]), window).steps
    starts = [step.start.astimezone(BERLIN) for step in steps[1:]]
    assert {(start.hour, start.minute) for start in starts} == {(0, 0)}
    lengths = [step.end - step.start for step in steps[1:-1]]
    assert sorted(set(lengths)) == [DAY, 25 * HOUR]
    assert steps[0].start == window.since
    assert steps[-1].end == window.until


def test_no_hour_is_lost_or_made_up_in_the_night_of_a_change() -> None:
    change = datetime(2026, 10, 25, tzinfo=UTC)
    steps = course(scores([]), Window(change - 6 * HOUR, change + 6 * HOUR, zone=BERLIN)).steps
    assert [step.end - step.start for step in steps] == [HOUR] * 12
