from __future__ import annotations

from datetime import UTC, datetime

from bot.reports.periods import DAY, HOUR, steps, up_to_now
from bot.reports.summary import Summary, report
from bot.reports.trend import trend
from bot.reports.writers import LEAST_WRITERS, to_count
from storage.records import Rollup

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
WINDOW = up_to_now(DAY, NOW)


def hour(number: int, writers: int, messages: int = 30) -> Rollup:
    """The hour that began so many hours after the window."""
    empty = Rollup(WINDOW.since + number * HOUR, 0, 0, 0, 0, 0, 0.0, 0.0, 0, 0)
    return empty._replace(
        positive=messages,
        mood_sum=messages / 2,
        mood_sum_squares=messages / 4,
        scored=messages,
        writers=writers,
    )


def test_the_words_say_three() -> None:
    assert LEAST_WRITERS == 3


def test_an_hour_with_enough_writers_needs_no_counting() -> None:
    hours = [hour(0, 3), hour(1, 2), hour(5, 1)]
    first, second, third, *_ = steps(WINDOW)
    assert to_count(hours, (first, second, third), 3) == [second], "the third has no message"
    assert to_count(hours, (WINDOW.span,), 3) == [], "one hour of it has three"
    assert to_count(hours, (first, second), 1) == []


def test_writers_of_several_hours_may_be_the_same_and_so_are_counted() -> None:
    assert to_count([hour(0, 2), hour(1, 2)], (WINDOW.span,), 3) == [WINDOW.span]


def test_messages_without_a_mood_need_no_counting() -> None:
    """So it can be said that all were in another language."""
    silent = hour(0, 0, messages=0)._replace(unsure=3)
    assert to_count([silent], (WINDOW.span, WINDOW.previous), 3) == []


def test_nothing_is_told_of_a_hidden_window() -> None:
    found = report([hour(-1, 9), hour(0, 1)], WINDOW, hidden={WINDOW.span})
    assert found.hidden
    assert (found.now, found.before, found.change) == (Summary(), None, None)


def test_a_window_is_not_compared_with_a_hidden_one() -> None:
    found = report([hour(-1, 1), hour(0, 9)], WINDOW, hidden={WINDOW.previous})
    assert not found.hidden
    assert (found.now.scored, found.before) == (30, None)


def test_a_hidden_step_is_blank_and_the_others_are_as_they_were() -> None:
    hours = [hour(0, 9), hour(1, 1), hour(2, 9)]
    first, second, *_ = steps(WINDOW)
    course = trend(hours, WINDOW, [], hidden={second})
    assert [bucket.summary.scored for bucket in course.buckets[:3]] == [30, 0, 30]
    assert [bucket.hidden for bucket in course.buckets[:3]] == [False, True, False]
    assert course.hides_steps
    assert course.report.now.scored == 90, "a figure of its own, of enough people"
    assert not trend(hours, WINDOW, []).hides_steps
    assert not trend(hours, WINDOW, [], hidden={WINDOW.previous}).hides_steps
    assert first == (WINDOW.since, WINDOW.since + HOUR)
