"""A look at the database says what the next start would find, and changes no file."""

import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime

import pytest

import storage
from storage.errors import StorageError
from storage.sqlite.schema import scripts

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
async def backup(path, message):
    """A database with 500 messages and an opt-out, and its backup."""
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(n / 10) for n in range(500)])
        await store.privacy.opt_out(900, 6, NOON)
        return await store.files.backup(NOON)


def files(path):
    """What every file holds, but for those that SQLite makes to read, which hold nothing."""
    found = {each: each.read_bytes() for each in path.parent.rglob("*") if each.is_file()}
    return {each: found[each] for each in found if found[each] and each.name[-4:] != "-shm"}


async def test_of_a_whole_database_there_is_nothing_to_say(path, backup):
    before = files(path)
    assert await storage.preflight(path) is None
    assert files(path) == before


async def test_a_database_in_use_is_looked_at(path, message):
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message()])
        assert await storage.preflight(path) is None
        assert (await store.messages.apply([message(1)])).inserted == 1


async def test_before_the_first_start_nothing_is_made(path, tmp_path):
    assert "the first start makes it" in await storage.preflight(tmp_path / "a" / "b" / "moods.db")
    assert list(tmp_path.iterdir()) == []


async def test_a_missing_database_that_has_backups_is_told(path, backup):
    path.unlink()
    before = files(path)
    assert "scripts.restore" in await storage.preflight(path)
    assert files(path) == before


async def test_an_interrupted_restore_is_told_and_left(path, backup):
    path.rename(path.with_name("barometer.db.restored-2026-03-01T130000Z"))
    before = files(path)
    assert "interrupted" in await storage.preflight(path)
    assert files(path) == before


def garbage(path):
    path.write_bytes(b"\xa5" * 50_000)


def cut_to_nothing(path):
    path.write_bytes(b"")


def lost_page(path):
    content = bytearray(path.read_bytes())
    content[4096 * 5 : 4096 * 6] = bytes(4096)
    path.write_bytes(content)


def rows_that_point_nowhere(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM channel")


def newer_version(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def no_key(path):
    path.with_name("barometer.db.key").unlink()


def wrong_key(path):
    path.with_name("barometer.db.key").write_bytes(b"x" * 32)


def damaged_journal(path):
    path.with_name("barometer.db.wishes").write_text("sing\n")


def a_folder(path):
    path.unlink()
    path.mkdir()


def a_strangers(path):
    for each in files(path):
        each.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")


def no_database(path):
    for each in files(path):
        each.unlink()
    path.write_text("This is a shopping list. " * 50)


FAULTS = {
    garbage: "next start moves it aside",
    cut_to_nothing: "it is empty",
    lost_page: "next start moves it aside",
    rows_that_point_nowhere: "point nowhere, in author_day, channel_hour, message",
    newer_version: "newer version",
    no_key: "is missing",
    wrong_key: "another database",
    damaged_journal: "damaged in line 1",
    a_folder: "is a folder",
    a_strangers: "another program",
    no_database: "is not a database",
}


@pytest.mark.parametrize("spoil", FAULTS)
async def test_what_the_start_would_stumble_over_is_told_and_left_as_it_is(path, backup, spoil):
    spoil(path)
    before = files(path)
    with pytest.raises(StorageError, match=FAULTS[spoil]):
        await storage.preflight(path)
    assert files(path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions elsewhere")
async def test_a_folder_that_cannot_be_written_is_told(path, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(StorageError, match="cannot be made"):
        await storage.preflight(path)


async def test_an_old_version_is_looked_at_and_not_migrated(path, backup):
    for each in files(path):
        each.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(scripts()[0])
    before = files(path)
    assert await storage.preflight(path) is None
    assert files(path) == before
