from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from bot.render.typed_dates import DateReader
from bot.render.typed_periods import typed_period
from bot.reports.periods import DAY, HOUR, Between, Last

NOW = datetime(2026, 11, 25, 14, 20, tzinfo=UTC)  # a Wednesday
BERLIN = ZoneInfo("Europe/Berlin")
KEPT = 400 * DAY


def read(
    text: str, *, language: str = "en_GB", zone: ZoneInfo = BERLIN, now: datetime = NOW
) -> tuple[str, str] | timedelta | None:
    """A period as it stands on the zone's clock."""
    found = typed_period(text, DateReader(Locale.parse(language), zone, now), KEPT)
    if isinstance(found, Between):
        since, until = (
            m.astimezone(zone).strftime("%Y-%m-%d %H:%M") for m in (found.since, found.until)
        )
        return since, until
    return found.length if isinstance(found, Last) else None


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("24 hours", DAY),
        ("1h", HOUR),
        ("7 days", 7 * DAY),
        ("Last 7 Days", 7 * DAY),
        ("the last 2 weeks", 14 * DAY),
        ("3 months", 90 * DAY),
        ("everything", KEPT),
        ("9999 days", KEPT),
    ],
)
def test_lengths(text: str, length: timedelta) -> None:
    assert read(text) == length


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("today", "2026-11-25 00:00", "2026-11-26 00:00"),
        ("yesterday", "2026-11-24 00:00", "2026-11-25 00:00"),
        ("Sunday", "2026-11-22 00:00", "2026-11-23 00:00"),
        ("last Wed", "2026-11-25 00:00", "2026-11-26 00:00"),
        ("this week", "2026-11-23 00:00", "2026-11-26 00:00"),
        ("last week", "2026-11-16 00:00", "2026-11-23 00:00"),
        ("last month", "2026-10-01 00:00", "2026-11-01 00:00"),
        ("8 Nov", "2026-11-08 00:00", "2026-11-09 00:00"),
        ("8 Nov 2025", "2025-11-08 00:00", "2025-11-09 00:00"),
        ("Nov 8th, 2025", "2025-11-08 00:00", "2025-11-09 00:00"),
        ("24 December", "2025-12-24 00:00", "2025-12-25 00:00"),
        ("29 Feb", "2024-02-29 00:00", "2024-03-01 00:00"),
        ("٨ Nov", "2026-11-08 00:00", "2026-11-09 00:00"),
        ("8.11.", "2026-11-08 00:00", "2026-11-09 00:00"),
        ("8/11/26", "2026-11-08 00:00", "2026-11-09 00:00"),
        ("3 Nov – 8 Nov", "2026-11-03 00:00", "2026-11-09 00:00"),
        ("3–8 Nov", "2026-11-03 00:00", "2026-11-09 00:00"),
        ("from 3 November to 8 November", "2026-11-03 00:00", "2026-11-09 00:00"),
        ("2026-11-03 - 2026-11-08", "2026-11-03 00:00", "2026-11-09 00:00"),
        ("2026-11-03..2026-11-08", "2026-11-03 00:00", "2026-11-09 00:00"),
        ("24 Dec to 2 Jan", "2025-12-24 00:00", "2026-01-03 00:00"),
        ("8 Nov 17:00 to 22:00", "2026-11-08 17:00", "2026-11-08 22:00"),
        ("8 Nov from 17:00 to 22:00", "2026-11-08 17:00", "2026-11-08 22:00"),
        ("Sun 5pm – 10pm", "2026-11-22 17:00", "2026-11-22 22:00"),
        ("8 Nov 22:00 to 2:00", "2026-11-08 22:00", "2026-11-09 02:00"),
        ("8 Nov 17:30 to 9 Nov 17:30", "2026-11-08 17:00", "2026-11-09 18:00"),
        ("8 Nov, at 17:00 until now", "2026-11-08 17:00", "2026-11-26 00:00"),
        ("since Monday", "2026-11-23 00:00", "2026-11-26 00:00"),
        ("since 8 Nov 17:00", "2026-11-08 17:00", "2026-11-26 00:00"),
    ],
)
def test_from_to_on_the_zones_clock(text: str, since: str, until: str) -> None:
    assert read(text) == (since, until)


def test_a_language_has_its_own_names_and_order() -> None:
    eighth = ("2026-11-08 00:00", "2026-11-09 00:00")
    assert read("11/8", language="en_US") == eighth
    assert read("8/11", language="en_GB") == eighth
    assert read("8. November", language="de") == eighth
    assert read("8. nov.", language="de") == eighth
    assert read("8 ноября", language="ru") == eighth
    assert read("8 Nov", language="ru") == eighth, "English is read by everybody"
    assert read("Sonntag", language="de") == ("2026-11-22 00:00", "2026-11-23 00:00")


@pytest.mark.parametrize(
    "text",
    [
        *("", "0 days", "soon", "30 Feb", "tomorrow", "26 Nov 2026", "8 Nov 25:00", "17:00"),
        *("13pm", "8 Nov to 3 Nov", "1 Jan 1999", "since", "to", "–", "31.12.9999 to 31.12.9999"),
    ],
)
def test_what_is_no_period_or_has_not_begun_is_none(text: str) -> None:
    assert read(text) is None


def test_the_day_is_the_zones() -> None:
    late = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)  # it is Thursday in Berlin
    assert read("today", now=late) == ("2026-11-26 00:00", "2026-11-27 00:00")
    tokyo = ZoneInfo("Asia/Kolkata")
    half_an_hour_early = ("2026-11-23 23:30", "2026-11-24 23:30")
    assert read("yesterday", zone=tokyo) == half_an_hour_early, "sums are by the hour of UTC"


@given(st.text(max_size=80) | st.from_regex(r"[0-9 ./:–-]{1,12}(to|nov|pm|since)?[0-9 ./:-]{0,12}"))
def test_whatever_is_typed_is_a_period_in_the_past_or_none(text: str) -> None:
    found = typed_period(text, DateReader(Locale("en"), BERLIN, NOW), KEPT)
    if isinstance(found, Between):
        assert found.since < found.until
        assert found.since <= NOW
        assert all(moment.minute == moment.second == 0 for moment in (found.since, found.until))
    elif isinstance(found, Last):
        assert HOUR <= found.length <= KEPT
