"""A trend as it is drawn: steps with their margins, what is usual, and what happened. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import sqrt
from typing import Literal, Protocol

from bot.reports.periods import HOUR, Window
from bot.reports.summary import Figures
from bot.reports.trend import MINIMUM_PER_BUCKET, Bucket, Trend

NORMAL_95 = 1.96
"""So many standard errors on either side hold 95 % of a normal distribution."""

_MOST_EMPTY = 0.25
"""A larger share of steps before the first messages is not drawn: the rest would have no room."""

MomentKind = Literal["model", "voice", "slow mode", "event", "rule", "raid", "other"]
"""Another model, one voice each, or one of the kinds of notes that a moderator sets."""


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual at some time: moods (-1..1), `low` ≤ `middle` ≤ `high`."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a course: `start` ≤ time < `end` (UTC).

    `mood` (-1..1) is `None` in a gap: too few `messages`, or too few people to tell. The mood is
    known to ± `margin` (95 %). `before` is the mood of the same step of the period before.
    """

    start: datetime
    end: datetime
    mood: float | None
    margin: float = 0.0
    messages: int = 0
    usual: Usual | None = None
    before: float | None = None
    hidden: bool = False

    @property
    def middle(self) -> datetime:
        return self.start + (self.end - self.start) / 2


class Stretch(Protocol):
    """A time in which a channel was unusual, as an episode is.

    From the moment it `began` `until` its last bad message; it is not `over` while it is `None`.
    """

    @property
    def began(self) -> datetime: ...
    @property
    def until(self) -> datetime: ...
    @property
    def over(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that a line across the chart stands for; `text` is a moderator's, or ""."""

    at: datetime
    kind: MomentKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """The course of the mood of what is called `name` ("#gaming", or a server's name).

    `mood` is that of the whole window, `None` where there are too few messages. `change` is how
    much that rose or fell against the period before where this is more than chance, else `None`.
    `watched`: whether the window was looked through for `unusual` stretches, which takes a
    baseline; where it was not, nothing can be said about them. `channel_id` is set where it is the
    course of one channel: two may be called the same.
    """

    name: str
    window: Window
    steps: tuple[Step, ...]
    mood: float | None = None
    change: float | None = None
    watched: bool = False
    unusual: tuple[Stretch, ...] = ()
    moments: tuple[Moment, ...] = ()
    channel_id: int | None = None

    @property
    def known(self) -> list[Step]:
        """The steps that have a mood."""
        return [step for step in self.steps if step.mood is not None]

    @property
    def step(self) -> timedelta:
        """How long its steps are, but for the first and the last, which may be shorter."""
        return max((step.end - step.start for step in self.steps), default=self.window.step)

    @property
    def begun(self) -> Course:
        """Without the steps before the first messages, where these are much of it."""
        there = (step.messages > 0 or step.before is not None for step in self.steps)
        empty = next((number for number, begun in enumerate(there) if begun), 0)
        if empty <= _MOST_EMPTY * len(self.steps):
            return self
        steps = self.steps[empty - 1 :]
        return replace(self, window=replace(self.window, since=steps[0].start), steps=steps)

    @property
    def has_usual(self) -> bool:
        return any(step.usual is not None for step in self.steps)

    @property
    def has_before(self) -> bool:
        return any(step.before is not None for step in self.steps)


def of_trend(
    name: str,
    trend: Trend,
    *,
    usual: Sequence[Usual | None] = (),
    before: Sequence[Bucket] = (),
    unusual: Sequence[Stretch] = (),
    watched: bool = False,
    moments: Sequence[Moment] = (),
) -> Course:
    """The course of a trend.

    `usual` has one for each of its buckets, or is empty. `before` are the buckets of the period
    before: each stands beside the step that is as far from the window's start as it is from its
    own. `moments` are a moderator's; when the way of judging changed is in the trend. What is not
    in the window, of moments and of `unusual` stretches, is left out.
    """
    window, report = trend.report.window, trend.report
    changes = [Moment(change.since, "model") for change in trend.model_changes]
    if trend.one_voice_since is not None:
        changes.append(Moment(trend.one_voice_since, "voice"))
    return Course(
        name,
        window,
        _steps(trend, usual, before),
        report.now.mood(),
        report.change if report.change_is_clear else None,
        watched,
        tuple(each for each in unusual if each.began < window.until and each.until >= window.since),
        tuple(
            sorted(
                (each for each in (*changes, *moments) if window.since <= each.at < window.until),
                key=lambda each: each.at,
            )
        ),
    )


def _steps(
    trend: Trend, usual: Sequence[Usual | None], before: Sequence[Bucket]
) -> tuple[Step, ...]:
    length = trend.report.window.length
    earlier = {bucket.start + length: bucket.mood for bucket in before}
    return tuple(
        Step(
            bucket.start,
            bucket.end,
            bucket.mood,
            margin_of(bucket.summary),
            bucket.summary.scored,
            usual[number] if usual else None,
            _beside(bucket.start, earlier),
            bucket.hidden,
        )
        for number, bucket in enumerate(trend.buckets)
    )


def _beside(start: datetime, earlier: Mapping[datetime, float | None]) -> float | None:
    """The mood of the step that began then; an hour off where the clocks changed in between."""
    found = (at for at in (start, start - HOUR, start + HOUR) if at in earlier)
    return earlier.get(next(found, start))


def margin_of(figures: Figures) -> float:
    """Half of the 95 % interval about a mood; 0 where there are too few messages for one."""
    if figures.counted < MINIMUM_PER_BUCKET:
        return 0.0
    return student_95(figures.counted - 1) * sqrt(figures.squared_error())


def student_95(freedom: int) -> float:
    """The same as `NORMAL_95` where the deviation is only known from a few values themselves.

    Of Student's t with so many degrees of freedom (4 at least), by the expansion of Fisher and
    Cornish 1960 (Abramowitz & Stegun 26.7.5), within 0.01.

    >>> round(student_95(4), 2), round(student_95(1000), 2)
    (2.77, 1.96)
    """
    z, n = NORMAL_95, freedom
    return (
        z
        + (z**3 + z) / (4 * n)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
    )
