"""Made-up pictures: small ones of each kind, from figures that a test chooses."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.render import charts
from bot.render.charts import Picture
from bot.render.localizer import Localizer
from bot.reports import published
from bot.reports import trend as trends
from bot.reports.compare import Comparison, Shares
from bot.reports.course import Course, Moment, Step, Stretch, Usual, of_trend
from bot.reports.coverage import Coverage, NamedCoverage
from bot.reports.day_squares import DaySquares, day_squares
from bot.reports.dots import Dot, Dots, Sounds
from bot.reports.noted import Noted, noted
from bot.reports.periods import DAY, HOUR, Window, finished_days, steps, up_to_now
from bot.reports.side_by_side import multiples, strips
from bot.reports.summary import summarise
from bot.reports.week_map import WeekMap, week_map
from storage.records import ModelChange, Note, PublishedDay, Rollup

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
"""A Wednesday."""


@dataclass(frozen=True)
class Evening:
    """An unusual stretch."""

    began: datetime
    until: datetime
    over: datetime | None = NOW


SUNDAY = Evening(datetime(2026, 5, 17, 17, 7, tzinfo=UTC), datetime(2026, 5, 17, 22, 0, tzinfo=UTC))


def hour(at: datetime, mood: float, messages: int = 30, scored: int | None = None) -> Rollup:
    sums = (messages * mood, messages * mood * mood)
    return Rollup(at, 0, 0, messages, 0, 0, *sums, scored=scored or messages, writers=3)


def course(
    period: timedelta,
    moods: Mapping[int, float],
    messages: int = 30,
    *,
    change: int | None = None,
    scored: int | None = None,
    one_voice: int | None = None,
    moments: Sequence[Moment] = (),
) -> Course:
    """The course of #general, whose n-th hour has so many messages of one mood that count; with its
    hour number `change` another model judges, and with `one_voice` one person is one voice."""
    window = up_to_now(period, NOW)
    since = None if one_voice is None else window.since + one_voice * HOUR
    rollups = [hour(window.since + n * HOUR, m, messages, scored) for n, m in moods.items()]
    changes = [] if change is None else [ModelChange("second", window.since + change * HOUR)]
    trend = trends.trend(rollups, window, changes, one_voice_since=since)
    return of_trend("#general", trend, moments=moments)


def course_of_days(period: timedelta, moods: Mapping[int, float]) -> Course:
    """The same of published days."""
    window = finished_days(period, NOW)
    days = [
        PublishedDay(window.since + n * DAY, 1, 0, 30, 30, 30 * m, 0, 0) for n, m in moods.items()
    ]
    return of_trend("#general", published.trend(days, window))


def watched(
    name: str = "#general",
    window: Window | None = None,
    unusual: Sequence[Stretch] = (),
    mood: float = 0.3,
) -> Course:
    """A week (or another window) at about its usual mood, but for the unusual stretches."""
    window = window or up_to_now(7 * DAY, NOW)
    made = []
    for number, (start, end) in enumerate(steps(window)):
        bad = any(each.began < end and each.until >= start for each in unusual)
        now = -0.4 if bad else mood + 0.05 * (-1) ** number
        usual = Usual(mood - 0.1, mood, mood + 0.1)
        before = mood - 0.02 * (number % 4)
        made.append(Step(start, end, now, 0.08, 20 + 5 * (number % 3), usual, before))
    return Course(name, window, tuple(made), mood, None, True, tuple(unusual))


def dots(*sounds: Sounds, turned: int | None = None) -> Dots:
    """Messages a minute apart."""
    made = [Dot(SUNDAY.began + n * HOUR / 60, each) for n, each in enumerate(sounds)]
    return Dots("#general", tuple(made), None if turned is None else made[turned].at)


def week(least_writers: int = 1) -> WeekMap:
    """Four weeks of mornings at +0.5 and afternoons at +0.2, and Sunday evenings at -0.5."""
    window = up_to_now(28 * DAY, NOW)
    hours = {}
    for n in range(7 * 24):
        day, at = divmod(n, 24)
        if 8 <= at < 22:
            evening = day == 6 and at >= 18
            mood = -0.5 if evening else 0.5 if at < 12 else 0.2
            hours[n] = hour(window.since, mood, 4 * 30)
    return week_map("#general", window, hours, least_writers=least_writers)


def comparison(clear: bool = True) -> Comparison:
    whole = replace(watched(unusual=[SUNDAY]), change=-0.2 if clear else None)
    return Comparison(whole, Shares(0.25, 0.5, 400), Shares(0.1, 0.6, 380), clear)


def squares() -> DaySquares:
    first = replace(SUNDAY, began=SUNDAY.began - 14 * DAY)
    return day_squares("#general", NOW - 30 * DAY, NOW, [first, SUNDAY], UTC)


def covered(hidden: bool = False) -> NamedCoverage:
    """Of 1,000 messages 780 were judged, 600 count, and 90 could mean one thing or the other."""
    window = up_to_now(7 * DAY, NOW)
    sums = Rollup(window.since, 100, 200, 300, 90, 130, 0.0, 0.0, scored=780, writers=9)
    found = Coverage(window, summarise([sums]), shown_days=5, hidden_days=1, hidden=hidden)
    return NamedCoverage("#general", found)


def notes(*texts: str) -> Noted:
    """A note a day, the last of them of the whole server."""
    made = [
        Note(n, n or None, NOW - (n + 1) * DAY, NOW, "slow mode", text)
        for n, text in enumerate(texts)
    ]
    return noted("The Lantern Room", made, {1: "#general", 2: "#gaming"}, NOW, UTC)


def pictures() -> dict[str, Picture]:
    """One of each kind."""
    bad, good = watched(unusual=[SUNDAY]), watched("#gaming", mood=0.45)
    calm: list[Sounds] = ["neutral"] * 3
    heated: list[Sounds] = ["negative", "positive", "unsure"] * 4
    note = Moment(SUNDAY.began + HOUR, "slow mode")
    return {
        "course": replace(bad, moments=(note,)),
        "strips": strips(bad.window, [good, bad]),
        "multiples": multiples("The Lantern Room", bad.window, [good, bad] * 6),
        "dots": dots(*calm, *heated, turned=3),
        "week_map": week(),
        "comparison": comparison(),
        "day_squares": squares(),
        "coverage": covered(),
        "noted": notes("", "no spoilers, please", "the new season begins"),
    }


def pixels(picture: Picture, localizer: Localizer | None = None) -> NDArray[np.int64]:
    """The PNG's pixels: height × width × 3, 0..255."""
    png = charts.draw(localizer or Localizer(), picture)
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def share_of(colour: int, picture: NDArray[np.int64]) -> float:
    """The share of pixels close to a colour."""
    wanted = np.array([colour >> 16, colour >> 8 & 0xFF, colour & 0xFF])
    return float((np.abs(picture - wanted).max(axis=2) < 12).mean())
