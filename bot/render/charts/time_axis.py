"""The axis of time: hours since a window's start, labelled on the reader's clock."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.localizer import Localizer
from bot.render.palette import css
from bot.reports.periods import DAY, HOUR, Window

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_LABELS = 7
_ROOM = 6.2
"""For each of so many labels there is room for so many letters; full stops and spaces are half."""
_SHORT = 3 * DAY
"""Up to here hours are labelled, then days, and from `_LONG` on months."""
_LONG = 100 * DAY
_MARGIN = 0.04
"""Nearer to the ends than this part of the window there is no room for a label."""


def x_of(moment: datetime, window: Window) -> float:
    """A moment's place on the axis: hours since the window's start."""
    return (moment - window.since) / HOUR


def label_time(
    axes: Axes,
    window: Window,
    localizer: Localizer,
    *,
    labels: bool = True,
    most: int = _MOST_LABELS,
) -> None:
    """Set the axis to the window, with a faint line at each midnight where days are labelled."""
    axes.set_xlim(0, x_of(window.until, window))
    ticks = labelled(window, localizer, most)
    xs = [x_of(at, window) for at, _ in ticks]
    axes.set_xticks(xs, [text for _, text in ticks] if labels else [""] * len(xs))
    if window.length <= 8 * DAY:
        for midnight in _midnights(window, localizer):
            axes.axvline(x_of(midnight, window), color=css(palette.FAINT), lw=0.6, zorder=0)


def labelled(
    window: Window, localizer: Localizer, most: int = _MOST_LABELS
) -> list[tuple[datetime, str]]:
    """The moments in the window to label, in order, and their labels; at most so many.

    Fewer where they are long: "13 Nov" is "13. Nov." elsewhere.
    """
    make = _hours if window.length <= _SHORT else _days if window.length <= _LONG else _months
    margin = _MARGIN * window.length
    since, until = window.since + margin, window.until - margin
    for number in range(most, 0, -1):
        ticks = [tick for tick in make(window, localizer, number) if since <= tick[0] <= until]
        longest = max((_letters(label) for _, label in ticks), default=0.0)
        if longest * len(ticks) <= _ROOM * most:
            break
    return ticks


def _letters(label: str) -> float:
    return sum(1.0 if sign.isalnum() else 0.5 for sign in label)


def _midnights(window: Window, localizer: Localizer) -> list[datetime]:
    """The beginnings of the days that the window touches, on the reader's clock."""
    day = window.since.astimezone(localizer.time_zone).date()
    days = [day + timedelta(days=n) for n in range(window.length // DAY + 2)]
    return [datetime.combine(day, time(), localizer.time_zone) for day in days]


def _hours(window: Window, localizer: Localizer, most: int) -> list[tuple[datetime, str]]:
    every = next(n for n in (1, 2, 3, 6, 12) if window.length / HOUR / n <= most or n == 12)
    moments = [
        midnight.replace(hour=hour)
        for midnight in _midnights(window, localizer)
        for hour in range(0, 24, every)
    ]
    return [(m, localizer.time(m) if m.hour else localizer.weekday(m)) for m in moments]


def _days(window: Window, localizer: Localizer, most: int) -> list[tuple[datetime, str]]:
    """A day's name stands under its noon; the last day that has one in the window is labelled."""
    noons = [midnight.replace(hour=12) for midnight in _midnights(window, localizer)]
    margin = _MARGIN * window.length
    inside = [noon for noon in noons if window.since + margin <= noon <= window.until - margin]
    every = -(-len(inside) // most) or 1
    label = localizer.weekday if window.length <= 8 * DAY and every == 1 else localizer.date
    return [(noon, label(noon)) for noon in inside[::-1][::every][::-1]]


def _months(window: Window, localizer: Localizer, most: int) -> list[tuple[datetime, str]]:
    firsts = [m for m in _midnights(window, localizer) if m.day == 1]
    every = -(-len(firsts) // most) or 1
    return [(first, localizer.date(first)) for first in firsts[::-1][::every][::-1]]
