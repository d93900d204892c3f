"""What time it is by Discord's clock, by which messages are dated and kept.

This machine's own may be years off, after a dead battery or a slip of the hand; the `Date` of an
answer may be, too, behind a proxy. What would be deleted by either alone is gone for good: so what
cannot be undone needs two clocks.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import SimpleNamespace
from typing import Final

import aiohttp

from storage.records import snowflake_time

TOLERANCE: Final = timedelta(days=1)
"""Two clocks that are no further apart tell the same time."""

_WRITTEN: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""A machine whose clock stands before this has lost the time."""


def utc_now() -> datetime:
    """The time of this machine's clock, aware (UTC)."""
    return datetime.now(UTC)


class Clock:
    """Learns the time from the `Date` of each answer of Discord's, to the second.

    Between answers `seconds`, which nobody can set, carries it on; before the first one only this
    `machine` can be asked. What is delivered live is dated by its id, and tells the time as well.
    """

    def __init__(
        self,
        seconds: Callable[[], float] = time.monotonic,
        machine: Callable[[], datetime] = utc_now,
    ) -> None:
        self._seconds = seconds
        self._machine = machine
        self._told: tuple[datetime, float] | None = None
        self._live: tuple[datetime, float] | None = None

    def known(self) -> datetime | None:
        """Discord's time, aware (UTC), which may be wrong. `None` until it has answered."""
        return self._carried_on(self._told)

    def certain(self) -> datetime | None:
        """Discord's time, aware (UTC): for what cannot be undone.

        `None` unless this machine, or what was delivered last, says the same within `TOLERANCE`.
        """
        told = self.known()
        if told is None:
            return None
        others = (self._machine(), self._carried_on(self._live))
        return told if any(_same(told, other) for other in others) else None

    def now(self) -> datetime:
        """The likeliest time, aware (UTC): what two clocks say, else Discord's – by its answers, or
        by what it delivered – else this machine's."""
        discord = self.known() or self._carried_on(self._live)
        return self._agreed() or discord or self._machine()

    def earliest(self) -> datetime:
        """The time, aware (UTC), as far as any clock says that it has come: where reading begins,
        or a message counts as old, a time of the future would pass over what is there."""
        agreed = self._agreed()
        if agreed is not None:
            return agreed
        machine = self._machine()
        told = (self.known(), self._carried_on(self._live), machine if machine > _WRITTEN else None)
        return min((one for one in told if one is not None), default=machine)

    def is_future(self, snowflake: int) -> bool:
        """Whether two clocks say that this id cannot have been made yet."""
        return self._is_future(snowflake_time(snowflake))

    def _is_future(self, made: datetime) -> bool:
        # Asked twice for every message: of almost all, no clock says so, whichever of them agree.
        past = made - TOLERANCE
        if past <= self._machine() and (self._told is None or past <= self._told[0]):
            return False
        agreed = self._agreed()
        return agreed is not None and past > agreed

    def doubt(self) -> str | None:
        """In words, why `certain` says nothing; `None` while Discord has not told the time."""
        told = self.known()
        if told is None or self.certain() is not None:
            return None
        return (
            f"Discord's answers are dated {told:%Y-%m-%d %H:%M}, and this computer's clock says "
            f"{self._machine():%Y-%m-%d %H:%M} UTC. Until both are within a day of each other "
            "nothing that is old is deleted, no backup is made, and members see no new day. Set "
            "this computer's clock, and look at the proxy if there is one."
        )

    def note_live(self, snowflake: int) -> None:
        """Take in the id of a message or an interaction that Discord has just delivered.

        One that `is_future` tells nothing: it is the only clock that says so.
        """
        made = snowflake_time(snowflake)
        if not self._is_future(made):
            self._live = made, self._seconds()

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

    def _agreed(self) -> datetime | None:
        """What two clocks say; `None` where no two say the same."""
        machine = self._machine()
        same = _same(machine, self._carried_on(self._live))
        return self.certain() or (machine if same else None)

    def _carried_on(self, told: tuple[datetime, float] | None) -> datetime | None:
        return None if told is None else told[0] + timedelta(seconds=self._seconds() - told[1])


def _same(one: datetime, other: datetime | None) -> bool:
    return other is not None and abs(one - other) <= TOLERANCE
