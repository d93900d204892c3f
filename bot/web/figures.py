"""Figures that several people ask for within seconds are worked out once.

Who asks is no part of it: whoever is let see figures asks for them by all that they are made of –
the channels, the period, how many writers it takes – and so nobody gets what was made for somebody
who may see more. What people wrote is never among them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")

LASTING_SECONDS = 5.0
MOST = 128


@dataclass(frozen=True, slots=True)
class _Made:
    task: asyncio.Task[Any]
    until: float


class FigureCache:
    """Remembers them for five seconds; an erasure is to `forget` them all.

    >>> async def asked() -> list[int]:
    ...     figures, made = FigureCache(), []
    ...     async def make() -> int:
    ...         made.append(1)
    ...         return len(made)
    ...     return [await figures.of("key", make), await figures.of("key", make)]
    >>> asyncio.run(asked())
    [1, 1]
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._made: dict[Hashable, _Made] = {}

    async def of(self, key: Hashable, make: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """What `make` gives. Whoever asks while it is at it waits for the same.

        Raises what `make` raises, to all who wait; that is not remembered.
        """
        now = self._clock()
        found = self._made.get(key)
        if found is None or found.until <= now:
            self._made = {each: made for each, made in self._made.items() if made.until > now}
            while len(self._made) >= MOST:
                del self._made[next(iter(self._made))]
            task = asyncio.create_task(make(), name="figures")
            found = self._made[key] = _Made(task, now + LASTING_SECONDS)
        try:
            result: T = await asyncio.shield(found.task)
        except Exception:
            if self._made.get(key) is found:
                del self._made[key]
            raise
        return result

    def forget(self) -> None:
        """As if nobody had asked. What is being worked out goes to those who wait for it alone."""
        self._made.clear()
