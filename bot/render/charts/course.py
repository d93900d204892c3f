"""A course: mood over time, what is usual behind it, volume beneath, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import nan
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import LEFT, RIGHT, SMALL, axes_at
from bot.render.charts.card import card
from bot.render.charts.headline import headline, on_clock
from bot.render.charts.legend import Entry
from bot.render.charts.moments import (
    LABEL_ROW,
    draw_moments,
    label_rows,
    shade_unusual,
    unusual_entry,
)
from bot.render.charts.mood_axis import Scale, label_moods, scale, shown_moods
from bot.render.charts.time_axis import label_time, x_of
from bot.render.localizer import Localizer
from bot.render.palette import css
from bot.render.words import time_before
from bot.reports.course import Course, Step, Usual
from bot.reports.periods import DAY, HOUR

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    Values = np.ndarray[tuple[int], np.dtype[np.float64]]

WORDS = 0.92
"""The room that the words beside the axis of mood take."""

MOOD_HEIGHT, VOLUME_HEIGHT = 2.35, 0.62
TIME_LABELS, VOLUME_TITLE = 0.34, 0.3

_ROOM_FOR_DATES = 0.13
"""Of the height, beyond the lowest and the highest step."""

_RIBBON = 0.4
"""How opaque the likely range is where there are too many steps for whiskers."""

_SAME = 0.01
"""Moods no further apart are neither the highest nor the lowest."""

_MOST_DOTS, _MOST_WHISKERS, _MANY = 62, 40, 120


def course_figure(localizer: Localizer, course: Course) -> Figure:
    """The chart of a course."""
    title = headline(localizer, course)
    localizer = on_clock(localizer, course.window)
    bottom = TIME_LABELS + VOLUME_HEIGHT + VOLUME_TITLE
    entries = fill_entries(localizer, course.has_usual) + line_entries(localizer, course)
    entries += unusual_entry(localizer, bool(course.unusual))
    course = course.begun
    room = 0.08 + label_rows(course) * LABEL_ROW
    figure = card(title, bottom + MOOD_HEIGHT + room, entries)
    width = RIGHT - LEFT - WORDS
    moods = axes_at(figure, LEFT + WORDS, bottom, width, MOOD_HEIGHT)
    volume = axes_at(figure, LEFT + WORDS, TIME_LABELS, width, VOLUME_HEIGHT)
    shown = scale(shown_moods(course.steps))
    label_moods(moods, shown, localizer)
    label_time(moods, course.window, localizer, labels=False)
    label_time(volume, course.window, localizer)
    draw_moods(moods, course, shown)
    _label_extremes(moods, course, localizer)
    _draw_volume(volume, course, localizer)
    draw_moments(figure, moods, course, localizer)
    return figure


def draw_moods(
    axes: Axes, course: Course, shown: Scale, *, small: bool = False, filled: bool = True
) -> None:
    """The line of moods, and all that is behind it, on axes that have their scales."""
    import numpy as np

    xs = np.array([x_of(step.middle, course.window) for step in course.steps])
    moods = np.array([_or_nan(step.mood) for step in course.steps])
    shade_unusual(axes, course, alpha=0.35 if small else 0.22)
    if filled and course.has_usual:
        _fill_usual(axes, xs, moods, course.steps)
    elif filled:
        _fill_from_balanced(axes, xs, moods)
    if course.has_before and not small:
        before = [_or_nan(step.before) for step in course.steps]
        axes.plot(xs, before, color=css(palette.NEUTRAL), lw=1.3, ls=(0, (5, 2)), zorder=2)
    if not small:
        _draw_margins(axes, xs, moods, course.steps, shown)
    _draw_line(axes, xs, moods, small=small)
    _draw_dots(axes, xs, moods, course.steps, small=small)


def _draw_line(axes: Axes, xs: Values, moods: Values, *, small: bool) -> None:
    """The line, dotted over gaps."""
    import numpy as np

    width = 1.5 if small or len(xs) > _MANY else 2.2
    axes.plot(xs, moods, color=css(palette.TEXT), lw=width, solid_capstyle="round", zorder=3)
    for a, b in pairwise(np.flatnonzero(np.isfinite(moods))):
        if b - a > 1:
            axes.plot(xs[[a, b]], moods[[a, b]], ":", color=css(palette.TEXT), lw=width, zorder=3)


def _draw_dots(
    axes: Axes, xs: Values, moods: Values, steps: tuple[Step, ...], *, small: bool
) -> None:
    """A dot a step; where they would hide the line, only for steps that no line comes to."""
    import numpy as np

    known = np.isfinite(moods)
    beside = np.pad(known, 1)
    alone = known & ~beside[:-2] & ~beside[2:]
    dotted = alone if small or len(moods) > _MOST_DOTS else known
    axes.scatter(
        xs[dotted],
        moods[dotted],
        color=[css(_colour_of(step)) for step, dot in zip(steps, dotted, strict=True) if dot],
        edgecolors=css(palette.TEXT),
        linewidths=0.8,
        s=14 if small else 30,
        zorder=4,
        clip_on=False,
    )


def _fill_usual(axes: Axes, xs: Values, moods: Values, steps: tuple[Step, ...]) -> None:
    import numpy as np

    nothing = Usual(nan, nan, nan)
    usual = [step.usual or nothing for step in steps]
    low, high = (np.array(list(map(attrgetter(name), usual))) for name in ("low", "high"))
    axes.fill_between(xs, low, high, color=css(palette.BAND), lw=0, zorder=1)
    for colour, edge, outside in (
        (palette.NEGATIVE, low, moods < low),
        (palette.POSITIVE, high, moods > high),
    ):
        axes.fill_between(
            xs, moods, edge, where=outside, interpolate=True, color=css(colour), alpha=0.8, lw=0
        )


def _fill_from_balanced(axes: Axes, xs: Values, moods: Values) -> None:
    for colour, side in ((palette.POSITIVE, moods >= 0), (palette.NEGATIVE, moods <= 0)):
        axes.fill_between(
            xs, moods, 0, where=side, interpolate=True, color=css(colour), alpha=0.45, lw=0
        )
    axes.axhline(0, color=css(palette.NEUTRAL), lw=1, zorder=1)


def _draw_margins(
    axes: Axes, xs: Values, moods: Values, steps: tuple[Step, ...], shown: Scale
) -> None:
    """How sure the moods are, as far as the scale goes, which is not theirs."""
    import numpy as np

    margins = np.array([step.margin for step in steps])
    low, high = np.clip(moods - margins, *shown), np.clip(moods + margins, *shown)
    if len(xs) <= _MOST_WHISKERS:
        axes.vlines(xs, low, high, color=css(palette.TEXT), lw=1, alpha=0.65, zorder=2)
    else:
        axes.fill_between(xs, low, high, color=css(palette.TEXT), alpha=_RIBBON, lw=0, zorder=2)


def _colour_of(step: Step) -> int:
    """The colour of a dot: outside of what is usual, or else on which side of balanced."""
    if step.usual is None or step.mood is None:
        return palette.of_mood(step.mood)
    if step.mood < step.usual.low:
        return palette.NEGATIVE
    return palette.POSITIVE if step.mood > step.usual.high else palette.NEUTRAL


def _label_extremes(axes: Axes, course: Course, localizer: Localizer) -> None:
    """Write its date at the lowest step, and at the highest."""
    known = [(step.mood, step) for step in course.steps if step.mood is not None]
    moods = [mood for mood, _ in known]
    if not moods or max(moods) - min(moods) < _SAME:
        return
    low, high = axes.get_ylim()
    room = _ROOM_FOR_DATES * (high - low)
    axes.set_ylim(min(low, min(moods) - room), max(high, max(moods) + room))
    for extreme, up in ((min(moods), False), (max(moods), True)):
        step = next(step for mood, step in known if mood == extreme)
        x = x_of(step.middle, course.window)
        share = x / x_of(course.window.until, course.window)
        side = "left" if share < 0.15 else "right" if share > 0.85 else "center"
        axes.annotate(
            step_words(localizer, step, course),
            (x, extreme),
            xytext=({"left": 2, "right": -2, "center": 0}[side], 8 if up else -8),
            textcoords="offset points",
            ha=side,
            va="bottom" if up else "top",
            fontsize=SMALL,
            fontweight="bold",
            bbox={"facecolor": css(palette.BACKGROUND), "alpha": 0.75, "lw": 0, "pad": 1},
            zorder=6,
            annotation_clip=False,
        )


def step_words(localizer: Localizer, step: Step, course: Course) -> str:
    """When a step was, as long as steps are: "Sun 22, 18:00", or "22 Nov"."""
    if course.step >= DAY:
        return localizer.date(step.middle)
    if course.window.length <= DAY:
        return localizer.time(step.start)
    day, time = localizer.weekday(step.start), localizer.time(step.start)
    return localizer.gettext("{day}, {time}", day=day, time=time)


def _draw_volume(axes: Axes, course: Course, localizer: Localizer) -> None:
    """Bars under their dots, as wide as their steps are long."""
    from matplotlib.ticker import MaxNLocator

    share = 0.86 if len(course.steps) <= _MANY else 1.0  # of hair's breadths gaps make stripes
    axes.bar(
        [x_of(step.middle, course.window) for step in course.steps],
        [step.messages for step in course.steps],
        width=[share * ((step.end - step.start) / HOUR) for step in course.steps],
        color=[
            css(palette.FAINT if step.mood is None else palette.NEUTRAL) for step in course.steps
        ],
    )
    highest = max((step.messages for step in course.steps), default=0)
    ticks = MaxNLocator(2, integer=True).tick_values(0, max(1, highest))
    axes.set_ylim(0, ticks[-1])
    axes.set_yticks(ticks, [localizer.number(round(tick)) for tick in ticks], fontsize=SMALL)
    axes.grid(axis="y", color=css(palette.FAINT), lw=0.6)
    title = localizer.gettext("Messages judged")
    axes.set_title(title, loc="left", fontsize=SMALL, pad=5)


def fill_entries(localizer: Localizer, has_usual: bool) -> list[Entry]:
    """What the areas mean: with what is usual, or on either side of balanced."""
    _ = localizer.gettext
    if has_usual:
        return [
            Entry(_("usual"), palette.BAND),
            Entry(_("below usual"), palette.NEGATIVE, alpha=0.8),
            Entry(_("above usual"), palette.POSITIVE, alpha=0.8),
        ]
    return [
        Entry(_("positive"), palette.POSITIVE, alpha=0.7),
        Entry(_("negative"), palette.NEGATIVE, alpha=0.7),
    ]


def channel_entries(localizer: Localizer, courses: Sequence[Course]) -> list[Entry]:
    """What the colours of several small courses mean."""
    entries = fill_entries(localizer, any(course.has_usual for course in courses))
    return entries + unusual_entry(localizer, any(course.unusual for course in courses))


def line_entries(localizer: Localizer, course: Course) -> list[Entry]:
    """What the lines mean, as far as there are any."""
    entries = []
    if course.has_before:
        before = time_before(localizer, course.window)
        entries.append(Entry(before, palette.NEUTRAL, "line", "--"))
    if has_gaps(course):
        entries.append(Entry(localizer.gettext("too few messages"), palette.TEXT, "line", ":"))
    if any(step.margin for step in course.steps):
        label = localizer.gettext("likely range")
        if len(course.steps) <= _MOST_WHISKERS:
            entries.append(Entry(label, palette.TEXT, "margin", alpha=0.65))
        else:
            entries.append(Entry(label, palette.TEXT, alpha=_RIBBON))
    return entries


def has_gaps(course: Course) -> bool:
    """Whether there is a gap between two steps that have a mood."""
    known = [number for number, step in enumerate(course.steps) if step.mood is not None]
    return any(b - a > 1 for a, b in pairwise(known))


def _or_nan(mood: float | None) -> float:
    return nan if mood is None else mood
