"""Several things at once, until one of them is done."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine


async def first_of(*works: Coroutine[object, object, None]) -> None:
    """Run all until one is done; what it raised is raised, the others are cancelled."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
