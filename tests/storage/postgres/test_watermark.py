"""How far back a guild reaches is forgotten with the guild, whoever else is at work on it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest

import storage
from storage.records import Retention
from tests.storage.fixture_types import MakeMessage
from tests.storage.postgres_databases import Databases

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
WAITS = """
    SELECT EXISTS (
        SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
        WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted)
"""
REACHED = "SELECT guild FROM retention_watermark ORDER BY guild"


async def test_a_guild_that_another_process_erases_meanwhile_gets_no_watermark(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, message: MakeMessage
) -> None:
    monkeypatch.chdir(tmp_path)
    address = databases.new_address()
    async with storage.open(address, now=NOON) as store:
        await store.messages.apply([message(), message(guild_id=901, channel_id=80)])
        other = await asyncpg.connect(address)
        try:
            async with other.transaction():
                await other.execute("SELECT pg_advisory_xact_lock(900)")
                await other.execute("UPDATE channel SET detached = true WHERE guild = 900")
                expiring = asyncio.create_task(store.retention.expire(NOON, Retention()))
                while not expiring.done() and not await other.fetchval(WAITS):
                    await asyncio.wait([expiring], timeout=0.01)
            await expiring
            assert [guild for (guild,) in await other.fetch(REACHED)] == [0, 901]
        finally:
            await other.close()
