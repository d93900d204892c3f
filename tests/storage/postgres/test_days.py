"""Days that are summed up while another process is at work, as only a server's can be."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

import storage
from scripts.chaos import postgres_ledger
from storage import Storage
from tests.storage.fixture_types import MakeMessage
from tests.storage.postgres_databases import Databases

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=9)
DAYS = "SELECT first_hour * 3600, scored FROM guild_day WHERE guild = 900 ORDER BY first_hour"
FIRST = int(NOON.replace(hour=0).timestamp())


@pytest.fixture
def address(databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return databases.new_address()


@pytest.fixture
async def store(address: str) -> AsyncIterator[Storage]:
    async with storage.open(address, now=NOON) as opened:
        yield opened
    assert await asyncio.to_thread(postgres_ledger.faults_of_sums, address) == []


async def test_a_day_whose_hours_begin_to_go_while_it_is_summed_up_fails_nobody(
    store: Storage, address: str, databases: Databases, message: MakeMessage
) -> None:
    """Another process is between two steps: those of the channels are gone, the guild's are not."""
    await store.messages.apply([message(0)])
    days = partial(databases.numbers, DAYS, address)
    databases.server.ask("DELETE FROM channel_hour", address.rpartition("/")[2])
    await store.rollups.sum_up(900, UTC, LATER)
    assert days() == [(FIRST, 1)]
    await store.guilds.erase(900, LATER)
    assert days() == []
