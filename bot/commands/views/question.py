"""What was asked about moods, as the buttons and selects under an answer carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self, get_args

from bot.reports.periods import HOUR, Between, Last, Period
from bot.reports.pictures import View

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


PATTERN = rf"(?:[1-9]\d{{0,4}}|\d{{6}}-\d{{6}}):(?:{'|'.join(get_args(View))}):[1-9]\d?"
"""The pattern of what a question's buttons carry."""


@dataclass(frozen=True, slots=True)
class MoodQuestion:
    """About which period, and how it is drawn; `page` counts from 1.

    >>> MoodQuestion(Last(24 * HOUR), "channels", 2).arguments
    ('24', 'channels', '2')
    """

    period: Period
    view: View = "course"
    page: int = 1

    @property
    def arguments(self) -> tuple[str, ...]:
        return period_code(self.period), self.view, str(self.page)

    @classmethod
    def parse(cls, arguments: Sequence[str]) -> Self:
        """Of arguments that the pattern fits."""
        code, view, page = arguments
        return cls(period_of(code), next(v for v in get_args(View) if v == view), int(page))


def period_code(period: Period) -> str:
    """A period in a few digits: how many hours, or from which hour to which, counted from 1970."""
    if isinstance(period, Last):
        return str(period.length // HOUR)
    since, until = ((moment - _EPOCH) // HOUR for moment in (period.since, period.until))
    return f"{since}-{until}"


def period_of(code: str) -> Period:
    """The period of a code. Raises ValueError for none."""
    since, dash, until = code.partition("-")
    if not dash:
        return Last(int(since) * HOUR)
    return Between(_EPOCH + int(since) * HOUR, _EPOCH + int(until) * HOUR)
