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
    """The spans with messages of which no hour alone shows that at least so many people wrote.

    The rollups are hours, in the order of time. In the others there are enough; in these it takes
    counting who wrote.
    """
    found = []
    for span in spans:
        first, end = (bisect_left(rollups, moment, key=_HOUR) for moment in span)
        inside = rollups[first:end]
        if inside and max(hour.writers for hour in inside) < least:
            found.append(span)
    return found
