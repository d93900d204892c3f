"""Where moods usually lie, as charts show it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from math import sqrt

import numpy as np

from bot.reports.course import NORMAL_95, Usual
from bot.reports.periods import HOUR
from bot.reports.unusual.baseline import Baseline
from storage.records import UNIX_EPOCH


def usual_mood(
    baselines: Iterable[tuple[float, Baseline]], since: datetime, until: datetime
) -> Usual:
    """The usual mood from one time to another, and where 95 % of such times lie.

    It is of channels together, each with its share (0..1) of what they say. They differ from what
    is usual each by itself, a day as a whole.
    """
    first, end = ((moment - UNIX_EPOCH) // HOUR for moment in (since, until))
    hours = np.arange(first, max(end, first + 1))
    middle = variance = 0.0
    for share, baseline in baselines:
        value, spread = baseline.mood(hours)
        middle += share * float(value.mean())
        variance += (share * float(spread.mean())) ** 2
    half = NORMAL_95 * sqrt(variance)
    return Usual(max(-1.0, middle - half), middle, min(1.0, middle + half))
