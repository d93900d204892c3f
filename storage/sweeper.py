"""Goes on with erasing big channels and guilds, which each engine does in steps of its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Self

from storage.chores import Chore
from storage.errors import StorageError

log = logging.getLogger(__name__)


class Sweeper:
    """Goes on with what was begun, in the background; as an async context manager.

    At the start it looks whether a kill has left anything. Leaving the block ends it between two
    steps. `sweep_all` is the engine's: it returns once nothing is left of any channel or guild that
    was deleted, and raises `StorageError`.
    """

    def __init__(self, sweep_all: Callable[[], Awaitable[None]]) -> None:
        self._sweep_all = sweep_all
        self._chore = Chore(sweep_all, _tell, _tell_end)
        self._running: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self.soon()
        self._running = asyncio.create_task(self._chore.run(), name="sweep")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._running is not None  # noqa: S101 (tells the type checker what __aenter__ did)
        self._running.cancel()
        await asyncio.wait([self._running])

    def soon(self) -> None:
        """Something was deleted of which not all is gone yet."""
        self._chore.soon()

    async def finish(self) -> None:
        """Return once nothing is left of any of it. Raises `StorageError`."""
        await self._sweep_all()


def _tell(error: StorageError) -> None:
    log.warning("What was deleted with its channel is not erased yet: %s", error)


def _tell_end() -> None:
    log.info("What was deleted with its channel is erased now")
