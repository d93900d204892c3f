"""The days that are kept, a square each, and which of them were unusual. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.reports.course import Stretch


@dataclass(frozen=True, slots=True)
class Square:
    """A day on the clock of the zone that the squares were made in.

    `told`: whether anything is known of it, be it that nothing was unusual.
    """

    day: date
    unusual: bool = False
    told: bool = True


@dataclass(frozen=True, slots=True)
class DaySquares:
    """The days of `name`, oldest first and none left out."""

    name: str
    squares: tuple[Square, ...]

    @property
    def unusual(self) -> list[date]:
        return [square.day for square in self.squares if square.unusual]


def day_squares(
    name: str,
    since: datetime,
    until: datetime,
    unusual: Sequence[Stretch],
    zone: tzinfo,
    *,
    untold: Collection[date] = (),
) -> DaySquares:
    """The days from `since` to `until` (aware), marked on which of them a stretch began.

    Of the first day there is but a part, unless it begins with it: it is shown only if a stretch
    began on it. Nothing is known of the days that are `untold`.
    """
    began = {stretch.began.astimezone(zone).date() for stretch in unusual}
    start = since.astimezone(zone)
    first, last = start.date(), until.astimezone(zone).date()
    if start.time() != time() and first not in began:
        first += timedelta(days=1)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return DaySquares(
        name, tuple(Square(day, day in began, day not in untold or day in began) for day in days)
    )
