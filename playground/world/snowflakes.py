"""Ids as Discord makes them: the time in the upper 42 bits, a counter below.

https://discord.com/developers/docs/reference#snowflakes
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
COUNTER_BITS = 22


def snowflake_time(snowflake: int) -> datetime:
    """The moment (UTC, to the millisecond) at which an id was made."""
    return EPOCH + timedelta(milliseconds=snowflake >> COUNTER_BITS)


def utc_now() -> datetime:
    """The time of this machine's clock, aware (UTC)."""
    return datetime.now(UTC)


class Snowflakes:
    """Makes ids, each of them once, for `now` or for a moment in the past."""

    def __init__(self, now: Callable[[], datetime] = utc_now) -> None:
        self._now = now
        self._counter = count()

    def make(self, at: datetime | None = None) -> int:
        """A new id whose time is `at` (aware; default: now).

        Ids made for the same moment rise in the order in which they are made.
        """
        elapsed = (at or self._now()) - EPOCH
        milliseconds = elapsed // timedelta(milliseconds=1)
        return milliseconds << COUNTER_BITS | next(self._counter) % (1 << COUNTER_BITS)
