"""Takes erased bytes out of the write-ahead log, soon after an erasure."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Final

from storage.chores import Chore
from storage.errors import StorageError

log = logging.getLogger(__name__)

# Other writes wait for a try, and go on between tries.
_BUSY_MILLISECONDS: Final = 100
_PAUSE_SECONDS: Final = 0.25


def log_scrubber(attempt: Callable[[], Awaitable[bool]]) -> Chore:
    """Empties the log after each `soon()`, trying until no reader is in the way."""

    async def scrub() -> None:
        while not await attempt():  # noqa: ASYNC110 (SQLite has no event for it)
            await asyncio.sleep(_PAUSE_SECONDS)

    return Chore(scrub, _tell, _tell_end)


def _tell(error: StorageError) -> None:
    log.warning("What was erased is still in the database's write-ahead log: %s", error)


def _tell_end() -> None:
    log.info("What was erased is out of the database's write-ahead log now")


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
