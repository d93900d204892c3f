"""What people type for a period → the period. Pure functions.

"7 days"   "last 2 weeks"   "everything"   "yesterday"   "last week"   "since Monday"
"8 Nov"   "3–8 Nov"   "8 Nov 17:00 to 22:00"   "from 2026-11-03 to 2026-11-08"
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.render.typed_dates import DateReader, TypedMoment, time_of_day
from bot.reports.periods import DAY, HOUR, Between, Last, Period

LONGEST = 60
"""So many characters are looked at: no period needs more."""

EARLIEST_YEAR = 2015
"""Discord's first."""

_EVERYTHING = ("all", "all time", "everything")
_UNITS = {"h": HOUR, "d": DAY, "w": 7 * DAY, "m": 30 * DAY}
_LENGTH = re.compile(
    r"(?:last |past )?(\d{1,4}) ?(h|hrs?|hours?|d|days?|w|weeks?|months?)", re.ASCII
)

_SINCE = re.compile(r"(?:since|from|after) (.+)")
_BETWEEN = re.compile(
    r"(?:from |between )?(.+?)(?: (?:to|until|till|and|-) | ?(?:–|—|\.\.+) ?)(.+)"
)


def typed_period(text: str, reader: DateReader, kept: timedelta) -> Period | None:
    """The period that somebody typed; `None` if it is none, or has not begun.

    It is no longer than what is `kept`. A day goes until it is over, and what has no end until
    tonight.
    """
    words = " ".join(text[:LONGEST].casefold().split())
    for prefix in ("in ", "on ", "the "):
        words = words.removeprefix(prefix)
    try:
        found = _period(words, reader, kept)
    except (ValueError, OverflowError):  # 30 February, and the year 9999
        return None
    if isinstance(found, Last):
        return Last(min(found.length, kept)) if found.length else None
    if found is None or not found.since < found.until or found.since.year < EARLIEST_YEAR:
        return None
    return found if found.since <= reader.now else None


def typed_moment(text: str, reader: DateReader) -> datetime | None:
    """The time that somebody typed, to the minute; of a day its beginning. `None` if it is none."""
    words = " ".join(text[:LONGEST].casefold().split())
    if words == "now":
        return reader.now
    try:
        moment = reader.moment(words.removeprefix("at ").removeprefix("on "), reader.today)
        return None if moment is None else reader.exact(moment)
    except (ValueError, OverflowError):
        return None


def _period(words: str, reader: DateReader, kept: timedelta) -> Period | None:
    if words in _EVERYTHING:
        return Last(kept)
    if found := _LENGTH.fullmatch(words):
        return Last(int(found[1]) * _UNITS[found[2][0]])
    if (span := _calendar(words, reader)) is not None:
        return span
    if found := _BETWEEN.fullmatch(words):
        return _between(found[1], found[2], reader)
    since = _SINCE.fullmatch(words)
    moment = reader.moment(words if since is None else since[1], reader.today)
    if moment is None or (since is None and moment.at is not None):
        return None  # an hour alone may be anything
    last = moment if since is None else TypedMoment(reader.today)
    return Between(reader.begin(moment), reader.end(last))


def _calendar(words: str, reader: DateReader) -> Between | None:
    """ "this week", "last month" …: weeks begin on Monday."""
    today = reader.today
    monday, first = today - today.weekday() * DAY, today.replace(day=1)
    spans = {
        "this week": (monday, today),
        "last week": (monday - 7 * DAY, monday - DAY),
        "this month": (first, today),
        "last month": ((first - DAY).replace(day=1), first - DAY),
    }
    if words not in spans:
        return None
    since, last = spans[words]
    return Between(reader.begin(TypedMoment(since)), reader.end(TypedMoment(last)))


def _between(first: str, last: str, reader: DateReader) -> Between | None:
    """ "3–8 Nov" lies in one month, "8 Nov 17:00 to 22:00" on one day, or goes past midnight."""
    if last == "now":
        last = "today"
    end = reader.moment(last, reader.today)
    number = first.removesuffix(".")  # "3.–8. Nov", as Germans write it
    if end is not None and end.at is None and number.isascii() and number.isdecimal():
        start: TypedMoment | None = TypedMoment(end.day.replace(day=int(number)))
    else:
        start = reader.moment(first, reader.today)
    if start is None:
        return None
    if start.at is not None and time_of_day(last) is not None:
        end = reader.moment(last, start.day)
        if end is not None and reader.end(end) <= reader.begin(start):
            end = TypedMoment(start.day + DAY, end.at)
    return None if end is None else Between(reader.begin(start), reader.end(end))
