"""The days that are kept as squares, a row a week, orange where a day was unusual."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import LEFT, NORMAL, RIGHT, SMALL, axes_at
from bot.render.charts.card import card
from bot.render.charts.headline import headline
from bot.render.charts.legend import Entry
from bot.render.localizer import Localizer
from bot.render.palette import css
from bot.reports.day_squares import DaySquares, Square

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WEEK = 7
_ROW, _NAMES, _FOOT = 0.42, 0.26, 0.1
_GAP = 0.08
"""Between squares, in their sides."""

_INK = 0x1B1C1F
_QUIET = 0x3F4249


def day_squares_figure(localizer: Localizer, days: DaySquares) -> Figure:
    """The squares under the names of the weekdays."""
    localizer, title = localizer.in_utc(), headline(localizer, days)  # dates have no zone
    first = localizer.locale.first_week_day  # 0: Monday
    before = (days.squares[0].day.weekday() - first) % _WEEK if days.squares else 0
    weeks = -(-(before + len(days.squares)) // _WEEK)
    entries = [
        Entry(localizer.gettext("unusual"), palette.NEGATIVE),
        Entry(localizer.gettext("as usual"), palette.BAND),
    ]
    if any(not square.told for square in days.squares):
        entries.append(Entry(localizer.gettext("not known"), _QUIET))
    figure = card(title, _FOOT + _ROW * weeks + _NAMES, entries)
    axes = axes_at(figure, LEFT, _FOOT, RIGHT - LEFT, _ROW * weeks + _NAMES)
    axes.set_xlim(0, _WEEK)
    axes.set_ylim(weeks, -_NAMES / _ROW)
    axes.set_axis_off()
    monday = datetime(2024, 1, 1, tzinfo=UTC)
    for column in range(_WEEK):
        name = localizer.weekday_name(monday + timedelta(days=first + column))
        axes.text(column + 0.5, -_NAMES / _ROW / 2, name, ha="center", va="center", fontsize=SMALL)
    for number, square in enumerate(days.squares, start=before):
        _draw_square(axes, square, divmod(number, _WEEK), localizer)
    return figure


def _draw_square(axes: Axes, square: Square, place: tuple[int, int], localizer: Localizer) -> None:
    from matplotlib.patches import Rectangle

    row, column = place
    colour = palette.NEGATIVE if square.unusual else palette.BAND if square.told else _QUIET
    corner = (column + _GAP / 2, row + _GAP)
    axes.add_patch(Rectangle(corner, 1 - _GAP, 1 - 2 * _GAP, color=css(colour), lw=0))
    moment = datetime.combine(square.day, time(), UTC)
    if square.unusual:
        said, size, ink, weight = localizer.date(moment), NORMAL, _INK, "bold"
    else:
        ink = palette.TEXT if square.told else palette.NEUTRAL
        said, size, weight = localizer.number(square.day.day), SMALL, "normal"
    axes.text(
        column + 0.5,
        row + 0.5,
        said,
        ha="center",
        va="center",
        color=css(ink),
        fontsize=size,
        fontweight=weight,
    )
