"""What the hours of the week are like. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

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
    name: str,
    window: Window,
    rollups: Sequence[Rollup],
    zone: tzinfo,
    *,
    least_writers: int,
) -> WeekMap:
    """The map of the hours inside of the window, each put where it begins on the zone's clock.

    A cell has a mood with `MINIMUM_PER_BUCKET` messages that count, if there is an hour in it that
    alone shows that at least `least_writers` people wrote.
    """
    sums: dict[tuple[int, int], list[Rollup]] = {}
    for rollup in rollups:
        if window.since <= rollup.hour < window.until:
            local = rollup.hour.astimezone(zone)
            sums.setdefault((local.weekday(), local.hour), []).append(rollup)
    cells = tuple(
        tuple(_cell(sums.get((day, hour), ()), least_writers) for hour in range(HOURS_A_DAY))
        for day in range(DAYS_A_WEEK)
    )
    return WeekMap(name, window, cells)


def _cell(hours: Sequence[Rollup], least_writers: int) -> Cell:
    counted = sum(hour.negative + hour.neutral + hour.positive for hour in hours)
    enough = max((hour.writers for hour in hours), default=0) >= least_writers
    if counted < MINIMUM_PER_BUCKET or not enough:
        return Cell(None, 0)
    return Cell(sum(hour.mood_sum for hour in hours) / counted, counted)
