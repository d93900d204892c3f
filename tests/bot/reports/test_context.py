"""What stands beside a live trend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from bot.reports.channel_baselines import NotYet
from bot.reports.context import (
    MOST_CHANNELS,
    Context,
    Contexts,
    UsualHours,
    joined,
)
from bot.reports.course import Moment
from bot.reports.periods import DAY, HOUR, Window, steps, up_to_now
from bot.reports.pictures import MoodPictures, Subject
from bot.reports.side_by_side import Multiples
from bot.reports.summary import Report, Summary
from bot.reports.trend import Bucket, Trend
from bot.reports.unusual.baseline import Baseline, learn
from bot.reports.unusual.series import Hours, MessageSeries, milliseconds
from bot.reports.watching import MOST_LOOKED_THROUGH, Look
from storage.records import UNIX_EPOCH, ChannelHours, Note

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
WEEK = up_to_now(7 * DAY, NOW)


@dataclass(frozen=True)
class Stretch:
    began: datetime
    until: datetime
    over: datetime | None = None


def stretch(began: float, until: float, over: float | None = None) -> Stretch:
    """In hours from now."""
    at = [None if h is None else NOW + timedelta(hours=h) for h in (began, until, over)]
    assert at[0] is not None
    assert at[1] is not None
    return Stretch(at[0], at[1], at[2])


def test_stretches_of_several_channels_that_overlap_or_nearly_are_one() -> None:
    found = joined([stretch(0, 3, 4), stretch(1, 2, 3), stretch(4, 6, 7), stretch(9, 10)])
    assert [(each.began, each.until, each.over) for each in found] == [
        (NOW, NOW + 6 * HOUR, NOW + 7 * HOUR),
        (NOW + 9 * HOUR, NOW + 10 * HOUR, None),
    ]


def test_what_is_not_over_in_one_channel_is_not_over() -> None:
    (found,) = joined([stretch(0, 3), stretch(1, 2, 3)])
    assert found.over is None


def hours(negative: int, positive: int, *, counted: int = 10, days: int = 28) -> Hours:
    """So many messages in each hour of the days before now."""
    last = (NOW - UNIX_EPOCH) // HOUR
    n = days * 24
    full = np.ones(n, np.int64)
    mood = float(positive - negative)
    return Hours(
        np.arange(last - n, last),
        full * counted,
        full * negative,
        full * positive,
        np.full(n, mood),
        np.full(n, float(positive + negative)),
        full * 3,
    )


def baseline(of: Hours) -> Baseline:
    return learn(of, MessageSeries.none())


def test_usual_shares_are_weighted_by_what_is_said_where() -> None:
    loud, quiet = hours(2, 4, counted=40), hours(5, 0)
    in_week = {1: loud.where(slice(-168, None)), 2: quiet.where(slice(-168, None))}
    usual = UsualHours(in_week, {1: baseline(loud), 2: baseline(quiet)})
    assert usual.suffices(WEEK)
    shares = usual.shares()
    assert shares.negative == pytest.approx((0.05 * 40 + 0.5 * 10) / 50, abs=1e-3)
    assert shares.positive == pytest.approx(0.1 * 40 / 50, abs=1e-3)
    band = usual.band(NOW - DAY, NOW)
    assert band.low < band.middle < band.high
    assert band.middle == pytest.approx((0.05 * 40 - 0.5 * 10) / 50, abs=0.01)


async def test_each_small_chart_has_the_band_of_its_own_channel() -> None:
    calm, grim = baseline(hours(1, 6)), baseline(hours(6, 1))
    report = Report(WEEK, Summary(positive=30, mood_sum=9.0, scored=30), None)
    buckets = tuple(Bucket(*span, report.now) for span in steps(WEEK))

    async def trend(*_: Any, **__: Any) -> Trend:
        return Trend(report, buckets, ())

    moods: Any = SimpleNamespace(trend=trend)
    subject = Subject(900, "Here", {1: "#calm", 2: "#grim", 3: "#new"}, 3)
    context = Context(baselines={1: calm, 2: grim})
    page = await MoodPictures(moods).of(subject, "channels", 1, await trend(), context)
    assert isinstance(page, Multiples)
    usual = [course.steps[0].usual for course in page.courses]
    assert usual[0] is not None
    assert usual[1] is not None
    assert usual[0].middle == pytest.approx(0.5, abs=0.05)
    assert usual[1].middle == pytest.approx(-0.5, abs=0.05)
    assert not page.courses[2].has_usual


def test_where_much_is_said_in_channels_not_known_yet_nothing_is_usual() -> None:
    known, new = hours(2, 4), hours(5, 0)
    assert not UsualHours({1: known, 2: new}, {1: baseline(known)}).suffices(WEEK)
    little = new.where(slice(-10, None))
    assert UsualHours({1: known, 2: little}, {1: baseline(known)}).suffices(WEEK)
    assert not UsualHours({2: new}, {}).suffices(WEEK)
    assert not UsualHours({}, {}).suffices(WEEK)


def test_what_another_net_judged_is_compared_with_nothing() -> None:
    known = hours(2, 4)
    late = learn(known, MessageSeries.none(), milliseconds(NOW - 3 * DAY))
    assert not UsualHours({1: known}, {1: late}).suffices(WEEK)
    assert UsualHours({1: known}, {1: late}).suffices(up_to_now(DAY, NOW))


@pytest.mark.parametrize(
    ("window", "channels", "messages"),
    [
        (WEEK, MOST_CHANNELS + 1, 100),
        (WEEK, 1, MOST_LOOKED_THROUGH + 1),
        (up_to_now(31 * DAY, NOW), 1, 100),
        (WEEK, 0, 0),
    ],
)
async def test_of_much_only_what_was_noted_is_told(
    window: Window, channels: int, messages: int
) -> None:
    """Nothing else is asked of the storage."""
    note = Note(1, None, NOW - HOUR, NOW, "rule", "be kind")

    async def between(*_: object) -> list[Note]:
        return [note]

    storage: Any = SimpleNamespace(notes=SimpleNamespace(between=between))
    nobody: Any = None
    trend = Trend(Report(window, Summary(scored=messages), None), (), ())
    found = await Contexts(storage, nobody).of(1, range(channels), trend)
    assert found == Context(moments=(Moment(note.at, "rule", "be kind"),))


@pytest.mark.parametrize(("said", "watched"), [(0, True), (4, False)])
async def test_a_silent_channel_keeps_nobody_from_saying_that_all_was_as_usual(
    said: int, watched: bool
) -> None:
    known, little = hours(1, 6).where(slice(-168, None)), hours(0, 1, counted=1)
    columns = columns_of({1: known, 2: little.where(slice(-said, None) if said else slice(0))})
    waiting = {2: NotYet(0, said, None)}
    look = Look(WEEK.since, WEEK.until, (), 1680, {1: baseline(hours(1, 6))}, waiting)

    async def nothing(*_: object) -> list[Note]:
        return []

    async def of_each_channel(*_: object) -> ChannelHours:
        return columns

    async def looked(*_: object) -> Look:
        return look

    storage: Any = SimpleNamespace(
        notes=SimpleNamespace(between=nothing),
        rollups=SimpleNamespace(of_each_channel=of_each_channel),
    )
    watching: Any = SimpleNamespace(look=looked)
    trend = Trend(Report(WEEK, Summary(scored=1680), None), (), ())
    found = await Contexts(storage, watching).of(1, [1, 2], trend)
    assert found.watched == watched
    assert found.shares is not None


def columns_of(channels: dict[int, Hours]) -> ChannelHours:
    found = ChannelHours()
    for channel, its in channels.items():
        found.channel_ids.extend([channel] * len(its))
        found.hours.extend(its.hours.tolist())
        found.negative.extend(its.negative.tolist())
        found.neutral.extend((its.counted - its.negative - its.positive).tolist())
        found.positive.extend(its.positive.tolist())
        found.mood_sum.extend(its.mood_sum.tolist())
        found.mood_sum_squares.extend(its.mood_sum_squares.tolist())
        for column in (found.unsure, found.not_scored, found.scored):
            column.extend([0] * len(its))
        found.writers.extend(its.writers.tolist())
    return found
