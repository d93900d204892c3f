"""Rollups → what people ask for: a mood, its change and its course. Pure functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import sqrt
from typing import Literal

from storage.records import ModelChange, Rollup

MINIMUM_MESSAGES = 20
"""Under this many scored messages there are too few to name a mood."""

MINIMUM_PER_BUCKET = 5
"""Under this many scored messages a step of a trend is a gap: a line would mislead."""

LEAST_AUTHORS, LEAST_MESSAGES = 5, 20
"""Members see a day of a channel only if so many people wrote in it, and so many messages: a
mood of fewer would tell of persons."""

Period = Literal["24 hours", "7 days", "30 days", "90 days"]

LENGTHS: dict[Period, timedelta] = {
    "24 hours": timedelta(hours=24),
    "7 days": timedelta(days=7),
    "30 days": timedelta(days=30),
    "90 days": timedelta(days=90),
}

STEPS: dict[Period, timedelta] = {
    "24 hours": timedelta(hours=1),
    "7 days": timedelta(hours=6),
    "30 days": timedelta(days=1),
    "90 days": timedelta(days=1),
}


_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """A period of whole hours, or of whole days: `since` ≤ hour < `until` (UTC)."""

    period: Period
    since: datetime
    until: datetime
    whole_days: bool = False

    @property
    def before(self) -> datetime:
        """The start of the equally long period before this one."""
        return self.since - LENGTHS[self.period]

    @property
    def step(self) -> timedelta:
        """How long a step of a trend is."""
        return _DAY if self.whole_days else STEPS[self.period]


def window(period: Period, now: datetime) -> Window:
    """The period that ends with the hour that is running now, since rollups are hourly.

    At 14:20 UTC the last 24 hours are those from 15:00 yesterday to 15:00 today.
    """
    until = _floor(now, _HOUR) + _HOUR
    return Window(period, until - LENGTHS[period], until)


def finished_days(period: Period, now: datetime) -> Window:
    """The period that ends with yesterday (UTC); of 24 hours, that is yesterday alone."""
    until = _floor(now, _DAY)
    return Window(period, until - LENGTHS[period], until, whole_days=True)


@dataclass(frozen=True, slots=True)
class Summary:
    """The messages of some channels or of one member over some hours.

    `negative`, `neutral` and `positive` count the scored messages by label; `mood_sum` and
    `mood_sum_squares` are over the same. `unsure` and `not_scored` messages move no mood.
    """

    negative: int = 0
    neutral: int = 0
    positive: int = 0
    unsure: int = 0
    not_scored: int = 0
    mood_sum: float = 0.0
    mood_sum_squares: float = 0.0

    @property
    def scored(self) -> int:
        return self.negative + self.neutral + self.positive

    def mood(self, minimum: int = MINIMUM_MESSAGES) -> float | None:
        """The average mood (-1..1); `None` with fewer than `minimum` (≥ 1) scored messages."""
        return self.mood_sum / self.scored if self.scored >= minimum else None

    def squared_error(self) -> float:
        """The variance of the average mood: the sample variance over the number of messages."""
        n = self.scored
        variance = max(0.0, self.mood_sum_squares - self.mood_sum**2 / n) / (n - 1)
        return variance / n


def summarise(rollups: Iterable[Rollup]) -> Summary:
    """Add up hours, or days."""
    hours = list(rollups)
    return Summary(
        negative=sum(hour.negative for hour in hours),
        neutral=sum(hour.neutral for hour in hours),
        positive=sum(hour.positive for hour in hours),
        unsure=sum(hour.unsure for hour in hours),
        not_scored=sum(hour.not_scored for hour in hours),
        mood_sum=sum(hour.mood_sum for hour in hours),
        mood_sum_squares=sum(hour.mood_sum_squares for hour in hours),
    )


@dataclass(frozen=True, slots=True)
class Report:
    """A period beside the equally long one before it; `None` where that is not kept any more."""

    window: Window
    now: Summary
    before: Summary | None

    @property
    def change(self) -> float | None:
        """How much the mood rose or fell; `None` unless both periods have enough messages."""
        now = self.now.mood()
        before = None if self.before is None else self.before.mood()
        return None if now is None or before is None else now - before

    @property
    def change_is_clear(self) -> bool:
        """Whether the change is more than twice its standard error (Welch's, about 95 %).

        Messages of one talk resemble each other, so this is the least that a change must pass.
        """
        change = self.change
        if change is None or self.before is None:
            return False
        return abs(change) > 2 * sqrt(self.now.squared_error() + self.before.squared_error())


def report(rollups: Sequence[Rollup], window: Window, kept_since: datetime | None = None) -> Report:
    """The report of a window, from the rollups of it and of the period before it.

    What was before `kept_since` (aware) has been deleted: then there is nothing to compare with.
    """
    forgotten = kept_since is not None and window.before < kept_since
    before = (rollup for rollup in rollups if window.before <= rollup.hour < window.since)
    return Report(
        window,
        now=summarise(rollup for rollup in rollups if window.since <= rollup.hour < window.until),
        before=None if forgotten else summarise(before),
    )


@dataclass(frozen=True, slots=True)
class Bucket:
    """One step of a trend: `start` ≤ hour < `end` (UTC)."""

    start: datetime
    end: datetime
    summary: Summary

    @property
    def mood(self) -> float | None:
        return self.summary.mood(MINIMUM_PER_BUCKET)


@dataclass(frozen=True, slots=True)
class Trend:
    """The course of a mood over a window, and when the model changed within it."""

    report: Report
    buckets: tuple[Bucket, ...]
    model_changes: tuple[ModelChange, ...]

    @property
    def has_a_mood(self) -> bool:
        """Whether the period and any step of it have enough messages."""
        return self.report.now.mood() is not None and any(
            bucket.mood is not None for bucket in self.buckets
        )

    @property
    def has_a_course(self) -> bool:
        """Whether there is anything to draw: a mood, and more than the one step of yesterday."""
        return self.has_a_mood and len(self.buckets) > 1


def trend(
    rollups: Sequence[Rollup],
    window: Window,
    changes: Sequence[ModelChange],
    kept_since: datetime | None = None,
) -> Trend:
    """The trend of a window, from the same as `report` and the model's changes within it.

    Steps begin on the clock (a step of a day at midnight UTC), so the first and the last may be
    shorter.
    """
    step = window.step
    hours: defaultdict[datetime, list[Rollup]] = defaultdict(list)
    for hour in rollups:
        hours[_floor(hour.hour, step)].append(hour)
    buckets = []
    start = _floor(window.since, step)
    while start < window.until:
        first, end = max(start, window.since), min(start + step, window.until)
        inside = (hour for hour in hours[start] if first <= hour.hour < end)
        buckets.append(Bucket(first, end, summarise(inside)))
        start += step
    return Trend(report(rollups, window, kept_since), tuple(buckets), tuple(changes))


def _floor(moment: datetime, step: timedelta) -> datetime:
    start_of_time = datetime(1970, 1, 1, tzinfo=UTC)
    return moment - (moment - start_of_time) % step
