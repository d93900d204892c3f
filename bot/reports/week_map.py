"""What the hours of the week are like. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.reports.periods import Window
from bot.reports.trend import MINIMUM_PER_BUCKET
from storage.records import Rollup

DAYS_A_WEEK, HOURS_A_DAY = 7, 24
SHRINKAGE = 20
"""As many imagined messages of the whole window's mood pull a cell towards it: the most extreme of
168 cells would else be the one with fewest messages."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One hour of the week. `mood` is `None` where too few messages or people are behind it."""

    mood: float | None = None
    messages: int = 0


@dataclass(frozen=True, slots=True)
class WeekMap:
    """The mood by weekday and hour, on the clock of the zone that the map was made in.

    `cells[weekday][hour]`, Monday first: 7 × 24.
    """

    name: str
    window: Window
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def known(self) -> dict[tuple[int, int], float]:
        """Weekday (0: Monday) and hour → mood, where there is one."""
        return {
            (day, hour): cell.mood
            for day, cells in enumerate(self.cells)
            for hour, cell in enumerate(cells)
            if cell.mood is not None
        }

    def shrunk(self) -> dict[tuple[int, int], float]:
        """The same, each drawn towards the average by `SHRINKAGE`, so that they can be compared."""
        known = self.known
        messages = {(day, hour): self.cells[day][hour].messages for day, hour in known}
        if not known:
            return {}
        mean = sum(known[at] * messages[at] for at in known) / sum(messages.values())
        return {
            at: (known[at] * messages[at] + mean * SHRINKAGE) / (messages[at] + SHRINKAGE)
            for at in known
        }


def week_map(
    name: str, window: Window, hours: Mapping[int, Rollup], *, least_writers: int
) -> WeekMap:
    """The map of a window, from its sums by the hour of the week (0: Monday's first).

    A cell has a mood with `MINIMUM_PER_BUCKET` messages that count, if there is an hour in it that
    alone shows that at least `least_writers` people wrote.
    """
    cells = [_cell(hours.get(hour), least_writers) for hour in range(DAYS_A_WEEK * HOURS_A_DAY)]
    days = range(0, len(cells), HOURS_A_DAY)
    return WeekMap(name, window, tuple(tuple(cells[day : day + HOURS_A_DAY]) for day in days))


def _cell(sums: Rollup | None, least_writers: int) -> Cell:
    counted = 0 if sums is None else sums.negative + sums.neutral + sums.positive
    if sums is None or counted < MINIMUM_PER_BUCKET or sums.writers < least_writers:
        return Cell(None, 0)
    return Cell(sums.mood_sum / counted, counted)
