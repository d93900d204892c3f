from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import Clock

TOLD = datetime(2026, 5, 20, 14, 20, 5, tzinfo=UTC)


class Seconds:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_time_is_not_known_before_discord_has_answered() -> None:
    assert Clock().known() is None


def test_until_then_it_is_this_machines_and_from_then_on_never() -> None:
    clock = Clock(Seconds(), machine=lambda: TOLD + timedelta(days=400))
    assert clock.now() == TOLD + timedelta(days=400)
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    assert clock.now() == clock.known() == TOLD


def test_it_goes_on_from_the_newest_answer() -> None:
    seconds = Seconds()
    clock = Clock(seconds)
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    assert clock.known() == TOLD
    seconds.now += 90
    assert clock.known() == TOLD + timedelta(seconds=90)
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    assert clock.known() == TOLD


@pytest.mark.parametrize(
    "nonsense",
    [
        None,
        "",
        "yesterday",
        "Wed, 45 May 2026 14:20:05 GMT",
        "Fri, 31 Dec 9999 23:59:59 -2359",
        "Mon, 01 Jan 99999999999 00:00:00 GMT",
    ],
)
def test_what_is_no_date_tells_nothing(nonsense: str | None) -> None:
    clock = Clock(Seconds())
    clock.note(nonsense)
    assert clock.known() is None
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    clock.note(nonsense)
    assert clock.known() == TOLD
