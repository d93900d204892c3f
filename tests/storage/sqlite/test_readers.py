"""A slow summary holds up no short question, and not every other summary either."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import storage
from storage.errors import StorageError
from storage.records import ScoredMessage
from storage.sqlite.connection import PATIENT_READERS, PROMPT_READERS, Database
from storage.sqlite.engine import DatabaseFiles, SQLiteStorage
from storage.sqlite.opening import open_database
from storage.sqlite.sweeper import Sweeper

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))
# Some seconds of work for a reader's thread, in which it holds no lock of Python's.
SLOW = """
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 8000000)
    SELECT count(*) FROM number
"""


@pytest.fixture
async def opened(path: Path) -> AsyncIterator[tuple[Database, SQLiteStorage]]:
    async with open_database(path) as (database, pseudonyms):
        yield (
            database,
            SQLiteStorage(
                database, pseudonyms, Sweeper(database), DatabaseFiles(database, path.parent, None)
            ),
        )


async def begun(*questions: Any) -> list[asyncio.Task[Any]]:
    tasks = [asyncio.create_task(question) for question in questions]
    await asyncio.sleep(0.05)  # each is in the hands of its thread
    return tasks


async def test_while_every_summary_is_slow_short_questions_and_writes_are_done(
    opened: tuple[Database, SQLiteStorage], message: Callable[..., ScoredMessage]
) -> None:
    database, store = opened
    slow = await begun(*(database.read_long(SLOW) for _ in range(PATIENT_READERS)))
    assert (await store.messages.apply([message()])).inserted == 1
    assert (await store.privacy.status(900, 5)).messages == 1
    assert await store.privacy.opt_out(900, 5, NOON) == 1
    assert (900, 5) in (await store.messages.exclusions([(900, 5)])).excluded_up_to
    assert not (await store.settings.get(900)).member_lookup
    assert await store.channels.contiguous(900) == {}
    assert await store.jobs.due(NOON) == []
    assert not any(task.done() for task in slow), "or nothing is shown"
    assert await asyncio.gather(*slow) == [[(8_000_000,)]] * PATIENT_READERS


async def test_one_slow_summary_leaves_a_reader_to_the_others(
    opened: tuple[Database, SQLiteStorage], message: Callable[..., ScoredMessage]
) -> None:
    database, store = opened
    await store.messages.apply([message()])
    (slow,) = await begun(database.read_long(SLOW))
    for _ in range(5):
        assert len(await store.rollups.of_channels(900, [70], *ALWAYS)) == 1
        assert len((await store.privacy.export(900, 5)).messages) == 1
    assert not slow.done(), "or nothing is shown"
    await slow


async def test_one_slow_short_question_does_not_hold_up_the_pipeline_either(
    opened: tuple[Database, SQLiteStorage],
) -> None:
    database, store = opened
    assert PROMPT_READERS > 1
    (slow,) = await begun(database.read(SLOW))
    for _ in range(5):
        assert not (await store.messages.exclusions([(900, 5)])).excluded_up_to
    assert not slow.done(), "or nothing is shown"
    await slow


async def test_a_reader_whose_asker_went_away_is_not_taken_for_free(
    opened: tuple[Database, SQLiteStorage],
) -> None:
    database, store = opened
    slow = await begun(database.read_long(SLOW), database.read_long(SLOW))
    slow[0].cancel()
    with pytest.raises(asyncio.CancelledError):
        await slow[0]
    # Both threads are at work still: the next question waits, and is answered all the same.
    assert await store.rollups.of_channels(900, [70], *ALWAYS) == []
    assert await slow[1] == [(8_000_000,)]


async def test_a_close_breaks_off_the_summaries_that_wait(path: Path) -> None:
    async with open_database(path) as (database, _):
        slow = await begun(*(database.read_long(SLOW) for _ in range(60)))
        began = time.monotonic()
    assert time.monotonic() - began < 15, "each of them takes about a second of a processor"
    results = await asyncio.gather(*slow, return_exceptions=True)
    assert any(isinstance(result, StorageError) for result in results)
    assert await storage.preflight(path) is None
