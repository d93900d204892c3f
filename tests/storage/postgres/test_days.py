"""A day that is summed up is right or not there: whatever changes an hour of it deletes it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from scripts.chaos import postgres_ledger
from storage import Storage
from storage.records import DeletedChannel, DeletedMessages, Retention
from tests.storage.fixture_types import Ask, MakeMessage
from tests.storage.postgres_databases import Databases

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=9)
DAYS = "SELECT first_hour * 3600, scored FROM guild_day WHERE guild = 900 ORDER BY first_hour"
OF_CHANNELS = """
    SELECT first_hour * 3600, snowflake, channel_day.scored
    FROM channel_day JOIN channel USING (guild) WHERE channel.id = channel_day.channel
    ORDER BY first_hour, snowflake
"""
FIRST, SECOND = (int((NOON.replace(hour=0) + timedelta(days=n)).timestamp()) for n in range(2))

Change = Callable[[Storage, MakeMessage], Awaitable[object]]


@pytest.fixture
def address(databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return databases.new_address()


@pytest.fixture
async def store(address: str) -> AsyncIterator[Storage]:
    async with storage.open(address, now=NOON) as opened:
        yield opened
    assert await asyncio.to_thread(postgres_ledger.faults_of_sums, address) == []


@pytest.fixture
def rows(address: str, databases: Databases) -> Ask:
    """Asks the server, past the storage: `rows(sql)`."""

    def ask(sql: str) -> list[tuple[int | None, ...]]:
        lines = databases.server.ask(sql, address.rpartition("/")[2])
        return [tuple(int(each) if each else None for each in line.split("|")) for line in lines]

    return ask


async def fill(store: Storage, message: MakeMessage) -> None:
    """Two days of two channels, and one day of another guild."""
    for hours in (0, 24):
        both = [message(hours, channel_id=70), message(hours + 1, channel_id=71, author_id=6)]
        await store.messages.apply(both)
    await store.messages.apply([message(0, guild_id=901, channel_id=80)])
    for guild in (900, 901):
        await store.rollups.sum_up(guild, UTC, LATER)


async def test_a_day_has_the_sums_of_its_hours_in_all_and_of_each_channel(
    store: Storage, rows: Ask, message: MakeMessage
) -> None:
    await fill(store, message)
    assert rows(DAYS) == [(FIRST, 2), (SECOND, 2)]
    assert rows(OF_CHANNELS) == [
        *((FIRST, 70, 1), (FIRST, 71, 1), (FIRST, 80, 1)),
        *((SECOND, 70, 1), (SECOND, 71, 1)),
    ]
    assert await store.rollups.sum_up(900, UTC, LATER) == 0, "they are there"


CHANGES: dict[str, Change] = {
    "a new hour": lambda store, message: store.messages.apply([message(3)]),
    "the same hour": lambda store, message: store.messages.apply([message(0.1)]),
    "an edit": lambda store, message: store.messages.apply(
        [replace(message(0), edited_at=LATER, negative=0.8, neutral=0.1, positive=0.1)]
    ),
    "a deletion": lambda store, message: store.messages.apply(
        [DeletedMessages(900, 70, (message(0).message_id,))]
    ),
    "an edit that leaves nothing to score": lambda store, message: store.messages.apply(
        [replace(message(0), edited_at=LATER, status="not_scored")]
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
async def test_whatever_changes_an_hour_deletes_its_day_and_no_other(
    store: Storage, rows: Ask, message: MakeMessage, change: Change
) -> None:
    await fill(store, message)
    await change(store, message)
    assert rows(DAYS) == [(SECOND, 2)]
    assert [(first, channel) for first, channel, _ in rows(OF_CHANNELS)] == [
        *((FIRST, 80), (SECOND, 70), (SECOND, 71))
    ]
    assert await store.rollups.sum_up(900, UTC, LATER) == 1


@pytest.mark.parametrize(
    "erase",
    [
        lambda store: store.privacy.forget(900, 5, LATER),
        lambda store: store.privacy.opt_out(900, 5, LATER),
        lambda store: store.messages.apply([DeletedChannel(900, 70)]),
        lambda store: store.guilds.erase(900, LATER),
        lambda store: store.retention.expire(NOON + timedelta(days=402), Retention()),
    ],
    ids=["forget", "opt_out", "channel", "guild", "time"],
)
async def test_what_is_erased_is_in_no_day(
    store: Storage, rows: Ask, message: MakeMessage, erase: Callable[[Storage], Awaitable[object]]
) -> None:
    await fill(store, message)
    await erase(store)
    assert rows(DAYS) == []
    assert [row for row in rows(OF_CHANNELS) if row[1] != 80] == []


async def test_who_wrote_most_is_not_told_of_hours_whose_members_hours_are_gone(
    store: Storage, rows: Ask, message: MakeMessage
) -> None:
    await fill(store, message)
    most = "SELECT most FROM guild_hour WHERE guild = 900 ORDER BY hour"
    assert rows(most) == [(1,)] * 4
    await store.retention.expire(NOON + timedelta(days=31, hours=-1), Retention())
    assert rows(most) == [(None,), (None,), (1,), (1,)]
    assert rows(DAYS) == [(FIRST, 2), (SECOND, 2)], "what the channels came to stays"


async def test_a_day_whose_hours_begin_to_go_while_it_is_summed_up_fails_nobody(
    store: Storage, rows: Ask, address: str, databases: Databases, message: MakeMessage
) -> None:
    """Another process is between two steps: those of the channels are gone, the guild's are not."""
    await store.messages.apply([message(0)])
    databases.server.ask("DELETE FROM channel_hour", address.rpartition("/")[2])
    await store.rollups.sum_up(900, UTC, LATER)
    assert rows(DAYS) == [(FIRST, 1)]
    await store.guilds.erase(900, LATER)
    assert rows(DAYS) == []
