"""A period beside the one before it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reports.course import Course
from bot.reports.published import PublishedSummary
from bot.reports.summary import Figures, Report, Summary


@dataclass(frozen=True, slots=True)
class Shares:
    """How messages sounded: shares (0..1) of `messages`, which are all that count."""

    negative: float
    positive: float
    messages: int

    @property
    def neutral(self) -> float:
        return max(0.0, 1.0 - self.negative - self.positive)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A period's course beside that of the period before (the steps' `before`), and the shares of
    both; `before` is `None` where there is none to compare with.

    `clear`: whether the change of the mood is more than chance.
    """

    course: Course
    now: Shares
    before: Shares | None
    clear: bool = False


def comparison(course: Course, report: Report) -> Comparison:
    """The comparison that a report makes, with its course."""
    before = None
    if report.before is not None and report.before.counted and report.change is not None:
        before = shares(report.before)
    return Comparison(course, shares(report.now), before, report.change_is_clear)


def shares(figures: Figures) -> Shares:
    """The shares of figures, as exactly as they are known; none of no message."""
    if isinstance(figures, PublishedSummary):
        return Shares(figures.negative, figures.positive, figures.counted)
    assert isinstance(figures, Summary)  # noqa: S101 (there is no third kind)
    n = max(1, figures.counted)
    return Shares(figures.negative / n, figures.positive / n, figures.counted)
