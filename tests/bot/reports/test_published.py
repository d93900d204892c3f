from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.reports.periods import DAY, HOUR, finished_days
from bot.reports.published import PublishedSummary, nearest, report, summarise, trend
from storage.records import PublishedDay

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
WEEK = finished_days(7 * DAY, NOW)


def day(
    number: int, mood: float = 0.5, counted: int = 40, *, hidden: int = 0, volume: int | None = None
) -> PublishedDay:
    """The n-th day of the week, of equally positive messages; with none of them it is hidden."""
    shown = int(counted > 0)
    return PublishedDay(
        WEEK.since + number * DAY,
        shown,
        hidden if shown else 1,
        counted,
        counted if volume is None else volume,
        counted * mood,
        0.0,
        float(counted),
    )


def test_days_add_up() -> None:
    days = [
        PublishedDay(WEEK.since, 1, 0, 20, 70, 12.0, 4.0, 15.0),
        PublishedDay(WEEK.since + DAY, 2, 1, 30, 30, -6.0, 21.0, 6.0),
    ]
    summary = summarise(days)
    assert summary == PublishedSummary(100, 50, 6.0, 25.0, 21.0, 20**2 + 30**2)
    assert summary.mood() == 0.1
    assert (summary.negative, summary.positive) == (0.5, 0.4)


@pytest.mark.parametrize(
    ("share", "parts", "expected"),
    [
        (0.25, 10, 0.3),
        (0.249, 10, 0.2),
        (-0.25, 10, -0.2),
        (0.125, 20, 0.15),
        (0.1 + 0.05, 10, 0.2),
    ],
)
def test_what_is_averaged_is_as_rough_as_what_was_published(
    share: float, parts: int, expected: float
) -> None:
    assert nearest(share, parts) == pytest.approx(expected)


def test_shares_never_exceed_the_whole() -> None:
    summary = PublishedSummary(40, 40, 0.0, negative_sum=21.0, positive_sum=19.0)
    assert summary.negative + summary.positive == 1
    nothing = PublishedSummary()
    assert (nothing.mood(), nothing.negative, nothing.positive) == (None, 0, 0)


def test_any_shown_day_has_a_mood() -> None:
    assert PublishedSummary(20, 10, 5.0).mood() == 0.5
    assert PublishedSummary(20, 10, 5.0).mood(20) is None


def test_a_report_compares_with_the_period_before() -> None:
    told = report([day(-8, -1.0), day(-7, 0.1), day(-1, 0.3), day(0, 0.4), day(6, 0.8)], WEEK)
    assert told.before is not None
    assert (told.now.scored, told.before.scored) == (80, 80)
    assert told.now.mood() == pytest.approx(0.6)
    assert told.before.mood() == pytest.approx(0.2)
    assert told.change == pytest.approx(0.4)


def test_what_is_not_kept_any_more_is_compared_with_nothing() -> None:
    days = [day(0), day(-1)]
    assert report(days, WEEK, kept_since=WEEK.before).change == 0
    assert report(days, WEEK, kept_since=WEEK.before + HOUR).before is None


def test_days_of_which_nothing_is_shown_are_hidden() -> None:
    days = [day(-1, counted=0), day(0, counted=0), day(2), day(3, hidden=4), day(6, counted=0)]
    assert report(days, WEEK).hidden_days == 2
    assert report([], WEEK).hidden_days == 0


@pytest.mark.parametrize(("change", "clear"), [(0.3, False), (0.6, True), (-0.6, True)])
def test_a_change_is_clear_beyond_twice_the_greatest_error_there_can_be(
    change: float, clear: bool
) -> None:
    # (1 − 0.36) / 40 + 1 / 40 + 2 · 0.1² / 12: clear beyond 2 · √0.04267 = 0.41, or less by 0.3.
    told = report([day(0, change), day(-1, 0.0)], WEEK)
    assert told.now.squared_error() == pytest.approx((1 - change**2) / 40 + 0.01 / 12)
    assert told.change_is_clear is clear


@pytest.mark.parametrize(
    ("period", "steps"), [(DAY, 1), (7 * DAY, 7), (30 * DAY, 30), (90 * DAY, 90)]
)
def test_a_trend_has_a_step_a_day(period: timedelta, steps: int) -> None:
    buckets = trend([], finished_days(period, NOW)).buckets
    assert [bucket.end - bucket.start for bucket in buckets] == [24 * HOUR] * steps


def test_a_step_has_the_mood_of_its_day_or_none() -> None:
    course = trend([day(-1), day(1, 0.4), day(2, counted=0), day(6, -0.2, volume=90)], WEEK)
    moods = [bucket.mood for bucket in course.buckets]
    assert moods == [None, 0.4, None, None, None, None, -0.2]
    assert [bucket.summary.scored for bucket in course.buckets] == [0, 40, 0, 0, 0, 0, 90]
    assert course.report.hidden_days == 1
    assert course.model_changes == ()


def test_one_step_is_no_course() -> None:
    window = finished_days(DAY, NOW)
    course = trend([day(6)], window)
    assert course.has_a_mood
    assert not course.has_a_course
