"""A database that an older version made is brought up to date with all that follows from it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import pytest

import storage
from scripts.chaos import postgres_ledger
from scripts.chaos.postgres_server import PostgresServer
from storage.postgres import schema
from storage.records import Retention

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = int(NOON.timestamp()) // 3600
# Two channels of a guild, and one that is being swept; a member who wrote in the first one.
FILL = f"""
    INSERT INTO channel (guild, id, snowflake, detached)
    VALUES (900, 1, 70, false), (900, 2, 71, false), (900, 3, 72, true);
    INSERT INTO member (guild, id, identity) VALUES (900, 1, '\\x00112233445566778899aabbccddeeff');
    INSERT INTO channel_hour VALUES
        (900, 1, {HOUR}, 1, 0, 11, 0, 0, 5000, 9000000, 12, 1),
        (900, 2, {HOUR}, 0, 2, 0, 1, 0, 10, 100, 2, 2),
        (900, 3, {HOUR}, 0, 5, 0, 0, 0, 0, 0, 5, 5);
    INSERT INTO member_hour VALUES
        (900, 1, {HOUR}, 1, 1, 0, 11, 0, 0, 5000, 9000000, 12, 0);
    INSERT INTO published_day VALUES
        (900, 1, {HOUR // 24}, 3, 10, 10, 2, 8),
        (900, 2, {HOUR // 24}, NULL, NULL, NULL, NULL, NULL),
        (900, 3, {HOUR // 24}, 3, 10, 10, 2, 8)
"""


async def test_sums_of_guilds_and_days_are_added_up_from_what_is_there(
    postgres_server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgres_server.new_database()
    connection = await asyncpg.connect(address)
    with monkeypatch.context() as patched:
        first = schema.scripts()[:1]
        patched.setattr(schema, "scripts", lambda: first)
        async with connection.transaction():
            await schema.migrate(connection)
    await connection.execute(FILL)
    await connection.close()
    async with storage.open(address, now=NOON, key_file=tmp_path / "key") as store:
        assert await asyncio.to_thread(postgres_ledger.faults_of_sums, address) == []
        period = (NOON - timedelta(days=1), NOON + timedelta(days=1))
        (hour,) = await store.rollups.of_channels(900, [70, 71], *period)
        assert (hour.scored, hour.unsure, hour.writers) == (14, 1, 2)
        (day,) = await store.published_days.of_channels(900, [70, 71], *period)
        assert (day.shown, day.hidden) == (1, 1)
        assert await store.rollups.sum_up(900, UTC, NOON + timedelta(days=2)) == 1
        await store.retention.expire(NOON + timedelta(days=2), Retention())
        assert await asyncio.to_thread(postgres_ledger.faults_of_sums, address) == []


async def test_a_mark_of_before_is_one_of_all_the_posts_channels(
    postgres_server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgres_server.new_database()
    connection = await asyncpg.connect(address)
    with monkeypatch.context() as patched:
        before = [script for script in schema.scripts() if "alert_snooze" not in script]
        patched.setattr(schema, "scripts", lambda: before)
        async with connection.transaction():
            await schema.migrate(connection)
    await connection.execute(
        """
        INSERT INTO alert VALUES (900, 3, NULL, 80, 1, NULL, NULL, 3, 99, 1);
        INSERT INTO alert_post VALUES (900, 5, 3, 1, 1, NULL, true), (900, 6, 3, 1, 1, NULL, false);
        INSERT INTO alert_episode VALUES (900, 5, 70, 1), (900, 5, 71, 1), (900, 6, 70, 1)
        """
    )
    await connection.close()
    async with storage.open(address, now=NOON, key_file=tmp_path / "key") as store:
        marked, other = await store.alerts.posts(900)
        assert (marked.not_useful, other.not_useful) == (frozenset({70, 71}), frozenset())
        (alert,) = await store.alerts.of_guild(900)
        assert (alert.id, alert.scope_id, alert.target_id, alert.snoozed) == (3, None, 80, {})
