"""Times as the tables hold them: in snowflakes, in hours and in microseconds since 1970 (UTC)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from storage.errors import InvalidInputError
from storage.records import DISCORD_EPOCH_MS, UNIX_EPOCH

_MILLISECOND: Final = timedelta(milliseconds=1)
_MICROSECOND: Final = timedelta(microseconds=1)
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
HOURS_A_DAY: Final = 24
MS_AN_HOUR: Final = 3_600_000
# What Discord's ids have below their milliseconds: which of its machines made them.
_WITHIN_MILLISECOND: Final = (1 << 22) - 1


def hour_of(snowflake: int) -> int:
    """The hour, counted from 1970, in which Discord made this id."""
    return ((snowflake >> 22) + DISCORD_EPOCH_MS) // MS_AN_HOUR


def first_snowflake_of(hour: int) -> int:
    """The lowest id that Discord can make in this hour, counted from 1970."""
    return max(0, hour * MS_AN_HOUR - DISCORD_EPOCH_MS) << 22


def first_hour_from(time: datetime) -> int:
    """The first hour, counted from 1970, that starts at this time or later."""
    return -((UNIX_EPOCH - _aware(time)) // _HOUR)


def hours_of_spans(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[int, int]]:
    """The hours, counted from 1970, that start in each span: first ≤ hour < end."""
    hours = []
    last: datetime | None = None
    end = 0
    for since, until in spans:
        first = end if since is last else first_hour_from(since)  # mostly they follow each other
        end, last = first_hour_from(until), until
        hours.append((first, end))
    return hours


def first_day_from(time: datetime) -> int:
    """The first UTC day, counted from 1970, that starts at this time or later."""
    return -((UNIX_EPOCH - _aware(time)) // _DAY)


def day_at(time: datetime) -> int:
    """The UTC day, counted from 1970, in which this time lies."""
    return (_aware(time) - UNIX_EPOCH) // _DAY


def start_of_day(day: int) -> datetime:
    return UNIX_EPOCH + day * _DAY


def start_of_hour(hour: int) -> datetime:
    return UNIX_EPOCH + hour * _HOUR


def local_day(hour: int, zone: tzinfo) -> tuple[int, int]:
    """The day on the clock of the zone in which this hour lies, as [first hour, end): both and the
    hour are counted from 1970. Of a zone with half hours a day begins with the hour of midnight.

    >>> local_day(24, UTC)
    (24, 48)
    """
    day = start_of_hour(hour).astimezone(zone).date()
    end = _hour_of_midnight(day + _DAY, zone)
    if hour >= end:  # it is the hour of midnight, and began before
        return end, _hour_of_midnight(day + 2 * _DAY, zone)
    return _hour_of_midnight(day, zone), end


def clock_periods(first: int, end: int, zone: tzinfo) -> list[tuple[int, int, int]]:
    """The hours first ≤ hour < end, counted from 1970, cut where the zone's clock changes: first,
    end, and by how many hours the clock is ahead of UTC in between (of half hours, the hour in
    which one begins).

    >>> clock_periods(24, 48, UTC)
    [(24, 48, 0)]
    """
    periods: list[tuple[int, int, int]] = []
    hour = first
    while hour < end:
        ahead = _ahead(hour, zone)
        day = min(hour + HOURS_A_DAY, end)
        # No clock changes back within a day.
        last = day if _ahead(day - 1, zone) == ahead else hour + 1
        if periods and periods[-1][2] == ahead:
            hour = periods.pop()[0]
        periods.append((hour, last, ahead))
        hour = last
    return periods


def _ahead(hour: int, zone: tzinfo) -> int:
    offset = start_of_hour(hour).astimezone(zone).utcoffset()
    return 0 if offset is None else offset // _HOUR


def _hour_of_midnight(day: date, zone: tzinfo) -> int:
    return hour_at(datetime.combine(day, time(), zone).astimezone(UTC))


def to_microseconds(time: datetime) -> int:
    """Exact: no float is involved."""
    return (_aware(time) - UNIX_EPOCH) // _MICROSECOND


def from_microseconds(microseconds: int) -> datetime:
    return UNIX_EPOCH + microseconds * _MICROSECOND


def hour_at(time: datetime) -> int:
    """The hour, counted from 1970, in which this time lies."""
    return (_aware(time) - UNIX_EPOCH) // _HOUR


def first_snowflake(time: datetime) -> int:
    """The lowest id that Discord can make in the millisecond of this time; 0 before 2015."""
    milliseconds = (_aware(time) - UNIX_EPOCH) // _MILLISECOND
    return max(0, milliseconds - DISCORD_EPOCH_MS) << 22


def last_snowflake(time: datetime) -> int:
    """The highest id that Discord can make up to and in the millisecond of this time."""
    milliseconds = (_aware(time) - UNIX_EPOCH) // _MILLISECOND
    return (milliseconds - DISCORD_EPOCH_MS + 1 << 22) - 1


def last_of_millisecond(snowflake: int) -> int:
    """The highest id of the millisecond in which Discord made this one."""
    return snowflake | _WITHIN_MILLISECOND


def _aware(time: datetime) -> datetime:
    if time.utcoffset() is None:
        raise InvalidInputError(f"The time {time} has no time zone. Give it one: UTC is best.")
    return time
