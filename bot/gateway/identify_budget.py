"""How often the bot may identify, that is open a new session with Discord's gateway.

Discord resets the token of a bot that identifies 1,000 times a day:
https://discord.com/developers/docs/events/gateway#session-start-limit-object
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

DAY = 24 * 3600.0

MOST_A_DAY = 100
"""Identifies of a shard, or fewer where so many of each would be more than Discord grants."""

AT_ONCE = MOST_A_DAY // 2


class TooManyIdentifiesError(Exception):
    """The bot identified as often as it may; `seconds` from now it may again."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many identifies, for another {seconds:.0f} s")
        self.seconds = seconds


def require_some_left(shards: int, own: int, total: int, remaining: int, reset_after: int) -> None:
    """Raise TooManyIdentifiesError where all of them are used up, by Discord's own count, or fewer
    are left than this process needs for its `own` of the `shards`.

    Unlike `IdentifyBudget` it also knows those of processes that have ended: a bot that crashes is
    started again and again. `total` and `remaining` are what Discord grants in a day, `reset_after`
    is in milliseconds, as in its session start limit.
    """
    if total - remaining >= MOST_A_DAY * shards or remaining < own:
        raise TooManyIdentifiesError(reset_after / 1000)


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float


class IdentifyBudget:
    """At most 100 identifies of a shard in any 24 hours: 50 at once, and 50 a day after that; fewer
    once it is known that the shards share what is granted (`share`).

    A token bucket: it holds `at_once` tokens and gets `a_day` new ones, evenly over the day, so
    that any 24 hours see at most their sum. `clock` gives seconds that never go back.
    """

    def __init__(
        self, clock: Callable[[], float], *, at_once: int = AT_ONCE, a_day: int = AT_ONCE
    ) -> None:
        self._clock = clock
        self._at_once = at_once
        self._a_second = a_day / DAY
        self._buckets: dict[int, _Bucket] = {}

    def share(self, total: int, shards: int) -> None:
        """So many (`total`) are granted in a day, to so many shards together."""
        half = max(1, total // shards // 2)
        self._at_once = min(self._at_once, half)
        self._a_second = min(self._a_second, half / DAY)

    def take(self, shard_id: int) -> bool:
        """Whether this shard may identify now; if so, that is counted."""
        bucket = self._refilled(shard_id)
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        return True

    def seconds_to_wait(self) -> float:
        """Seconds until every shard may identify; 0 when all may now."""
        fewest = min((self._refilled(shard_id).tokens for shard_id in self._buckets), default=1.0)
        return max(0.0, (1 - fewest) / self._a_second)

    def _refilled(self, shard_id: int) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.setdefault(shard_id, _Bucket(self._at_once, now))
        new = (now - bucket.filled_at) * self._a_second
        bucket.tokens = min(self._at_once, bucket.tokens + new)
        bucket.filled_at = now
        return bucket
