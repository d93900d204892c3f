"""What is big is erased in steps: gone for everybody from the first one on, whatever is left."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import storage
from storage import Storage, StorageError, chores
from storage.records import Applied, DeletedChannel, ReadUpTo
from storage.sqlite import engine, sweeper
from storage.sqlite.connection import Database
from storage.sqlite.engine import DatabaseFiles, SQLiteStorage
from storage.sqlite.opening import open_database
from storage.sweeper import Sweeper
from tests.storage.contract.test_recount import compare
from tests.storage.fixture_types import Ask, MakeMessage
from tests.storage.recount import Event, Expiry, histories, live

GUILD, CHANNEL, THREAD, OTHER = 900, 70, 71, 72
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=99), NOON + timedelta(days=99))
TABLES = (
    *("message", "deleted", "member_hour", "channel_hour", "author_day"),
    "published_day",
)


@pytest.fixture(autouse=True)
def _tiny_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeper, "_BATCH", 3)


@pytest.fixture
async def opened(path: Path) -> AsyncIterator[tuple[Database, SQLiteStorage]]:
    """A storage that goes on with an erasure only when it is told to."""
    async with open_database(path) as (database, pseudonyms):
        files = DatabaseFiles(database, path.parent, None)
        yield database, SQLiteStorage(database, pseudonyms, sweeper.sweeper_of(database), files)


def counts(rows: Ask) -> dict[str, int]:
    return {t: rows(f"SELECT count(*) FROM {t}")[0][0] for t in (*TABLES, "channel", "member")}


async def everything(store: Storage) -> Any:
    """All that the storage tells of the guild."""
    return (
        [await store.privacy.export(GUILD, member) for member in (5, 6)],
        [await store.privacy.status(GUILD, member) for member in (5, 6)],
        [await store.rollups.of_member(GUILD, member, None, *ALWAYS) for member in (5, 6)],
        [await store.rollups.of_channels(GUILD, [c], *ALWAYS) for c in (CHANNEL, THREAD, OTHER)],
        [await store.published_days.of_channels(GUILD, [c], *ALWAYS) for c in (CHANNEL, OTHER)],
        [await store.messages.ids(GUILD, channel, 0) for channel in (CHANNEL, THREAD, OTHER)],
        await store.messages.newest(GUILD),
        await store.channels.contiguous(GUILD),
        await store.channels.top_level(GUILD),
        await store.guilds.known(),
    )


async def fill(store: Storage, message: MakeMessage, guild: int = GUILD) -> None:
    """Twenty messages of two members in a channel, and twenty in its thread."""
    for channel, parent in ((CHANNEL, None), (THREAD, CHANNEL)):
        place = {"guild_id": guild, "channel_id": channel, "parent_id": parent}
        await store.messages.apply(
            [message(n, author_id=5 + n % 2, **place) for n in range(20)]
            + [ReadUpTo(guild, channel, parent, message(19).message_id)]
        )
    await store.published_days.publish(guild, NOON + timedelta(days=9))


async def test_a_big_channel_is_gone_for_everybody_after_the_first_step(
    opened: tuple[Database, SQLiteStorage], rows: Ask, message: MakeMessage
) -> None:
    database, store = opened
    await store.messages.apply([message(channel_id=OTHER)])
    await store.published_days.publish(GUILD, NOON + timedelta(days=9))
    before, kept = await everything(store), counts(rows)
    await fill(store, message)
    await store.messages.apply([DeletedChannel(GUILD, CHANNEL)])
    steps = 0
    while await database.read(sweeper.DETACHED):
        assert await everything(store) == before
        late = [message(1), message(99, channel_id=THREAD, parent_id=CHANNEL)]
        assert await store.messages.apply(late) == Applied(ignored=2)
        await database.erase(sweeper.sweep)
        steps += 1
    assert steps > 20, "or it was no big one"
    assert await everything(store) == before
    assert counts(rows) == kept


async def test_no_step_deletes_more_than_its_rows(
    opened: tuple[Database, SQLiteStorage], rows: Ask, message: MakeMessage
) -> None:
    database, store = opened
    await fill(store, message)
    before = sum(counts(rows)[table] for table in TABLES)
    await store.messages.apply([DeletedChannel(GUILD, CHANNEL)])
    while await database.read(sweeper.DETACHED):
        after = sum(counts(rows)[table] for table in TABLES)
        assert before - after <= 3
        before = after
        await database.erase(sweeper.sweep)


@pytest.mark.parametrize("steps", [0, 1, 7, 15, 25])
async def test_who_forgets_in_between_is_told_only_of_what_was_still_counted(
    opened: tuple[Database, SQLiteStorage], rows: Ask, message: MakeMessage, steps: int
) -> None:
    database, store = opened
    await fill(store, message)
    await store.messages.apply([message(channel_id=OTHER), DeletedChannel(GUILD, CHANNEL)])
    for _ in range(steps):
        await database.erase(sweeper.sweep)
    assert await store.privacy.forget(GUILD, 5, NOON + timedelta(days=2)) == 1
    while await database.read(sweeper.DETACHED):
        await database.erase(sweeper.sweep)
    assert {table: found for table, found in counts(rows).items() if found} == {"channel": 1}


async def test_a_big_guild_is_gone_from_the_first_step_on_and_may_come_back_meanwhile(
    opened: tuple[Database, SQLiteStorage], rows: Ask, message: MakeMessage
) -> None:
    database, store = opened
    await fill(store, message)
    await fill(store, message, 901)
    erasing = asyncio.create_task(store.guilds.erase(GUILD, NOON))
    while not await database.read(sweeper.DETACHED):
        pass
    assert await store.guilds.known() == {901}
    await store.messages.apply([message(30)])
    assert (await store.privacy.status(GUILD, 5)).messages == 1
    await erasing
    assert (await store.privacy.status(GUILD, 5)).messages == 1
    assert rows("SELECT count(*) FROM message") == [(41,)], "the other guild's and the new one"


@pytest.mark.parametrize("steps", [0, 1, 7, 15, 20])
async def test_a_start_goes_on_where_the_last_one_was_killed(
    path: Path, opened: tuple[Database, SQLiteStorage], rows: Ask, message: MakeMessage, steps: int
) -> None:
    database, store = opened
    await fill(store, message)
    await store.messages.apply([DeletedChannel(GUILD, CHANNEL)])
    for _ in range(steps):
        await database.erase(sweeper.sweep)
    assert rows("SELECT 1 FROM channel"), "it was not done"
    async with storage.open(path, now=NOON):
        for _ in range(6000):
            if not rows("SELECT 1 FROM channel"):
                break
            await asyncio.sleep(0.01)
    assert set(counts(rows).values()) == {0}
    assert await storage.preflight(path) is None


async def test_live_messages_of_others_are_stored_between_the_steps(
    path: Path, rows: Ask, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        for first in range(0, 3000, 500):
            await store.messages.apply([message(n / 60) for n in range(first, first + 500)])
        await store.messages.apply([DeletedChannel(GUILD, CHANNEL)])
        assert (await store.messages.apply([message(guild_id=901)])).inserted == 1
        assert rows("SELECT count(*) FROM message")[0][0] > 1, "or nothing is shown"


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories)
def test_all_that_is_told_equals_a_recount_while_an_erasure_is_never_done(
    history: list[Event],
) -> None:
    async def never() -> None:
        return

    # Its figures are for the log: they may count what is left of an erasure.
    told: list[Event] = [event for event in history if not isinstance(event, Expiry)]
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "sweeper_of", lambda _: Sweeper(never))
        asyncio.run(live(str(Path(folder) / "barometer.db"), told, compare))


async def test_what_a_deleted_channel_holds_is_found_without_reading_the_rest(
    store: Storage, rows: Ask
) -> None:
    limited = (*sweeper._ROWS, sweeper._MEMBER_HOURS, sweeper._CHANNEL_HOURS)
    for sql, parameters in (
        (sweeper.DETACHED, ()),
        *((sql, (1, 1)) for sql in limited),
    ):
        plan = [detail for *_, detail in rows(f"EXPLAIN QUERY PLAN {sql}", parameters)]
        assert plan
        assert not [step for step in plan if step.startswith("SCAN")]


async def test_a_full_disk_is_told_once_however_often_it_is_tried(
    opened: tuple[Database, SQLiteStorage],
    message: MakeMessage,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    database, store = opened
    await fill(store, message)
    await store.messages.apply([DeletedChannel(GUILD, CHANNEL)])
    tries = 0

    async def fail(*_: object) -> None:
        nonlocal tries
        tries += 1
        raise StorageError("the disk is full")

    monkeypatch.setattr(chores, "_PAUSE_AFTER_ERROR_SECONDS", 0.0)
    with monkeypatch.context() as patch:
        patch.setattr(database, "write", fail)
        async with sweeper.sweeper_of(database), asyncio.timeout(60):
            while tries < 3:  # noqa: ASYNC110
                await asyncio.sleep(0)
            patch.undo()
            while await database.read(sweeper.DETACHED):  # noqa: ASYNC110
                await asyncio.sleep(0)
    assert [each.getMessage() for each in caplog.records] == [
        "What was deleted with its channel is not erased yet: the disk is full"
    ]
