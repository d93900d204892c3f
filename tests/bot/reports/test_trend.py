from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reports.periods import DAY, HOUR, PERIODS, up_to_now
from bot.reports.trend import trend
from storage.records import ModelChange, Rollup

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)


def hour(at: datetime, messages: int, mood: float = 0.5, *, unsure: int = 0) -> Rollup:
    """An hour of equally positive messages."""
    moods = (messages * mood, messages * mood**2)
    return Rollup(at, 0, 0, messages, unsure, 0, *moods, scored=messages, writers=1)


@pytest.mark.parametrize(
    ("period", "steps"), [(DAY, 24), (7 * DAY, 29), (30 * DAY, 31), (90 * DAY, 91)]
)
def test_a_trend_covers_its_window_without_gap_or_overlap(period: timedelta, steps: int) -> None:
    window = up_to_now(period, NOW)
    buckets = trend([], window, []).buckets
    assert len(buckets) == steps
    assert (buckets[0].start, buckets[-1].end) == (window.since, window.until)
    assert all(a.end == b.start for a, b in itertools.pairwise(buckets))


def test_steps_of_a_day_begin_at_midnight_utc() -> None:
    buckets = trend([], up_to_now(30 * DAY, NOW), []).buckets
    assert buckets[0].end - buckets[0].start == 9 * HOUR  # from 15:00 on
    assert all(bucket.start.hour == 0 for bucket in buckets[1:])


def test_steps_of_a_week_are_quarters_of_a_day() -> None:
    buckets = trend([], up_to_now(7 * DAY, NOW), []).buckets
    assert {bucket.start.hour for bucket in buckets[1:]} == {0, 6, 12, 18}


def test_a_step_with_few_messages_is_a_gap() -> None:
    window = up_to_now(DAY, NOW)
    course = trend([hour(window.since, 4), hour(window.since + HOUR, 5)], window, [])
    assert course.buckets[0].mood is None
    assert course.buckets[0].summary.scored == 4
    assert course.buckets[1].mood == 0.5


def test_there_is_no_chart_where_there_is_no_mood() -> None:
    window = up_to_now(DAY, NOW)

    def has_a_mood(*counts: int) -> bool:
        hours = [hour(window.since + n * HOUR, count) for n, count in enumerate(counts)]
        return trend(hours, window, []).has_a_mood

    assert has_a_mood(15, 5)
    assert not has_a_mood(15, 4), "too few messages in all"
    assert not has_a_mood(4, 4, 4, 4, 4), "too few in each step"


def test_a_trend_keeps_the_changes_of_the_model() -> None:
    change = ModelChange("second", NOW)
    assert trend([], up_to_now(7 * DAY, NOW), [change]).model_changes == (change,)


@given(
    period=st.sampled_from(PERIODS),
    hours=st.lists(st.tuples(st.integers(-1, 180 * 24 + 1), st.integers(0, 50)), max_size=30),
)
def test_the_steps_of_a_trend_add_up_to_its_report(
    period: timedelta, hours: list[tuple[int, int]]
) -> None:
    window = up_to_now(period, NOW)
    rollups = [hour(window.until - n * HOUR, messages) for n, messages in hours]
    course = trend(rollups, window, [])
    assert sum(b.summary.scored for b in course.buckets) == course.report.now.scored
