from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from scipy import stats

from bot.reports import published
from bot.reports.course import Course, Moment, Usual, margin_of, of_trend
from bot.reports.periods import DAY, HOUR, finished_days, up_to_now
from bot.reports.summary import Summary
from bot.reports.trend import trend
from storage.records import ModelChange, PublishedDay, Rollup

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)


@dataclass(frozen=True)
class Episode:
    began: datetime
    until: datetime
    over: datetime | None = None


def hour(at: datetime, mood: float, messages: int = 30) -> Rollup:
    sums = (messages * mood, messages * mood * mood)
    return Rollup(at, 0, 0, messages, 0, 0, *sums, scored=messages + 3, writers=3)


def test_a_step_has_the_mood_the_messages_and_what_is_usual_of_its_bucket() -> None:
    window = up_to_now(DAY, NOW)
    told = trend([hour(window.since, 0.4), hour(window.since + HOUR, 0.1, 4)], window, [])
    usual = [Usual(0.1 * n, 0.2, 0.3) for n in range(24)]
    first, second, *_ = of_trend("#general", told, usual=usual).steps
    assert (first.mood, first.messages, first.usual) == (0.4, 33, usual[0])
    assert (second.mood, second.messages, second.margin) == (None, 7, 0.0)


def test_the_period_before_stands_beside_the_steps_as_far_from_its_start() -> None:
    window = up_to_now(7 * DAY, NOW)
    hours = [hour(window.before + 10 * HOUR, 0.2), hour(window.since + 10 * HOUR, 0.5)]
    told = trend(hours, window, [])
    found = of_trend("#general", told, before=told.before)
    assert [(step.mood, step.before) for step in found.steps if step.mood is not None] == [
        (0.5, 0.2)
    ]


def test_where_the_clocks_were_changed_between_days_still_stand_beside_days() -> None:
    zone = ZoneInfo("Europe/Berlin")
    window = up_to_now(8 * DAY, datetime(2026, 10, 29, 12, tzinfo=UTC), zone)
    hours = [hour(window.before + n * DAY, 0.01 * n) for n in range(16)]
    told = trend(hours, window, [])
    found = of_trend("#general", told, before=told.before)
    assert len({bucket.start.hour for bucket in told.buckets[1:]}) == 2, "summer time ended"
    assert None not in {step.before for step in found.steps[:8]}


@pytest.mark.parametrize("size", [5, 10, 40])
def test_the_margin_holds_the_mean_as_often_as_it_says(size: int) -> None:
    random = np.random.default_rng(1)
    held = 0
    for _ in range(2000):
        moods = np.clip(random.normal(0.2, 0.4, size), -1, 1)
        summary = Summary(0, 0, size, mood_sum=moods.sum(), mood_sum_squares=(moods**2).sum())
        expected = 0.2 * 1.0  # clipping on either side hardly moves the mean
        held += abs(moods.mean() - expected) <= margin_of(summary)
        reference = stats.sem(moods) * stats.t.ppf(0.975, size - 1)
        assert margin_of(summary) == pytest.approx(reference, rel=3e-3)
    assert 0.93 <= held / 2000 <= 0.97


def test_what_is_not_in_the_window_is_left_out_and_the_rest_is_in_order() -> None:
    window = up_to_now(DAY, NOW)
    told = trend([], window, [ModelChange("second", NOW - HOUR)], one_voice_since=NOW - 5 * HOUR)
    notes = [Moment(NOW - 2 * DAY, "raid"), Moment(NOW - 3 * HOUR, "rule")]
    lasting = Episode(NOW - 2 * DAY, NOW - 20 * HOUR)
    gone = Episode(NOW - 3 * DAY, NOW - 2 * DAY)
    found = of_trend("#general", told, moments=notes, unusual=[gone, lasting])
    assert [moment.kind for moment in found.moments] == ["voice", "rule", "model"]
    assert found.unusual == (lasting,)


def changed(before: float, now: float) -> Course:
    window = up_to_now(DAY, NOW)
    hours = [
        hour(window.since + n * HOUR, mood + 0.01 * (-1) ** n)
        for first, mood in ((-24, before), (0, now))
        for n in range(first, first + 24)
    ]
    return of_trend("#general", trend(hours, window, []))


def test_only_a_change_that_is_more_than_chance_is_one() -> None:
    assert changed(0.3, 0.1).change == pytest.approx(-0.2)
    assert changed(0.3, 0.3).change is None


def test_a_course_of_published_days_knows_how_rough_they_are() -> None:
    window = finished_days(7 * DAY, NOW)
    days = [PublishedDay(window.since, 1, 0, 30, 40, 9.0, 0, 0)]
    first, *others = of_trend("#general", published.trend(days, window)).steps
    assert (first.mood, first.messages) == (0.3, 40)
    assert first.margin > 1.96 * np.sqrt((1 - 0.09) / 30)
    assert {step.mood for step in others} == {None}


def test_a_course_that_began_late_leaves_out_what_was_before() -> None:
    window = up_to_now(30 * DAY, NOW)
    hours = [hour(window.until - n * DAY, 0.2) for n in range(1, 6)]
    whole = of_trend("#general", trend(hours, window, []))
    begun = whole.begun
    assert [step.messages > 0 for step in begun.steps[:3]] == [False, True, True]
    assert begun.window.since == begun.steps[0].start
    assert begun.step == whole.step == DAY
    early = of_trend("#general", trend([hour(window.since, 0.1), *hours], window, []))
    assert early.begun is early
    assert of_trend("#general", trend([], window, [])).begun.steps != ()
