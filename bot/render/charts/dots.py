"""The messages of a stretch as dots in order of time, the one ringed at which it turned."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import LEFT, NORMAL, RIGHT, axes_at, write
from bot.render.charts.card import card
from bot.render.charts.headline import headline
from bot.render.charts.legend import Entry
from bot.render.localizer import N_, Localizer
from bot.render.palette import css
from bot.reports.dots import Dots, Sounds

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LABEL, _TIME, _LEAST_ROWS = 0.3, 0.34, 3
_HALF_A_TIME = 0.25
"""Inches: half as wide as the time at which it turned is written."""
_MOST_ROWS = 10
_SIZES = (0.17, 0.14, 0.11, 0.085, 0.06)
"""Widths of a dot in inches: the widest is taken of which no heap is higher than `_MOST_ROWS`."""

# Told apart by their shape, too: a word, a colour and a marker.
_LOOKS: dict[Sounds, tuple[str, int, str]] = {
    "negative": (N_("negative"), palette.NEGATIVE, "v"),
    "neutral": (N_("neutral"), palette.NEUTRAL, "o"),
    "positive": (N_("positive"), palette.POSITIVE, "^"),
    "unsure": (N_("couldn't judge"), palette.NEUTRAL, "x"),
}
_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440)


def dots_figure(localizer: Localizer, dots: Dots) -> Figure:
    """Dots in heaps: those of messages sent at about the same time lie on top of each other."""
    width = RIGHT - LEFT - _SIZES[0]
    size, places = _placed(dots, width)
    rows = max([_LEAST_ROWS, *(row + 1 for _, row in places)])
    height = _TIME + size * rows + _LABEL
    figure = card(headline(localizer, dots), height, _entries(localizer, dots))
    if not dots.dots:
        return figure
    axes = axes_at(figure, LEFT + _SIZES[0] / 2, _TIME, width, size * rows)
    axes.set_xlim(0, width)
    axes.set_ylim(0, size * rows)
    _draw_dots(axes, dots, places, size)
    _label_minutes(axes, dots, width, localizer)
    turned = next((n for n, dot in enumerate(dots.dots) if dot.at == dots.turned), None)
    if turned is not None:
        x, row = places[turned]
        _ring(axes, x, (row + 0.5) * size, size)
        left = LEFT + _SIZES[0] / 2
        label = min(max(left + x, LEFT + _HALF_A_TIME), RIGHT - _HALF_A_TIME)
        below = (row for at, row in places if abs(left + at - label) <= _HALF_A_TIME + size / 2)
        top = _TIME + size * (max(below) + 1) + _LABEL / 2
        time = localizer.time(dots.dots[turned].at)
        write(figure, label, top, time, NORMAL, ha="center", weight="bold")
    return figure


def _ring(axes: Axes, x: float, y: float, size: float) -> None:
    width = size * 72 * 1.25  # in points
    colour = css(palette.TEXT)
    axes.plot([x], [y], "o", ms=width, mfc="none", mec=colour, mew=2, clip_on=False)


def _placed(dots: Dots, width: float) -> tuple[float, list[tuple[float, int]]]:
    """How wide a dot is, and each one's place: inches from the left, and its row in the heap."""
    if not dots.dots:
        return _SIZES[0], []
    since, whole = _span(dots)
    for size in _SIZES:
        heaps: dict[int, int] = {}
        places = []
        for dot in dots.dots:
            column = round((dot.at - since) / whole * width / size)
            row = heaps.get(column, 0)
            heaps[column] = row + 1
            places.append((column * size, row))
        if max(heaps.values()) <= _MOST_ROWS:
            return size, places
    # A burst that is higher than any heap: its dots lie over each other.
    return size, [(x, row % (2 * _MOST_ROWS)) for x, row in places]


def _span(dots: Dots) -> tuple[datetime, timedelta]:
    """When the axis begins, and how long it is: a minute at least."""
    first, last = dots.dots[0].at, dots.dots[-1].at
    whole = max(last - first, timedelta(minutes=1))
    return first - (whole - (last - first)) / 2, whole


def _draw_dots(axes: Axes, dots: Dots, places: list[tuple[float, int]], size: float) -> None:
    for sounds, (_, colour, marker) in _LOOKS.items():
        chosen = [
            place for place, dot in zip(places, dots.dots, strict=True) if dot.sounds == sounds
        ]
        axes.plot(
            [x for x, _ in chosen],
            [(row + 0.5) * size for _, row in chosen],
            marker,
            ms=size * 72 * (0.6 if marker == "x" else 0.8),
            color=css(colour),
            mew=1.5 if marker == "x" else 0,
            clip_on=False,
        )


def _label_minutes(axes: Axes, dots: Dots, width: float, localizer: Localizer) -> None:
    since, whole = _span(dots)
    until = since + whole
    minutes = next((n for n in _MINUTES if whole / timedelta(minutes=n) <= 5), _MINUTES[-1])
    local = since.astimezone(localizer.time_zone)
    tick = local.replace(hour=0, minute=0, second=0, microsecond=0)
    every = timedelta(minutes=minutes * -(-whole // timedelta(minutes=7 * minutes) or 1))
    ticks: list[datetime] = []
    while tick <= until:
        if tick >= since:
            ticks.append(tick)
        tick += every
    labels = [
        localizer.weekday(at) if (at.hour, at.minute) == (0, 0) else localizer.time(at)
        for at in ticks
    ]
    axes.set_xticks([(at - since) / whole * width for at in ticks], labels)
    axes.set_yticks([])


def _entries(localizer: Localizer, dots: Dots) -> list[Entry]:
    there = {dot.sounds for dot in dots.dots}
    entries = [
        Entry(localizer.gettext(words), colour, "dot", marker=marker)
        for sounds, (words, colour, marker) in _LOOKS.items()
        if sounds in there
    ]
    if dots.turned is not None:
        turned = localizer.gettext("here it turned")
        entries.append(Entry(turned, palette.TEXT, "dot", hollow=True))
    return entries
