"""Notices that somebody else answers with the same token: a second bot, on another database."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable

import discord

log = logging.getLogger(__name__)

ALREADY_ANSWERED = 40060
"""https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"""

MANY = 3
WITHIN = 60 * 60.0  # seconds


class AnsweredElsewhere:
    """Counts what was answered elsewhere, and warns once an hour when it is no accident.

    One alone can be an accident: the bot's own answer, sent again because Discord's word that it
    had arrived was lost.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._times: deque[float] = deque()
        self._warned: float | None = None

    def note(self, error: BaseException) -> bool:
        """Whether the error says so; then it is counted."""
        if not isinstance(error, discord.HTTPException) or error.code != ALREADY_ANSWERED:
            return False
        now = self._clock()
        self._times.append(now)
        while self._times[0] < now - WITHIN:
            self._times.popleft()
        if len(self._times) >= MANY and (self._warned is None or self._warned <= now - WITHIN):
            self._warned = now
            log.warning(
                "%d commands of the last hour had been answered already when I got to them. Is "
                "Barometer running twice with the same token? Stop one of the two. If you run it "
                "only once, somebody else has your token: reset it on the Bot page of the "
                "Developer Portal.",
                len(self._times),
            )
        return True
