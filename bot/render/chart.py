"""Trend → chart: mood over time, volume beneath, and a mark where the model changed."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from math import nan
from threading import Lock
from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.palette import css
from bot.render.words import count, figure, mood_words, when
from bot.reports.moods import MINIMUM_PER_BUCKET, Bucket, Period, Trend

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH, HEIGHT, DPI = 6.4, 4.4, 200
"""Inches, and pixels an inch: 1,280 × 880, which stays readable on a phone."""

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_STEP_NAMES = {_HOUR: "hour", 6 * _HOUR: "6 hours", _DAY: "day"}
_LABEL_EVERY: dict[Period, timedelta] = {
    "24 hours": 6 * _HOUR,
    "7 days": _DAY,
    "30 days": 7 * _DAY,
    "90 days": 14 * _DAY,
}

_TOPS = (0.2, 0.4, 0.6, 1.0)
"""The scale ends at the first of these that holds every mood, and at its negative."""

# matplotlib's caches are not made for two threads that draw at once.
_drawing = Lock()


def draw(trend: Trend) -> bytes:
    """A PNG of 1,280 × 880 pixels.

    Call it off the event loop: it takes some 0.2 s, and the first time 0.4 s more, since
    matplotlib (90 MB) is imported here.
    """
    with _drawing:
        from matplotlib import rc_context
        from matplotlib.figure import Figure

        with rc_context({"font.size": 13, "text.color": css(palette.TEXT)}):
            figure = Figure((WIDTH, HEIGHT), DPI, facecolor=css(palette.BACKGROUND))
            moods, volume = figure.subplots(2, 1, sharex=True, height_ratios=(5, 2))
            figure.subplots_adjust(left=0.13, right=0.945, top=0.925, bottom=0.085, hspace=0.25)
            for axes in (moods, volume):
                _undress(axes)
            _draw_moods(moods, trend)
            _explain_colours(moods, trend)
            _draw_volume(volume, trend)
            for axes in (moods, volume):
                _mark_model_changes(axes, trend)
            _label_time(volume, trend)
            png = io.BytesIO()
            figure.savefig(png, format="png")
            return png.getvalue()


def describe(trend: Trend) -> str:
    """The chart in words (at most 1,024 characters), for people who hear it instead."""
    window = trend.report.window
    with_mood = [(bucket.mood, bucket) for bucket in trend.buckets if bucket.mood is not None]
    gaps = len(trend.buckets) - len(with_mood)
    parts = [
        f"Chart of the mood {when(window)}, one step per {_STEP_NAMES[window.step]}, in UTC, "
        "with the number of messages beneath."
    ]
    if with_mood:
        high = max(with_mood, key=lambda pair: pair[0])
        low = min(with_mood, key=lambda pair: pair[0])
        parts += [_extreme("Highest", *high, window.step), _extreme("Lowest", *low, window.step)]
    if gaps:
        parts.append(
            f"{gaps} of {count(len(trend.buckets), 'step')} had fewer than "
            f"{MINIMUM_PER_BUCKET} scored messages and {'is a gap' if gaps == 1 else 'are gaps'}."
        )
    if trend.model_changes:
        days = ", ".join(_date(change.since) for change in trend.model_changes[:5])
        parts.append(f"The model changed on {days}.")
    return " ".join(parts)


def _extreme(name: str, mood: float, bucket: Bucket, step: timedelta) -> str:
    hour = f" {bucket.start:%H:%M}" if step < _DAY else ""
    return f"{name}: {mood_words(mood)}, {figure(mood)}, {_date(bucket.start)}{hour}."


def _date(moment: datetime) -> str:
    return f"{moment.day} {moment:%b}"


def _x(moment: datetime, trend: Trend) -> float:
    """A moment's place on the axis of time: hours since the window's start."""
    return (moment - trend.report.window.since) / _HOUR


def _undress(axes: Axes) -> None:
    axes.set_facecolor(css(palette.BACKGROUND))
    axes.spines[:].set_visible(False)
    axes.tick_params(colors=css(palette.TEXT), length=0)
    axes.grid(axis="y", color=css(palette.FAINT), linewidth=0.7)
    axes.set_axisbelow(True)


def _draw_moods(axes: Axes, trend: Trend) -> None:
    import numpy as np

    middles = np.array([(_x(b.start, trend) + _x(b.end, trend)) / 2 for b in trend.buckets])
    moods = np.array([nan if bucket.mood is None else bucket.mood for bucket in trend.buckets])
    for colour, side in ((palette.POSITIVE, moods >= 0), (palette.NEGATIVE, moods <= 0)):
        axes.fill_between(
            middles, moods, 0, where=side, interpolate=True, color=css(colour), alpha=0.4, lw=0
        )
    axes.axhline(0, color=css(palette.NEUTRAL), linewidth=1)
    axes.plot(middles, moods, color=css(palette.TEXT), linewidth=2, solid_capstyle="round")
    known = np.isfinite(moods)
    beside = np.pad(known, 1)
    alone = known & ~beside[:-2] & ~beside[2:]
    dotted = known if len(moods) <= 31 else alone
    axes.scatter(
        middles[dotted],
        moods[dotted],
        color=[css(palette.of_mood(mood)) for mood in moods[dotted]],
        edgecolors=css(palette.TEXT),
        s=28,
        zorder=3,
        clip_on=False,
    )
    top = next(top for top in _TOPS if np.nanmax(np.abs(moods), initial=0) <= top)
    axes.set_ylim(-1.08 * top, 1.08 * top)
    ticks = [-top, -top / 2, 0, top / 2, top]
    axes.set_yticks(ticks, [figure(tick) if tick else "0" for tick in ticks])
    step = _STEP_NAMES[trend.report.window.step].replace("hours", "h")
    axes.set_title(f"Mood per {step} (UTC)", loc="left", fontsize=13, fontweight="bold")


def _draw_volume(axes: Axes, trend: Trend) -> None:
    from matplotlib.ticker import MaxNLocator

    for bucket in trend.buckets:
        enough = bucket.mood is not None
        axes.bar(
            _x(bucket.start, trend),
            bucket.summary.scored,
            width=0.86 * ((bucket.end - bucket.start) / _HOUR),
            align="edge",
            color=css(palette.NEUTRAL if enough else palette.FAINT),
        )
    highest = max(bucket.summary.scored for bucket in trend.buckets)
    ticks = MaxNLocator(2, integer=True).tick_values(0, max(1, highest))
    axes.set_yticks(ticks)
    axes.set_ylim(0, ticks[-1])
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.set_title("Scored messages", loc="left", fontsize=13, fontweight="bold")


def _mark_model_changes(axes: Axes, trend: Trend) -> None:
    for change in trend.model_changes:
        x = _x(change.since, trend)
        axes.axvline(x, color=css(palette.MARK), linewidth=1.6, linestyle="--")


def _explain_colours(axes: Axes, trend: Trend) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    handles: list[Line2D | Patch] = [
        Patch(color=css(palette.POSITIVE), alpha=0.7, label="positive"),
        Patch(color=css(palette.NEGATIVE), alpha=0.7, label="negative"),
    ]
    if trend.model_changes:
        mark = Line2D([], [], color=css(palette.MARK), lw=1.6, ls="--", label="new model")
        handles.insert(0, mark)
    axes.legend(
        handles=handles,
        loc="lower right",
        bbox_to_anchor=(1.01, 0.99),
        ncols=len(handles),
        frameon=False,
        fontsize=10.5,
        handlelength=1.1,
        handletextpad=0.4,
        columnspacing=0.9,
        borderpad=0.2,
    )


def _label_time(axes: Axes, trend: Trend) -> None:
    window = trend.report.window
    axes.set_xlim(0, _x(window.until, trend))
    every = _LABEL_EVERY[window.period]
    midnight = window.until.replace(hour=0)
    if every < _DAY:
        moments = [midnight + every * n for n in range(-4, 5)]
        labels = [f"{m:%H:%M}" if m.hour else _date(m) for m in moments]
    else:  # a day's name stands under the middle of the day
        moments = [midnight + _DAY / 2 - every * n for n in range(8)]
        labels = [f"{m:%a} {m.day}" if every == _DAY else _date(m) for m in moments]
    inside = [window.since <= moment < window.until for moment in moments]
    axes.set_xticks(
        [_x(m, trend) for m, keep in zip(moments, inside, strict=True) if keep],
        [label for label, keep in zip(labels, inside, strict=True) if keep],
    )
