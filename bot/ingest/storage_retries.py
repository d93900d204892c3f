"""Asks the storage until it answers: a full disk or a locked file must lose nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.outage import Outage, length_in_words
from storage import DamagedError, InvalidInputError, OutdatedError, StorageError

log = logging.getLogger(__name__)

T = TypeVar("T")

FIRST_PAUSE = 0.1


class StorageRetries:
    """Tries again what the storage failed at, after pauses that double to `longest_pause` seconds.

    The log hears of an outage when it begins, at growing intervals while it lasts, and when nothing
    fails any more. `waiting` counts the events that are to be stored.
    """

    def __init__(
        self, longest_pause: float, waiting: Callable[[], int], outage: Outage | None = None
    ) -> None:
        self._longest_pause = longest_pause
        self._waiting = waiting
        self._outage = outage or Outage()
        self._failing: set[object] = set()  # side by side: a full disk can be read, not written

    async def ask(self, question: Callable[[], Awaitable[T]]) -> T:
        """The answer. Raises `InvalidInputError`, `DamagedError` and `OutdatedError` at once: the
        first would be refused again, and only the next start mends the others."""
        this, answered, pause = object(), False, FIRST_PAUSE
        try:
            while True:
                try:
                    answer = await question()
                except (InvalidInputError, DamagedError, OutdatedError) as error:
                    answered = isinstance(error, InvalidInputError)
                    raise
                except StorageError as error:
                    self._failing.add(this)
                    self._tell(error)
                else:
                    answered = True
                    return answer
                await asyncio.sleep(pause)
                pause = min(2 * pause, self._longest_pause)
        finally:
            if this in self._failing:
                self._failing.remove(this)
                self._note_end(answered)

    def _tell(self, error: StorageError) -> None:
        seconds = self._outage.failed()
        if seconds == 0:
            log.warning("The storage failed, and is tried again until it answers: %s", error)
        elif seconds is not None:
            length = length_in_words(seconds)
            log.warning(
                "The storage has failed for %s, and %d events wait: %s",
                length,
                self._waiting(),
                error,
            )

    def _note_end(self, answered: bool) -> None:
        """One that failed was answered, or given up by whoever asked."""
        if not self._failing and (seconds := self._outage.over()) is not None and answered:
            length = length_in_words(seconds)
            log.info("The storage answers again after %s: %d events wait", length, self._waiting())
