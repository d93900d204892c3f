"""Times as the tables hold them: in snowflakes, in hours and in microseconds since 1970 (UTC)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from storage.errors import InvalidInputError
from storage.records import DISCORD_EPOCH_MS, UNIX_EPOCH

_MILLISECOND: Final = timedelta(milliseconds=1)
_MICROSECOND: Final = timedelta(microseconds=1)
_HOUR: Final = timedelta(hours=1)


def hour_of(snowflake: int) -> int:
    """The hour, counted from 1970, in which Discord made this id."""
    return ((snowflake >> 22) + DISCORD_EPOCH_MS) // 3_600_000


def first_hour_from(time: datetime) -> int:
    """The first hour, counted from 1970, that starts at this time or later."""
    return -((UNIX_EPOCH - _aware(time)) // _HOUR)


def start_of_hour(hour: int) -> datetime:
    return UNIX_EPOCH + hour * _HOUR


def to_microseconds(time: datetime) -> int:
    """Exact: no float is involved."""
    return (_aware(time) - UNIX_EPOCH) // _MICROSECOND


def from_microseconds(microseconds: int) -> datetime:
    return UNIX_EPOCH + microseconds * _MICROSECOND


def last_snowflake(time: datetime) -> int:
    """The highest id that Discord can make up to and in the millisecond of this time."""
    milliseconds = (_aware(time) - UNIX_EPOCH) // _MILLISECOND
    return (milliseconds - DISCORD_EPOCH_MS + 1 << 22) - 1


def _aware(time: datetime) -> datetime:
    if time.utcoffset() is None:
        raise InvalidInputError(f"The time {time} has no time zone. Give it one: UTC is best.")
    return time
