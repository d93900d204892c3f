from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.reports.periods import DAY, HOUR, up_to_now
from bot.reports.summary import Summary, report, summarise
from storage.records import Rollup

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)


def hour(at: datetime, messages: int, mood: float = 0.5, *, unsure: int = 0) -> Rollup:
    """An hour of equally positive messages."""
    moods = (messages * mood, messages * mood**2)
    return Rollup(at, 0, 0, messages, unsure, 0, *moods, scored=messages, writers=1)


def test_what_is_not_kept_any_more_is_compared_with_nothing() -> None:
    window = up_to_now(7 * DAY, NOW)
    hours = [hour(window.since, 40), hour(window.since - HOUR, 40)]
    assert report(hours, window, kept_since=window.before).change == 0
    forgotten = report(hours, window, kept_since=window.before + HOUR)
    assert (forgotten.before, forgotten.change) == (None, None)
    assert not forgotten.change_is_clear


def test_hours_add_up() -> None:
    summary = summarise(
        [
            Rollup(NOW, 1, 2, 3, 4, 5, 0.5, 2.0, scored=400, writers=7),
            Rollup(NOW + HOUR, 10, 20, 30, 40, 50, -1.5, 3.0, scored=60, writers=5),
        ]
    )
    assert summary == Summary(11, 22, 33, 44, 55, -1.0, 5.0, scored=460, writers=7)
    assert summary.counted == 66


def test_no_mood_is_named_under_twenty_scored_messages() -> None:
    assert Summary(positive=19, unsure=100, not_scored=100, mood_sum=9.5).mood() is None
    assert Summary(positive=20, mood_sum=10.0).mood() == 0.5


def test_unsure_and_empty_messages_move_no_mood() -> None:
    assert Summary(negative=10, positive=30, unsure=900, not_scored=9, mood_sum=8.0).mood() == 0.2


def test_a_report_compares_with_the_period_before() -> None:
    window = up_to_now(DAY, NOW)
    told = report(
        [
            hour(window.before - HOUR, 1000, -1.0),  # too old for either
            hour(window.before, 20, 0.1),
            hour(window.since - HOUR, 20, 0.3),
            hour(window.since, 30, 0.4),
            hour(window.until - HOUR, 10, 0.8),
            hour(window.until, 1000, -1.0),  # not yet
        ],
        window,
    )
    assert told.before is not None
    assert (told.now.scored, told.before.scored) == (40, 40)
    assert told.now.mood() == pytest.approx(0.5)
    assert told.before.mood() == pytest.approx(0.2)
    assert told.change == pytest.approx(0.3)


@pytest.mark.parametrize(("now", "before"), [(19, 40), (40, 19), (0, 40), (40, 0)])
def test_there_is_no_change_unless_both_periods_have_enough(now: int, before: int) -> None:
    window = up_to_now(7 * DAY, NOW)
    told = report([hour(window.since, now), hour(window.since - HOUR, before)], window)
    assert told.change is None
    assert not told.change_is_clear


@pytest.mark.parametrize(("change", "clear"), [(0.45, True), (0.30, False), (-0.45, True)])
def test_a_change_is_clear_beyond_twice_its_standard_error(change: float, clear: bool) -> None:
    window = up_to_now(7 * DAY, NOW)

    def half_and_half(start: datetime, mood: float, spread: float) -> Rollup:
        squares = 25 * ((mood + spread) ** 2 + (mood - spread) ** 2)
        return Rollup(start, 25, 0, 25, 0, 0, 50 * mood, squares, scored=50, writers=1)

    # 25 messages at the mood plus 0.9 and 25 at minus 0.9: a squared error of 0.81 / 49 = 0.01653
    # each, so a change is clear beyond 2 · √(2 · 0.01653) = 0.364.
    rollups = [
        half_and_half(window.since, change, 0.9),
        half_and_half(window.since - HOUR, 0.0, 0.9),
    ]
    told = report(rollups, window)
    assert told.now.squared_error() == pytest.approx(0.81 / 49)
    assert told.change_is_clear is clear


def test_a_summary_has_the_columns_of_an_hour() -> None:
    assert Summary._fields == Rollup._fields[1:]
