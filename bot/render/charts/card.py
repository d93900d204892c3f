"""The card that a chart is drawn on: its title, its legend, and room for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import (
    DPI,
    LARGE,
    LEFT,
    RIGHT,
    WIDTH,
    drawable,
    fitted,
    width_of,
    wrapped,
    write,
)
from bot.render.charts.legend import ROW, Entry, draw_legend, rows_of
from bot.render.palette import css

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LINE = 0.27
"""From one line of the title to the next."""
_EDGE, _GAP = 0.13, 0.06


def card(title: str, body: float, legend: Sequence[Entry] = ()) -> Figure:
    """A figure with its title and legend on it, and `body` inches of room from the bottom."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure((WIDTH, body), DPI, facecolor=css(palette.BACKGROUND))
    FigureCanvasAgg(figure)
    lines = _lines(figure, drawable(title))
    rows = rows_of(figure, legend) if legend else []
    below = body + ROW * len(rows) + _GAP
    height = below + _LINE * len(lines) + _EDGE
    figure.set_size_inches(WIDTH, height)
    for number, line in enumerate(lines):
        top = height - _EDGE - _LINE * number
        write(figure, LEFT, top, line, LARGE, va="top", weight="bold")
    draw_legend(figure, rows, below)
    return figure


def _lines(figure: Figure, title: str) -> list[str]:
    """The title on one line, or else with the finding on lines of its own."""
    width = RIGHT - LEFT
    if width_of(figure, title, LARGE, bold=True) <= width:
        return [title]
    about, colon, said = title.partition(": ")
    if not said:
        return wrapped(figure, title, width, LARGE, bold=True)
    return [
        fitted(figure, about + colon.strip(), width, LARGE, bold=True),
        *wrapped(figure, said, width, LARGE, bold=True),
    ]
