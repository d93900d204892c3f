"""Work of the storage's own that goes on in the background until it is done."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from storage.errors import StorageError

_PAUSE_AFTER_ERROR_SECONDS: Final = 5.0


class Chore:
    """Done after each `soon()`; where the storage fails at it, again after a pause.

    What is asked for while it is being done has it done once more. Of failures one after the other
    `tell` hears the first, and `tell_end` that they are over.
    """

    def __init__(
        self,
        do: Callable[[], Awaitable[None]],
        tell: Callable[[StorageError], None],
        tell_end: Callable[[], None],
    ) -> None:
        self._do = do
        self._tell = tell
        self._tell_end = tell_end
        self._wanted = asyncio.Event()

    def soon(self) -> None:
        """There is something to do."""
        self._wanted.set()

    async def run(self) -> None:
        """Do it for ever; for a task of its own."""
        told = False
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                await self._do()
                if told:
                    self._tell_end()
                told = False
            except StorageError as error:
                if not told:
                    self._tell(error)
                told = True
                self._wanted.set()
                await asyncio.sleep(_PAUSE_AFTER_ERROR_SECONDS)
