"""The axis of mood, in words rather than in figures."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import SMALL
from bot.render.localizer import Localizer
from bot.render.palette import css
from bot.render.words import mood_words
from bot.reports.course import Step

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Scale = tuple[float, float]
"""The least and the greatest mood that are shown."""

EDGES = (-1.0, -0.6, -0.3, -0.1, 0.1, 0.3, 0.6, 1.0)
"""Where one word for a mood gives way to the next, as in `words.mood_words`."""

_WIDE = 1.3
"""On a scale this wide there is no room for the words of the narrow steps beside "balanced"."""


def scale(moods: Iterable[float]) -> Scale:
    """The scale from edge to edge that holds all moods, and balanced.

    >>> scale([0.25, 0.42])
    (-0.1, 0.6)
    """
    least, greatest = -0.1, 0.1
    for mood in moods:
        least, greatest = min(least, mood), max(greatest, mood)
    low = max(edge for edge in EDGES if edge <= max(least, -1.0))
    return low, min(edge for edge in EDGES if edge >= min(greatest, 1.0))


def shown_moods(steps: Iterable[Step]) -> list[float]:
    """All moods that a chart of these steps shows, other than margins, which it may cut."""
    moods: list[float] = []
    for step in steps:
        moods += [mood for mood in (step.mood, step.before) if mood is not None]
        if step.usual is not None:
            moods += [step.usual.low, step.usual.high]
    return moods


def label_moods(axes: Axes, scale: Scale, localizer: Localizer, *, words: bool = True) -> None:
    """Set the axis to the scale: a line at each edge, and between them the word.

    Without words there is only a line at balanced.
    """
    low, high = scale
    pad = 0.05 * (high - low)
    axes.set_ylim(low - pad, high + pad)
    for edge in edges_of(scale) if words else (0.0,):
        axes.axhline(edge, color=css(palette.FAINT), lw=0.6, zorder=0)
    if not words:
        axes.set_yticks([])
        return
    middles, labels = labels_of(scale, localizer)
    axes.set_yticks(middles, labels, fontsize=SMALL, linespacing=0.95)


def edges_of(scale: Scale) -> list[float]:
    """The edges on a scale, from its lower end to its upper one."""
    low, high = scale
    return [edge for edge in EDGES if low <= edge <= high]


def labels_of(scale: Scale, localizer: Localizer) -> tuple[list[float], list[str]]:
    """The middles between edges, as far as there is room, and the word for each on two lines."""
    low, high = scale
    middles = [(a + b) / 2 for a, b in pairwise(edges_of(scale))]
    if high - low > _WIDE:
        middles = [middle for middle in middles if not 0.1 < abs(middle) < 0.3]
    return middles, [mood_words(localizer, middle).replace(" ", "\n") for middle in middles]
