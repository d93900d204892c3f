"""Who identifies next: of the shards in a bucket one at a time, every five seconds.

https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
"""

from __future__ import annotations

import asyncio
import random
import secrets
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from storage import StorageError
from storage.interface import Leases
from storage.records import Shards

OWN_SECONDS = 5.25
"""Between two of a bucket, in one process: Discord's five, and what the way there may vary."""

SHARED = timedelta(seconds=6.5)
"""The same in several: each learns the time from Discord's answers, to the second."""

LATE = timedelta(seconds=0.25)
"""Whoever hears so late that it is its turn takes it anew: the others count from when it asked."""

PATIENCE_SECONDS = 45.0
"""After a minute without a word, which nobody listens for meanwhile, discord.py closes the
socket."""


class IdentifyTurns(Protocol):
    """When a shard may identify: Discord lets few do so at the same time."""

    async def wait(self, shard_id: int, max_concurrency: int) -> None:
        """Return when this shard may identify, which it must do at once.

        So many shards may at the same time: those of different buckets, id modulo their number.
        Raises TimeoutError when its turn does not come soon: then it should try again later.
        """
        ...


class OwnTurns:
    """Of a process that has all shards. `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float], seconds: float = OWN_SECONDS) -> None:
        self._clock = clock
        self._seconds = seconds
        self._free_at: dict[int, float] = {}

    async def wait(self, shard_id: int, max_concurrency: int) -> None:
        bucket, now = shard_id % max_concurrency, self._clock()
        turn = max(now, self._free_at.get(bucket, now))
        if turn - now > PATIENCE_SECONDS:
            raise TimeoutError("many shards want to identify")
        self._free_at[bucket] = turn + self._seconds
        await asyncio.sleep(turn - now)


class SharedTurns:
    """Of a process that shares the bot with others, and agrees with them by leases."""

    def __init__(self, leases: Leases, clock: Callable[[], datetime]) -> None:
        self._leases = leases
        self._clock = clock
        self._name = secrets.token_hex(6)
        self._taken = 0

    async def wait(self, shard_id: int, max_concurrency: int) -> None:
        self._taken += 1  # each turn has a holder of its own: nobody renews the last one
        holder = f"{self._name}/{self._taken}"
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._take(f"identify:{shard_id % max_concurrency}", holder)
        except StorageError as error:
            # discord.py tries again after this one, and would end all shards after another.
            raise TimeoutError("the database doesn't say whose turn it is") from error

    async def _take(self, name: str, holder: str) -> None:
        while True:
            asked = self._clock()
            lease = await self._leases.acquire(name, holder, asked, asked + SHARED)
            now = self._clock()
            if lease.holder != holder:
                jitter = random.uniform(0.0, 0.3)  # noqa: S311 (no secret)
                await asyncio.sleep(max(0.0, (lease.until - now).total_seconds()) + jitter)
            elif now - asked <= LATE:
                return


def turns_for(
    shards: Shards | None, leases: Leases, clock: Callable[[], datetime]
) -> OwnTurns | SharedTurns:
    """Those of a process that serves these shards (`None`: all)."""
    if shards is None or shards.are_all:
        return OwnTurns(time.monotonic)
    return SharedTurns(leases, clock)
