"""The way to the server: broken connections, a server that restarts, and what is told of it."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest

import storage
from scripts.chaos.postgres_server import PostgresServer
from storage import Storage, StorageError
from storage.postgres import connection as connections
from storage.records import GuildSettings, ScoredMessage
from tests.storage.postgres_databases import Databases

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = (NOON - timedelta(hours=12), NOON + timedelta(hours=12))

MakeMessage = Callable[..., ScoredMessage]


@pytest.fixture
def address(databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return databases.new_address()


@pytest.fixture
async def store(address: str) -> AsyncIterator[Storage]:
    async with storage.open(address, now=NOON, exclusive=True) as opened:
        yield opened


def name_of(address: str) -> str:
    return address.rpartition("/")[2]


async def count(store: Storage) -> int:
    rollups = await store.rollups.of_channels(900, [70], *DAY)
    return sum(rollup.scored for rollup in rollups)


async def test_dropped_connections_are_made_anew_and_nobody_notices(
    store: Storage,
    address: str,
    databases: Databases,
    message: MakeMessage,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    await store.messages.apply([message(0)])
    assert await count(store) == 1
    dropped = await asyncio.to_thread(databases.server.drop_connections, name_of(address))
    assert dropped >= 2, "the one that writes, and one that reads"
    assert (await store.messages.apply([message(1)])).inserted == 1
    assert await count(store) == 2


async def test_the_writer_dropped_in_the_middle_of_a_batch_writes_it_once(
    store: Storage, address: str, databases: Databases, message: MakeMessage
) -> None:
    writing = [store.messages.apply([message(n / 100)]) for n in range(100)]
    gathered = asyncio.gather(*writing)
    for _ in range(5):
        await asyncio.sleep(0.02)
        await asyncio.to_thread(databases.server.drop_connections, name_of(address))
    done = await gathered
    assert [applied.inserted for applied in done] == [1] * 100, "each once, and each was told so"
    assert await count(store) == 100


async def test_what_was_committed_is_not_done_again_when_the_answer_is_lost(
    store: Storage, message: MakeMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note has no key of its own: done twice, it would be there twice."""
    commit = asyncpg.transaction.Transaction.commit
    lost = 0

    async def commit_and_lose_the_answer(transaction: Any) -> None:
        nonlocal lost
        await commit(transaction)
        if not lost:
            lost += 1
            transaction._connection.terminate()
            raise ConnectionResetError("the answer was lost")

    monkeypatch.setattr(asyncpg.transaction.Transaction, "commit", commit_and_lose_the_answer)
    note = await store.notes.add(
        900, 5, channel_id=None, at=NOON, kind="event", text="a quiz", now=NOON
    )
    assert lost == 1
    assert await store.notes.between(900, [], *DAY) == [note]


async def test_a_connection_that_cannot_roll_back_is_used_no_more(
    store: Storage, message: MakeMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(_: Any) -> None:
        raise asyncpg.InterfaceError("another operation is in progress")

    def change(_: GuildSettings) -> GuildSettings:
        raise ValueError("no such choice")

    with monkeypatch.context() as patched:
        patched.setattr(asyncpg.transaction.Transaction, "rollback", refuse)
        with pytest.raises(ValueError, match="no such choice"):
            await store.settings.change(900, change)
    assert (await store.messages.apply([message(0)])).inserted == 1
    assert await count(store) == 1


async def test_a_server_that_hangs_holds_up_neither_the_cancelled_nor_the_end(
    message: MakeMessage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    own_server: PostgresServer,
) -> None:
    monkeypatch.setattr(connections, "CLOSE_SECONDS", 0.5)
    monkeypatch.chdir(tmp_path)
    address = own_server.new_database()
    backends = f"SELECT pid FROM pg_stat_activity WHERE datname = '{name_of(address)}'"
    hanging: list[int] = []
    try:
        async with asyncio.timeout(60):
            async with storage.open(address, now=NOON) as store:
                await store.messages.apply([message(0)])
                assert await count(store) == 1
                found = await asyncio.to_thread(own_server.ask, backends)
                hanging = [*map(int, found), own_server.pid]
                for process in hanging:
                    os.kill(process, signal.SIGSTOP)
                asking = [
                    asyncio.create_task(each)
                    for each in (count(store), count(store), store.messages.apply([message(1)]))
                ]
                await asyncio.sleep(0.2)
                asking[0].cancel()
                await asyncio.wait(asking[:1], timeout=60)
                assert asking[0].cancelled(), "it is not waited for"
                assert not any(task.done() for task in asking[1:])
            await asyncio.wait(asking, timeout=60)
            assert all(task.done() for task in asking)
    finally:
        for process in hanging:
            os.kill(process, signal.SIGCONT)
    async with storage.open(address, now=NOON) as store:
        assert await count(store) in (1, 2), "the last one was not acknowledged"


async def test_a_server_that_restarts_is_waited_for(
    message: MakeMessage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    own_server: PostgresServer,
) -> None:
    caplog.set_level(logging.INFO)
    monkeypatch.chdir(tmp_path)
    address = own_server.new_database()
    async with storage.open(address, now=NOON) as store:
        await store.messages.apply([message(0)])
        await asyncio.to_thread(own_server.kill)
        writing = asyncio.create_task(store.messages.apply([message(1)]))
        await asyncio.sleep(0.5)
        assert not writing.done(), "it waits"
        await asyncio.to_thread(own_server.start)
        assert (await writing).inserted == 1
        assert await count(store) == 2
    said = [record.getMessage() for record in caplog.records if "PostgreSQL" not in record.name]
    assert any("Trying again." in line for line in said)
    assert any("is back." in line for line in said)


async def test_a_server_that_stays_away_is_an_error_in_words_and_comes_back(
    message: MakeMessage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    own_server: PostgresServer,
) -> None:
    monkeypatch.setattr(connections, "_PAUSES", (0.01, 0.01))
    monkeypatch.chdir(tmp_path)
    address = own_server.new_database()
    async with storage.open(address, now=NOON) as store:
        await store.messages.apply([message(0)])
        await asyncio.to_thread(own_server.kill)
        with pytest.raises(StorageError, match="can't be reached"):
            await store.messages.apply([message(1)])
        with pytest.raises(StorageError, match="can't be reached"):
            await count(store)
        with pytest.raises(StorageError, match="can't be reached"):
            async with storage.open(address, now=NOON):
                pass
        with pytest.raises(StorageError, match="can't be reached"):
            await storage.preflight(address)
        await asyncio.to_thread(own_server.start)
        monkeypatch.undo()
        monkeypatch.chdir(tmp_path)
        assert (await store.messages.apply([message(1)])).inserted == 1
        assert await count(store) == 2


async def test_who_is_cancelled_leaves_the_transaction_whole(
    store: Storage, message: MakeMessage
) -> None:
    writing = asyncio.create_task(store.messages.apply([message(n / 100) for n in range(100)]))
    await asyncio.sleep(0.005)
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    await store.messages.apply([message(2)])
    assert await count(store) in (1, 101)


async def test_no_more_connections_are_made_than_are_allowed(
    store: Storage, address: str, databases: Databases
) -> None:
    await asyncio.gather(
        *(count(store) for _ in range(50)), *(store.jobs.due(NOON) for _ in "0" * 50)
    )
    asked = f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{name_of(address)}'"
    (connected,) = await asyncio.to_thread(databases.server.ask, asked)
    assert int(connected) <= 1 + connections.PROMPT_READERS + connections.PATIENT_READERS


async def test_two_processes_count_the_same_guild_rightly(
    store: Storage, address: str, message: MakeMessage
) -> None:
    async with storage.open(address, now=NOON) as other:
        await asyncio.gather(
            *(
                each.messages.apply([message(n / 100 + which / 1000) for n in range(m, m + 5)])
                for m in range(0, 50, 5)
                for which, each in enumerate((store, other))
            )
        )
        assert await count(store) == await count(other) == 100
        (own,) = await store.rollups.of_member(900, 5, None, *DAY)
        assert own.scored == 100
        assert own.positive == 10, "one person, one voice"


async def test_the_servers_own_isolation_makes_no_process_count_wrongly(
    databases: Databases, message: MakeMessage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else what is read under a lock is as old as the wait for that."""
    monkeypatch.chdir(tmp_path)
    address = databases.server.new_database()
    default = "default_transaction_isolation = 'repeatable read'"
    databases.server.ask(f'ALTER DATABASE "{name_of(address)}" SET {default}')
    key = tmp_path / "key"
    async with (
        storage.open(address, now=NOON, key_file=key) as one,
        storage.open(address, now=NOON, key_file=key) as other,
    ):
        applied = await asyncio.gather(
            *(
                each.messages.apply([message(n / 100 + which / 1000, channel_id=70 + n)])
                for n in range(30)
                for which, each in enumerate((one, other))
            )
        )
        assert [its.inserted for its in applied] == [1] * 60
        told = await one.rollups.of_channels(900, range(70, 100), *DAY)
        assert sum(rollup.scored for rollup in told) == 60


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="Linux has it")
async def test_every_connection_breaks_within_a_minute_when_the_network_is_lost_in_silence(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test can pull the cable; the system is asked what it will do."""
    connect = asyncpg.connect_utils._connect
    made: list[Any] = []

    async def noted(**options: Any) -> Any:
        made.append(await connect(**options))
        return made[-1]

    monkeypatch.setattr(asyncpg.connect_utils, "_connect", noted)
    async with storage.open(address, now=NOON, exclusive=True) as store:
        assert await count(store) == 0  # by a patient reader
        assert await store.jobs.due(NOON) == []  # by a prompt one
        ends = [each._transport.get_extra_info("socket") for each in made]
        assert len(ends) == 3
        for end in ends:
            asked = ("TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT", "TCP_USER_TIMEOUT")
            idle, between, tries, unacknowledged = (
                end.getsockopt(socket.IPPROTO_TCP, getattr(socket, name)) for name in asked
            )
            assert end.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
            assert idle + tries * between <= 60
            assert 0 < unacknowledged <= 60_000


async def test_after_it_is_closed_nothing_is_asked_any_more(address: str) -> None:
    async with storage.open(address, now=NOON) as store:
        pass
    with pytest.raises(StorageError, match="is closed"):
        await store.jobs.due(NOON)
    with pytest.raises(StorageError, match="is closed"):
        await store.guilds.left(900, NOON)
