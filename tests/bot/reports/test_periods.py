from __future__ import annotations

from datetime import UTC, datetime

from bot.reports.periods import DAY, finished_days, up_to_now

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
