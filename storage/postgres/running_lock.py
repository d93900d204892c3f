"""Each shard is served by one process: locks of the server's, held by the connection that writes,
and let go of by the server when that ends, however it does. So whoever lost them writes nothing.

A bot that knows of no shards holds the first lock alone. A process of several shares it, holds one
for each of its shards alone, and shares one for how many shards there are: processes that do not
agree on that would serve some guilds twice, and others not at all.
"""

from __future__ import annotations

import asyncio
from datetime import datetime
from random import uniform
from typing import Any, Final

from storage.errors import StorageError
from storage.records import Shards

# "Baro", "Bars" and "Barc": the first of the two numbers of an advisory lock.
WHOLE: Final = 0x4261726F
SHARD: Final = 0x42617273
COUNT: Final = 0x42617263

# Somebody who only looks (`is_running`) has the lock for a moment, and so does a connection of
# whoever has just been killed.
_TRIES: Final = 20
_BETWEEN_TRIES: Final = 0.1  # seconds

_TAKE_WHOLE = "SELECT pg_try_advisory_lock($1, 0)"
_SHARE_WHOLE = "SELECT pg_try_advisory_lock_shared($1, 0)"
_TAKE_SHARDS = "SELECT bool_and(pg_try_advisory_lock($1, shard)) FROM unnest($2::int[]) AS shard"
_SHARE_COUNT = "SELECT pg_advisory_lock_shared($1, $2)"
_OTHER_COUNTS = """
    SELECT objid::int FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND classid = $1::int::oid AND objid <> $2::int::oid
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_LET_GO = "SELECT pg_advisory_unlock_all()"

_WHO_I_AM = """
    SELECT pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()
"""
_END = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE (pid, backend_start) = ($1, $2)"
)


class TakenError(StorageError):
    """Somebody else serves what this process is to serve, or served until then (`was_held`)."""

    def __init__(self, words: str, *, was_held: bool) -> None:
        super().__init__(words)
        self.was_held = was_held


class RunningLock:
    """`shards` are those of this process; `None`: the whole bot, which counts none."""

    def __init__(self, server: str, shards: Shards | None) -> None:
        self._server = server
        self._shards = shards
        self._holder: tuple[int, datetime] | None = None

    async def take(self, connection: Any) -> None:
        """Take it for this connection. Raises `TakenError` while somebody else has it.

        The connection that had it before, which was lost on this side, is ended on the other.
        """
        if self._holder is not None:
            await connection.fetch(_END, *self._holder)
        why = ""
        for _ in range(_TRIES):
            why = await self._try(connection)
            if not why:
                self._holder = tuple(await connection.fetchrow(_WHO_I_AM))
                return
            await connection.execute(_LET_GO)
            # Two that count differently must not get into each other's way in step.
            await asyncio.sleep(_BETWEEN_TRIES * uniform(0.5, 1.5))  # noqa: S311 (no secret)
        raise TakenError(why, was_held=self._holder is not None)

    async def _try(self, connection: Any) -> str:
        """Take it; in words, why that was refused, or nothing."""
        if self._shards is None:
            taken = await connection.fetchval(_TAKE_WHOLE, WHOLE)
            return "" if taken else self._is_running("all shards")
        if not await connection.fetchval(_SHARE_WHOLE, WHOLE):
            return self._is_running(f"the shards {self._shards}")
        count = self._shards.count
        await connection.execute(_SHARE_COUNT, COUNT, count)
        others = await connection.fetch(_OTHER_COUNTS, COUNT, count)
        if others:
            return (
                f"Another process of Barometer on the database {self._server} counts "
                f"{others[0][0]} shards in all, and this one {count}. Stop all of them, give all "
                "the same number, and start them again: docs/operating.md says how."
            )
        if not await connection.fetchval(_TAKE_SHARDS, SHARD, self._shards.ids):
            return self._is_running(f"some of the shards {self._shards}")
        return ""

    def _is_running(self, what: str) -> str:
        return (
            f"Barometer is already running on the database {self._server}, and {what} can't be "
            "served twice. Stop it first. Several processes share a database when each has shards "
            "of its own: docs/operating.md says how."
        )


async def is_running(connection: Any) -> bool:
    """Whether a bot runs on the database now."""
    if not await connection.fetchval(_TAKE_WHOLE, WHOLE):
        return True
    await connection.execute(_LET_GO)
    return False
