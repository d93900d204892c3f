from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from bot.schedule.summing_up import EVERY, SummingUp
from bot.schedule.worker import Worker
from storage import Storage
from storage.records import DISCORD_EPOCH_MS, ChangedBy, ScoredMessage

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "moods.sqlite3"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[Storage]:
    async with storage.open(path, now=NOON) as opened:
        for guild in (900, 901):
            await opened.messages.apply([said(guild, NOON - n * DAY) for n in range(3)])
        yield opened


def said(guild: int, at: datetime) -> ScoredMessage:
    message = int(at.timestamp() * 1000) - DISCORD_EPOCH_MS << 22
    scores = (0.1, 0.2, 0.7)
    return ScoredMessage(
        message, guild, 70, None, 5, None, None, *scores, "scored", "fake-12345678"
    )


def days(path: Path, guild: int) -> list[tuple[int, int]]:
    """The days that are summed up: the hour of UTC in which each begins, and its messages."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT first_hour % 24, scored FROM guild_day WHERE guild = ? ORDER BY first_hour"
        return connection.execute(sql, (guild,)).fetchall()


async def do_due(store: Storage, now: datetime) -> None:
    worker = Worker(store.jobs, SummingUp(store).kinds, clock=lambda: now)
    await worker.do_due()  # plans
    await worker.do_due()


async def test_in_every_guild_the_days_that_are_over_are_summed_up_on_its_clock(
    store: Storage, path: Path
) -> None:
    berlin = ChangedBy(5, NOON)
    await store.settings.change(901, lambda s: replace(s, time_zone="Europe/Berlin"), berlin)
    await do_due(store, NOON)
    assert days(path, 900) == [(0, 1), (0, 1)], "today is not over"
    assert days(path, 901) == [(22, 1), (22, 1)]
    await do_due(store, NOON + DAY)
    assert days(path, 900) == [(0, 1)] * 3


async def test_when_the_time_zone_changes_days_are_summed_up_anew(
    store: Storage, path: Path
) -> None:
    await do_due(store, NOON)
    tokyo = ChangedBy(5, NOON)
    await store.settings.change(900, lambda s: replace(s, time_zone="Asia/Tokyo"), tokyo)
    await do_due(store, NOON + EVERY)
    assert days(path, 900) == [(15, 1), (15, 1)]


async def test_what_is_written_late_is_summed_up_within_the_hour(
    store: Storage, path: Path
) -> None:
    await do_due(store, NOON)
    await store.messages.apply([said(900, NOON - DAY + HOUR)])
    assert days(path, 900) == [(0, 1)], "what is no longer right is gone at once"
    await do_due(store, NOON + EVERY)
    assert days(path, 900) == [(0, 1), (0, 2)]
