"""Thin strips for the morning: one a channel, on one scale, orange where it was unusual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import (
    LEFT,
    NORMAL,
    RIGHT,
    SMALL,
    axes_at,
    drawable,
    fitted,
    write,
)
from bot.render.charts.card import card
from bot.render.charts.course import channel_entries, draw_moods
from bot.render.charts.headline import headline, on_clock
from bot.render.charts.mood_axis import Scale, label_moods, scale, shown_moods
from bot.render.charts.time_axis import label_time, x_of
from bot.render.localizer import Localizer
from bot.reports.course import Course
from bot.reports.side_by_side import Strips

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_NAME, _STRIP, _GAP = 0.25, 0.52, 0.1
_TIME, _MORE = 0.34, 0.28
_WIDEST_NAME = 3.2


def strips_figure(localizer: Localizer, strips: Strips) -> Figure:
    """The strips under each other, with the hours under the last of them."""
    title = headline(localizer, strips)
    localizer = on_clock(localizer, strips.window)
    more = strips.channels - len(strips.courses)
    bottom = _TIME + (_MORE if more else 0.0)
    row = _NAME + _STRIP + _GAP
    entries = channel_entries(localizer, strips.courses)
    figure = card(title, bottom + row * len(strips.courses), entries if strips.courses else ())
    shown = scale(mood for course in strips.courses for mood in shown_moods(course.steps))
    for number, course in enumerate(reversed(strips.courses)):
        last = number == 0
        _draw_strip(figure, course, shown, bottom + row * number, localizer, labels=last)
    if more:
        said = localizer.ngettext(
            "{number} more channel is not shown.", "{number} more channels are not shown.", more
        )
        write(figure, LEFT, _MORE / 2, said, SMALL, colour=palette.NEUTRAL)
    return figure


def _draw_strip(
    figure: Figure,
    course: Course,
    shown: Scale,
    bottom: float,
    localizer: Localizer,
    *,
    labels: bool,
) -> None:
    axes = axes_at(figure, LEFT, bottom, RIGHT - LEFT, _STRIP)
    label_moods(axes, shown, localizer, words=False)
    label_time(axes, course.window, localizer, labels=labels)
    draw_moods(axes, course, shown, small=True)
    y = bottom + _STRIP + _NAME / 2
    name = fitted(figure, drawable(course.name), _WIDEST_NAME, NORMAL, bold=True)
    free = LEFT + write(figure, LEFT, y, name, NORMAL, weight="bold") + 0.15
    if not course.unusual:
        word = state_words(localizer, course)
        write(figure, RIGHT, y, word, SMALL, colour=palette.NEUTRAL, ha="right")
        return
    whole = x_of(course.window.until, course.window)
    for stretch in sorted(course.unusual, key=lambda each: each.began):
        share = max(0.0, x_of(stretch.began, course.window) / whole)
        x = min(max(LEFT + share * (RIGHT - LEFT), free), RIGHT - 0.55)
        if x < free:
            break
        time = localizer.time(stretch.began)
        colour = palette.NEGATIVE
        free = x + 0.1 + write(figure, x, y, time, NORMAL, colour=colour, weight="bold")


def state_words(localizer: Localizer, course: Course) -> str:
    """What is said beside the name of a channel in which no unusual stretch was found."""
    if not course.known:
        return localizer.gettext("too few messages")
    return localizer.gettext("nothing unusual") if course.watched else ""
