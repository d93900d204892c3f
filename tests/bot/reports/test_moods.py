from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reports import moods as reports
from bot.reports.moods import Period, Summary
from storage.records import ModelChange, Rollup

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)


def hour(at: datetime, messages: int, mood: float = 0.5, *, unsure: int = 0) -> Rollup:
    """An hour of equally positive messages."""
    return Rollup(at, 0, 0, messages, unsure, 0, messages * mood, messages * mood**2)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_window_ends_with_the_hour_that_is_running() -> None:
    window = reports.window("24 hours", NOW)
    assert window.since == at("2026-05-19T15:00")
    assert window.until == at("2026-05-20T15:00")
    assert window.before == at("2026-05-18T15:00")


def test_a_window_on_the_hour_holds_the_hour_that_begins() -> None:
    window = reports.window("7 days", at("2026-05-20T14:00"))
    assert (window.since, window.until) == (at("2026-05-13T15:00"), at("2026-05-20T15:00"))


def test_finished_days_end_with_yesterday() -> None:
    window = reports.finished_days("7 days", NOW)
    assert (window.since, window.until) == (at("2026-05-13T00:00"), at("2026-05-20T00:00"))
    yesterday = reports.finished_days("24 hours", at("2026-05-20T00:00"))
    assert (yesterday.since, yesterday.until) == (at("2026-05-19T00:00"), at("2026-05-20T00:00"))


@pytest.mark.parametrize(
    ("period", "steps"), [("24 hours", 1), ("7 days", 7), ("30 days", 30), ("90 days", 90)]
)
def test_a_trend_of_finished_days_has_a_step_a_day(period: Period, steps: int) -> None:
    buckets = reports.trend([], reports.finished_days(period, NOW), []).buckets
    assert [bucket.end - bucket.start for bucket in buckets] == [24 * HOUR] * steps


def test_one_step_is_no_course() -> None:
    window = reports.finished_days("24 hours", NOW)
    trend = reports.trend([hour(window.since, 30)], window, [])
    assert trend.has_a_mood
    assert not trend.has_a_course


def test_what_is_not_kept_any_more_is_compared_with_nothing() -> None:
    window = reports.window("7 days", NOW)
    hours = [hour(window.since, 40), hour(window.since - HOUR, 40)]
    assert reports.report(hours, window, kept_since=window.before).change == 0
    forgotten = reports.report(hours, window, kept_since=window.before + HOUR)
    assert (forgotten.before, forgotten.change) == (None, None)
    assert not forgotten.change_is_clear


def test_hours_add_up() -> None:
    summary = reports.summarise(
        [Rollup(NOW, 1, 2, 3, 4, 5, 0.5, 2.0), Rollup(NOW + HOUR, 10, 20, 30, 40, 50, -1.5, 3.0)]
    )
    assert summary == Summary(11, 22, 33, 44, 55, -1.0, 5.0)
    assert summary.scored == 66


def test_no_mood_is_named_under_twenty_scored_messages() -> None:
    assert Summary(positive=19, unsure=100, not_scored=100, mood_sum=9.5).mood() is None
    assert Summary(positive=20, mood_sum=10.0).mood() == 0.5


def test_unsure_and_empty_messages_move_no_mood() -> None:
    assert Summary(negative=10, positive=30, unsure=900, not_scored=9, mood_sum=8.0).mood() == 0.2


def test_a_report_compares_with_the_period_before() -> None:
    window = reports.window("24 hours", NOW)
    report = reports.report(
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
    assert report.before is not None
    assert (report.now.scored, report.before.scored) == (40, 40)
    assert report.now.mood() == pytest.approx(0.5)
    assert report.before.mood() == pytest.approx(0.2)
    assert report.change == pytest.approx(0.3)


@pytest.mark.parametrize(("now", "before"), [(19, 40), (40, 19), (0, 40), (40, 0)])
def test_there_is_no_change_unless_both_periods_have_enough(now: int, before: int) -> None:
    window = reports.window("7 days", NOW)
    report = reports.report([hour(window.since, now), hour(window.since - HOUR, before)], window)
    assert report.change is None
    assert not report.change_is_clear


@pytest.mark.parametrize(("change", "clear"), [(0.45, True), (0.30, False), (-0.45, True)])
def test_a_change_is_clear_beyond_twice_its_standard_error(change: float, clear: bool) -> None:
    window = reports.window("7 days", NOW)

    def half_and_half(start: datetime, mood: float, spread: float) -> Rollup:
        squares = 25 * ((mood + spread) ** 2 + (mood - spread) ** 2)
        return Rollup(start, 25, 0, 25, 0, 0, 50 * mood, squares)

    # 25 messages at the mood plus 0.9 and 25 at minus 0.9: a squared error of 0.81 / 49 = 0.01653
    # each, so a change is clear beyond 2 · √(2 · 0.01653) = 0.364.
    rollups = [
        half_and_half(window.since, change, 0.9),
        half_and_half(window.since - HOUR, 0.0, 0.9),
    ]
    report = reports.report(rollups, window)
    assert report.now.squared_error() == pytest.approx(0.81 / 49)
    assert report.change_is_clear is clear


@pytest.mark.parametrize(
    ("period", "steps"), [("24 hours", 24), ("7 days", 29), ("30 days", 31), ("90 days", 91)]
)
def test_a_trend_covers_its_window_without_gap_or_overlap(period: Period, steps: int) -> None:
    window = reports.window(period, NOW)
    buckets = reports.trend([], window, []).buckets
    assert len(buckets) == steps
    assert (buckets[0].start, buckets[-1].end) == (window.since, window.until)
    assert all(a.end == b.start for a, b in itertools.pairwise(buckets))


def test_steps_of_a_day_begin_at_midnight_utc() -> None:
    buckets = reports.trend([], reports.window("30 days", NOW), []).buckets
    assert buckets[0].end - buckets[0].start == 9 * HOUR  # from 15:00 on
    assert all(bucket.start.hour == 0 for bucket in buckets[1:])


def test_steps_of_a_week_are_quarters_of_a_day() -> None:
    buckets = reports.trend([], reports.window("7 days", NOW), []).buckets
    assert {bucket.start.hour for bucket in buckets[1:]} == {0, 6, 12, 18}


def test_a_step_with_few_messages_is_a_gap() -> None:
    window = reports.window("24 hours", NOW)
    trend = reports.trend([hour(window.since, 4), hour(window.since + HOUR, 5)], window, [])
    assert trend.buckets[0].mood is None
    assert trend.buckets[0].summary.scored == 4
    assert trend.buckets[1].mood == 0.5


def test_there_is_no_chart_where_there_is_no_mood() -> None:
    window = reports.window("24 hours", NOW)

    def has_a_mood(*counts: int) -> bool:
        hours = [hour(window.since + n * HOUR, count) for n, count in enumerate(counts)]
        return reports.trend(hours, window, []).has_a_mood

    assert has_a_mood(15, 5)
    assert not has_a_mood(15, 4), "too few messages in all"
    assert not has_a_mood(4, 4, 4, 4, 4), "too few in each step"


def test_a_trend_keeps_the_changes_of_the_model() -> None:
    change = ModelChange("second", NOW)
    assert reports.trend([], reports.window("7 days", NOW), [change]).model_changes == (change,)


@given(
    period=st.sampled_from(list(reports.LENGTHS)),
    hours=st.lists(st.tuples(st.integers(-1, 180 * 24 + 1), st.integers(0, 50)), max_size=30),
)
def test_the_steps_of_a_trend_add_up_to_its_report(
    period: Period, hours: list[tuple[int, int]]
) -> None:
    window = reports.window(period, NOW)
    rollups = [hour(window.until - n * HOUR, messages) for n, messages in hours]
    trend = reports.trend(rollups, window, [])
    assert sum(b.summary.scored for b in trend.buckets) == trend.report.now.scored
