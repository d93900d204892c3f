"""The baseline without the hours that were unusual themselves."""

from __future__ import annotations

from typing import Final

import numpy as np

from bot.reports.unusual.baseline import Baseline, is_enough, learn
from bot.reports.unusual.episodes import LEAST_PEOPLE, find
from bot.reports.unusual.series import (
    MS_AN_HOUR,
    Bools,
    Hours,
    Messages,
    milliseconds,
    moment,
)
from storage.records import DISCORD_EPOCH_MS

LONGEST_EPISODE_HOURS: Final = 7 * 24
"""What stays unusual for longer than a week is the new usual, and is learnt."""


def learn_without_episodes(hours: Hours, messages: Messages, since: int = 0) -> Baseline:
    """As `learn`; what a first look finds unusual among the hours is left out of a second.

    Where too little would be left, everything is learnt from.
    """
    baseline = learn(hours, messages, since)
    quiet = hours.where(~_unusual(hours, baseline))
    return learn(quiet, messages, since) if is_enough(quiet) else baseline


def spread(hours: Hours) -> Messages:
    """Messages as they may have been, from what the hours sum up.

    Older hours have no messages any more. Those of an hour are put in evenly, negative ones among
    the others; their moods have the hour's mean and variance, and take turns between two values.
    So many people as are known to have written (at least 3 where nobody knows) take turns, too.
    """
    counts = hours.counted
    of = np.repeat(np.arange(len(hours)), counts)
    place = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)
    times = hours.hours[of] * MS_AN_HOUR + (2 * place + 1) * MS_AN_HOUR // (2 * counts[of])
    before = place * hours.negative[of] // counts[of]
    negative = (place + 1) * hours.negative[of] // counts[of] > before
    mean = hours.mood_sum / counts
    deviation = np.sqrt(np.maximum(hours.mood_sum_squares / counts - mean**2, 0.0))
    mood = np.clip(mean[of] + np.where(place % 2, -1, 1) * deviation[of], -1.0, 1.0)
    writers = np.where(hours.writers > 0, hours.writers, LEAST_PEOPLE)
    return Messages((times - DISCORD_EPOCH_MS) << 22, place % writers[of], negative, mood)


def _unusual(hours: Hours, baseline: Baseline) -> Bools:
    """Which of the hours lie in an episode that one default watch is told of."""
    found = np.zeros(len(hours), bool)
    now = moment((hours.hours[-1] + 1) * MS_AN_HOUR)
    for episode in find(spread(hours), baseline, now):
        began = milliseconds(episode.began) // MS_AN_HOUR
        until = milliseconds(episode.until) // MS_AN_HOUR
        if episode.evidence >= 1:
            until = min(until, began + LONGEST_EPISODE_HOURS)
            found |= (hours.hours >= began) & (hours.hours <= until)
    return found
