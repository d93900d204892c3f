"""How many shards may identify at a time.

https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

INTERVAL = 5.0
"""Seconds between two IDENTIFYs of a bucket, as Discord has it."""


class IdentifyTurns:
    """One IDENTIFY every `interval` seconds (0: any number) for each of `max_concurrency` buckets.

    A shard's bucket is its id modulo their number: with 16 of them the shards 0 to 15 may identify
    at once, and 16 to 31 an interval later.
    """

    def __init__(
        self, max_concurrency: int, interval: float, clock: Callable[[], float] = monotonic
    ) -> None:
        self.max_concurrency = max_concurrency
        self.interval = interval
        self._clock = clock
        self._taken_at: dict[int, float] = {}

    def take(self, shard_id: int) -> bool:
        """Whether this shard may identify now; if so, its bucket's turn is taken."""
        bucket, now = shard_id % self.max_concurrency, self._clock()
        if now - self._taken_at.get(bucket, float("-inf")) < self.interval:
            return False
        self._taken_at[bucket] = now
        return True
