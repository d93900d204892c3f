"""When what failed is tried again."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Failure:
    pause: float
    again: float


class Retries:
    """Makes each channel of a guild that failed wait: pauses double from `first` to `longest`.

    Pauses are in seconds, as told by `clock`. Ids are those of `bot.ingest.gaps`: what stands for
    a guild there stands for it here, too.
    """

    def __init__(
        self, first: float, longest: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._first = first
        self._longest = longest
        self._clock = clock
        self._failures: dict[tuple[int, int], _Failure] = {}  # by guild and channel

    def failed(self, guild_id: int, channel_id: int, *, for_long: bool = False) -> None:
        """It is due after its next pause, or after the longest one."""
        before = self._failures.get((guild_id, channel_id))
        pause = self._first if before is None else 2 * before.pause
        pause = self._longest if for_long else min(pause, self._longest)
        self._failures[guild_id, channel_id] = _Failure(pause, self._clock() + pause)

    def begun(self, guild_id: int, channel_id: int) -> None:
        """It is being tried: it is not due until that has failed, and not forgotten meanwhile."""
        if (failure := self._failures.get((guild_id, channel_id))) is not None:
            self._failures[guild_id, channel_id] = _Failure(failure.pause, math.inf)

    def succeeded(self, guild_id: int, channel_id: int) -> None:
        self._failures.pop((guild_id, channel_id), None)

    def has_to_wait(self, guild_id: int, channel_id: int) -> bool:
        failure = self._failures.get((guild_id, channel_id))
        return failure is not None and failure.again > self._clock()

    def seconds_to_next(self) -> float:
        """Seconds until something that failed is due; infinity where nothing did."""
        soonest = min((failure.again for failure in self._failures.values()), default=math.inf)
        return max(0.0, soonest - self._clock())

    @contextmanager
    def round(self) -> Iterator[None]:
        """Forget what was due when the round began and was not tried in it: it is not there now."""
        began = self._clock()
        yield
        for key in [key for key, failure in self._failures.items() if failure.again <= began]:
            del self._failures[key]

    def forget_all(self) -> None:
        self._failures.clear()
