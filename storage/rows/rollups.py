"""Hourly sums."""

from __future__ import annotations

from collections.abc import Sequence

from storage.batch import PROBABILITY_UNITS
from storage.records import Rollup
from storage.times import start_of_hour


def rollup_of(row: Sequence[int]) -> Rollup:
    """From the hour and the columns that follow it in table `channel_hour`."""
    hour, negative, neutral, positive, unsure, not_scored, mood_sum, squares, scored, writers = row
    return Rollup(
        start_of_hour(hour),
        negative,
        neutral,
        positive,
        unsure,
        not_scored,
        mood_sum / PROBABILITY_UNITS,
        squares / PROBABILITY_UNITS**2,
        scored,
        writers,
    )
