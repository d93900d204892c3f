from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import DiscordTime

TOLD = datetime(2026, 5, 20, 14, 20, 5, tzinfo=UTC)


class Seconds:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_time_is_not_known_before_discord_has_answered() -> None:
    assert DiscordTime().now() is None


def test_it_goes_on_from_the_newest_answer() -> None:
    seconds = Seconds()
    clock = DiscordTime(seconds)
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    assert clock.now() == TOLD
    seconds.now += 90
    assert clock.now() == TOLD + timedelta(seconds=90)
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    assert clock.now() == TOLD


@pytest.mark.parametrize("nonsense", [None, "", "yesterday", "Wed, 45 May 2026 14:20:05 GMT"])
def test_what_is_no_date_tells_nothing(nonsense: str | None) -> None:
    clock = DiscordTime(Seconds())
    clock.note(nonsense)
    assert clock.now() is None
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    clock.note(nonsense)
    assert clock.now() == TOLD
