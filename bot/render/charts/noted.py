"""What moderators noted: a row each, with a dot where it lies in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import LEFT, RIGHT, SMALL, axes_at, drawable, fitted, write
from bot.render.charts.card import card
from bot.render.charts.time_axis import label_time, x_of
from bot.render.localizer import Localizer
from bot.render.notes import note_line
from bot.render.palette import css
from bot.reports.noted import Noted

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_TIME, _MORE, _ROW = 0.34, 0.28, 0.46
_DOT = 0.3
"""How far up in its row a dot is."""


def noted_figure(localizer: Localizer, noted: Noted) -> Figure:
    """The latest notes on top, over the axis of time."""
    shown = noted.shown
    more = len(noted.notes) - len(shown)
    bottom = _TIME + (_MORE if more else 0.0)
    height = _ROW * len(shown)
    figure = card(noted_headline(localizer, noted), bottom + height)
    if shown:
        axes = axes_at(figure, LEFT, bottom, RIGHT - LEFT, height)
        label_time(axes, noted.window, localizer)
        axes.set_ylim(0, len(shown))
        axes.set_yticks([])
        for number, note in enumerate(reversed(shown)):
            axes.axhline(number + _DOT, color=css(palette.FAINT), lw=0.8, zorder=1)
            x = x_of(note.at, noted.window)
            axes.plot([x], [number + _DOT], "o", color=css(palette.MARK), ms=7, clip_on=False)
            line = drawable(note_line(localizer, note, noted.place_of(note)))
            y = bottom + _ROW * (number + 0.72)
            write(figure, LEFT, y, fitted(figure, line, RIGHT - LEFT, SMALL), SMALL)
    if more:
        said = localizer.ngettext("and {number} more", "and {number} more", more)
        write(figure, LEFT, _MORE / 2, said, SMALL, colour=palette.NEUTRAL)
    return figure


def noted_headline(localizer: Localizer, noted: Noted) -> str:
    """How many there are, and when the last one was."""
    if not noted.notes:
        return localizer.gettext("{name}: nothing is noted yet", name=noted.name)
    return localizer.ngettext(
        "{name}: {number} note, {day}",
        "{name}: {number} notes, the last {day}",
        len(noted.notes),
        name=noted.name,
        day=localizer.full_date(noted.notes[0].at),
    )


def noted_lines(localizer: Localizer, noted: Noted) -> list[str]:
    """Those that are drawn, in words."""
    return [f"{note_line(localizer, note, noted.place_of(note))}." for note in noted.shown]
