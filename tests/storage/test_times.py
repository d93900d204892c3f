"""Days and hours on the clock of a zone are those that the reports cut time into."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

import pytest

from bot.reports.periods import DAY, Window, steps
from storage.times import clock_periods, hour_at, local_day, start_of_hour

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
ZONES = [
    ZoneInfo(name)
    for name in (
        "UTC",
        "Europe/Berlin",
        "America/St_Johns",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
        "Pacific/Apia",
        "America/Sao_Paulo",
    )
]


@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_a_day_is_a_step_of_a_trend(zone: tzinfo) -> None:
    window = Window(NOW - 400 * DAY, NOW, zone=zone)
    inner = [tuple(map(hour_at, span)) for span in steps(window)[1:-1]]
    assert len(inner) >= 398
    for first, end in inner:
        assert {local_day(hour, zone) for hour in range(first, end)} == {(first, end)}


@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_a_clock_is_ahead_by_what_it_shows(zone: tzinfo) -> None:
    first, end = hour_at(NOW - 400 * DAY), hour_at(NOW)
    periods = clock_periods(first, end, zone)
    assert [hour for a, b, _ in periods for hour in range(a, b)] == list(range(first, end))
    assert len(periods) <= 5
    for since, until, ahead in periods:
        for hour in range(since, until):
            local = start_of_hour(hour).astimezone(zone)
            assert (start_of_hour(hour + ahead)).hour == local.hour
            assert (start_of_hour(hour + ahead)).weekday() == local.weekday()


def test_no_hours_have_no_periods() -> None:
    assert clock_periods(5, 5, UTC) == []
    assert clock_periods(5, 4, UTC) == []
