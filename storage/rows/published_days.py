"""Days that everybody may know of."""

from __future__ import annotations

from storage.records import MOODS_OF, SHARES_OF, PublishedDay
from storage.times import start_of_day


def published_day_of(
    day: int,
    shown: int,
    hidden: int,
    counted: int,
    volume: int,
    moods: int,
    negative: int,
    positive: int,
) -> PublishedDay:
    return PublishedDay(
        start_of_day(day),
        shown,
        hidden,
        counted,
        volume,
        moods / MOODS_OF,
        negative / SHARES_OF,
        positive / SHARES_OF,
    )
