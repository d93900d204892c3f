"""What is drawn → a PNG, and the same in words. Only drawing imports matplotlib.

- `headline.py` says what a picture shows, in one line; `description.py` tells all of it.
- `canvas.py`, `card.py` and `legend.py` are the card that each is drawn on; `mood_axis.py` and
  `time_axis.py` its scales; `moments.py` marks what happened.
- Every other module draws one kind of picture: `python -m scripts.gallery OUT` shows all of them.
"""

from __future__ import annotations

import io
from threading import Lock
from typing import TYPE_CHECKING

from bot.render.charts.canvas import style
from bot.render.charts.comparison import comparison_figure
from bot.render.charts.course import course_figure
from bot.render.charts.coverage import coverage_figure
from bot.render.charts.day_squares import day_squares_figure
from bot.render.charts.description import LIMIT, change_words, describe
from bot.render.charts.dots import dots_figure
from bot.render.charts.headline import Picture, headline
from bot.render.charts.multiples import multiples_figure
from bot.render.charts.noted import noted_figure
from bot.render.charts.strips import strips_figure
from bot.render.charts.week_map import week_map_figure
from bot.render.localizer import Localizer
from bot.reports.compare import Comparison
from bot.reports.course import Course
from bot.reports.coverage import NamedCoverage
from bot.reports.day_squares import DaySquares
from bot.reports.dots import Dots
from bot.reports.noted import Noted
from bot.reports.side_by_side import Multiples, Strips
from bot.reports.week_map import WeekMap

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["LIMIT", "Picture", "change_words", "describe", "draw", "figure", "headline"]

# matplotlib's caches are not made for two threads that draw at once.
_drawing = Lock()


def draw(localizer: Localizer, picture: Picture) -> bytes:
    """A PNG, 1,280 pixels wide.

    Call it off the event loop: it takes some 0.2 s, and the first time 0.4 s more, since
    matplotlib (90 MB) is imported here.
    """
    with _drawing, style():
        png = io.BytesIO()
        _figure(localizer, picture).savefig(png, format="png")
        return png.getvalue()


def figure(localizer: Localizer, picture: Picture) -> Figure:
    """The chart as matplotlib holds it. For one thread at a time."""
    with style():
        return _figure(localizer, picture)


def _figure(localizer: Localizer, picture: Picture) -> Figure:
    match picture:
        case Course():
            return course_figure(localizer, picture)
        case Comparison():
            return comparison_figure(localizer, picture)
        case Strips():
            return strips_figure(localizer, picture)
        case Multiples():
            return multiples_figure(localizer, picture)
        case Dots():
            return dots_figure(localizer, picture)
        case WeekMap():
            return week_map_figure(localizer, picture)
        case DaySquares():
            return day_squares_figure(localizer, picture)
        case NamedCoverage():
            return coverage_figure(localizer, picture)
        case Noted():
            return noted_figure(localizer, picture)
