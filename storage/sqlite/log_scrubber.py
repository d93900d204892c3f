"""Takes erased bytes out of the write-ahead log, soon after an erasure."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Final

from storage.errors import StorageError

log = logging.getLogger(__name__)

# Other writes wait for a try, and go on between tries.
_BUSY_MILLISECONDS: Final = 100
_PAUSE_SECONDS: Final = 0.25
_PAUSE_AFTER_ERROR_SECONDS: Final = 5.0


class LogScrubber:
    """Empties the log once after each `soon()`, trying until no reader is in the way."""

    def __init__(self, attempt: Callable[[], Awaitable[bool]]) -> None:
        self._attempt = attempt
        self._wanted = asyncio.Event()

    def soon(self) -> None:
        """Something was erased."""
        self._wanted.set()

    async def run(self) -> None:
        """Scrub for ever; for a task of its own."""
        told = False
        while True:
            await self._wanted.wait()
            # Before the try: what is erased during it needs another one.
            self._wanted.clear()
            try:
                scrubbed = await self._attempt()
                told = False
                if scrubbed:
                    continue
                pause = _PAUSE_SECONDS
            except StorageError as error:
                if not told:
                    log.warning(
                        "What was erased is still in the database's write-ahead log: %s", error
                    )
                told = True
                pause = _PAUSE_AFTER_ERROR_SECONDS
            self._wanted.set()
            await asyncio.sleep(pause)


def empty_log(connection: sqlite3.Connection) -> bool:
    """Fold the log into the database and cut it to nothing; False where a reader is in the way.

    secure_delete has overwritten in the database what was erased; the log still holds the pages
    as they were before (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint).
    """
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS:d}")
    try:
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience:d}")
    return not busy
