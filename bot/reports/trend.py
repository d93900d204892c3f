"""Rollups → the course of a mood. Pure functions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.reports.periods import Span, Window, steps
from bot.reports.summary import Figures, Report, Summary, report, summarise
from storage.records import ModelChange, Rollup

MINIMUM_PER_BUCKET = 5
"""Under this many messages that count a step of a trend is a gap: a line would mislead."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """One step of a trend: `start` ≤ hour < `end` (UTC).

    Of a `hidden` one nothing is told: too few people wrote in it (see `writers.py`).
    """

    start: datetime
    end: datetime
    summary: Figures
    hidden: bool = False

    @property
    def mood(self) -> float | None:
        return self.summary.mood(MINIMUM_PER_BUCKET)


@dataclass(frozen=True, slots=True)
class Trend:
    """The course of a mood over a window, and when the way of judging changed within it: by
    another model, or because one person became one voice (`None`: not in the window).

    `before` are the steps of the period before; none where that is not kept any more.
    """

    report: Report
    buckets: tuple[Bucket, ...]
    model_changes: tuple[ModelChange, ...]
    one_voice_since: datetime | None = None
    before: tuple[Bucket, ...] = ()

    @property
    def hides_steps(self) -> bool:
        return any(bucket.hidden for bucket in self.buckets)

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
    is_mostly_one_person: bool = False,
    one_voice_since: datetime | None = None,
    hidden: Collection[Span] = (),
) -> Trend:
    """The trend of a window, from the same as `report`, the model's changes within it, and since
    when, in it or not, one person is one voice.

    Its steps are those of `periods.steps`, and nothing is told of those that are `hidden`.
    """
    told = report(rollups, window, kept_since, is_mostly_one_person, hidden)
    return Trend(
        told,
        buckets(rollups, steps(window), hidden),
        tuple(changes),
        inside_of(window, one_voice_since),
        () if told.before is None else buckets(rollups, steps(window.one_before), hidden),
    )


def buckets(
    rollups: Sequence[Rollup], spans: Sequence[Span], hidden: Collection[Span]
) -> tuple[Bucket, ...]:
    """One of each of the spans, which follow each other; of the `hidden` ones nothing is told."""
    return tuple(
        Bucket(*span, Summary(), hidden=True)
        if span in hidden
        else Bucket(*span, summarise(inside))
        for span, inside in zip(spans, _by_step(rollups, spans), strict=True)
    )


def _by_step(rollups: Sequence[Rollup], spans: Sequence[Span]) -> list[list[Rollup]]:
    """The hours, or steps, inside of each span; the spans follow each other."""
    inside: list[list[Rollup]] = [[] for _ in spans]
    starts = [since for since, _ in spans]
    for rollup in rollups:
        if starts[0] <= rollup.hour < spans[-1][1]:
            inside[bisect_right(starts, rollup.hour) - 1].append(rollup)
    return inside


def inside_of(window: Window, moment: datetime | None) -> datetime | None:
    """The moment, if it lies within the window."""
    return moment if moment is not None and window.since < moment < window.until else None
