"""What time it is by Discord's clock, by which messages are dated and kept.

This machine's own may be years off, after a dead battery or a slip of the hand. What would be
deleted by it is gone for good.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import SimpleNamespace

import aiohttp


def utc_now() -> datetime:
    """The time of this machine's clock, aware (UTC)."""
    return datetime.now(UTC)


class Clock:
    """Learns the time from the `Date` of each answer of Discord's, to the second.

    Between answers `seconds`, which nobody can set, carries it on; before the first one only this
    `machine` can be asked.
    """

    def __init__(
        self,
        seconds: Callable[[], float] = time.monotonic,
        machine: Callable[[], datetime] = utc_now,
    ) -> None:
        self._seconds = seconds
        self._machine = machine
        self._told: tuple[datetime, float] | None = None

    def known(self) -> datetime | None:
        """Discord's time, aware (UTC): for what cannot be undone. `None` until it has answered."""
        if self._told is None:
            return None
        date, at = self._told
        return date + timedelta(seconds=self._seconds() - at)

    def now(self) -> datetime:
        """Discord's time where it is known, else this machine's, aware (UTC)."""
        return self.known() or self._machine()

    def note(self, date: str | None) -> None:
        """Take in the header of an answer (RFC 9110, section 6.6.1); what is none tells nothing."""
        try:
            told = parsedate_to_datetime(date or "")
            # Without a zone, or with "-0000", it is UTC as well.
            told = told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)
        except (ValueError, OverflowError):
            return
        self._told = told, self._seconds()

    def trace(self) -> aiohttp.TraceConfig:
        """What a client has to be made with, so that its answers are listened to."""
        config = aiohttp.TraceConfig()
        config.on_request_end.append(self._on_answer)
        return config

    async def _on_answer(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, end: aiohttp.TraceRequestEndParams
    ) -> None:
        self.note(end.response.headers.get("Date"))
