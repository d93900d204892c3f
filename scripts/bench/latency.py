"""How late the event loop is while something else goes on, and what times come to."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from statistics import quantiles
from typing import Final

_LOOKS_EVERY: Final = 0.005  # seconds between two looks at how late the event loop is


async def note_lags(lags: list[float]) -> None:
    """Note by how many seconds the event loop is late, again and again."""
    while True:
        wanted = time.perf_counter() + _LOOKS_EVERY
        await asyncio.sleep(_LOOKS_EVERY)
        lags.append(time.perf_counter() - wanted)


def percentile(seconds: Sequence[float], percent: int) -> float:
    """So many percent of these times, in seconds, are no longer than this, in milliseconds."""
    if len(seconds) < 2:
        return milliseconds(max(seconds, default=0.0))
    return milliseconds(quantiles(seconds, n=100, method="inclusive")[percent - 1])


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 3)
