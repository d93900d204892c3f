"""A slow summary holds up no short question, and not every other summary either."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Semaphore
from typing import Any

import pytest

import storage
from storage.errors import StorageError
from storage.records import ScoredMessage
from storage.sqlite.connection import PATIENT_READERS, PROMPT_READERS, Database
from storage.sqlite.engine import DatabaseFiles, SQLiteStorage
from storage.sqlite.opening import open_database
from storage.sqlite.sweeper import sweeper_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))
# In which a reader's thread holds no lock of Python's.
ENDLESS = """
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number)
    SELECT count(*) FROM number
"""
SECONDS = 60.0  # for whatever is waited for: other tests run beside


class Slow:
    """A question that takes until it is let go."""

    def __init__(self) -> None:
        self.begun, self.let_go = Semaphore(0), Event()

    def __call__(self, reader: sqlite3.Connection) -> list[Any]:
        self.begun.release()
        assert self.let_go.wait(SECONDS)
        return reader.execute("SELECT 'at last'").fetchall()

    async def asked(self, *readers: Callable[[Slow], Awaitable[Any]]) -> list[asyncio.Task[Any]]:
        """It is in the hands of a thread each time."""
        tasks = [asyncio.ensure_future(ask(self)) for ask in readers]
        for _ in tasks:
            assert await asyncio.to_thread(self.begun.acquire, timeout=SECONDS)
        return tasks


@pytest.fixture
async def opened(path: Path) -> AsyncIterator[tuple[Database, SQLiteStorage]]:
    async with open_database(path) as (database, pseudonyms):
        yield (
            database,
            SQLiteStorage(
                database,
                pseudonyms,
                sweeper_of(database),
                DatabaseFiles(database, path.parent, None),
            ),
        )


@pytest.fixture
def slow(opened: tuple[Database, SQLiteStorage]) -> Iterator[Slow]:
    question = Slow()
    yield question
    question.let_go.set()  # else the end would wait for it


async def test_while_every_summary_is_slow_short_questions_and_writes_are_done(
    opened: tuple[Database, SQLiteStorage], slow: Slow, message: Callable[..., ScoredMessage]
) -> None:
    database, store = opened
    asked = await slow.asked(*[database.read_together] * PATIENT_READERS)
    assert (await store.messages.apply([message()])).inserted == 1
    assert (await store.privacy.status(900, 5)).messages == 1
    assert await store.privacy.opt_out(900, 5, NOON) == 1
    assert (900, 5) in (await store.messages.exclusions([(900, 5)])).excluded_up_to
    assert not (await store.settings.get(900)).member_lookup
    assert await store.channels.contiguous(900) == {}
    assert await store.jobs.due(NOON) == []
    assert not any(task.done() for task in asked), "or nothing is shown"
    slow.let_go.set()
    assert await asyncio.gather(*asked) == [[("at last",)]] * PATIENT_READERS


async def test_one_slow_summary_leaves_a_reader_to_the_others(
    opened: tuple[Database, SQLiteStorage], slow: Slow, message: Callable[..., ScoredMessage]
) -> None:
    database, store = opened
    await store.messages.apply([message()])
    (asked,) = await slow.asked(database.read_together)
    for _ in range(5):
        assert len(await store.rollups.of_channels(900, [70], *ALWAYS)) == 1
        assert len((await store.privacy.export(900, 5)).messages) == 1
    assert not asked.done(), "or nothing is shown"


async def test_one_slow_short_question_does_not_hold_up_the_pipeline_either(
    opened: tuple[Database, SQLiteStorage], slow: Slow
) -> None:
    database, store = opened
    assert PROMPT_READERS > 1
    (asked,) = await slow.asked(database._prompt.ask)
    for _ in range(5):
        assert not (await store.messages.exclusions([(900, 5)])).excluded_up_to
    assert not asked.done(), "or nothing is shown"


async def test_a_reader_whose_asker_went_away_is_not_taken_for_free(
    opened: tuple[Database, SQLiteStorage], slow: Slow
) -> None:
    database, store = opened
    asked = await slow.asked(database.read_together, database.read_together)
    asked[0].cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked[0]
    # Both threads are at work still: the next question is for another.
    async with asyncio.timeout(SECONDS / 2):
        assert await store.rollups.of_channels(900, [70], *ALWAYS) == []
    slow.let_go.set()
    assert await asked[1] == [("at last",)]


async def test_a_close_breaks_off_the_summaries_that_wait(path: Path) -> None:
    async with asyncio.timeout(SECONDS):
        async with open_database(path) as (database, _):
            asked = [asyncio.create_task(database.read_long(ENDLESS)) for _ in range(60)]
            await asyncio.sleep(0.05)  # each is in the hands of its thread, or waits for it
        results = await asyncio.gather(*asked, return_exceptions=True)
    assert all(isinstance(result, StorageError) for result in results)
    assert await storage.preflight(path) is None
