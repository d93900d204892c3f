"""Which database is opened, by whom, and with which key; and that no password is told."""

from __future__ import annotations

import asyncio
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest

import storage
from storage import InvalidInputError, StorageError
from storage.postgres import schema
from storage.postgres.running_lock import RunningLock, TakenError
from storage.records import Retention, Shards
from tests.storage.postgres_databases import Databases

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PASSWORD = "hunter2%2F"


@pytest.fixture
def address(databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return databases.new_address()


def name_of(address: str) -> str:
    return address.rpartition("/")[2]


async def test_one_bot_a_database(address: str) -> None:
    async with storage.open(address, now=NOON, exclusive=True):
        with pytest.raises(StorageError, match="already running on the database postgresql:"):
            async with storage.open(address, now=NOON, exclusive=True):
                pass
        with pytest.raises(StorageError, match="the shards 0-15/64 can't be served twice"):
            async with storage.open(address, now=NOON, exclusive=Shards(0, 15, 64)):
                pass
        async with storage.open(address, now=NOON) as looker:  # a script that erases somebody
            assert await looker.guilds.known() == frozenset()
        assert await storage.preflight(address) == "Barometer is running on it now."
    async with storage.open(address, now=NOON, exclusive=True):
        pass


async def test_processes_share_a_database_but_no_shard(address: str) -> None:
    async with (
        storage.open(address, now=NOON, exclusive=Shards(0, 15, 64)),
        storage.open(address, now=NOON, exclusive=Shards(16, 31, 64)),
    ):
        for refused in (Shards(0, 15, 64), Shards(8, 20, 64), Shards(31, 40, 64), True):
            with pytest.raises(StorageError, match="already running"):
                async with storage.open(address, now=NOON, exclusive=refused):
                    pass
        async with storage.open(address, now=NOON, exclusive=Shards(32, 63, 64)):
            pass
        assert await storage.preflight(address) == "Barometer is running on it now."
    async with storage.open(address, now=NOON, exclusive=True):
        pass


async def test_processes_that_share_a_database_agree_on_the_number_of_shards(
    address: str, databases: Databases
) -> None:
    another = databases.new_address()
    async with storage.open(address, now=NOON, exclusive=Shards(0, 15, 64)):
        with pytest.raises(StorageError, match="counts 64 shards in all, and this one 128"):
            async with storage.open(address, now=NOON, exclusive=Shards(64, 95, 128)):
                pass
        async with storage.open(another, now=NOON, exclusive=Shards(0, 1, 2)):
            pass  # two bots, one server
    async with storage.open(address, now=NOON, exclusive=Shards(0, 31, 128)):
        pass


@pytest.mark.parametrize("exclusive", [True, Shards(0, 15, 64)])
async def test_who_lost_the_connection_that_held_the_lock_takes_it_again(
    address: str, databases: Databases, exclusive: bool | Shards
) -> None:
    async with storage.open(address, now=NOON, exclusive=exclusive) as store:
        await asyncio.to_thread(databases.server.drop_connections, name_of(address))
        await store.guilds.left(900, NOON)
        with pytest.raises(StorageError, match="already running"):
            async with storage.open(address, now=NOON, exclusive=exclusive):
                pass


async def test_a_lock_whose_connection_is_lost_on_one_side_only_is_taken_again(
    address: str,
) -> None:
    # As after a router forgot the first one: the server believes in it.
    lost, anew, another = [await asyncpg.connect(address) for _ in range(3)]
    try:
        lock = RunningLock("the server", Shards(0, 15, 64))
        await lock.take(lost)
        await lock.take(anew)
        assert lost.is_closed()
        with pytest.raises(TakenError, match="already running") as caught:
            await RunningLock("the server", Shards(15, 16, 64)).take(another)
        assert not caught.value.was_held
    finally:
        for connection in (lost, anew, another):
            connection.terminate()


async def test_who_finds_another_in_its_place_is_told_and_writes_nothing(
    address: str, databases: Databases
) -> None:
    async with storage.open(address, now=NOON, exclusive=Shards(0, 15, 64)) as store:
        told = asyncio.create_task(store.taken_over())
        await asyncio.to_thread(databases.server.drop_connections, name_of(address))
        async with storage.open(address, now=NOON, exclusive=Shards(0, 15, 64)) as successor:
            assert not told.done()
            with pytest.raises(StorageError, match="already running"):
                await store.guilds.left(900, NOON)
            assert "some of the shards 0-15/64 can't be served twice" in await told
            assert await successor.guilds.known() == frozenset()


async def test_many_who_open_an_empty_database_at_once_make_its_tables_once(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    key = tmp_path / "key"
    key.write_bytes(b"k" * 32)
    address = databases.server.new_database()
    assert await storage.coming_retention(address, NOON, Retention(7)) is None

    async def open_it(guild: int) -> None:
        async with storage.open(address, now=NOON, key_file=key) as store:
            await store.guilds.left(guild, NOON)
            await store.jobs.schedule("digest", guild, NOON)

    await asyncio.gather(*map(open_it, range(1, 5)))
    async with storage.open(address, now=NOON, key_file=key) as store:
        assert await store.guilds.known() == {1, 2, 3, 4}


async def test_the_key_is_made_once_and_another_one_is_refused(
    address: str, tmp_path: Path
) -> None:
    async with storage.open(address, now=NOON):
        pass
    key = tmp_path / "data" / "barometer.key"
    assert len(key.read_bytes()) == 32
    assert key.stat().st_mode & 0o777 == 0o600
    kept = key.read_bytes()
    key.write_bytes(b"x" * 32)
    for ask in (open_and_close, storage.preflight):
        with pytest.raises(StorageError, match="isn't the one that this database was made with"):
            await ask(address)
    key.unlink()
    for ask in (open_and_close, storage.preflight):
        with pytest.raises(StorageError, match="All processes that share a database need the same"):
            await ask(address)
    assert not key.exists(), "none is made in its place"
    elsewhere = tmp_path / "elsewhere.key"
    elsewhere.write_bytes(kept)
    async with storage.open(address, now=NOON, key_file=elsewhere):
        pass


async def open_and_close(address: str) -> None:
    async with storage.open(address, now=NOON):
        pass


async def test_another_programs_database_and_a_newer_one_are_left_alone(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    address = databases.server.new_database()
    databases.server.ask("CREATE TABLE bills (id integer)", name_of(address))
    for ask in (open_and_close, storage.preflight):
        with pytest.raises(StorageError, match="another program's"):
            await ask(address)
    databases.server.ask("DROP TABLE bills", name_of(address))
    assert "is empty" in str(await storage.preflight(address))
    await open_and_close(address)
    newer = len(schema.scripts()) + 1
    databases.server.ask(f"UPDATE barometer_schema SET version = {newer}", name_of(address))
    for ask in (open_and_close, storage.preflight):
        with pytest.raises(StorageError, match="made by a newer version"):
            await ask(address)


async def test_a_server_that_is_too_old_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "OLDEST_SERVER", 1000)
    for ask in (open_and_close, storage.preflight):
        with pytest.raises(StorageError, match=r"needs PostgreSQL 1000 or newer; this server is"):
            await ask(address)


async def test_a_database_that_is_not_there_and_a_wrong_password_are_told_without_it(
    databases: Databases,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.chdir(tmp_path)
    server = databases.server
    server.ask("DROP ROLE IF EXISTS guarded; CREATE ROLE guarded LOGIN PASSWORD 'another'")
    known = name_of(server.new_database())
    wrong = server.address(known, "guarded", PASSWORD)
    missing = server.address("nowhere", password=PASSWORD)
    options = server.address(known, password=PASSWORD) + "?sslmode=bogus"
    unknown = server.address(known, password=PASSWORD) + "?colour=blue"
    encrypted = server.address(known, password=PASSWORD) + "?sslmode=require"
    for address, said in (
        (wrong, "refuses the user or the password"),
        (missing, "doesn't exist on this server"),
        (options, "isn't understood"),
        (unknown, "refuses an option of the address"),
        (encrypted, "doesn't offer SSL"),
    ):
        for ask in (open_and_close, storage.preflight):
            with pytest.raises(StorageError, match=said) as caught:
                await ask(address)
            told = "".join(traceback.format_exception(caught.value))
            assert "hunter2" not in told + caplog.text


async def test_who_may_make_no_tables_or_no_key_is_told_so_before_the_start(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    server = databases.server
    server.ask("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN PASSWORD 'guest'")
    known = name_of(server.new_database())
    for ask, said in (
        (open_and_close, "doesn't let Barometer's user do that"),
        (storage.preflight, "may not make tables in the database. Make the user its owner"),
    ):
        with pytest.raises(StorageError, match=said):
            await ask(server.address(known, "guest", "guest"))
    (tmp_path / "file").touch()
    for path in ("file/key", "file/deeper/key"):
        with pytest.raises(StorageError, match=r"file isn't a folder .* Set BAROMETER_KEY_FILE"):
            await storage.preflight(server.address(known), key_file=tmp_path / path)
    (tmp_path / "short").write_bytes(b"k")
    with pytest.raises(StorageError, match="isn't a key"):
        await storage.preflight(server.address(known), key_file=tmp_path / "short")
    assert "is empty" in str(await storage.preflight(server.address(known)))
    assert not (tmp_path / "data").exists(), "it changes nothing"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://moods:hunter2@db", "names no database"),
        ("postgresql://moods:hunter2@db/", "names no database"),
        ("postgresql:moods", "begins with postgresql://"),
        ("postgres://moods:hunter2@db:port/moods", "can't be read"),
        ("postgres://moods:12/hunter2@db/moods", "write / in a password as %2F"),
    ],
)
async def test_an_address_that_cannot_be_read_is_not_repeated(address: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said) as caught:
        storage.database_file(address)
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))


def test_an_address_is_shown_without_password_and_options() -> None:
    asked = "postgresql://moods:hunter2@db.example:5432/moods?sslmode=require&password=hunter3"
    assert storage.shown(asked) == "postgresql://moods@db.example:5432/moods"
    assert storage.database_file(asked) is None
    assert storage.shown("data/moods.sqlite3") == "data/moods.sqlite3"
