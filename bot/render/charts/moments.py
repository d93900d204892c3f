"""What happened, on a chart: unusual stretches, notes, and changes in the way of judging."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from bot.render import notes, palette
from bot.render.charts.canvas import SMALL, drawable, width_of
from bot.render.charts.legend import Entry
from bot.render.charts.time_axis import x_of
from bot.render.localizer import N_, Localizer
from bot.render.palette import css
from bot.reports.course import Course, Moment, MomentKind

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_CHANGES: dict[Literal["model", "voice"], str] = {
    "model": N_("new model"),
    "voice": N_("one voice each"),
}
KINDS: Mapping[MomentKind, str] = _CHANGES | notes.KINDS

_STYLES: dict[MomentKind, str] = {"model": "--", "voice": ":"}
_NOTE = "-"


_MOST_ROWS = 2
LABEL_ROW = 0.2
"""Inches from one row of labels to the next."""


def label_rows(course: Course) -> int:
    """How many rows of labels are kept free above a course."""
    return min(_MOST_ROWS, len(course.moments))


def shade_unusual(axes: Axes, course: Course, *, alpha: float) -> None:
    """Shade the unusual stretches, from the first to the last message."""
    least = x_of(course.window.until, course.window) / 150  # else a short one is not seen
    for stretch in course.unusual:
        since = x_of(stretch.began, course.window)
        until = max(x_of(stretch.until, course.window), since + least)
        axes.axvspan(since, until, color=css(palette.NEGATIVE), alpha=alpha, lw=0, zorder=0)


def draw_moments(figure: Figure, axes: Axes, course: Course, localizer: Localizer) -> None:
    """A line for each, and above it what it stands for, in the first row that has room for it."""
    whole = x_of(course.window.until, course.window)
    width = axes.get_position().width * figure.get_figwidth()
    height = axes.get_position().height * figure.get_figheight()
    free = [0.0] * label_rows(course)
    for moment in course.moments:
        x = x_of(moment.at, course.window)
        if not 0 <= x <= whole:
            continue
        style = _STYLES.get(moment.kind, _NOTE)
        axes.axvline(x, color=css(palette.MARK), lw=1.6, ls=style, zorder=2)
        label = moment_label(localizer, moment)
        long = width_of(figure, label, SMALL)
        left = min(max(x / whole * width - long / 2, 0.0), width - long)
        row = next((row for row, end in enumerate(free) if left >= end), None)
        if row is None:
            continue
        free[row] = left + long + 0.1
        axes.text(
            left / width * whole,
            1 + (0.06 + row * LABEL_ROW) / height,
            label,
            color=css(palette.MARK),
            fontsize=SMALL,
            transform=axes.get_xaxis_transform(),
        )


def moment_label(localizer: Localizer, moment: Moment) -> str:
    """What a moment is called on a chart: its kind, or what the moderator wrote of another."""
    if moment.kind == "other" and (text := drawable(moment.text, 24)):
        return text
    return localizer.gettext(KINDS[moment.kind])


def unusual_entry(localizer: Localizer, there: bool) -> list[Entry]:
    """What the shade of a stretch means, where there is one."""
    if not there:
        return []
    return [Entry(localizer.gettext("unusual stretch"), palette.NEGATIVE, alpha=0.3)]
