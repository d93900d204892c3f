"""When the next request may be made: one after the other, however many want to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

REQUEST_SECONDS = 1 / 30
"""Between the starts of requests that can wait: that leaves two fifths of Discord's 50 a second to
all else. https://discord.com/developers/docs/topics/rate-limits#global-rate-limit"""


LET_BY = 4
"""So many others whoever is patient lets go first: a long reading of the past holds up nobody."""


class Pace:
    """Spaces the starts of requests `seconds` apart, in the order in which they are asked for.

    Nothing is held while a request runs: one that hangs holds up none of the others. Before each
    start `calm` is waited for, which is over when something more urgent is done. Whoever asks
    `patiently` lets some others go first.
    """

    def __init__(
        self, calm: Callable[[], Awaitable[None]], seconds: float = REQUEST_SECONDS
    ) -> None:
        self._seconds = seconds
        self._calm = calm
        self._starting = asyncio.Lock()
        self._patient = asyncio.Lock()
        self._asking = 0  # of those that are not patient
        self._nobody_asks = asyncio.Event()
        self._nobody_asks.set()
        self._next = 0.0

    async def turn(self, *, patiently: bool = False) -> None:
        """Return when the next request may start."""
        if patiently:
            async with self._patient:  # one of them at a time is among the others
                with suppress(TimeoutError):
                    async with asyncio.timeout(LET_BY * self._seconds):
                        await self._nobody_asks.wait()
                await self._start()
            return
        self._asking += 1
        self._nobody_asks.clear()
        try:
            await self._start()
        finally:
            self._asking -= 1
            if not self._asking:
                self._nobody_asks.set()

    async def _start(self) -> None:
        clock = asyncio.get_running_loop().time
        async with self._starting:
            await self._calm()
            while (wait := self._next - clock()) > 0:
                await asyncio.sleep(wait)
                await self._calm()  # and then look again: a pause may have come meanwhile
            self._next = clock() + self._seconds

    def pause(self, seconds: float) -> None:
        """Let nothing start for so many seconds."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)
