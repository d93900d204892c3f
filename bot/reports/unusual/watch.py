"""The detector's statistic: Shiryaev–Roberts, each start weighed by the time that passed.

With e a factor a message whose expectation is at most 1 as long as a channel is as usual, and Δ the
months since the message before,

    M_n = (M_{n-1} + Δ_n) · e_n

less the time is a supermartingale, so that it takes A months on average, or longer, until M reaches
A by chance: however much is said, and whenever. A mean of several such M is one too. What a factor
may be is in Shin, Ramdas & Rinaldo, "E-detectors" (arXiv 2203.03532).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from bot.reports.unusual.baseline import Baseline
from bot.reports.unusual.series import MS_A_MONTH, MS_AN_HOUR, Bools, Floats, MessageSeries

WatchName = Literal["share", "slide"]

WEIGHTS: Final[dict[WatchName, float]] = {"share": 3 / 4, "slide": 1 / 4}
"""What each watch may spend of the false alarms: together one a month."""

_OF_ALTERNATIVES: Final = (0.25, 0.50, 0.25)  # most on the middle one of these:
_RISES: Final = (0.15, 0.30, 0.45)  # of the share of negative messages
_STAKES: Final = (0.25, 0.50, 0.80)  # on a mood below the usual


@dataclass(frozen=True, slots=True)
class Watch:
    """One of the two statistics over some messages.

    `log_factors` (of 3 alternatives by n messages) are ln e. A message that `raises` it is worse
    than may be usual. `beside` is by how much each message is worse than usual (a share, or mood).
    """

    name: WatchName
    log_factors: Floats
    beside: Floats

    @property
    def raises(self) -> Bools:
        raises: Bools = self.log_factors[0] > 0
        return raises

    def mean(self, log_m: Floats) -> Floats:
        """What the watch gives to the evidence, from ln M of its alternatives: (3, …) → (…)."""
        weights = np.log(WEIGHTS[self.name] * np.array(_OF_ALTERNATIVES))
        mean: Floats = np.logaddexp.reduce((log_m.T + weights).T, axis=0)
        return mean


def watches(messages: MessageSeries, baseline: Baseline) -> tuple[Watch, Watch]:
    """The share of negative messages, quick to see a change; and the mood, for an even slide."""
    return _share(messages, baseline), _slide(messages, baseline)


def waits(messages: MessageSeries) -> Floats:
    """The months between each message and the one before; 0 for the first."""
    times = messages.times
    return np.diff(times, prepend=times[:1]) / MS_A_MONTH


def follow(log_m: Floats, log_factors: Floats, months: Floats) -> Floats:
    """ln M after each of n messages, from ln M before them.

    Shapes: (k,), (k, n) and (n,) → (k, n). With L = cumsum(ln e) the recursion is
    M_n = exp(L_n) · (M_0 + Σ Δ_i exp(-L_{i-1})), here in logarithms.
    """
    sums = np.cumsum(log_factors, axis=1)
    with np.errstate(divide="ignore"):
        starts = np.log(months) - (sums - log_factors)
    return sums + np.logaddexp.accumulate(np.column_stack([log_m, starts]), axis=1)[:, 1:]


def _share(messages: MessageSeries, baseline: Baseline) -> Watch:
    course = baseline.of_negative
    usual = course.at(messages.times // MS_AN_HOUR)
    beside = messages.negative - usual.value
    level = usual.value + baseline.slack * usual.spread
    most = np.clip(level + course.persistence * _before(beside), 0.02, 0.90)
    # The alternative is another level, whatever the message before was.
    rises = np.maximum(most, np.minimum(level + np.array(_RISES)[:, None], 0.97))
    calm = np.log((1 - rises) / (1 - most))
    return Watch("share", np.where(messages.negative, np.log(rises / most), calm), beside)


def _slide(messages: MessageSeries, baseline: Baseline) -> Watch:
    course = baseline.of_mood
    usual = course.at(messages.times // MS_AN_HOUR)
    beside = messages.mood - usual.value
    expected = usual.value + course.persistence * _before(beside)
    least = np.clip(expected - baseline.slack * usual.spread, -0.7, 0.6)
    stakes = np.array(_STAKES)[:, None]
    return Watch("slide", np.log1p(stakes * (least - messages.mood) / (1 - least)), -beside)


def _before(beside: Floats) -> Floats:
    """What the message before deviated by; of the first, nothing is known."""
    return np.concatenate([[0.0], beside[:-1]])
