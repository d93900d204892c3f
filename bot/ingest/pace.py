"""When the next request may be made: one after the other, however many want to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

REQUEST_SECONDS = 1 / 30
"""Between the starts of requests that can wait: that leaves two fifths of Discord's 50 a second to
all else. https://discord.com/developers/docs/topics/rate-limits#global-rate-limit"""


class Pace:
    """Spaces the starts of requests `seconds` apart, in the order in which they are asked for.

    Nothing is held while a request runs: one that hangs holds up none of the others. Before each
    start `calm` is waited for, which is over when something more urgent is done.
    """

    def __init__(
        self, calm: Callable[[], Awaitable[None]], seconds: float = REQUEST_SECONDS
    ) -> None:
        self._seconds = seconds
        self._calm = calm
        self._starting = asyncio.Lock()
        self._next = 0.0

    async def turn(self) -> None:
        """Return when the next request may start."""
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
