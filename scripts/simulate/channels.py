"""Channels made of a pool's scores: arrivals, seasons, neighbours that resemble each other, falls.

Neighbouring messages hang together by a Gaussian copula: a latent AR(1) series is turned into
quantiles of the pool. The seasons and the effect of a day shift it by so much that the mean mood
moves by what they say: each message is a little better or worse, and the shares move with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erf, sqrt
from typing import Final

import numpy as np
from numpy.polynomial.hermite_e import hermegauss, hermeval
from numpy.typing import NDArray

from bot.reports.unusual.series import MS_AN_HOUR, Floats, Hours, Ints, MessageSeries
from scripts.simulate.pools import Pool
from storage.records import DISCORD_EPOCH_MS

LEARNT, WATCHED = 56, 30
"""Days from which the baseline is learnt, and days after them in which the detector watches."""

LAG_1 = 0.20
"""The correlation of the moods of neighbours."""

DAILY_SWING, WEEKLY_SWING = 0.10, 0.05
"""Amplitudes of the mood's seasons."""

MEMBERS = 40

START_MS: Final = 1_767_225_600_000  # 2026-01-01 00:00 UTC, at the start of an hour and a day

_REACH, _FINENESS = 8.0, 10_000  # of the table of quantiles, in standard deviations and a unit


@dataclass(frozen=True, slots=True)
class Setting:
    """So many messages a day; whole days differ in mood by `day_effect` (a standard deviation)."""

    a_day: int
    day_effect: float = 0.0


@dataclass(frozen=True, slots=True)
class Channel:
    """What the baseline is learnt from, and what is watched after it."""

    learnt: MessageSeries
    watched: MessageSeries


class Maker:
    """Makes channels of a pool. The same generator's state gives the same channel."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        steps = np.arange(-_REACH, _REACH, 1 / _FINENESS)
        below = np.array([(1 + erf(step / sqrt(2))) / 2 for step in steps])
        self._quantiles = np.minimum(below * len(pool.mood), len(pool.mood) - 1).astype(np.int32)
        points, weights = hermegauss(64)
        weights = weights / weights.sum()
        self._shifts = np.linspace(-2, 2, 161)
        latent = points + self._shifts[:, None]
        self._means = pool.mood[self._numbers(latent)] @ weights
        self._memory = _latent_correlation(pool.mood[self._numbers(points)], points, weights)

    def channel(self, setting: Setting, random: np.random.Generator) -> Channel:
        days = LEARNT + WATCHED
        times = _arrivals(setting.a_day, days, random)
        shifts = self._shift_of_hours(setting, days, random)
        latent = _autoregressive(len(times), self._memory, random)
        latent += shifts[times // MS_AN_HOUR]
        numbers = self._numbers(latent)
        people = random.integers(0, MEMBERS, len(times))
        ids = (times + START_MS - DISCORD_EPOCH_MS) << 22
        messages = MessageSeries(
            ids, people, self._pool.negative[numbers], self._pool.mood[numbers]
        )
        split = int(np.searchsorted(times, LEARNT * 24 * MS_AN_HOUR))
        return Channel(messages.where(slice(None, split)), messages.where(slice(split, None)))

    def fall(
        self,
        messages: MessageSeries,
        by: float,
        random: np.random.Generator,
        author: int | None = None,
    ) -> MessageSeries:
        """The same, but some replaced by bad ones, so that the mean mood is lower by so much.

        All of these are by the `author`, if one is given, else by whoever wrote there.
        """
        pool = self._pool
        worse = pool.mood.mean() - pool.mood[pool.bad].mean()
        replaced = random.random(len(messages)) < by / worse
        numbers = random.choice(pool.bad, len(messages))
        return MessageSeries(
            messages.ids,
            messages.people if author is None else np.where(replaced, author, messages.people),
            np.where(replaced, pool.negative[numbers], messages.negative),
            np.where(replaced, pool.mood[numbers], messages.mood),
        )

    def slide(self, messages: MessageSeries, by: float) -> MessageSeries:
        """The same, but every mood lower by so much; negative is what is as low as that was."""
        pool = self._pool
        highest = np.quantile(pool.mood, pool.negative.mean())
        mood = np.maximum(messages.mood - by, -1.0)
        return MessageSeries(messages.ids, messages.people, mood <= highest, mood)

    def _numbers(self, latent: Floats) -> NDArray[np.int32]:
        """The pool's scores that stand for values of a standard normal distribution."""
        places = ((np.clip(latent, -_REACH, _REACH - 0.001) + _REACH) * _FINENESS).astype(np.int32)
        numbers: NDArray[np.int32] = self._quantiles[places]
        return numbers

    def _shift_of_hours(self, setting: Setting, days: int, random: np.random.Generator) -> Floats:
        """By how much the latent series is shifted in each hour, for the mean mood to move."""
        hours = np.arange(days * 24)
        day, week = random.random(2)
        moved = DAILY_SWING * np.sin(2 * np.pi * (hours / 24 + day))
        moved += WEEKLY_SWING * np.sin(2 * np.pi * (hours / 168 + week))
        moved += np.repeat(random.normal(0, setting.day_effect, days), 24)
        shifts: Floats = np.interp(self._pool.mood.mean() + moved, self._means, self._shifts)
        return shifts


def by_hour(messages: MessageSeries) -> Hours:
    """Sums as the storage keeps them."""
    hours, hour_of = np.unique(messages.times // MS_AN_HOUR, return_inverse=True)
    count = len(hours)

    def total(values: Floats) -> Floats:
        sums: Floats = np.bincount(hour_of, values, count).astype(np.float64)
        return sums

    return Hours(
        hours=hours,
        counted=np.bincount(hour_of, minlength=count),
        negative=total(messages.negative.astype(float)).astype(np.int64),
        positive=total((messages.mood > 0).astype(float)).astype(np.int64),
        mood_sum=total(messages.mood),
        mood_sum_squares=total(messages.mood**2),
        writers=np.zeros(count, np.int64),
    )


def _arrivals(a_day: int, days: int, random: np.random.Generator) -> Ints:
    """Times in ms from 0 on: a Poisson process with a valley in the night and an evening peak."""
    clock = np.arange(24)
    rates = (
        1
        + 0.8 * np.cos(2 * np.pi * (clock - 20) / 24)
        + 0.25 * np.cos(4 * np.pi * (clock - 20) / 24)
    )
    expected = np.concatenate([[0.0], np.cumsum(np.tile(rates * a_day / rates.sum(), days))])
    total = expected[-1]
    passed = np.sort(random.random(random.poisson(total)) * total)
    ends = np.arange(len(expected)) * float(MS_AN_HOUR)
    times: Ints = np.interp(passed, expected, ends).astype(np.int64)
    return times


def _autoregressive(count: int, memory: float, random: np.random.Generator) -> Floats:
    """A standard normal AR(1) series, as a moving average that is long enough for it."""
    kernel = memory ** np.arange(16) * sqrt(1 - memory**2)
    return np.convolve(random.standard_normal(count + len(kernel) - 1), kernel, "valid")


def _latent_correlation(moods: Floats, points: Floats, weights: Floats) -> float:
    """The correlation of the latent series that gives neighbours' moods theirs of `LAG_1`.

    By Mehler's formula the correlation of f(Z) and f(Z') is Σ c_k² r^k / Σ c_k², with c_k the
    coefficients of f by the normalised Hermite polynomials.
    """
    squares, factorial = [], 1.0
    for k in range(1, 20):
        factorial *= k
        polynomial = hermeval(points, [0.0] * k + [1.0])
        squares.append(float((weights * moods) @ polynomial) ** 2 / factorial)
    variance = float(weights @ moods**2 - (weights @ moods) ** 2)
    trials = np.linspace(0, 0.6, 601)
    correlations = sum(square * trials ** (k + 1) for k, square in enumerate(squares)) / variance
    return float(np.interp(LAG_1, correlations, trials))
