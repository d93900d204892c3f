"""What people type for a day or a moment → the day, and the time of it. Pure functions.

    "8 Nov"   "Nov 8th, 2026"   "8.11."   "11/8" (as the language has it)   "2026-11-08"
    "today"   "yesterday"   "Sunday"   "8 Nov 17:00"   "Sun 5pm"

Months and weekdays are read in English and in the given language. A day without a year, and a
weekday, is the last one that has begun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from functools import cache

from babel import Locale
from babel.dates import get_date_format, get_day_names, get_month_names

from bot.reports.periods import DAY, HOUR, floor

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2})?)?", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? ?([^\W\d]+)\.?,?(?: (\d{4}))?")
_MONTH_DAY = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th|\.)?,?(?: (\d{4}))?")
_BEFORE_A_TIME = re.compile(r",? (?:at |from )?")


@dataclass(frozen=True, slots=True)
class TypedMoment:
    """A day, and a time of that day if one was typed."""

    day: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads in a language, on the clock of a zone, at one time (aware).

    Texts are casefolded, and have no more than one space in a row.
    """

    locale: Locale
    zone: tzinfo
    now: datetime

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def moment(self, text: str, on: date | None = None) -> TypedMoment | None:
        """The moment that a text is, if it is one; a time alone is one `on` that day.

        Raises ValueError for a day or a time that there is not.
        """
        if (day := self.day(text)) is not None:
            return TypedMoment(day)
        if on is not None and (at := time_of_day(text)) is not None:
            return TypedMoment(on, at)
        for gap in _BEFORE_A_TIME.finditer(text):
            at = time_of_day(text[gap.end() :])
            if at is not None and (day := self.day(text[: gap.start()])) is not None:
                return TypedMoment(day, at)
        return None

    def day(self, text: str) -> date | None:
        """The day that a text is, if it is one. Raises ValueError for one that there is not."""
        if text in ("today", "yesterday"):
            return self.today if text == "today" else self.today - DAY
        weekday = _weekdays(self.locale).get(text.removeprefix("last "))
        if weekday is not None:
            return self.today - (self.today.weekday() - weekday) % 7 * DAY
        if found := _ISO.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMBERS.fullmatch(text):
            first, second = int(found[1]), int(found[3])
            month_first = found[2] == "/" and _month_first(self.locale)
            day, month = (second, first) if month_first else (first, second)
            return self._in_year(day, month, found[4])
        months = _months(self.locale)
        for pattern, day_at, month_at in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
            found = pattern.fullmatch(text)
            if found is not None and found[month_at] in months:
                return self._in_year(int(found[day_at]), months[found[month_at]], found[3])
        return None

    def begin(self, moment: TypedMoment) -> datetime:
        """When it begins, on the hour (UTC)."""
        return floor(self.exact(moment), HOUR)

    def exact(self, moment: TypedMoment) -> datetime:
        """When it begins (UTC)."""
        return self._utc(moment.day, moment.at or time())

    def end(self, moment: TypedMoment) -> datetime:
        """The same of the end of what goes up to it; a day goes until it is over."""
        if moment.at is None:
            return floor(self._utc(moment.day + DAY, time()), HOUR)
        until = self._utc(moment.day, moment.at)
        begun = floor(until, HOUR)
        return begun if begun == until else begun + HOUR

    def _utc(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self.zone).astimezone(UTC)

    def _in_year(self, day: int, month: int, year: str | None) -> date:
        if year is not None:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        if (month, day) == (2, 29):
            leap = self.today.year // 4 * 4
            return next(d for d in (date(leap, 2, 29), date(leap - 4, 2, 29)) if d <= self.today)
        found = date(self.today.year, month, day)
        return found if found <= self.today else found.replace(year=self.today.year - 1)


def time_of_day(text: str) -> time | None:
    """The time that "17:00", "5pm" or "17" is, if it is one.

    Raises ValueError for one that there is not, as 24:00 is: a day ends where the next begins.
    """
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half is not None:
        if not 1 <= hour <= 12:
            raise ValueError("There is no such hour.")
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute)


@cache
def _months(locale: Locale) -> Mapping[str, int]:
    return _numbers_of(get_month_names, locale)


@cache
def _weekdays(locale: Locale) -> Mapping[str, int]:
    """Monday is 0."""
    return _numbers_of(get_day_names, locale)


def _numbers_of(names_in: Callable[..., Mapping[int, str]], locale: Locale) -> Mapping[str, int]:
    """The numbers of names, long and short ones; the language's own win over English ones."""
    found: dict[str, int] = {}
    for each in (*map(Locale.parse, ("en_GB", "en_US")), locale):
        for width in ("abbreviated", "wide"):
            for context in ("format", "stand-alone"):
                names = names_in(width, context, each)
                found |= {name.casefold().rstrip("."): n for n, name in names.items()}
    return found


@cache
def _month_first(locale: Locale) -> bool:
    pattern = get_date_format("short", locale).pattern
    return pattern.index("M") < pattern.index("d")
