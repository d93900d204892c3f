"""A day that is summed up is right or not there: whatever changes an hour of it deletes it.

It cannot be seen through the interface, which sums up hours where there is no day: so each engine's
tables are looked into.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

import storage
from scripts.chaos import postgres_ledger
from storage import Storage
from storage.records import DeletedChannel, DeletedMessages, Retention
from tests.storage.fixture_types import MakeMessage
from tests.storage.postgres_databases import Databases

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=9)
FIRST, SECOND = (int((NOON.replace(hour=0) + timedelta(days=n)).timestamp()) for n in range(2))

# A channel's small number is unique in SQLite, and in PostgreSQL in its guild.
CHANNEL_OF = {
    "sqlite": "channel.id = channel_day.channel",
    "postgresql": "channel.id = channel_day.channel AND channel.guild = channel_day.guild",
}

Rows = list[tuple[int | None, ...]]
Change = Callable[[Storage, MakeMessage], Awaitable[object]]


@dataclass
class Days:
    """What an engine's tables hold, asked past the storage."""

    engine: str
    ask: Callable[[str], Rows]

    def of_guild(self) -> Rows:
        """The days of guild 900: when each began, in seconds since 1970, and its messages."""
        return self.ask(
            "SELECT first_hour * 3600, scored FROM guild_day WHERE guild = 900 ORDER BY first_hour"
        )

    def of_channels(self) -> Rows:
        """The same of each channel of any guild, with its id between."""
        return self.ask(
            "SELECT first_hour * 3600, snowflake, channel_day.scored FROM channel_day "
            f"JOIN channel ON {CHANNEL_OF[self.engine]} ORDER BY first_hour, snowflake"
        )

    def most_of_hours(self) -> Rows:
        """How much of each hour of guild 900 is of whoever wrote most."""
        return self.ask("SELECT most FROM guild_hour WHERE guild = 900 ORDER BY hour")


@pytest.fixture
def days(request: pytest.FixtureRequest, address: str) -> Days:
    if request.node.callspec.params["new_address"] == "postgresql":
        databases: Databases = request.getfixturevalue("databases")
        return Days("postgresql", lambda sql: databases.numbers(sql, address))

    def ask(sql: str) -> Rows:
        file = storage.database_file(address)
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            return connection.execute(sql).fetchall()

    return Days("sqlite", ask)


@pytest.fixture
async def store(address: str) -> AsyncIterator[Storage]:
    async with storage.open(address, now=NOON) as opened:
        yield opened
    if address.startswith("postgresql"):
        assert await asyncio.to_thread(postgres_ledger.faults_of_sums, address) == []
    else:
        assert await storage.preflight(address) is None, "it is whole"


async def fill(store: Storage, message: MakeMessage) -> None:
    """Two days of two channels, and one day of another guild."""
    for hours in (0, 24):
        both = [message(hours, channel_id=70), message(hours + 1, channel_id=71, author_id=6)]
        await store.messages.apply(both)
    await store.messages.apply([message(0, guild_id=901, channel_id=80)])
    for guild in (900, 901):
        await store.rollups.sum_up(guild, UTC, LATER)


async def test_a_day_has_the_sums_of_its_hours_in_all_and_of_each_channel(
    store: Storage, days: Days, message: MakeMessage
) -> None:
    await fill(store, message)
    assert days.of_guild() == [(FIRST, 2), (SECOND, 2)]
    assert days.of_channels() == [
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
    store: Storage, days: Days, message: MakeMessage, change: Change
) -> None:
    await fill(store, message)
    await change(store, message)
    assert days.of_guild() == [(SECOND, 2)]
    assert [(first, channel) for first, channel, _ in days.of_channels()] == [
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
    store: Storage, days: Days, message: MakeMessage, erase: Callable[[Storage], Awaitable[object]]
) -> None:
    await fill(store, message)
    await erase(store)
    assert days.of_guild() == []
    assert [row for row in days.of_channels() if row[1] != 80] == []


async def test_who_wrote_most_is_not_told_of_hours_whose_members_hours_are_gone(
    store: Storage, days: Days, message: MakeMessage
) -> None:
    await fill(store, message)
    assert days.most_of_hours() == [(1,)] * 4
    await store.retention.expire(NOON + timedelta(days=31, hours=-1), Retention())
    assert days.most_of_hours() == [(None,), (None,), (1,), (1,)]
    assert days.of_guild() == [(FIRST, 2), (SECOND, 2)], "what the channels came to stays"
