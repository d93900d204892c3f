"""Runs a coroutine as long as a block does."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager

from bot.logs import describe

log = logging.getLogger(__name__)


@asynccontextmanager
async def running(work: Coroutine[None, None, None], name: str) -> AsyncIterator[None]:
    """Run `work` beside the block, and cancel it at the end of that. A failure of it is logged.

    The block goes on then: what fails in the background must not take the rest with it.
    """
    task = asyncio.create_task(logged(work, name), name=name)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def logged(work: Coroutine[None, None, None], name: str) -> None:
    """Do `work`, for a task that nobody waits for."""
    try:
        await work
    except Exception as error:
        log.error("The %s has ended: %s", name, describe(error))
