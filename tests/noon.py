"""An early afternoon that a bot and its Discord can be given: no hour and no day of it ends while a
test runs, and whatever the date is, it is the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest

from bot import app
from bot.clock import Clock, utc_now

NOON = datetime(2026, 5, 20, 12, 5, tzinfo=UTC)


@pytest.fixture
def noon(monkeypatch: pytest.MonkeyPatch) -> Callable[[], datetime]:
    """Says what time it is by the clock of a bot that starts here, which goes on from `NOON`.

    Its Discord needs it too: `LoopbackDiscord(World(noon))`.
    """
    ahead = NOON - utc_now()

    def now() -> datetime:
        return utc_now() + ahead

    monkeypatch.setattr(app, "Clock", partial(Clock, machine=now))
    return now
