"""The hours of the week as a map: a row a day, a column an hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import LEFT, RIGHT, SMALL, axes_at
from bot.render.charts.card import card
from bot.render.charts.headline import headline, on_clock
from bot.render.charts.legend import Entry
from bot.render.charts.mood_axis import Scale, labels_of, scale
from bot.render.localizer import Localizer
from bot.render.palette import css
from bot.reports.week_map import DAYS_A_WEEK, HOURS_A_DAY, WeekMap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure

_DAYS, _ROW, _TIME = 0.62, 0.32, 0.34
_BAR, _BAR_WORDS = 0.13, 0.44
_MONDAY = datetime(2024, 1, 1, tzinfo=UTC)


def week_map_figure(localizer: Localizer, week: WeekMap) -> Figure:
    """The map over a bar that says in words what its colours mean."""
    title = headline(localizer, week)
    localizer = on_clock(localizer, week.window)
    moods = week.shrunk()
    shown = scale(moods.values())
    bottom = (_BAR_WORDS + _BAR + 0.1 if moods else 0.0) + _TIME
    entries = [Entry(localizer.gettext("too few messages"), palette.NEUTRAL, "dot")]
    if moods:
        marked = localizer.gettext("lowest and highest")
        entries.append(Entry(marked, palette.TEXT, "line"))
    figure = card(title, bottom + _ROW * DAYS_A_WEEK, entries)
    axes = axes_at(figure, LEFT + _DAYS, bottom, RIGHT - LEFT - _DAYS, _ROW * DAYS_A_WEEK)
    _draw_cells(axes, moods, shown, localizer)
    if moods:
        bar = axes_at(figure, LEFT + _DAYS, _BAR_WORDS, RIGHT - LEFT - _DAYS, _BAR)
        _draw_bar(bar, shown, localizer)
    return figure


def _draw_cells(
    axes: Axes, moods: dict[tuple[int, int], float], shown: Scale, localizer: Localizer
) -> None:
    import numpy as np
    from matplotlib.patches import Rectangle

    first = localizer.locale.first_week_day  # 0: Monday
    order = [(first + n) % DAYS_A_WEEK for n in range(DAYS_A_WEEK)]
    grid = np.full((DAYS_A_WEEK, HOURS_A_DAY), np.nan)
    for (day, hour), mood in moods.items():
        grid[order.index(day), hour] = mood
    sides = np.arange(HOURS_A_DAY + 1), np.arange(DAYS_A_WEEK + 1)
    low, high = shown
    axes.pcolormesh(
        *sides,
        np.ma.masked_invalid(grid),
        cmap=_colours(shown),
        vmin=low,
        vmax=high,
        edgecolors=css(palette.BACKGROUND),
        linewidth=1.2,
    )
    rows, columns = np.nonzero(np.isnan(grid))
    axes.plot(columns + 0.5, rows + 0.5, ".", color=css(palette.FAINT), ms=4)
    if moods:
        for at in {min(moods, key=lambda at: moods[at]), max(moods, key=lambda at: moods[at])}:
            corner = (at[1], order.index(at[0]))
            box = Rectangle(corner, 1, 1, fill=False, edgecolor=css(palette.TEXT), linewidth=2.2)
            box.set(clip_on=False, zorder=3)
            axes.add_patch(box)
    axes.set_ylim(DAYS_A_WEEK, 0)
    names = [localizer.in_utc().weekday_name(_MONDAY + timedelta(days=day)) for day in order]
    axes.set_yticks(np.arange(DAYS_A_WEEK) + 0.5, names)
    hours = range(0, HOURS_A_DAY, 6)
    times = [localizer.in_utc().time(_MONDAY + timedelta(hours=hour)) for hour in hours]
    axes.set_xticks(list(hours), times, ha="left")


def _draw_bar(axes: Axes, shown: Scale, localizer: Localizer) -> None:
    import numpy as np

    low, high = shown
    shades = np.linspace(low, high, 256)[None, :]
    axes.imshow(shades, cmap=_colours(shown), aspect="auto", extent=(low, high, 0, 1))
    middles, labels = labels_of(shown, localizer)
    axes.set_xticks(middles, labels, fontsize=SMALL, linespacing=0.95)
    axes.set_yticks([])


def _colours(shown: Scale) -> Colormap:
    """From orange over grey, which is balanced, to blue, as far as the scale reaches."""
    from matplotlib.colors import LinearSegmentedColormap

    low, high = shown
    # The shade of a mood goes with how far it is from balanced, the same on both sides.
    far = max(-low, high)
    balanced = -low / (high - low)
    stops = [
        (0.0, _blend(palette.NEGATIVE, -low / far)),
        (balanced, _blend(palette.NEGATIVE, 0)),
        (1.0, _blend(palette.POSITIVE, high / far)),
    ]
    return LinearSegmentedColormap.from_list("mood", stops)


def _blend(colour: int, share: float) -> tuple[float, float, float]:
    """So much of the colour on the grey that stands for balanced; 0..1 each."""
    parts = [
        ((share * (colour >> shift & 0xFF) + (1 - share) * (palette.BAND >> shift & 0xFF)) / 255)
        for shift in (16, 8, 0)
    ]
    return parts[0], parts[1], parts[2]
