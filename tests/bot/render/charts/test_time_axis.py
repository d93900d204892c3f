from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel import Locale

from bot.render.charts.time_axis import labelled
from bot.render.localizer import Localizer
from bot.reports.periods import DAY, HOUR, Window, up_to_now

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
BERLIN = Localizer(time_zone=ZoneInfo("Europe/Berlin"))  # in May two hours ahead


def labels(length: timedelta, localizer: Localizer | None = None) -> list[str]:
    return [text for _, text in labelled(up_to_now(length, NOW), localizer or Localizer())]


def test_midnight_is_labelled_with_its_day_on_the_readers_clock() -> None:
    ticks = dict(labelled(up_to_now(DAY, NOW), BERLIN))
    assert ticks[datetime(2026, 5, 19, 22, tzinfo=UTC)] == "Wed 20"
    assert ticks[datetime(2026, 5, 20, 4, tzinfo=UTC)] == "06:00"


def test_longer_windows_have_rougher_labels() -> None:
    assert labels(5 * HOUR) == ["11:00", "12:00", "13:00", "14:00"]
    assert labels(DAY) == ["18:00", "Wed 20", "06:00", "12:00"]
    assert labels(2 * DAY) == ["Tue 19", "12:00", "Wed 20", "12:00"]
    assert labels(7 * DAY)[:3] == ["Thu 14", "Fri 15", "Sat 16"]
    assert labels(30 * DAY)[-2:] == ["14 May", "18 May"]
    assert labels(400 * DAY)[-2:] == ["1 Mar", "1 May"]


@pytest.mark.parametrize("days", [1, 2, 3, 4, 7, 8, 9, 30, 90, 100, 101, 200, 400])
@pytest.mark.parametrize("localizer", [Localizer(), BERLIN])
def test_there_is_room_for_all_labels(days: int, localizer: Localizer) -> None:
    window = up_to_now(days * DAY, NOW)
    ticks = labelled(window, localizer)
    assert 2 <= len(ticks) <= 7
    assert all(window.since < at < window.until for at, _ in ticks)
    assert len({text for _, text in ticks}) >= len(ticks) - days  # noon comes once a day


def test_when_the_clocks_change_days_are_still_labelled_at_noon() -> None:
    autumn = datetime(2026, 10, 28, 12, tzinfo=UTC)
    ticks = labelled(Window(autumn - 7 * DAY, autumn), BERLIN)
    assert {at.astimezone(BERLIN.time_zone).hour for at, _ in ticks} == {12}


def test_where_dates_are_long_fewer_are_labelled() -> None:
    november = up_to_now(30 * DAY, datetime(2026, 11, 26, 14, 20, tzinfo=UTC))
    english = [text for _, text in labelled(november, Localizer())]
    german = [text for _, text in labelled(november, Localizer(Locale("de")))]
    assert english[-2:] == ["20 Nov", "24 Nov"]
    assert german[-2:] == ["19. Nov.", "24. Nov."]
    assert len(german) < len(english)
