"""Stretches of time that people ask about. Pure functions; all times are aware, and in UTC."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

Span = tuple[datetime, datetime]
"""A stretch of time: `since` ≤ hour < `until`."""

PERIODS = (DAY, 7 * DAY, 30 * DAY, 90 * DAY)
"""How far people can look back."""


@dataclass(frozen=True, slots=True)
class Last:
    """So far back from now: whole hours, and at least one."""

    length: timedelta


@dataclass(frozen=True, slots=True)
class Between:
    """From one moment to another, each on the hour: `since` < `until`."""

    since: datetime
    until: datetime


Period = Last | Between
"""What somebody asks about."""


@dataclass(frozen=True, slots=True)
class Window:
    """Whole hours, or whole days: `since` ≤ hour < `until`.

    Days begin at midnight in the `zone`; `whole_days` are those of UTC. `dated`: it was asked for
    by its dates, and does not end with now.
    """

    since: datetime
    until: datetime
    whole_days: bool = False
    zone: tzinfo = UTC
    dated: bool = False

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
    def one_before(self) -> Window:
        """The equally long window before this one."""
        return replace(self, since=self.before, until=self.since)

    @property
    def step(self) -> timedelta:
        """How long a step of a trend is: some 7 to 90 of them make a chart."""
        if self.whole_days or self.length > 7 * DAY:
            return DAY
        return HOUR if self.length <= DAY else 6 * HOUR


def steps(window: Window, length: timedelta | None = None) -> list[Span]:
    """The window, cut on the clock of its zone: the first and the last step may be shorter, and a
    day on which the clocks change an hour shorter or longer.

    `length` is an hour, a part of a day, or a day; by default the window's own.
    """
    return list(_steps(window, window.step if length is None else length))


@lru_cache(maxsize=16)  # many ask about the same hours, and each answer needs them several times
def _steps(window: Window, length: timedelta) -> tuple[Span, ...]:
    cuts = _cuts(window, length)
    inside = [cut for cut in cuts if window.since < cut < window.until]
    return tuple(pairwise([window.since, *inside, window.until]))


def _cuts(window: Window, length: timedelta) -> list[datetime]:
    """The beginnings of steps on the clock, from before the window until after it, in UTC.

    Sums are by the hour of UTC: half hours of some zones go to the step in which they begin.
    """
    if length == HOUR:
        return [window.since + n * HOUR for n in range(window.length // HOUR + 1)]
    first = window.since.astimezone(window.zone).date()
    days = range((window.until.astimezone(window.zone).date() - first).days + 1)
    on_the_clock = range(0, 24, length // HOUR)
    return [
        floor(datetime.combine(first + n * DAY, time(hour), window.zone).astimezone(UTC), HOUR)
        for n in days
        for hour in on_the_clock
    ]


def up_to_now(length: timedelta, now: datetime, zone: tzinfo = UTC) -> Window:
    """The window that ends with the hour that is running now, since rollups are hourly.

    At 14:20 the last 24 hours are those from 15:00 yesterday to 15:00 today.
    """
    until = floor(now, HOUR) + HOUR
    return Window(until - length, until, zone=zone)


def finished_days(length: timedelta, now: datetime) -> Window:
    """The window of so many days that ends with yesterday; of one day, that is yesterday alone."""
    until = floor(now, DAY)
    return Window(until - length, until, whole_days=True)


def live_window(period: Period, now: datetime, zone: tzinfo = UTC) -> Window | None:
    """The hours of a period, as far as they have begun; `None` if none has."""
    if isinstance(period, Last):
        return up_to_now(period.length, now, zone)
    until = min(period.until, floor(now, HOUR) + HOUR)
    return None if until <= period.since else Window(period.since, until, zone=zone, dated=True)


def finished_window(period: Period, now: datetime, zone: tzinfo = UTC) -> Window | None:
    """The days of a period, as far as they are over; `None` if none is.

    A day is one of UTC. Whoever asks for one by its date means the one of that date in the `zone`.
    """
    if isinstance(period, Last):
        return finished_days(max(DAY, -(-period.length // DAY) * DAY), now)
    first = period.since.astimezone(zone).date()
    last = (period.until - HOUR).astimezone(zone).date()
    since = datetime.combine(first, time(), UTC)
    until = min(datetime.combine(last, time(), UTC) + DAY, floor(now, DAY))
    return None if until <= since else Window(since, until, whole_days=True, dated=True)


def floor(moment: datetime, step: timedelta) -> datetime:
    """The last moment on the clock, at or before this one, at which such a step begins."""
    start_of_time = datetime(1970, 1, 1, tzinfo=UTC)
    return moment - (moment - start_of_time) % step
