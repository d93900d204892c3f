from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.render.localizer import Localizer
from bot.render.spans import span_label, span_phrase
from bot.render.words import time_before, when
from bot.reports.periods import DAY, HOUR, Between, finished_window, live_window

BERLIN, KOLKATA = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 11, 25, 14, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("since", "until", "label", "phrase"),
    [
        ("11-03T00", "11-09T00", "3\u2009–\u20098 Nov 2026", "from 3 Nov 2026 to 8 Nov 2026"),
        ("11-08T00", "11-09T00", "8 Nov 2026", "on 8 Nov 2026"),
        ("11-08T17", "11-08T22", "8 Nov 2026, 17:00–22:00", "on 8 Nov 2026, 17:00–22:00"),
        (
            "11-08T22",
            "11-09T02",
            "8 Nov 2026, 22:00 – 9 Nov 2026, 02:00",
            "from 8 Nov 2026, 22:00 to 9 Nov 2026, 02:00",
        ),
    ],
)
def test_a_span_is_told_on_the_readers_clock(
    since: str, until: str, label: str, phrase: str
) -> None:
    reader = Localizer(time_zone=BERLIN)
    span = [
        datetime.fromisoformat(f"2026-{text}").replace(tzinfo=BERLIN) for text in (since, until)
    ]
    assert span_label(reader, *span) == label
    assert span_phrase(reader, *span) == phrase


def test_midnight_at_half_past_an_hour_of_utc_is_midnight() -> None:
    reader = Localizer(time_zone=KOLKATA)
    day = datetime(2026, 11, 7, 18, tzinfo=UTC)  # 23:30 there
    assert span_label(reader, day, day + DAY) == "8 Nov 2026"


def test_a_dated_window_is_told_by_its_dates() -> None:
    midnight = datetime(2026, 11, 8, tzinfo=BERLIN).astimezone(UTC)
    asked, reader = Between(midnight, midnight + DAY), Localizer(time_zone=BERLIN)
    for window in (live_window(asked, NOW, BERLIN), finished_window(asked, NOW, BERLIN)):
        assert window is not None
        assert when(reader, window) == "on 8 Nov 2026"
        assert time_before(reader, window) == "the day before"
    evening = live_window(Between(midnight + 17 * HOUR, midnight + 22 * HOUR), NOW, BERLIN)
    assert evening is not None
    assert time_before(reader, evening) == "the 5 hours before"
