"""What a channel is usually like at each hour of the week, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log, sqrt
from typing import Final, NamedTuple

import numpy as np

from bot.reports.unusual.series import MS_AN_HOUR, Floats, Hours, Ints, MessageSeries, milliseconds

LEARNT_DAYS: Final = 56
"""So many days before now make what is usual."""

LEAST_DAYS: Final = 14
LEAST_MESSAGES: Final = 200
"""With fewer days on which something was said, or fewer messages, nothing is usual yet."""

HOURS_A_WEEK: Final = 168

# How far the course of a day and of a week may be expected to swing: a prior of .07 on the first
# harmonic, less on later ones. The average itself is free.
_SWING: Final = 0.07 / np.sqrt([1, 1, 3, 3, 6, 6, 2, 2, 4, 4])

# Messages resemble the one before. What the rows say is shrunk towards what is common, as strongly
# as so many imagined messages do.
_IMAGINED_MESSAGES: Final = 500
_COMMON_PERSISTENCE: Final = {"share": 0.15, "mood": 0.20}

_FEW_DAYS: Final = 28
_LEAST_SLACK, _SLACK_OF_FEW_DAYS, _MOST_SLACK = 0.75, 1.0, 2.0
_MANY_MESSAGES_A_DAY: Final = 125


class Expected(NamedTuple):
    """What is usual at some moments, and the standard deviation of a day's own level about it."""

    value: Floats
    spread: Floats


@dataclass(frozen=True, slots=True)
class WeekCourse:
    """One figure over the hours of the week.

    `value` is what is usual (168 hours, from Thursday 00:00 UTC, when 1970 began), `error` its
    standard error. Days as a whole differ by `day_spread` (a standard deviation). `persistence` is
    the correlation of what one message and the next deviate by.
    """

    value: Floats
    error: Floats
    day_spread: float
    persistence: float

    @property
    def spread(self) -> Floats:
        return np.hypot(self.error, self.day_spread)

    def at(self, hours: Ints) -> Expected:
        of_week = hours % HOURS_A_WEEK
        return Expected(self.value[of_week], self.spread[of_week])


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a channel is like: courses over the week of its shares and of its mood.

    Learnt from so many `messages` on so many `days`; it holds for messages from `since` on
    (milliseconds since 1970 UTC), the first of the net that scores now.
    """

    of_negative: WeekCourse
    of_positive: WeekCourse
    of_mood: WeekCourse
    days: int
    messages: int
    since: int = 0

    def negative(self, at: Ints | Sequence[datetime]) -> Expected:
        """The usual share (0..1) of negative messages at these hours since 1970 UTC, or times."""
        return _share(self.of_negative.at(_hours(at)))

    def positive(self, at: Ints | Sequence[datetime]) -> Expected:
        """The usual share (0..1) of positive messages."""
        return _share(self.of_positive.at(_hours(at)))

    def mood(self, at: Ints | Sequence[datetime]) -> Expected:
        """The usual mood (-1..1)."""
        return self.of_mood.at(_hours(at))

    @property
    def slack(self) -> float:
        """How many spreads of days a channel may be worse than usual at no charge.

        More where little is known, and half a spread more for every fourfold of messages a day
        from 125 on: where much is said, a bad day alone looks certain.
        """
        least = _SLACK_OF_FEW_DAYS if self.days < _FEW_DAYS else _LEAST_SLACK
        fourfolds = log(self.messages / self.days / _MANY_MESSAGES_A_DAY, 4)
        return min(max(_LEAST_SLACK + fourfolds / 2, least), _MOST_SLACK)


def is_enough(hours: Hours) -> bool:
    """Whether anything can be said to be usual."""
    return days_of(hours) >= LEAST_DAYS and int(hours.counted.sum()) >= LEAST_MESSAGES


def days_of(hours: Hours) -> int:
    """On how many UTC days something was said that counts."""
    return len(np.unique(hours.hours[hours.counted > 0] // 24))


def learn(hours: Hours, messages: MessageSeries, since: int = 0) -> Baseline:
    """The baseline from hours that are enough (see `is_enough`).

    `messages` are as many as are kept, for the correlation of neighbours; there may be none.
    """
    negative = _Sums.of_share(hours, hours.negative)
    positive = _Sums.of_share(hours, hours.positive)
    mean = hours.mood_sum.sum() / hours.counted.sum()
    variance = max(hours.mood_sum_squares.sum() / hours.counted.sum() - mean**2, 0.01)
    mood = _Sums(hours.hours, hours.counted, hours.mood_sum, float(variance))
    return Baseline(
        _learn(negative, messages, messages.negative.astype(float), _COMMON_PERSISTENCE["share"]),
        _learn(positive, messages, None, _COMMON_PERSISTENCE["share"]),
        _learn(mood, messages, messages.mood, _COMMON_PERSISTENCE["mood"]),
        days=days_of(hours),
        messages=int(hours.counted.sum()),
        since=since,
    )


@dataclass(frozen=True, slots=True)
class _Sums:
    """Sums of one figure by the hour, and the variance of a single message."""

    hours: Ints
    counted: Ints
    sums: Floats
    variance: float

    @classmethod
    def of_share(cls, hours: Hours, those: Ints) -> _Sums:
        # Half a message of each kind more, so that what never happened is not impossible.
        share = (those.sum() + 0.5) / (hours.counted.sum() + 1)
        return cls(hours.hours, hours.counted, those.astype(float), float(share * (1 - share)))


def _learn(
    sums: _Sums, messages: MessageSeries, values: Floats | None, common: float
) -> WeekCourse:
    """The course with the persistence that the messages show beside it."""
    course = _fit(sums, common)
    if values is None or len(values) < 2:
        return course
    beside = values - course.at(messages.times // MS_AN_HOUR).value
    imagined = _IMAGINED_MESSAGES * sums.variance
    # Not by `@`: for so little BLAS wakes all its threads, and waits for them.
    together = float((beside[1:] * beside[:-1]).sum()) + common * imagined
    persistence = together / (float((beside * beside).sum()) + imagined)
    return _fit(sums, min(max(persistence, 0.0), 0.8))


def _fit(sums: _Sums, persistence: float) -> WeekCourse:
    """Weighted ridge regression on harmonics of the day and the week."""
    of_week = sums.hours % HOURS_A_WEEK
    counted = np.bincount(of_week, sums.counted, HOURS_A_WEEK)
    totals = np.bincount(of_week, sums.sums, HOURS_A_WEEK)
    # Neighbours that resemble each other tell less: the variance of a mean of an AR(1) series.
    variance = sums.variance * (1 + persistence) / (1 - persistence)
    penalty = np.diag([0.0, *(variance / _SWING**2)])
    inverse = np.linalg.inv((_HARMONICS.T * counted) @ _HARMONICS + penalty)
    value = _HARMONICS @ (inverse @ (_HARMONICS.T @ totals))
    error = np.sqrt(variance * np.einsum("hj,jk,hk->h", _HARMONICS, inverse, _HARMONICS))
    return WeekCourse(value, error, _day_spread(sums, value, variance), persistence)


def _day_spread(sums: _Sums, value: Floats, variance: float) -> float:
    """How much whole days differ, beyond what chance makes of so few messages.

    The moment estimator of DerSimonian & Laird 1986, each day weighted by its messages: where all
    days have as many, it is the variance of the days' means less that of chance.
    """
    days, day_of = np.unique(sums.hours // 24, return_inverse=True)
    counted = np.bincount(day_of, sums.counted, len(days))
    beside = sums.sums - sums.counted * value[sums.hours % HOURS_A_WEEK]
    told = counted > 0
    means = np.bincount(day_of, beside, len(days))[told] / counted[told]
    weights = counted[told] / variance
    centre = (weights @ means) / weights.sum()
    excess = weights @ (means - centre) ** 2 - (len(means) - 1)
    room = weights.sum() - (weights @ weights) / weights.sum()
    return sqrt(max(0.0, excess / room)) if room > 0 else 0.0


def _harmonics() -> Floats:
    hours = np.arange(HOURS_A_WEEK)[:, None]
    angles = 2 * np.pi * np.hstack([hours * [1, 2, 3] / 24, hours * [1, 2] / HOURS_A_WEEK])
    waves = np.stack([np.cos(angles), np.sin(angles)], axis=2).reshape(HOURS_A_WEEK, -1)
    return np.hstack([np.ones((HOURS_A_WEEK, 1)), waves])


_HARMONICS: Final = _harmonics()
"""The 168 hours of a week by: 1, and cos and sin of three waves a day and two a week."""


def _share(expected: Expected) -> Expected:
    """Waves fitted to what hardly ever, or nearly always happens reach beyond 0 or 1."""
    return expected._replace(value=np.clip(expected.value, 0.0, 1.0))


def _hours(at: Ints | Sequence[datetime]) -> Ints:
    if isinstance(at, np.ndarray):
        return at.astype(np.int64)
    return np.array([milliseconds(each) // MS_AN_HOUR for each in at], np.int64)
