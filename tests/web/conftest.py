"""A browser, and playgrounds to open in it: with the real bot behind them."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from playground.page import visit
from playground.page.evening import Pace
from playground.world import ENGLISH
from tests.web import browsers

SECONDS_TO_START = 300.0
QUICK = Pace(quarrel=0.15, rest=1.0, settling=0.15)
"""An evening of a few seconds; the bot takes its own time to notice."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    if browsers.program() is None:
        pytest.skip(browsers.NONE)
    async with browsers.launched() as launched:
        yield launched


@contextmanager
def served(folder: Path, pace: Pace | None = None) -> Iterator[str]:
    """The address of a playground that runs in a thread of its own, once it has read the past."""
    ready, address = threading.Event(), ""
    stop: Callable[[], object] = lambda: None  # noqa: E731 (until there is something to stop)

    def say(line: str) -> None:
        if line.startswith("It has read them"):
            ready.set()

    def opened(url: str) -> None:
        nonlocal address
        address = url

    async def serve() -> None:
        nonlocal stop
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        assert task is not None
        stop = lambda: loop.call_soon_threadsafe(task.cancel)  # noqa: E731
        with socket.create_server(("127.0.0.1", 0)) as listening:
            database, log = folder / "moods.sqlite3", folder / "bot.log"
            log.touch()
            plan = visit.Plan(listening, database, log, ENGLISH, say, opened, pace)
            with contextlib.suppress(asyncio.CancelledError):
                await visit.run(plan)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        assert ready.wait(SECONDS_TO_START), (folder / "bot.log").read_text(encoding="utf-8")
        yield address
    finally:
        stop()
        thread.join()


@pytest.fixture(scope="session")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A playground that the tests share: each is other people in it, or writes what is its own."""
    if browsers.program() is None:
        pytest.skip(browsers.NONE)
    with served(tmp_path_factory.mktemp("playground")) as address:
        yield address


@pytest.fixture
def quick_evening(tmp_path: Path) -> Iterator[str]:
    """A playground of one's own, in which an evening takes seconds."""
    if browsers.program() is None:
        pytest.skip(browsers.NONE)
    with served(tmp_path, QUICK) as address:
        yield address
