"""What goes on failing: worth a line when it begins, now and then, and when it is over."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable

FIRST_REMINDER = 60.0
LONGEST_PAUSE = 3600.0


class Outage:
    """Says which failures of one thing are worth a line in the log, however often it is tried.

    The first is, and then one after `FIRST_REMINDER` seconds and after pauses that double, up to
    `LONGEST_PAUSE`. `clock` counts seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: float | None = None
        self._reminder = 0.0
        self._pause = FIRST_REMINDER

    def failed(self) -> float | None:
        """For how many seconds it has failed, where that is to be told now: 0 as it begins."""
        now = self._clock()
        if self._began is None:
            self._began, self._pause = now, FIRST_REMINDER
        elif now < self._reminder:
            return None
        else:
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
        self._reminder = now + self._pause
        return now - self._began

    def over(self) -> float | None:
        """It succeeded: for how many seconds it had failed, or `None` where it had not."""
        began, self._began = self._began, None
        return None if began is None else self._clock() - began


class Failing:
    """Which of many things fail, such as a job in each guild, and for how long each has.

    `clock` counts seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since: dict[Hashable, float] = {}

    def failed(self, thing: Hashable) -> None:
        self._since.setdefault(thing, self._clock())

    def succeeded(self, thing: Hashable) -> str | None:
        """For how long it had failed, in words; `None` where it had not."""
        since = self._since.pop(thing, None)
        return None if since is None else length_in_words(self._clock() - since)


def length_in_words(seconds: float) -> str:
    """How long something lasted, roughly.

    >>> [length_in_words(each) for each in (0.4, 61, 7_300, 400_000)]
    ['less than a minute', '1 min', '2 h 1 min', '4 d 15 h']
    """
    minutes = int(seconds // 60)
    hours, days = minutes // 60, minutes // (24 * 60)
    if not minutes:
        return "less than a minute"
    if not hours:
        return f"{minutes} min"
    return f"{days} d {hours % 24} h" if days else f"{hours} h {minutes % 60} min"
