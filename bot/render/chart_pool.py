"""Draws charts beside the event loop, in a thread of their own: nothing else waits behind them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Self

from bot.render import charts
from bot.render.charts import Picture
from bot.render.localizer import Localizer

MOST_WAITING = 20
"""Charts take some 0.2 s each; so many are drawn before anybody loses patience."""


class ChartsBusyError(Exception):
    """Too many charts are waiting to be drawn, or the pool is closed."""


class ChartPool:
    """One thread, since matplotlib draws one chart at a time, and a short queue.

    async with ChartPool() as charts:
        png = await charts.draw(localizer, picture)

    Leaving the block waits for the chart that is being drawn, and drops those that wait.
    """

    def __init__(
        self,
        draw: Callable[[Localizer, Picture], bytes] = charts.draw,
        *,
        most_waiting: int = MOST_WAITING,
    ) -> None:
        self._draw = draw
        self._most = most_waiting + 1  # one is being drawn
        self._asked = 0
        self._closed = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="charts")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)
        await asyncio.to_thread(self._thread.shutdown)

    async def draw(self, localizer: Localizer, picture: Picture) -> bytes:
        """`charts.draw` in the thread. Raises ChartsBusyError where it would wait for too long."""
        if self._closed or self._asked >= self._most:
            raise ChartsBusyError
        drawing = self._thread.submit(self._draw, localizer, picture)
        self._asked += 1
        loop = asyncio.get_running_loop()
        # When it is drawn or dropped, not when who asked went away: the thread may be at it still.
        drawing.add_done_callback(lambda _: loop.call_soon_threadsafe(self._answered))
        return await asyncio.wrap_future(drawing)

    def _answered(self) -> None:
        self._asked -= 1
