"""The baseline without the hours that were unusual themselves."""

from __future__ import annotations

from typing import Final

import numpy as np

from bot.reports.unusual.baseline import Baseline, is_enough, learn
from bot.reports.unusual.search import find
from bot.reports.unusual.series import (
    MS_AN_HOUR,
    Bools,
    Hours,
    MessageSeries,
    milliseconds,
    moment,
)
from storage.records import UNIX_EPOCH

MOST_EXCEPTIONS: Final = 0.25
"""Where more of the messages than this would be left out, they are no exceptions: what stays
becomes the new usual within a few weeks."""

_ROUNDS: Final = 2
_STANDS_OUT: Final = 3.0
_MEDIAN_OF_NORMAL: Final = 0.6745  # of the absolute values of a standard normal distribution
_LEAST_VARIANCE: Final = 0.25  # of a count of negative messages: what never happened may happen


def learn_without_episodes(hours: Hours, messages: MessageSeries, since: int = 0) -> Baseline:
    """As `learn`, but without the days that stand out, and without the hours of episodes.

    To find these it takes a baseline that they have not spoilt; so days are looked at first. As far
    as `messages` are kept they show the episodes. Where too little would be left, nothing is
    left out.
    """
    baseline = learn(hours, messages, since)
    for _ in range(_ROUNDS):
        kept = ~_stand_out(hours, baseline)
        baseline = _learn_from(kept, hours, messages, baseline)
    return _learn_from(kept & ~_in_episodes(hours, messages, baseline), hours, messages, baseline)


def _learn_from(
    kept: Bools, hours: Hours, messages: MessageSeries, otherwise: Baseline
) -> Baseline:
    """The baseline of some of the hours and the messages in them, if they are enough."""
    chosen = hours.where(kept)
    left = chosen.counted.sum() / hours.counted.sum()
    if left < 1 - MOST_EXCEPTIONS or not is_enough(chosen):
        return otherwise
    inside = np.isin(messages.times // MS_AN_HOUR, chosen.hours)
    return learn(chosen, messages.where(inside), otherwise.since)


def _stand_out(hours: Hours, baseline: Baseline) -> Bools:
    """The hours of days with so many more negative messages that chance can't be why.

    Days differ more than by chance; how much more is told by the median of their deviations, which
    a few bad days don't move.
    """
    usual = baseline.negative(hours.hours).value
    days, day_of = np.unique(hours.hours // 24, return_inverse=True)
    excess = np.bincount(day_of, hours.negative - hours.counted * usual, len(days))
    variance = np.bincount(day_of, hours.counted * usual * (1 - usual), len(days))
    deviations = excess / np.sqrt(np.maximum(variance, _LEAST_VARIANCE))
    scale = max(1.0, float(np.median(np.abs(deviations))) / _MEDIAN_OF_NORMAL)
    return (deviations > _STANDS_OUT * scale)[day_of]


def _in_episodes(hours: Hours, messages: MessageSeries, baseline: Baseline) -> Bools:
    """Which of the hours lie in an episode that one default watch is told of."""
    found = np.zeros(len(hours), bool)
    last = moment(messages.times[-1]) if len(messages) else UNIX_EPOCH
    for episode in find(messages, baseline, last):
        if episode.evidence >= 1:
            began = milliseconds(episode.began) // MS_AN_HOUR
            until = milliseconds(episode.until) // MS_AN_HOUR
            found |= (hours.hours >= began) & (hours.hours <= until)
    return found
