"""What was erased is in no byte of the files, while the storage stays open."""

from __future__ import annotations

import asyncio
import logging
import random
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from storage import StorageError, chores
from storage.records import ScoredMessage
from storage.sqlite import connection, log_scrubber
from storage.sqlite.opening import open_database
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=250)
MEMBER = 0x1234_5678_9ABC_DEF0


def forms(number: int) -> tuple[bytes, ...]:
    """How a 64-bit number may stand in a file: as bytes, either way round, or in decimal."""
    return number.to_bytes(8), number.to_bytes(8, "little"), str(number).encode()


def holding(path: Path, numbers: Iterable[int]) -> list[str]:
    """The files beside the database that hold one of the numbers."""
    wanted = [form for number in numbers for form in forms(number)]
    return [
        file.name
        for file in path.parent.iterdir()
        if (content := file.read_bytes()) and any(form in content for form in wanted)
    ]


async def until_clean(path: Path, numbers: Iterable[int]) -> None:
    async with asyncio.timeout(60):
        while holding(path, numbers):  # noqa: ASYNC110 (a file has no event for it)
            await asyncio.sleep(0.05)


def crowd(message: MakeMessage, messages: int) -> tuple[list[ScoredMessage], list[int]]:
    """Many members in a few channels, so that pages split; in no order, as a backfill brings it."""
    mix = random.Random(1)
    batch = [
        message(
            n / 100, author_id=mix.choice((MEMBER, *range(2, 9))), channel_id=mix.randrange(70, 73)
        )
        for n in range(messages)
    ]
    mix.shuffle(batch)
    return batch, [sent.message_id for sent in batch if sent.author_id == MEMBER]


async def test_a_members_id_is_in_no_file_at_any_time(path: Path, message: MakeMessage) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(author_id=MEMBER), message(1, author_id=6)])
        assert not holding(path, [MEMBER])
        await store.privacy.forget(900, MEMBER, LATER)
        await store.messages.apply([message(10**5, author_id=MEMBER)])
        assert not holding(path, [MEMBER])


async def test_of_who_forgets_or_opts_out_no_message_id_is_left_within_a_minute(
    path: Path, message: MakeMessage
) -> None:
    for wish in ("forget", "opt_out"):
        async with storage.open(path, now=NOON) as store:
            batch, mine = crowd(message, 5000)
            for start in range(0, 5000, 500):
                await store.messages.apply(batch[start : start + 500])
            if wish == "forget":
                assert holding(path, mine)
            await getattr(store.privacy, wish)(900, MEMBER, LATER)
            await until_clean(path, [MEMBER, *mine])


async def test_of_an_erased_guild_no_id_is_left_within_a_minute(
    path: Path, message: MakeMessage
) -> None:
    guild = 0x0FED_CBA9_8765_4321
    async with storage.open(path, now=NOON) as store:
        sent = [message(n, guild_id=guild) for n in range(500)]
        await store.messages.apply(sent)
        assert holding(path, [guild])
        await store.guilds.erase(guild, LATER)
        await until_clean(path, [guild, *(one.message_id for one in sent)])


async def test_a_reader_that_is_in_the_way_delays_the_scrub_and_no_write(
    path: Path, message: MakeMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 300.0)
    async with storage.open(path, now=NOON) as store:
        batch, mine = crowd(message, 500)
        await store.messages.apply(batch)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM message").fetchone()
        await store.privacy.forget(900, MEMBER, LATER)
        async with asyncio.timeout(60):  # less than a busy statement waits
            for n in range(5):
                await store.messages.apply([message(10**5 + n)])
                await asyncio.sleep(0.1)
        assert holding(path, mine)
        other.close()
        await until_clean(path, mine)


async def test_what_a_crash_left_in_the_log_goes_at_the_next_start(
    path: Path, message: MakeMessage, tmp_path: Path
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message()])
        log = path.with_name("barometer.db-wal").read_bytes()
        content = path.read_bytes()
    crashed = tmp_path / "crashed" / path.name
    crashed.parent.mkdir()
    crashed.write_bytes(content)
    crashed.with_name("barometer.db-wal").write_bytes(log)
    path.with_name("barometer.db.key").rename(crashed.with_name("barometer.db.key"))
    async with open_database(crashed) as (opened, _):
        assert crashed.with_name("barometer.db-wal").read_bytes() == b""
        assert await opened.read("SELECT count(*) FROM message") == [(1,)]


async def test_what_stands_in_the_way_for_long_is_told_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(chores, "_PAUSE_AFTER_ERROR_SECONDS", 0.0)
    tries, done = 0, asyncio.Event()

    async def attempt() -> bool:
        nonlocal tries
        tries += 1
        if tries < 10:
            raise StorageError("the disk is full")
        done.set()
        return True

    caplog.set_level(logging.INFO, "storage")
    scrubber = log_scrubber.log_scrubber(attempt)
    scrubber.soon()
    running = asyncio.create_task(scrubber.run())
    await done.wait()
    running.cancel()
    await asyncio.wait([running])
    assert [each.getMessage() for each in caplog.records] == [
        "What was erased is still in the database's write-ahead log: the disk is full",
        "What was erased is out of the database's write-ahead log now",
    ]
