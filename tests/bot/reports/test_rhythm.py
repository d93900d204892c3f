"""The clocks change in the night to 29 March and to 25 October 2026 in Berlin, to 8 March and to
1 November in New York."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import DAILY, WEEKLY, rrule  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from bot.reports.rhythm import Rhythm

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def next_times(rhythm: Rhythm, since: datetime, zone: tzinfo, count: int) -> list[str]:
    """The next times after `since`, as the clock there shows them."""
    told, now = [], since
    for _ in range(count):
        now = rhythm.next(now, zone)
        told.append(f"{now.astimezone(zone):%a %d %H:%M %z}")
    return told


@pytest.mark.parametrize(
    ("zone", "since", "hour", "expected"),
    [
        (BERLIN, "2026-03-27", 9, ["Sat 28 09:00 +0100", "Sun 29 09:00 +0200"]),
        (BERLIN, "2026-10-23", 9, ["Sat 24 09:00 +0200", "Sun 25 09:00 +0100"]),
        (NEW_YORK, "2026-03-06", 9, ["Sat 07 09:00 -0500", "Sun 08 09:00 -0400"]),
        (NEW_YORK, "2026-10-30", 9, ["Sat 31 09:00 -0400", "Sun 01 09:00 -0500"]),
    ],
)
def test_it_comes_at_the_same_hour_of_the_clock_before_and_after_the_clocks_change(
    zone: ZoneInfo, since: str, hour: int, expected: list[str]
) -> None:
    noon = datetime.fromisoformat(f"{since} 12:00").replace(tzinfo=zone)
    assert next_times(Rhythm(None, hour), noon, zone, 2) == expected


@pytest.mark.parametrize(
    ("zone", "since", "expected"),
    [
        (
            *(BERLIN, "2026-03-27"),
            ["Sat 28 02:00 +0100", "Sun 29 03:00 +0200", "Mon 30 02:00 +0200"],
        ),
        (
            *(NEW_YORK, "2026-03-06"),
            ["Sat 07 02:00 -0500", "Sun 08 03:00 -0400", "Mon 09 02:00 -0400"],
        ),
    ],
)
def test_an_hour_that_does_not_exist_comes_as_the_clocks_are_set_forward(
    zone: ZoneInfo, since: str, expected: list[str]
) -> None:
    noon = datetime.fromisoformat(f"{since} 12:00").replace(tzinfo=zone)
    assert next_times(Rhythm(None, 2), noon, zone, 3) == expected


@pytest.mark.parametrize(
    ("zone", "hour", "since", "expected"),
    [
        (
            *(BERLIN, 2, "2026-10-23"),
            ["Sat 24 02:00 +0200", "Sun 25 02:00 +0200", "Mon 26 02:00 +0100"],
        ),
        (
            *(NEW_YORK, 1, "2026-10-30"),
            ["Sat 31 01:00 -0400", "Sun 01 01:00 -0400", "Mon 02 01:00 -0500"],
        ),
    ],
)
def test_an_hour_that_comes_twice_counts_once(
    zone: ZoneInfo, hour: int, since: str, expected: list[str]
) -> None:
    noon = datetime.fromisoformat(f"{since} 12:00").replace(tzinfo=zone)
    assert next_times(Rhythm(None, hour), noon, zone, 3) == expected


def test_a_week_over_a_change_of_the_clocks_is_an_hour_shorter_or_longer() -> None:
    mondays = Rhythm(0, 9)
    for now, length in (
        (datetime(2026, 3, 23, 12, tzinfo=BERLIN), 7 * DAY - HOUR),
        (datetime(2026, 10, 19, 12, tzinfo=BERLIN), 7 * DAY + HOUR),
    ):
        assert mondays.next(now, BERLIN) - mondays.last(now, BERLIN) == length


def test_on_the_second_it_is_the_last_one_and_not_the_next() -> None:
    due = datetime(2026, 5, 20, 9, tzinfo=UTC)
    assert Rhythm(None, 9).last(due, UTC) == due
    assert Rhythm(None, 9).next(due, UTC) == due + DAY
    assert Rhythm(2, 9).last(due, UTC) == due, "a Wednesday"
    assert Rhythm(2, 9).next(due, UTC) == due + 7 * DAY
    assert Rhythm(3, 9).last(due, UTC) == due - 6 * DAY


ZONES = st.sampled_from(
    [
        *("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"),
        *("America/Havana", "Pacific/Apia", "Pacific/Kiritimati", "Africa/Casablanca"),
    ]
).map(ZoneInfo)
MOMENTS = st.datetimes(datetime(2011, 1, 1), datetime(2030, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


@given(ZONES, MOMENTS, st.none() | st.integers(0, 6), st.integers(0, 23))
def test_now_lies_between_the_last_one_and_the_next_and_nothing_else_does(
    zone: ZoneInfo, now: datetime, weekday: int | None, hour: int
) -> None:
    rhythm = Rhythm(weekday, hour)
    last, following = rhythm.last(now, zone), rhythm.next(now, zone)
    assert last <= now < following
    assert rhythm.next(last, zone) == following
    assert rhythm.last(following - timedelta(microseconds=1), zone) == last


@given(ZONES, MOMENTS, st.none() | st.integers(0, 6), st.integers(0, 23))
def test_it_comes_as_often_as_dateutil_says(
    zone: ZoneInfo, since: datetime, weekday: int | None, hour: int
) -> None:
    """Its clock times are dateutil's; only where the clocks leave one out do they differ."""
    rhythm = Rhythm(weekday, hour)
    begin = since.astimezone(zone).replace(tzinfo=None)
    expected = rrule(
        DAILY if weekday is None else WEEKLY,
        dtstart=datetime(begin.year, begin.month, begin.day, hour),
        byweekday=None if weekday is None else [weekday],
        count=9,
    )
    wanted = [moment.replace(tzinfo=zone).astimezone(UTC) for moment in expected]
    wanted = list(dict.fromkeys(moment for moment in wanted if moment > since))
    times, now = [], since
    for _ in wanted:
        now = rhythm.next(now, zone)
        times.append(now)
    assert times == wanted
    assert all(one < other for one, other in pairwise(times))
