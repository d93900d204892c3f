"""One bot a database, or one a group of shards: locks of the server's, held by the connection that
writes, and let go of by the server when that ends, however it does.

The whole bot holds the first lock alone. A group of shards shares it with other groups, and holds a
second one, of its name, alone.
"""

from __future__ import annotations

import asyncio
from hashlib import sha256
from typing import Any, Final

from storage.errors import StorageError

# "Baro", and "Bars": the first of the two numbers of an advisory lock.
WHOLE: Final = 0x4261726F
GROUP: Final = 0x42617273

# Somebody who only looks (`is_running`) has the lock for a moment, and so does a connection of
# whoever has just been killed.
_TRIES: Final = 20
_BETWEEN_TRIES: Final = 0.1  # seconds

_TAKE_WHOLE = "SELECT pg_try_advisory_lock($1, 0)"
_SHARE_WHOLE = "SELECT pg_try_advisory_lock_shared($1, 0)"
_TAKE_GROUP = "SELECT pg_try_advisory_lock($1, $2)"
_LET_GO = "SELECT pg_advisory_unlock($1, 0)"


class RunningLock:
    """`group` is the name of a group of shards; empty: the whole bot."""

    def __init__(self, server: str, group: str) -> None:
        self._server = server
        self._group = group

    async def take(self, connection: Any) -> None:
        """Take it for this connection. Raises `StorageError` while somebody else has it."""
        for _ in range(_TRIES):
            if await self._try(connection):
                return
            await asyncio.sleep(_BETWEEN_TRIES)
        whose = f"the shard group {self._group}" if self._group else "all shards"
        raise StorageError(
            f"Barometer is already running on the database {self._server}, and {whose} can't be "
            "served twice. Stop it first. Several processes share a database when each has a shard "
            "group of its own (BAROMETER_SHARDS)."
        )

    async def _try(self, connection: Any) -> bool:
        if not self._group:
            return bool(await connection.fetchval(_TAKE_WHOLE, WHOLE))
        if not await connection.fetchval(_SHARE_WHOLE, WHOLE):
            return False
        number = int.from_bytes(sha256(self._group.encode()).digest()[:4], "big", signed=True)
        if await connection.fetchval(_TAKE_GROUP, GROUP, number):
            return True
        await connection.execute("SELECT pg_advisory_unlock_shared($1, 0)", WHOLE)
        return False


async def is_running(connection: Any) -> bool:
    """Whether a bot runs on the database now."""
    if not await connection.fetchval(_TAKE_WHOLE, WHOLE):
        return True
    await connection.execute(_LET_GO, WHOLE)
    return False
