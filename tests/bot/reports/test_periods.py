from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.reports.periods import (
    DAY,
    HOUR,
    PERIODS,
    Between,
    Last,
    Window,
    finished_days,
    finished_window,
    live_window,
    steps,
    up_to_now,
)

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_window_ends_with_the_hour_that_is_running() -> None:
    window = up_to_now(DAY, NOW)
    assert window.since == at("2026-05-19T15:00")
    assert window.until == at("2026-05-20T15:00")
    assert window.before == at("2026-05-18T15:00")


def test_a_window_on_the_hour_holds_the_hour_that_begins() -> None:
    window = up_to_now(7 * DAY, at("2026-05-20T14:00"))
    assert (window.since, window.until) == (at("2026-05-13T15:00"), at("2026-05-20T15:00"))


def test_finished_days_end_with_yesterday() -> None:
    window = finished_days(7 * DAY, NOW)
    assert (window.since, window.until) == (at("2026-05-13T00:00"), at("2026-05-20T00:00"))
    yesterday = finished_days(DAY, at("2026-05-20T00:00"))
    assert (yesterday.since, yesterday.until) == (at("2026-05-19T00:00"), at("2026-05-20T00:00"))


BERLIN, NEW_YORK, KOLKATA = map(ZoneInfo, ("Europe/Berlin", "America/New_York", "Asia/Kolkata"))


@pytest.mark.parametrize("zone", [UTC, BERLIN, NEW_YORK, KOLKATA], ids=str)
@pytest.mark.parametrize("length", [HOUR, 5 * HOUR, *PERIODS, 400 * DAY], ids=str)
@pytest.mark.parametrize("month", range(1, 13))
def test_steps_fill_the_window_without_gap_and_begin_on_the_zones_clock(
    zone: tzinfo, length: timedelta, month: int
) -> None:
    window = up_to_now(length, NOW.replace(month=month), zone)
    found = steps(window)
    assert (found[0][0], found[-1][1]) == window.span
    assert all(before[1] == after[0] for before, after in pairwise(found))
    assert all(since < until <= since + window.step + HOUR for since, until in found)
    hours = [since.astimezone(zone).hour for since, _ in found[1:]]
    late = 1 if zone is KOLKATA else 0  # whole hours of UTC are half hours there
    assert all(-(hour + late) % (window.step // HOUR) in (0, late) for hour in hours)


def test_a_day_on_which_the_clocks_change_has_23_or_25_hours() -> None:
    spring = Window(at("2026-03-27T12:00"), at("2026-04-05T12:00"), zone=BERLIN)
    lengths = {since.date(): until - since for since, until in steps(spring)}
    assert lengths[at("2026-03-28T23:00").date()] == 23 * HOUR
    autumn = Window(at("2026-10-20T12:00"), at("2026-10-30T12:00"), zone=BERLIN)
    assert max(until - since for since, until in steps(autumn)) == 25 * HOUR


def test_a_dated_window_reaches_no_further_than_now() -> None:
    asked = Between(at("2026-05-18T22:00"), at("2026-05-21T22:00"))
    window = live_window(asked, NOW, BERLIN)
    assert window == Window(asked.since, at("2026-05-20T15:00"), zone=BERLIN, dated=True)
    assert live_window(Between(at("2026-06-01T00:00"), at("2026-06-02T00:00")), NOW) is None


def test_members_are_told_of_the_utc_days_that_bear_the_dates_that_were_asked_for() -> None:
    for zone in (BERLIN, NEW_YORK):
        midnight = datetime(2026, 5, 11, tzinfo=zone).astimezone(UTC)
        asked = Between(midnight, midnight + 3 * DAY)
        window = finished_window(asked, NOW, zone)
        assert window is not None
        assert window.span == (at("2026-05-11T00:00"), at("2026-05-14T00:00"))
        assert (window.whole_days, window.dated, window.zone) == (True, True, UTC)
    evening = Between(at("2026-05-11T17:00"), at("2026-05-11T22:00"))
    assert finished_window(evening, NOW, BERLIN) == Window(
        at("2026-05-11T00:00"), at("2026-05-12T00:00"), whole_days=True, dated=True
    )


def test_of_days_only_those_that_are_over_are_told() -> None:
    week = finished_window(Between(at("2026-05-18T00:00"), at("2026-05-25T00:00")), NOW)
    assert week is not None
    assert week.span == (at("2026-05-18T00:00"), at("2026-05-20T00:00"))
    assert finished_window(Between(at("2026-05-20T00:00"), at("2026-05-21T00:00")), NOW) is None
    assert finished_window(Last(6 * HOUR), NOW) == finished_days(DAY, NOW)
    assert finished_window(Last(25 * HOUR), NOW) == finished_days(2 * DAY, NOW)
