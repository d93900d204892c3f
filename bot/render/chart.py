"""Trend → chart: mood over time, volume beneath, and a mark where the model changed."""

from __future__ import annotations

import io
from datetime import datetime
from math import nan
from operator import itemgetter
from threading import Lock
from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.localizer import N_, Localizer
from bot.render.palette import css
from bot.render.words import blank_words, figure_of, mood_words, when
from bot.reports.periods import DAY, HOUR, Window
from bot.reports.trend import MINIMUM_PER_BUCKET, Bucket, Trend
from storage.records import MOST_COUNTED

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, HEIGHT, DPI = 6.4, 4.4, 200
"""Inches, and pixels an inch: 1,280 × 880, which stays readable on a phone."""

_TITLES = {
    HOUR: N_("Mood by the hour ({time_zone})"),
    6 * HOUR: N_("Mood every 6 hours ({time_zone})"),
    DAY: N_("Mood by day ({time_zone})"),
}
_KINDS = {
    HOUR: N_("Chart of the mood {when}, hour by hour ({time_zone}), with message counts below."),
    6 * HOUR: N_(
        "Chart of the mood {when}, every 6 hours ({time_zone}), with message counts below."
    ),
    DAY: N_("Chart of the mood {when}, day by day ({time_zone}), with message counts below."),
}

_TOPS = (0.2, 0.4, 0.6, 1.0)
"""The scale ends at the first of these that holds every mood, and at its negative."""

_NEW_MODEL, _ONE_VOICE = "--", ":"
"""Lines across the chart where moods before and after are not judged alike."""

# matplotlib's caches are not made for two threads that draw at once.
_drawing = Lock()


def draw(localizer: Localizer, trend: Trend) -> bytes:
    """A PNG of 1,280 × 880 pixels.

    Call it off the event loop: it takes some 0.2 s, and the first time 0.4 s more, since
    matplotlib (90 MB) is imported here.
    """
    with _drawing:
        png = io.BytesIO()
        figure(localizer, trend).savefig(png, format="png")
        return png.getvalue()


def figure(localizer: Localizer, trend: Trend) -> Figure:
    """The chart as matplotlib holds it. For one thread at a time."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    localizer = _of(localizer, trend.report.window)
    with rc_context({"font.size": 13, "text.color": css(palette.TEXT)}):
        chart = Figure((WIDTH, HEIGHT), DPI, facecolor=css(palette.BACKGROUND))
        moods, volume = chart.subplots(2, 1, sharex=True, height_ratios=(5, 2))
        chart.subplots_adjust(left=0.13, right=0.945, top=0.925, bottom=0.085, hspace=0.25)
        for axes in (moods, volume):
            _undress(axes)
        _draw_moods(moods, trend, localizer)
        _explain_colours(moods, trend, localizer)
        _draw_volume(volume, trend, localizer)
        for axes in (moods, volume):
            _mark_changes(axes, trend)
        _label_time(volume, trend, localizer)
    return chart


def describe(localizer: Localizer, trend: Trend) -> str:
    """The chart in words (at most 1,024 characters), for people who hear it instead."""
    window = trend.report.window
    localizer = _of(localizer, window)
    zone, span = str(localizer.time_zone), when(localizer, window)
    parts = [localizer.gettext(_KINDS[window.step], when=span, time_zone=zone)]
    with_mood = [(bucket.mood, bucket) for bucket in trend.buckets if bucket.mood is not None]
    if with_mood:
        high, low = (best(with_mood, key=itemgetter(0)) for best in (max, min))
        for message, (mood, bucket) in (
            (N_("Highest: {mood} ({figure}), {time}."), high),
            (N_("Lowest: {mood} ({figure}), {time}."), low),
        ):
            parts.append(
                localizer.gettext(
                    message,
                    mood=mood_words(localizer, mood),
                    figure=figure_of(localizer, mood, bucket.summary),
                    time=_beginning(localizer, bucket, window),
                )
            )
    parts.append(blank_words(localizer, trend))
    if gaps := sum(bucket.mood is None and not bucket.hidden for bucket in trend.buckets):
        parts.append(_blank(localizer, trend, gaps))
    if trend.model_changes:
        parts.append(change_words(localizer, trend))
    if trend.one_voice_since is not None:
        parts.append(
            localizer.gettext(
                "From {day} on, only a person's first {most} messages an hour in each channel "
                "count. Before, all of them did.",
                day=localizer.date(trend.one_voice_since),
                most=MOST_COUNTED,
            )
        )
    return " ".join(filter(None, parts))


def change_words(localizer: Localizer, trend: Trend) -> str:
    """When the model changed; a day on which it did in several channels is told once."""
    dates = dict.fromkeys(localizer.date(each.since) for each in trend.model_changes)
    days = localizer.listed(list(dates)[:5])
    return localizer.gettext("The way I judge messages changed on {days}.", days=days)


def _blank(localizer: Localizer, trend: Trend, gaps: int) -> str:
    """How many steps have no mood, and why."""
    if trend.report.window.whole_days:
        return localizer.ngettext(
            "{gaps} of {number} day left blank: nothing was said, or so little that it is hidden.",
            "{gaps} of {number} days left blank: nothing was said, or so little that it is hidden.",
            len(trend.buckets),
            gaps=gaps,
        )
    return localizer.ngettext(
        "{gaps} of {number} step left blank: fewer than {needed} messages I could judge.",
        "{gaps} of {number} steps left blank: fewer than {needed} messages I could judge.",
        len(trend.buckets),
        gaps=gaps,
        needed=MINIMUM_PER_BUCKET,
    )


def _of(localizer: Localizer, window: Window) -> Localizer:
    """Steps of a day are days of UTC, wherever they are read."""
    return localizer.in_utc() if window.step >= DAY else localizer


def _beginning(localizer: Localizer, bucket: Bucket, window: Window) -> str:
    date = localizer.date(bucket.start)
    if window.step >= DAY:
        return date
    time = localizer.time(bucket.start)
    return localizer.gettext("{date}, {time}", date=date, time=time)


def _x(moment: datetime, trend: Trend) -> float:
    """A moment's place on the axis of time: hours since the window's start."""
    return (moment - trend.report.window.since) / HOUR


def _undress(axes: Axes) -> None:
    axes.set_facecolor(css(palette.BACKGROUND))
    axes.spines[:].set_visible(False)
    axes.tick_params(colors=css(palette.TEXT), length=0)
    axes.grid(axis="y", color=css(palette.FAINT), linewidth=0.7)
    axes.set_axisbelow(True)


def _draw_moods(axes: Axes, trend: Trend, localizer: Localizer) -> None:
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
    axes.set_yticks(ticks, [localizer.signed(tick) if tick else "0" for tick in ticks])
    title = localizer.gettext(_TITLES[trend.report.window.step], time_zone=str(localizer.time_zone))
    axes.set_title(title, loc="left", fontsize=13, fontweight="bold")


def _draw_volume(axes: Axes, trend: Trend, localizer: Localizer) -> None:
    from matplotlib.ticker import MaxNLocator

    for bucket in trend.buckets:
        enough = bucket.mood is not None
        axes.bar(
            _x(bucket.start, trend),
            bucket.summary.scored,
            width=0.86 * ((bucket.end - bucket.start) / HOUR),
            align="edge",
            color=css(palette.NEUTRAL if enough else palette.FAINT),
        )
    highest = max(bucket.summary.scored for bucket in trend.buckets)
    ticks = MaxNLocator(2, integer=True).tick_values(0, max(1, highest))
    axes.set_yticks(ticks, [localizer.number(round(tick)) for tick in ticks])
    axes.set_ylim(0, ticks[-1])
    axes.set_title(localizer.gettext("Messages judged"), loc="left", fontsize=13, fontweight="bold")


def _mark_changes(axes: Axes, trend: Trend) -> None:
    for change in trend.model_changes:
        _mark(axes, _x(change.since, trend), _NEW_MODEL)
    if trend.one_voice_since is not None:
        _mark(axes, _x(trend.one_voice_since, trend), _ONE_VOICE)


def _mark(axes: Axes, x: float, style: str) -> None:
    axes.axvline(x, color=css(palette.MARK), linewidth=1.6, linestyle=style)


def _explain_colours(axes: Axes, trend: Trend, localizer: Localizer) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    handles: list[Line2D | Patch] = [
        Patch(color=css(palette.POSITIVE), alpha=0.7, label=localizer.gettext("positive")),
        Patch(color=css(palette.NEGATIVE), alpha=0.7, label=localizer.gettext("negative")),
    ]
    for changed, label, style in (
        (trend.one_voice_since is not None, localizer.gettext("one voice each"), _ONE_VOICE),
        (bool(trend.model_changes), localizer.gettext("new model"), _NEW_MODEL),
    ):
        if changed:
            mark = Line2D([], [], color=css(palette.MARK), lw=1.6, ls=style, label=label)
            handles.insert(0, mark)
    axes.legend(
        handles=handles,
        loc="upper right",
        bbox_to_anchor=(1.01, 0.0),  # beneath: the title may need the whole width above
        ncols=len(handles) if len(handles) < 4 else 2,  # four in a row would reach the title
        labelspacing=0.1,
        frameon=False,
        fontsize=10.5,
        handlelength=1.1,
        handletextpad=0.4,
        columnspacing=0.9,
        borderpad=0.2,
    )


def _label_time(axes: Axes, trend: Trend, localizer: Localizer) -> None:
    window = trend.report.window
    axes.set_xlim(0, _x(window.until, trend))
    moments, labels = _times(window, localizer)
    inside = [window.since <= moment < window.until for moment in moments]
    axes.set_xticks(
        [_x(m, trend) for m, keep in zip(moments, inside, strict=True) if keep],
        [label for label, keep in zip(labels, inside, strict=True) if keep],
    )


def _times(window: Window, localizer: Localizer) -> tuple[list[datetime], list[str]]:
    """The moments to label, on the reader's clock, and some more on either side; their labels."""
    midnight = window.until.astimezone(localizer.time_zone).replace(hour=0, minute=0)
    if window.length <= DAY:
        moments = [midnight + 6 * HOUR * n for n in range(-5, 5)]
        return moments, [localizer.time(m) if m.hour else localizer.date(m) for m in moments]
    # A day's name stands under the middle of the day; there is room for some seven of them.
    noon, every = midnight + DAY / 2, -(-window.days // 7)
    moments = [noon - DAY * every * n for n in range(8)]
    label = localizer.weekday if every == 1 else localizer.date
    return moments, [label(moment) for moment in moments]
