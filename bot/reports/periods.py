"""Stretches of time that people ask about. Pure functions; all times are aware, and in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

Span = tuple[datetime, datetime]
"""A stretch of time: `since` ≤ hour < `until`."""

PERIODS = (DAY, 7 * DAY, 30 * DAY, 90 * DAY)
"""How far people can look back."""


@dataclass(frozen=True, slots=True)
class Window:
    """Whole hours, or whole days: `since` ≤ hour < `until`."""

    since: datetime
    until: datetime
    whole_days: bool = False

    @property
    def length(self) -> timedelta:
        return self.until - self.since

    @property
    def days(self) -> int:
        """The number of whole days in it."""
        return self.length // DAY

    @property
    def before(self) -> datetime:
        """The start of the equally long window before this one."""
        return self.since - self.length

    @property
    def span(self) -> Span:
        return self.since, self.until

    @property
    def previous(self) -> Span:
        """The equally long window before this one."""
        return self.before, self.since

    @property
    def step(self) -> timedelta:
        """How long a step of a trend is: some 7 to 90 of them make a chart."""
        if self.whole_days or self.length > 7 * DAY:
            return DAY
        return HOUR if self.length <= DAY else 6 * HOUR


def steps(window: Window) -> list[Span]:
    """The window, cut on the clock (into days at midnight UTC): the first and the last step may be
    shorter."""
    cuts = [window.since]
    while (following := floor(cuts[-1], window.step) + window.step) < window.until:
        cuts.append(following)
    return list(pairwise([*cuts, window.until]))


def up_to_now(length: timedelta, now: datetime) -> Window:
    """The window that ends with the hour that is running now, since rollups are hourly.

    At 14:20 the last 24 hours are those from 15:00 yesterday to 15:00 today.
    """
    until = floor(now, HOUR) + HOUR
    return Window(until - length, until)


def finished_days(length: timedelta, now: datetime) -> Window:
    """The window of so many days that ends with yesterday; of one day, that is yesterday alone."""
    until = floor(now, DAY)
    return Window(until - length, until, whole_days=True)


def floor(moment: datetime, step: timedelta) -> datetime:
    """The last moment on the clock, at or before this one, at which such a step begins."""
    start_of_time = datetime(1970, 1, 1, tzinfo=UTC)
    return moment - (moment - start_of_time) % step
