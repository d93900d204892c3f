"""When something comes that comes daily or weekly, by the clock of a place. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

_DAYS = 9
"""From one time to the next it is a week at most, and clocks that change are within a day of it."""

LEAST_OF_DAILY, LEAST_OF_WEEKLY = timedelta(hours=8), timedelta(days=5)
"""How soon one may come after another where the zone or the rhythm changed between them. Zones are
26 hours apart at most: so a weekly one still comes each week."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """At this `hour` (0..23), every day or (0: Monday) on one `weekday`.

    An hour that a change of the clocks leaves out comes when they are set forward; of one that
    comes twice it is the first.

    >>> from zoneinfo import ZoneInfo
    >>> berlin, night = ZoneInfo("Europe/Berlin"), datetime(2026, 3, 28, 22, tzinfo=UTC)
    >>> Rhythm(None, 2).next(night, berlin).astimezone(berlin).isoformat()
    '2026-03-29T03:00:00+02:00'
    """

    weekday: int | None
    hour: int

    def next(self, now: datetime, zone: tzinfo) -> datetime:
        """The first time (UTC) after now (aware)."""
        return next(time for time in self._times(now, zone, 1) if time > now)

    def last(self, now: datetime, zone: tzinfo) -> datetime:
        """The last time (UTC) up to now (aware)."""
        return next(time for time in self._times(now, zone, -1) if time <= now)

    def may_follow(self, due: datetime, before: datetime, zone: tzinfo) -> bool:
        """Whether one may come when it is due though there was another one before (both aware):
        it is another day there by now, and not too soon after it.

        >>> from zoneinfo import ZoneInfo
        >>> new_york, in_berlin = ZoneInfo("America/New_York"), datetime(2026, 5, 20, 7, tzinfo=UTC)
        >>> Rhythm(None, 9).may_follow(in_berlin + timedelta(hours=6), in_berlin, new_york)
        False
        """
        least = LEAST_OF_DAILY if self.weekday is None else LEAST_OF_WEEKLY
        is_another_day = due.astimezone(zone).date() > before.astimezone(zone).date()
        return is_another_day and due - before >= least

    def _times(self, now: datetime, zone: tzinfo, step: int) -> Iterator[datetime]:
        """Those about now, from the day before or after it on in this direction."""
        today = now.astimezone(zone).replace(hour=self.hour, minute=0, second=0, microsecond=0)
        for days in range(-1, _DAYS):
            # Added to what the clock says. With fold=0 Python reads an hour that is left out by
            # the offset of before: https://peps.python.org/pep-0495/#the-fold-attribute
            there = today.replace(tzinfo=None, fold=0) + timedelta(days=days * step)
            if self.weekday in (None, there.weekday()):
                yield there.replace(tzinfo=zone).astimezone(UTC)
