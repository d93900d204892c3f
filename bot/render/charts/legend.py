"""The legend: what each colour and line means, in rows under the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.render.charts.canvas import LEFT, RIGHT, SMALL, width_of, write
from bot.render.palette import css

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROW = 0.235
"""The height of a row, in inches."""

_SWATCH, _GAP = 0.24, 0.16


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a legend: what a colour, a line or a sign stands for."""

    label: str
    colour: int
    kind: Literal["area", "line", "margin", "dot"] = "area"
    style: str = "-"
    alpha: float = 1.0
    marker: str = "o"
    hollow: bool = False


def rows_of(figure: Figure, entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries in rows, each as full as it gets."""
    rows: list[list[Entry]] = [[]]
    x = LEFT
    for entry in entries:
        width = _SWATCH + 0.07 + width_of(figure, entry.label, SMALL) + _GAP
        if rows[-1] and x + width - _GAP > RIGHT:
            rows.append([])
            x = LEFT
        rows[-1].append(entry)
        x += width
    return rows


def draw_legend(figure: Figure, rows: Sequence[Sequence[Entry]], top: float) -> None:
    """Draw the rows, the first of them right under `top` (inches)."""
    for number, row in enumerate(rows):
        x, y = LEFT, top - ROW * (number + 0.5)
        for entry in row:
            _swatch(figure, entry, x, y)
            x += _SWATCH + 0.07
            x += write(figure, x, y, entry.label, SMALL) + _GAP


def _swatch(figure: Figure, entry: Entry, x: float, y: float) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    width, height = figure.get_size_inches()
    colour = css(entry.colour)
    if entry.kind == "area":
        corner = (x / width, (y - 0.065) / height)
        size = (_SWATCH / width, 0.13 / height)
        area = Rectangle(corner, *size, color=colour, alpha=entry.alpha, lw=0)
        figure.add_artist(area)
        return
    middle, half = x + _SWATCH / 2, _SWATCH / 2
    xs, ys = [middle - half, middle + half], [y, y]
    if entry.kind == "margin":
        xs, ys = [middle, middle], [y - 0.08, y + 0.08]
    is_dot = entry.kind == "dot"
    if is_dot:
        xs, ys = [middle], [y]
    line = Line2D(
        [at / width for at in xs],
        [at / height for at in ys],
        color=colour,
        lw=2.0,
        ls="none" if is_dot else entry.style,
        marker=entry.marker if is_dot else "none",
        markersize=7,
        markerfacecolor="none" if entry.hollow else colour,
        alpha=entry.alpha,
    )
    figure.add_artist(line)
