"""Charts wait in a short queue of their own, and none is waited for at a stop."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from threading import Event
from typing import Any

import pytest

from bot.render.chart_pool import ChartPool, ChartsBusyError

ANY: Any = None  # what is drawn does not matter here


async def asked(pool: ChartPool, count: int) -> list[asyncio.Task[bytes]]:
    tasks = [asyncio.create_task(pool.draw(ANY, ANY)) for _ in range(count)]
    await asyncio.sleep(0.02)
    return tasks


async def test_past_its_queue_a_chart_is_refused_and_the_next_one_is_drawn_again() -> None:
    go = Event()

    def draw(*_: Any) -> bytes:
        assert go.wait(60)
        return b"png"

    async with ChartPool(draw, most_waiting=3) as pool:
        tasks = await asked(pool, 5)
        assert tasks[4].done(), "one is drawn, three wait, and the fifth is too much"
        with pytest.raises(ChartsBusyError):
            await tasks[4]
        go.set()
        assert await asyncio.gather(*tasks[:4]) == [b"png"] * 4
        await asyncio.sleep(0)
        assert await pool.draw(ANY, ANY) == b"png"


async def test_who_goes_away_leaves_their_place_only_when_it_is_free() -> None:
    go = Event()

    def draw(*_: Any) -> bytes:
        assert go.wait(60)
        return b"png"

    async with ChartPool(draw, most_waiting=1) as pool:
        drawn, waiting = await asked(pool, 2)
        drawn.cancel()
        waiting.cancel()
        await asyncio.sleep(0.02)
        # The one that was being drawn still is; the one that waited has left.
        (next_one,) = await asked(pool, 1)
        with pytest.raises(ChartsBusyError):
            await pool.draw(ANY, ANY)
        go.set()
        assert await next_one == b"png"


async def test_a_stop_waits_for_the_chart_that_is_being_drawn_and_for_no_other() -> None:
    begun, go, drawn = Event(), Event(), []

    def draw(*_: Any) -> bytes:
        begun.set()
        assert go.wait(60)
        drawn.append(1)
        return b"png"

    async with ChartPool(draw) as pool:
        tasks = await asked(pool, 10)
        assert await asyncio.to_thread(begun.wait, 60)
        asyncio.get_running_loop().call_later(0.05, go.set)
    assert drawn == [1]
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert [r for r in results if not isinstance(r, asyncio.CancelledError)] == [b"png"]
    with pytest.raises(ChartsBusyError):
        await pool.draw(ANY, ANY)


async def test_a_failure_while_drawing_is_the_askers() -> None:
    def draw(*_: Any) -> bytes:
        raise ZeroDivisionError

    async with ChartPool(draw) as pool:
        with pytest.raises(ZeroDivisionError):
            await pool.draw(ANY, ANY)


async def test_other_threads_are_free_while_charts_are_drawn() -> None:
    go = Event()

    def draw(*_: Any) -> bytes:
        assert go.wait(60)
        return b"png"

    async with ChartPool(draw, most_waiting=100) as pool:
        tasks = await asked(pool, 100)
        assert await asyncio.wait_for(asyncio.to_thread(lambda: "backup"), 60) == "backup"
        go.set()
        await asyncio.gather(*tasks)


def test_matplotlib_is_loaded_with_the_first_chart_only() -> None:
    code = (
        "import sys, bot.render.chart_pool as c; c.ChartPool(); print('matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
