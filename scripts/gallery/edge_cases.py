"""Pictures of what is rare: nothing at all, one message, forty channels, years, extremes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import cos, pi
from random import Random

from bot.render.charts import Picture
from bot.reports.compare import Comparison, Shares
from bot.reports.course import Course, Moment, Stretch, Usual, of_trend
from bot.reports.coverage import Coverage, NamedCoverage
from bot.reports.day_squares import day_squares
from bot.reports.dots import Dot, Dots, Sounds
from bot.reports.noted import noted
from bot.reports.periods import DAY, HOUR, Window, steps, up_to_now
from bot.reports.side_by_side import multiples, strips
from bot.reports.summary import summarise
from bot.reports.trend import trend
from bot.reports.week_map import week_map
from storage.records import ModelChange, Note, Rollup

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
SERVER = "The Lantern Room"


@dataclass(frozen=True)
class Bad:
    """An unusual stretch."""

    began: datetime
    until: datetime
    over: datetime | None = NOW


EVENING = Bad(NOW - 23 * HOUR, NOW - 19 * HOUR)


def pictures() -> dict[str, Picture]:
    """Each by its name; the same every time."""
    week = up_to_now(7 * DAY, NOW)
    return {
        **_nothing(week),
        **_little(),
        **_many(week),
        **_long(),
        **_extreme(week),
        **_names(week),
    }


def _nothing(week: Window) -> dict[str, Picture]:
    days = {(NOW - n * DAY).date() for n in range(31)}
    return {
        "nothing-course": _course("#general", week, []),
        "nothing-strips": strips(week, []),
        "nothing-channels": multiples(SERVER, week, []),
        "nothing-dots": Dots("#general", ()),
        "nothing-week": week_map("#general", week, {}, least_writers=1),
        "nothing-days": day_squares("#general", NOW - 30 * DAY, NOW, [], UTC, untold=days),
        "nothing-coverage": _covered(week, []),
        "nothing-noted": noted(SERVER, [], {}, NOW, UTC),
        "nothing-compare": Comparison(_course("#general", week, []), Shares(0, 0, 0), None),
    }


def _little() -> dict[str, Picture]:
    day = up_to_now(DAY, NOW)
    one = _hour(NOW - 5 * HOUR, 0.4, 1)
    return {
        "one-message-course": _course("#general", day, [one]),
        "one-message-dots": Dots("#general", (Dot(NOW - 5 * HOUR, "negative"),), NOW - 5 * HOUR),
        "one-step-course": _course("#general", day, [one._replace(positive=30)]),
        "quiet-24-hours": _watched("#general", day, quiet=0.6, seed=5),
    }


def _many(week: Window) -> dict[str, Picture]:
    courses = [
        _watched(f"#channel-{n}", week, [EVENING] if n in (3, 17) else [], seed=n)
        for n in range(40)
    ]
    burst: list[Sounds] = ["negative", "neutral", "positive", "unsure"]
    random = Random(4)  # noqa: S311 (a picture, not a secret)
    sent = sorted(
        NOW - 3 * HOUR + timedelta(minutes=random.expovariate(1 / 30)) for _ in range(900)
    )
    dots = tuple(Dot(at, random.choice(burst)) for at in sent)
    return {
        "forty-strips": strips(week, courses),
        "forty-channels-1": multiples(SERVER, week, courses, 1),
        "forty-channels-4": multiples(SERVER, week, courses, 4),
        "twelve-channels": multiples(SERVER, week, courses[:12]),
        "burst-of-dots": Dots("#general", dots, dots[300].at),
        "forty-notes": noted(SERVER, _notes(40), {1: "#general"}, NOW, UTC),
        "coverage": _covered(week, _hours(week, seed=1)),
    }


def _notes(count: int) -> list[Note]:
    """Latest first, each of another length, in one channel and in the whole server."""
    return [
        Note(n, n % 2 or None, NOW - n * 5 * HOUR, NOW, "rule", "no spoilers, please " * (n % 4))
        for n in range(count)
    ]


def _covered(window: Window, hours: Iterable[Rollup]) -> NamedCoverage:
    odd = [replace(each, unsure=3, not_scored=2) for each in hours]
    figures = summarise(odd)
    return NamedCoverage(SERVER, Coverage(window, figures, shown_days=5, hidden_days=2))


def _long() -> dict[str, Picture]:
    """All that is kept, with every kind of line across it."""
    kept = up_to_now(400 * DAY, NOW)
    hours = list(_hours(kept, seed=1))
    changes = [ModelChange("second", NOW - 200 * DAY), ModelChange("third", NOW - 60 * DAY)]
    notes = [Moment(NOW - n * DAY, "rule") for n in range(10, 400, 40)]
    told = trend(hours, kept, changes, one_voice_since=NOW - 300 * DAY)
    quarter = up_to_now(90 * DAY, NOW)
    often = [Bad(EVENING.began - n * DAY, EVENING.until - n * DAY) for n in (70, 40, 39, 14, 0)]
    return {
        "all-that-is-kept": of_trend(SERVER, told, moments=notes),
        "ninety-days": _watched("#general", quarter, often, seed=2),
        "all-weeks": week_map(SERVER, kept, _of_week(hours), least_writers=1),
        "many-unusual-days": day_squares("#general", NOW - 30 * DAY, NOW, often, UTC),
    }


def _of_week(hours: Sequence[Rollup]) -> dict[int, Rollup]:
    """One hour for each of the week."""
    return {each.hour.weekday() * 24 + each.hour.hour: each for each in hours}


def _extreme(week: Window) -> dict[str, Picture]:
    spans = list(enumerate(steps(week)))
    worst = [_hour(since, (-1.0) ** n, 40) for n, (since, _) in spans]
    torn = [_hour(since, 0.3, 40) for n, (since, _) in spans if n % 7 in (0, 1, 4)]
    running = replace(EVENING, over=None)
    told = trend(torn, week, [], hidden=[span for n, span in spans if n % 7 == 5])
    return {
        "extremes": _course("#general", week, worst),
        "best-of-all": _course("#general", week, [_hour(since, 1.0, 9) for _, (since, _) in spans]),
        "gaps": of_trend("#general", told),
        "still-going-on": _watched("#general", week, [running], seed=3),
    }


def _names(week: Window) -> dict[str, Picture]:
    long = "#a-channel-with-a-name-so-long-that-no-telephone-has-room-for-it"
    names = [long, "#日本語", "#🎉-party", r"#$\frac{1}{2}$", "#" + "w" * 90, "#né-à-l-été"]
    courses = [_watched(name, week, [EVENING], seed=n) for n, name in enumerate(names)]
    return {
        "long-name": courses[0],
        "strange-names": multiples("A server " * 11, week, courses),
        "strange-strips": strips(week, courses),
    }


def _course(name: str, window: Window, hours: Sequence[Rollup]) -> Course:
    return of_trend(name, trend(hours, window, []))


def _watched(
    name: str,
    window: Window,
    unusual: Sequence[Stretch] = (),
    *,
    seed: int,
    quiet: float = 0.1,
) -> Course:
    """At about its usual mood, but for unusual stretches; so large a share of hours is quiet."""
    hours = list(_hours(window, seed, unusual, quiet))
    band = [_usual(since) for since, _ in steps(window)]
    before = trend(list(_hours(window.one_before, seed + 100, (), quiet)), window.one_before, [])
    return of_trend(
        name,
        trend(hours, window, []),
        usual=band,
        before=before.buckets,
        unusual=unusual,
        watched=True,
    )


def _usual(at: datetime) -> Usual:
    middle = 0.3 + 0.08 * cos(at.hour / 24 * 2 * pi)
    return Usual(middle - 0.16, middle, middle + 0.16)


def _hours(
    window: Window, seed: int, unusual: Sequence[Stretch] = (), quiet: float = 0.1
) -> Iterable[Rollup]:
    random = Random(seed)  # noqa: S311 (a picture, not a secret)
    for n in range(window.length // HOUR):
        at = window.since + n * HOUR
        bad = any(each.began <= at < each.until for each in unusual)
        mood = -0.55 if bad else _usual(at).middle + random.gauss(0, 0.08)
        messages = round((8 + 6 * cos((at.hour - 19) / 24 * 2 * pi)) * random.uniform(0.7, 1.3))
        if bad or random.random() >= quiet:
            yield _hour(at, max(-1.0, min(1.0, mood)), (3 if bad else 1) * max(1, messages))


def _hour(at: datetime, mood: float, messages: int) -> Rollup:
    """Messages whose moods spread by 0.4 about theirs."""
    squares = messages * (mood * mood + 0.16 * (1 - mood * mood))
    return Rollup(at, 0, 0, messages, 0, 0, messages * mood, squares, messages, writers=3)
