"""A look at the database says what the next start would find, and changes no file."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from storage.errors import InvalidInputError, StorageError
from storage.records import Retention
from storage.sqlite.schema import scripts
from tests.storage.fixture_types import MakeMessage, files_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
async def backup(path: Path, message: MakeMessage) -> Path:
    """A database with 500 messages and an opt-out, and its backup."""
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(n / 10) for n in range(500)])
        await store.privacy.opt_out(900, 6, NOON)
        return await files_of(store).backup(NOON)


def files(path: Path) -> dict[Path, bytes]:
    """What every file holds."""
    return {each: each.read_bytes() for each in path.parent.rglob("*") if each.is_file()}


async def test_of_a_whole_database_there_is_nothing_to_say(path: Path, backup: Path) -> None:
    before = files(path)
    assert await storage.preflight(path) is None
    assert files(path) == before


async def test_a_database_in_use_is_looked_at(path: Path, message: MakeMessage) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message()])
        assert await storage.preflight(path) is None
        assert (await store.messages.apply([message(1)])).inserted == 1


async def test_the_log_of_a_bot_that_was_killed_is_read_and_left(path: Path) -> None:
    program = (
        "import asyncio, os, storage; from datetime import datetime, UTC\n"
        "async def main():\n"
        f"    async with storage.open({str(path)!r}, now=datetime.now(UTC)) as store:\n"
        "        await store.guilds.left(900, datetime.now(UTC))\n"
        "        os._exit(9)\n"
        "asyncio.run(main())"
    )
    root = Path(__file__).resolve().parents[3]
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", program, cwd=root)
    assert await killed.wait() == 9
    log = path.with_name(path.name + "-wal")
    before = log.read_bytes()
    assert before
    assert await storage.preflight(path) is None
    assert log.read_bytes() == before


@pytest.mark.parametrize("there", [True, False])
async def test_a_key_file_that_cannot_be_had_is_told_before_the_start(
    there: bool, path: Path, backup: Path, tmp_path: Path
) -> None:
    if not there:
        path = tmp_path / "new" / "moods.db"
    before = files(path)
    with pytest.raises(StorageError, match=r"Couldn't create the key file .*nowhere"):
        await storage.preflight(path, key_file=tmp_path / "nowhere" / "key")
    with pytest.raises(StorageError, match="Couldn't read the key file"):
        await storage.preflight(path, key_file=tmp_path)
    (tmp_path / "short").write_bytes(b"no key")
    with pytest.raises(StorageError, match="isn't a key"):
        await storage.preflight(path, key_file=tmp_path / "short")
    (tmp_path / "short").unlink()
    assert files(path) == before


async def test_before_the_first_start_nothing_is_made(path: Path, tmp_path: Path) -> None:
    assert "it is created at the first start" in (
        await storage.preflight(tmp_path / "a" / "b" / "moods.db") or ""
    )
    assert list(tmp_path.iterdir()) == []


async def test_a_missing_database_that_has_backups_is_told(path: Path, backup: Path) -> None:
    path.unlink()
    before = files(path)
    assert "scripts.restore" in (await storage.preflight(path) or "")
    assert files(path) == before


async def test_an_interrupted_restore_is_told_and_left(path: Path, backup: Path) -> None:
    path.rename(path.with_name("barometer.db.restored-2026-03-01T130000Z"))
    before = files(path)
    assert "interrupted" in (await storage.preflight(path) or "")
    assert files(path) == before


def garbage(path: Path) -> None:
    path.write_bytes(b"\xa5" * 50_000)


def cut_to_nothing(path: Path) -> None:
    path.write_bytes(b"")


def lost_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 5 : 4096 * 6] = bytes(4096)
    path.write_bytes(content)


def rows_that_point_nowhere(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM channel")


def newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def no_key(path: Path) -> None:
    path.with_name("barometer.db.key").unlink()


def wrong_key(path: Path) -> None:
    path.with_name("barometer.db.key").write_bytes(b"x" * 32)


def damaged_journal(path: Path) -> None:
    path.with_name("barometer.db.wishes").write_text("sing\n")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_strangers(path: Path) -> None:
    for each in files(path):
        each.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")


def no_database(path: Path) -> None:
    for each in files(path):
        each.unlink()
    path.write_text("This is a shopping list. " * 50)


FAULTS: dict[Callable[[Path], None], str] = {
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
    no_database: "isn't a database",
}


@pytest.mark.parametrize("spoil", FAULTS)
async def test_what_the_start_would_stumble_over_is_told_and_left_as_it_is(
    path: Path, backup: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(path)
    before = files(path)
    with pytest.raises(StorageError, match=FAULTS[spoil]):
        await storage.preflight(path)
    assert files(path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions elsewhere")
async def test_a_folder_that_cannot_be_written_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(StorageError, match="Couldn't create the database"):
        await storage.preflight(path)


async def test_an_old_version_is_looked_at_and_not_migrated(path: Path, backup: Path) -> None:
    for each in files(path):
        each.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(scripts()[0])
    before = files(path)
    assert await storage.preflight(path) is None
    assert files(path) == before


async def test_an_empty_file_is_a_database_to_be(path: Path) -> None:
    path.touch()
    assert await storage.preflight(path) is None
    assert await storage.coming_retention(path, NOON, Retention(7, 7, 30)) is None
    assert path.read_bytes() == b""


async def test_a_folder_where_the_database_is_to_be_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"is a folder\. Set BAROMETER_DATABASE to a file"):
        await storage.preflight(tmp_path)
    for address in (f"{tmp_path}/", ".", "..", "sqlite:///data/"):
        with pytest.raises(InvalidInputError, match="names a folder"):
            await storage.preflight(address)


async def test_what_is_no_folder_holds_no_database(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere" / "at all")
    for name in ("file", "link"):
        with pytest.raises(StorageError, match=f"{name} isn't a folder that you can write to"):
            await storage.preflight(tmp_path / name / "barometer.sqlite3")
