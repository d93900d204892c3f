"""A period beside the one before it: how messages sounded in each, and both courses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import LEFT, NORMAL, RIGHT, SMALL, axes_at, write
from bot.render.charts.card import card
from bot.render.charts.course import TIME_LABELS, WORDS, draw_moods, line_entries
from bot.render.charts.headline import headline, on_clock
from bot.render.charts.legend import Entry
from bot.render.charts.moments import unusual_entry
from bot.render.charts.mood_axis import label_moods, scale, shown_moods
from bot.render.charts.time_axis import label_time
from bot.render.localizer import Localizer
from bot.render.palette import css
from bot.render.words import period_words, sentence, time_before
from bot.reports.compare import Comparison, Shares

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_NAME, _BAR, _GAP = 0.26, 0.3, 0.12
_MOODS = 2.3
_INK = 0x1B1C1F
"""What is written on a colour."""

_ROOM_FOR_FIGURES = 0.07
"""A share under this is not written on its part of the bar."""


def comparison_figure(localizer: Localizer, comparison: Comparison) -> Figure:
    """Two bars of shares over the two courses."""
    course = comparison.course
    title = headline(localizer, comparison)
    localizer = on_clock(localizer, course.window)
    now = sentence(period_words(localizer, course.window))
    bars = [(now, comparison.now)]
    if comparison.before is not None:
        bars.append((sentence(time_before(localizer, course.window)), comparison.before))
    row = _NAME + _BAR + _GAP
    above = TIME_LABELS + _MOODS + 0.2
    _ = localizer.gettext
    entries = [
        Entry(_("negative"), palette.NEGATIVE),
        Entry(_("neutral"), palette.NEUTRAL),
        Entry(_("positive"), palette.POSITIVE),
        *line_entries(localizer, course),
        *unusual_entry(localizer, bool(course.unusual)),
    ]
    figure = card(title, above + row * len(bars), entries)
    for number, (name, shares) in enumerate(reversed(bars)):
        _draw_bar(figure, name, shares, above + row * number, localizer)
    width = RIGHT - LEFT - WORDS
    axes = axes_at(figure, LEFT + WORDS, TIME_LABELS, width, _MOODS)
    shown = scale(shown_moods(course.steps))
    label_moods(axes, shown, localizer)
    label_time(axes, course.window, localizer)
    draw_moods(axes, course, shown, filled=False)
    return figure


def _draw_bar(
    figure: Figure, name: str, shares: Shares, bottom: float, localizer: Localizer
) -> None:
    y = bottom + _BAR + _NAME / 2
    write(figure, LEFT, y, name, NORMAL, weight="bold")
    counted = localizer.ngettext("{number} message", "{number} messages", shares.messages)
    write(figure, RIGHT, y, counted, SMALL, ha="right")
    axes = axes_at(figure, LEFT, bottom, RIGHT - LEFT, _BAR)
    axes.set_xlim(0, 1)
    axes.set_axis_off()
    if not shares.messages:
        return
    left = 0.0
    for share, colour in (
        (shares.negative, palette.NEGATIVE),
        (shares.neutral, palette.NEUTRAL),
        (shares.positive, palette.POSITIVE),
    ):
        axes.barh(0, share, left=left, color=css(colour), height=1)
        if share >= _ROOM_FOR_FIGURES:
            said = localizer.percent(share)
            place = (left + share / 2, 0)
            axes.text(*place, said, ha="center", va="center", color=css(_INK), weight="bold")
        left += share
