"""Behind which live figures there are too few people. Pure functions.

A figure of one writer is that writer's mood; of two, either of them can tell the other's. So people
who may not look members up see none of fewer than `LEAST_WRITERS`: neither a period, nor a step of
a trend. They can still compare a figure with what it was before, and so are told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import accumulate

from bot.reports.periods import Span
from storage.records import Rollup

LEAST_WRITERS = 3
"""What people read says "three"."""


def to_count(rollups: Sequence[Rollup], spans: Collection[Span], least: int) -> list[Span]:
    """The spans with scored messages of which no hour alone shows that so many people wrote.

    The rollups are hours, or steps, in the order of time. In the other spans there are at least so
    many, or there is no mood; in these it takes counting who wrote.
    """
    if all(rollup.writers >= least or not rollup.scored for rollup in rollups):
        return []  # as mostly, where many write
    found = []
    hours = [rollup.hour for rollup in rollups]
    writers = [rollup.writers if rollup.scored else 0 for rollup in rollups]
    scored = list(accumulate((rollup.scored for rollup in rollups), initial=0))
    for span in spans:
        first, end = (bisect_left(hours, moment) for moment in span)
        if scored[first] < scored[end] and max(writers[first:end]) < least:
            found.append(span)
    return found
