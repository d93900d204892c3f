from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from storage import Storage
from storage.errors import DamagedError, StorageError
from storage.sqlite import connection as connection_module
from storage.sqlite.engine import DatabaseFiles, SQLiteStorage
from storage.sqlite.opening import open_database
from storage.sqlite.sweeper import sweeper_of
from tests.storage.fixture_types import MakeMessage, files_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=250)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_the_files_are_readable_by_their_owner_only(path: Path, message: MakeMessage) -> None:
    mask = os.umask(0)
    try:
        async with storage.open(path, now=NOON) as store:
            await store.messages.apply([message()])
            await store.privacy.opt_out(900, 6, LATER)
            files = sorted(path.parent.iterdir())
            assert [file.name for file in files] == [
                "barometer.db",
                "barometer.db-shm",
                "barometer.db-wal",
                "barometer.db.key",
                "barometer.db.wishes",
            ]
            assert [mode(file) for file in files] == [0o600] * 5
    finally:
        os.umask(mask)


async def test_what_others_may_read_is_taken_from_them_at_the_start(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message()])
        await store.privacy.opt_out(900, 6, LATER)
        await files_of(store).backup(NOON)
    left_by_a_crash = [path.with_name(path.name + suffix) for suffix in ("-wal", "-shm")]
    aside = path.with_name(path.name + ".damaged-2026-03-01T120000Z")
    for file in (*left_by_a_crash, aside):
        file.touch()
    strangers = path.with_name("barometer.db notes")
    strangers.touch()
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    for file in files:
        file.chmod(0o644)
    path.with_name("barometer.db.key").chmod(0o400)
    async with storage.open(path, now=NOON):
        modes = {file: mode(file) for file in files}
    assert modes.pop(strangers) == 0o644
    assert modes.pop(path.with_name("barometer.db.key")) == 0o400
    assert set(modes.values()) == {0o600}
    assert len(modes) == 6


async def test_closing_leaves_only_database_and_key_and_opening_again_finds_all(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message()])
    assert sorted(path.parent.iterdir()) == [path, path.with_name("barometer.db.key")]
    async with storage.open(path, now=NOON) as store:
        assert (await store.messages.apply([message()])).ignored == 1


async def test_what_was_handed_in_before_the_close_is_stored(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        tasks = [asyncio.create_task(store.messages.apply([message(n)])) for n in range(20)]
        await asyncio.sleep(0)
    assert sum(applied.inserted for applied in await asyncio.gather(*tasks)) == 20
    async with storage.open(path, now=NOON) as store:
        assert (await store.privacy.status(900, 5)).messages == 20


async def test_what_was_asked_before_the_close_is_answered(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message()])
        short = [asyncio.create_task(store.privacy.status(900, 5)) for _ in range(20)]
        long = [
            asyncio.create_task(store.rollups.of_channels(900, [70], *ALWAYS)) for _ in range(20)
        ]
        await asyncio.sleep(0)
    assert {status.messages for status in await asyncio.gather(*short)} == {1}
    assert {len(rollups) for rollups in await asyncio.gather(*long)} == {1}


async def test_a_cancelled_caller_does_not_tear_a_transaction(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        task = asyncio.create_task(store.messages.apply([message(n) for n in range(50)]))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    async with storage.open(path, now=NOON) as store:
        assert (await store.privacy.status(900, 5)).messages == 50
        assert len(await store.rollups.of_channels(900, [70], *ALWAYS)) == 50


async def test_a_closed_storage_says_so(path: Path, message: MakeMessage) -> None:
    async with storage.open(path, now=NOON) as store:
        pass
    with pytest.raises(StorageError, match="closed"):
        await store.messages.apply([message()])
    with pytest.raises(StorageError, match="closed"):
        await store.settings.get(900)


async def test_an_error_in_the_middle_of_a_transaction_leaves_nothing(path: Path) -> None:
    async with open_database(path) as (opened, _):

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT INTO model VALUES (1, 'one')")
            raise RuntimeError("in the middle")

        with pytest.raises(RuntimeError):
            await opened.write(work)
        assert await opened.read("SELECT * FROM model") == []
        await opened.write(lambda c: c.execute("INSERT INTO model VALUES (1, 'one')").close())
        assert len(await opened.read("SELECT * FROM model")) == 1


KILLED_IN_A_TRANSACTION = """
import asyncio, os, pathlib, signal, sys
from storage.sqlite.opening import open_database
from storage.sqlite.sweeper import sweeper_of

def work(connection):
    connection.execute("PRAGMA cache_size = 1")  # unfinished work reaches the disk
    connection.execute("DELETE FROM message")
    connection.execute("DELETE FROM channel_hour")
    os.kill(os.getpid(), signal.SIGKILL)

async def main():
    async with open_database(pathlib.Path(sys.argv[1])) as (database, _):
        await database.write(work)

asyncio.run(main())
"""


async def test_a_process_killed_in_a_transaction_leaves_nothing_half(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(n) for n in range(500)])
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED_IN_A_TRANSACTION, path
    )
    assert await killed.wait() == -signal.SIGKILL
    async with storage.open(path, now=NOON) as store:
        assert await storage.preflight(path) is None
        assert (await store.privacy.status(900, 5)).messages == 500
        assert len(await store.rollups.of_channels(900, [70], NOON, NOON + timedelta(99))) == 500


async def test_many_writers_and_readers_at_once_see_only_whole_transactions(
    store: Storage, message: MakeMessage
) -> None:
    async def write(channel: int) -> None:
        for n in range(10):
            batch = [
                message(i, channel_id=channel, author_id=n + 1) for i in range(10 * n, 10 * n + 10)
            ]
            await store.messages.apply(batch)

    async def read() -> None:
        seen = 0
        while seen < 400:
            found = await store.rollups.of_channels(900, [1, 2, 3, 4], NOON, NOON + timedelta(99))
            now_seen = sum(rollup.positive for rollup in found)
            assert now_seen % 10 == 0
            assert now_seen >= seen
            seen = now_seen

    await asyncio.gather(read(), read(), *(write(channel) for channel in (1, 2, 3, 4)))


async def test_readers_cannot_write(path: Path) -> None:
    async with open_database(path) as (opened, _):
        with pytest.raises(StorageError, match="can't be written to"):
            await opened.read("DELETE FROM model")


async def refusal(path: Path) -> str:
    with pytest.raises(StorageError) as caught:
        async with storage.open(path, now=NOON):
            pass
    return str(caught.value)


async def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("Dear diary, " * 100)
    assert "isn't a database" in await refusal(path)
    assert path.read_text() == "Dear diary, " * 100


async def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in await refusal(tmp_path)


async def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert f"The folder {tmp_path / 'missing'} doesn't exist" in await refusal(
        tmp_path / "missing" / "barometer.db"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_folder_that_cannot_be_written_is_refused(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        assert "Couldn't create the database" in await refusal(path)
    finally:
        path.parent.chmod(0o700)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_file_that_cannot_be_written_is_refused(path: Path) -> None:
    async with storage.open(path, now=NOON):
        pass
    path.chmod(0o400)
    assert "can't be written to" in await refusal(path)
    path.chmod(0o600)
    path.parent.chmod(0o500)
    try:
        assert "can't be written to" in await refusal(path)
    finally:
        path.parent.chmod(0o700)


async def test_a_database_that_another_program_holds_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "BUSY_SECONDS", 0.05)
    async with storage.open(path, now=NOON):
        pass
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert "in use by another program" in await refusal(path)
    finally:
        other.close()
    async with storage.open(path, now=NOON):
        assert await storage.preflight(path) is None


async def test_a_write_that_meets_a_lock_fails_in_words_and_can_be_repeated(
    path: Path, message: MakeMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "BUSY_SECONDS", 0.05)
    async with storage.open(path, now=NOON) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="in use"):
            await store.messages.apply([message()])
        assert await store.settings.get(900)
        other.close()
        assert (await store.messages.apply([message()])).inserted == 1


async def test_a_full_disk_fails_in_words_and_keeps_what_was_stored(
    path: Path, message: MakeMessage
) -> None:
    async with open_database(path) as (database, pseudonyms):
        store = SQLiteStorage(
            database,
            pseudonyms,
            sweeper_of(database),
            DatabaseFiles(database, path.parent, None),
        )
        await store.messages.apply([message()])
        await database.write(lambda c: c.execute("PRAGMA max_page_count = 24").close())
        with pytest.raises(StorageError, match="no longer fits on the disk"):
            await store.messages.apply([message(n) for n in range(5000)])
        assert (await store.privacy.status(900, 5)).messages == 1
        assert await storage.preflight(path) is None


async def test_an_error_in_the_users_own_code_passes_through(path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        async with storage.open(path, now=NOON):
            raise ZeroDivisionError


def damage_all_tables(path: Path) -> None:
    """Everything after the schema's page is written over, as a failing disk may do."""
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))


@pytest.mark.parametrize("writes", [False, True])
async def test_damage_found_by_a_read_or_a_write_is_told_apart_from_other_faults(
    path: Path, message: MakeMessage, writes: bool
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(n) for n in range(500)])
    async with storage.open(path, now=NOON) as store:
        telling = asyncio.create_task(files_of(store).damaged())
        await asyncio.sleep(0)
        assert not telling.done()
        damage_all_tables(path)
        later = [message(n) for n in range(500, 1000)]
        asked = store.messages.apply(later) if writes else store.messages.newest(900)
        with pytest.raises(DamagedError, match=r"is damaged\. Start Barometer again"):
            await asked
        assert "damaged" in await telling
        with pytest.raises(DamagedError):
            await files_of(store).backup(LATER)
