"""Random histories: the sums of guilds and of days are those of their channels, and never stale."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from scripts.chaos import postgres_ledger
from storage import Storage
from tests.storage.postgres_databases import Databases
from tests.storage.recount import (
    GUILDS,
    START,
    Event,
    Recount,
    busy_histories,
    histories,
    live,
)


def test_sums_of_guilds_and_days_equal_a_recount_after_every_batch_and_request(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(histories | busy_histories)
    def holds(history: list[Event]) -> None:
        address = databases.new_address()

        async def compare(store: Storage, _: Recount) -> None:
            # Of what was summed up, or published, before this happened nothing stale is left.
            assert await faults(address) == []
            for guild in GUILDS:
                await store.rollups.sum_up(guild, UTC, START + timedelta(days=9))
                await store.published_days.publish(guild, START + timedelta(days=9))
            assert await faults(address) == []

        asyncio.run(live(address, history, compare))

    holds()


async def faults(address: str) -> list[str]:
    return await asyncio.to_thread(postgres_ledger.faults_of_sums, address)
