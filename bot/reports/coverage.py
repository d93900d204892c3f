"""How much of what was written the moods are made of. Pure functions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.reports.periods import Span, Window
from bot.reports.summary import Summary, summarise
from storage.records import PublishedDay, Rollup


@dataclass(frozen=True, slots=True)
class Coverage:
    """The messages of a window by what became of them, and its days by whether members see them.

    Of `figures`, each message is `scored`, `unsure` or `not_scored`; of those that are scored, some
    may be `counted`. `shown_days` and `hidden_days` are finished days with messages.
    With `hidden` too few people wrote for any figure to be told (see `writers.py`).
    """

    window: Window
    figures: Summary
    shown_days: int
    hidden_days: int
    hidden: bool = False

    @property
    def messages(self) -> int:
        return self.figures.scored + self.figures.unsure + self.figures.not_scored

    def share(self, part: int) -> float:
        """A part of the messages, in 0..1."""
        return part / self.messages if self.messages else 0.0


@dataclass(frozen=True, slots=True)
class NamedCoverage:
    """A coverage, and what it is of: "#gaming", or a server's name."""

    name: str
    coverage: Coverage


def coverage(
    hours: Sequence[Rollup],
    days: Sequence[PublishedDay],
    window: Window,
    finished: Window,
    hidden: Collection[Span] = (),
) -> Coverage:
    """From the hours, or steps, of a window, and the published days of its finished days.

    Nothing is told of the messages of a window that is `hidden`.
    """
    told = () if window.span in hidden else hours
    inside = [day for day in days if finished.since <= day.day < finished.until]
    shown = sum(day.shown > 0 for day in inside)
    return Coverage(
        window,
        summarise(hour for hour in told if window.since <= hour.hour < window.until),
        shown_days=shown,
        hidden_days=sum(day.hidden > 0 and not day.shown for day in inside),
        hidden=window.span in hidden,
    )
