"""Channels as small charts, two beside each other, all on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import LEFT, NORMAL, RIGHT, SMALL, axes_at, drawable, fitted, write
from bot.render.charts.card import card
from bot.render.charts.course import channel_entries, draw_moods
from bot.render.charts.headline import headline, moment_words, on_clock
from bot.render.charts.mood_axis import Scale, label_moods, scale, shown_moods
from bot.render.charts.time_axis import label_time
from bot.render.localizer import Localizer
from bot.render.words import mood_words
from bot.reports.course import Course
from bot.reports.side_by_side import Multiples

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_COLUMNS = 2
_BETWEEN = 0.24
_WIDE = (RIGHT - LEFT - _BETWEEN) / _COLUMNS
_NAME, _WORD, _PLOT, _GAP = 0.24, 0.2, 0.6, 0.12
_TIME, _FOOT = 0.32, 0.3


def multiples_figure(localizer: Localizer, multiples: Multiples) -> Figure:
    """A page of small charts."""
    title = headline(localizer, multiples)
    localizer = on_clock(localizer, multiples.window)
    courses = multiples.courses
    rows = -(-len(courses) // _COLUMNS)
    row = _NAME + _WORD + _PLOT + _GAP
    entries = channel_entries(localizer, courses)
    figure = card(title, _FOOT + _TIME + row * rows, entries if courses else ())
    shown = scale(mood for course in courses for mood in shown_moods(course.steps))
    for number, course in enumerate(courses):
        left = LEFT + (number % _COLUMNS) * (_WIDE + _BETWEEN)
        bottom = _FOOT + _TIME + row * (rows - 1 - number // _COLUMNS)
        lowest = number + _COLUMNS >= len(courses)
        _draw_small(figure, course, shown, (left, bottom), localizer, labels=lowest)
    if courses:
        write(figure, LEFT, _FOOT / 2, _scale_words(localizer, shown), SMALL)
    if multiples.pages > 1:
        said = localizer.gettext(
            "Page {page} of {pages}", page=multiples.page, pages=multiples.pages
        )
        write(figure, RIGHT, _FOOT / 2, said, SMALL, ha="right")
    return figure


def _draw_small(
    figure: Figure,
    course: Course,
    shown: Scale,
    corner: tuple[float, float],
    localizer: Localizer,
    *,
    labels: bool,
) -> None:
    left, bottom = corner
    axes = axes_at(figure, left, bottom, _WIDE, _PLOT)
    label_moods(axes, shown, localizer, words=False)
    label_time(axes, course.window, localizer, labels=labels, most=4)
    axes.tick_params(axis="x", labelsize=SMALL)
    draw_moods(axes, course, shown, small=True)
    word, colour = _word(localizer, course)
    write(figure, left, bottom + _PLOT + _WORD / 2, word, SMALL, colour=colour)
    y = bottom + _PLOT + _WORD + _NAME / 2
    name = fitted(figure, drawable(course.name), _WIDE, NORMAL, bold=True)
    write(figure, left, y, name, NORMAL, weight="bold")


def _word(localizer: Localizer, course: Course) -> tuple[str, int]:
    """What a channel comes to: since when it was last unusual, or else its mood."""
    if course.unusual:
        began = max(stretch.began for stretch in course.unusual)
        time = moment_words(localizer, began, course.window)
        return localizer.gettext("unusual from {time}", time=time), palette.NEGATIVE
    if course.mood is None:
        return localizer.gettext("too few messages"), palette.NEUTRAL
    return mood_words(localizer, course.mood), palette.NEUTRAL


def _scale_words(localizer: Localizer, shown: Scale) -> str:
    low, high = shown
    return localizer.gettext(
        "Each from {low} up to {high}.",
        low=mood_words(localizer, low + 0.01),
        high=mood_words(localizer, high - 0.01),
    )
