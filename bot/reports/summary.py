"""Rollups → a mood, and how it changed. Pure functions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from typing import Any, NamedTuple, Protocol

from bot.reports.periods import Span, Window
from storage.records import Rollup

MINIMUM_MESSAGES = 20
"""Under this many messages that count there are too few to name a mood."""


class Figures(Protocol):
    """What a period comes to, for whoever may see so much of it."""

    @property
    def scored(self) -> int:
        """How many messages have a score."""
        ...

    @property
    def counted(self) -> int:
        """How many of them the mood is of: one person is one voice."""
        ...

    def mood(self, minimum: int = ...) -> float | None:
        """The average mood (-1..1); `None` with fewer than `minimum` (≥ 1) messages that count."""
        ...

    def squared_error(self) -> float:
        """The variance of the average mood, as far as it is known, or more."""
        ...


class Summary(NamedTuple):
    """The messages of some channels or of one member over some hours.

    As in `Rollup`: `negative`, `neutral` and `positive` count what counts, by label; `mood_sum` and
    `mood_sum_squares` are over the same. `scored`, `unsure` and `not_scored` count every message,
    and at least `writers` people wrote those that were scored.
    """

    negative: int = 0
    neutral: int = 0
    positive: int = 0
    unsure: int = 0
    not_scored: int = 0
    mood_sum: float = 0.0
    mood_sum_squares: float = 0.0
    scored: int = 0
    writers: int = 0

    @property
    def counted(self) -> int:
        """How many messages the mood and the shares are of: one person is one voice."""
        return self.negative + self.neutral + self.positive

    def mood(self, minimum: int = MINIMUM_MESSAGES) -> float | None:
        """The average mood (-1..1); `None` with fewer than `minimum` (≥ 1) messages that count."""
        return self.mood_sum / self.counted if self.counted >= minimum else None

    def squared_error(self) -> float:
        """The variance of the average mood: the sample variance over the number of messages."""
        n = self.counted
        variance = max(0.0, self.mood_sum_squares - self.mood_sum**2 / n) / (n - 1)
        return variance / n


def summarise(rollups: Iterable[Rollup]) -> Summary:
    """Add up hours, or days."""
    rows = [rollup[1:] for rollup in rollups]  # all but the hour: the same columns
    if len(rows) < 2:  # most steps of a trend are one
        return Summary(*rows[0]) if rows else Summary()
    *sums, writers = zip(*rows, strict=True)
    added: list[Any] = [*map(sum, sums), max(writers)]
    return Summary(*added)


@dataclass(frozen=True, slots=True)
class UsualShares:
    """What is usual: which shares (0..1) of the messages are negative and positive."""

    negative: float
    positive: float


@dataclass(frozen=True, slots=True)
class Report:
    """A window beside the equally long one before it; `None` where that is not kept any more.

    `hidden_days` are those on which something was said, and nothing of it is shown.
    `is_mostly_one_person`: one person wrote more than half of the scored messages of the window, as
    far as that is to be told. With `hidden` too few people wrote for any figure of
    the window to be told (see `writers.py`). `first` is the first hour, or published day, of which
    anything is known of the window and the one before. `usual` is `None` where too little is known.
    """

    window: Window
    now: Figures
    before: Figures | None
    hidden_days: int = 0
    is_mostly_one_person: bool = False
    hidden: bool = False
    first: datetime | None = None
    usual: UsualShares | None = None

    @property
    def change(self) -> float | None:
        """How much the mood rose or fell; `None` unless both periods have enough messages."""
        now = self.now.mood()
        before = None if self.before is None else self.before.mood()
        return None if now is None or before is None else now - before

    @property
    def change_is_clear(self) -> bool:
        """Whether the change is more than twice its standard error (Welch's, about 95 %).

        Messages of one talk resemble each other, so this is the least that a change must pass.
        """
        change = self.change
        if change is None or self.before is None:
            return False
        return abs(change) > 2 * sqrt(self.now.squared_error() + self.before.squared_error())


def report(
    rollups: Sequence[Rollup],
    window: Window,
    kept_since: datetime | None = None,
    is_mostly_one_person: bool = False,
    hidden: Collection[Span] = (),
) -> Report:
    """The report of a window, from the rollups of it and of the period before it, in order of time.

    What was before `kept_since` (aware) has been deleted: then there is nothing to compare with.
    Nothing is told of a window that is `hidden`, nor
    is one compared with a period before that is.
    """
    told = window.previous not in hidden and (kept_since is None or window.before >= kept_since)
    first = rollups[0].hour if rollups else None
    if window.span in hidden:
        return Report(window, now=Summary(), before=None, hidden=True, first=first)
    now = (rollup for rollup in rollups if window.since <= rollup.hour < window.until)
    before = (rollup for rollup in rollups if window.before <= rollup.hour < window.since)
    return Report(
        window,
        now=summarise(now),
        before=summarise(before) if told else None,
        is_mostly_one_person=is_mostly_one_person,
        first=first,
    )
