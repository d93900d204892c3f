"""A newer version of Barometer changes the tables while an older one has the database open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import pytest

import storage
from scripts.chaos.postgres_server import PostgresServer
from storage import OutdatedError
from storage.postgres import schema as postgres_schema
from storage.records import ReadUpTo, ScoredMessage
from storage.sqlite import opening as sqlite_opening
from storage.sqlite.schema import scripts as sqlite_scripts

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
# The old statements would succeed: that they do not fail by themselves is what makes them wrong.
NEXT = "CREATE TABLE something_new (id integer);"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)  # the key is there
    if request.param == "sqlite":
        return str(tmp_path / "moods.db")
    server: PostgresServer = request.getfixturevalue("postgres_server")
    return server.new_database()


@contextmanager
def next_version() -> Iterator[None]:
    """Whoever opens a database meanwhile is of a version that knows one migration more."""
    sqlite, postgres = sqlite_scripts(), postgres_schema.scripts()
    noted = f"{NEXT}\nPRAGMA user_version = {len(sqlite) + 1};\n"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sqlite_opening, "scripts", lambda: [*sqlite, noted])
        patched.setattr(postgres_schema, "scripts", lambda: [*postgres, NEXT])
        yield


async def upgrade(address: str) -> None:
    with next_version():
        async with storage.open(address, now=NOON):
            pass


@asynccontextmanager
async def reopened(address: str) -> AsyncIterator[storage.Storage]:
    with next_version():
        async with storage.open(address, now=NOON) as store:
            yield store


async def test_an_older_process_writes_nothing_to_the_tables_of_a_newer_version_and_says_so(
    address: str, message: Callable[..., ScoredMessage]
) -> None:
    before, after = message(0), message(1)
    async with storage.open(address, now=NOON) as store:
        told = asyncio.create_task(store.outdated())
        await store.messages.apply([before])
        await upgrade(address)
        assert not told.done()
        read = ReadUpTo(after.guild_id, after.channel_id, None, after.message_id)
        with pytest.raises(OutdatedError, match="Stop every process of the old version"):
            await store.messages.apply([after, read])
        assert "has brought the database" in await told
        for _ in range(2):
            with pytest.raises(OutdatedError):
                await store.guilds.left(after.guild_id, NOON)
    async with reopened(address) as store:
        assert await store.messages.newest(before.guild_id) == before.message_id
        assert await store.channels.contiguous(before.guild_id) == {}, "it is read from the history"
        assert (await store.messages.apply([after])).inserted == 1


async def test_what_an_older_process_asks_goes_on_being_answered(
    address: str, message: Callable[..., ScoredMessage]
) -> None:
    async with storage.open(address, now=NOON) as store:
        await store.messages.apply([message(0)])
        await upgrade(address)
        assert await store.messages.newest(message(0).guild_id) == message(0).message_id


async def test_without_a_newer_version_nobody_is_told(
    address: str, message: Callable[..., ScoredMessage]
) -> None:
    async with storage.open(address, now=NOON) as store:
        told = asyncio.create_task(store.outdated())
        async with storage.open(address, now=NOON) as another:
            await another.messages.apply([message(0)])
        await store.messages.apply([message(1)])
        assert not told.done()
        told.cancel()


async def test_a_migration_waits_for_what_is_being_written_and_what_comes_after_it_is_refused(
    postgres_server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    address = postgres_server.new_database()
    async with storage.open(address, now=NOON) as store, _connection(address) as other:
        await other.execute("BEGIN; LOCK TABLE lease")
        written = asyncio.create_task(store.leases.acquire("early", "old", NOON, NOON))
        await _waiting(address, 1)  # it has begun, and waits for the table
        with next_version():
            opened = asyncio.create_task(_open_and_close(address))
            await _waiting(address, 2)  # the migration waits for it
            await other.execute("COMMIT")
            assert (await written).holder == "old"
            await opened
        with pytest.raises(OutdatedError):
            await store.leases.acquire("late", "old", NOON, NOON)


async def test_who_waited_for_a_migration_sees_its_tables(
    postgres_server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    address = postgres_server.new_database()
    async with storage.open(address, now=NOON) as store, _connection(address) as newer:
        await store.guilds.left(900, NOON)  # the statement is known to the server by now
        migration = newer.transaction()
        await migration.start()
        with next_version():
            await postgres_schema.migrate(newer)
        written = asyncio.create_task(store.guilds.left(901, NOON))
        await _waiting(address, 1)
        await migration.commit()
        with pytest.raises(OutdatedError):
            await written


async def _open_and_close(address: str) -> None:
    async with storage.open(address, now=NOON):
        pass


def _connection(address: str) -> AbstractAsyncContextManager[Any]:
    @asynccontextmanager
    async def connected() -> AsyncIterator[Any]:
        connection = await asyncpg.connect(address)
        try:
            yield connection
        finally:
            await connection.close()

    return connected()


async def _waiting(address: str, count: int) -> None:
    """Wait until so many of the database's connections wait for a lock."""
    asked = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
    """
    async with asyncio.timeout(60), _connection(address) as connection:
        while await connection.fetchval(asked) < count:  # noqa: ASYNC110 (no event for it)
            await asyncio.sleep(0.01)
