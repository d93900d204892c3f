"""Behind which live figures there are too few people. Pure functions.

A figure of one writer is that writer's mood; of two, either of them can tell the other's. So people
who may not look members up see none of fewer than `LEAST_WRITERS`: neither a period, nor a step of
a trend. They can still compare a figure with what it was before, and so are told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from operator import attrgetter

from bot.reports.periods import Span
from storage.records import Rollup

LEAST_WRITERS = 3
"""What people read says "three"."""

_HOUR = attrgetter("hour")


def to_count(rollups: Sequence[Rollup], spans: Collection[Span], least: int) -> list[Span]:
    """The spans with scored messages of which no hour alone shows that so many people wrote.

    The rollups are hours, in the order of time. In the other spans there are at least so many, or
    there is no mood; in these it takes counting who wrote.
    """
    found = []
    for span in spans:
        first, end = (bisect_left(rollups, moment, key=_HOUR) for moment in span)
        inside = [hour.writers for hour in rollups[first:end] if hour.scored]
        if inside and max(inside) < least:
            found.append(span)
    return found
