from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from bot.schedule.publishing import PATIENCE, Publishing, reading_begins, reading_ended
from bot.schedule.worker import Worker
from storage import Storage
from storage.records import DISCORD_EPOCH_MS, Minimums, ReadUpTo, ScoredMessage

MIDNIGHT = datetime(2026, 5, 20, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GUILD, OTHER = 900, 901


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Storage]:
    async with storage.open(tmp_path / "moods.sqlite3", now=MIDNIGHT) as opened:
        yield opened


def snowflake(time: datetime) -> int:
    return int(time.timestamp() * 1000) - DISCORD_EPOCH_MS << 22


async def say(store: Storage, at: datetime, guild: int = GUILD) -> None:
    """Twenty messages of five people, sent then."""
    messages = [
        ScoredMessage(
            *(snowflake(at) + n, guild, 70, None, n % 5 + 1, None, None),
            *(0.1, 0.2, 0.7, "scored", "fake-12345678"),
        )
        for n in range(20)
    ]
    await store.messages.apply(messages)


async def read_up_to(store: Storage, at: datetime, guild: int = GUILD) -> None:
    await store.messages.apply([ReadUpTo(guild, 70, None, snowflake(at))])


async def published(store: Storage, guild: int = GUILD) -> list[int]:
    """Which days of the month are there for everybody."""
    period = (MIDNIGHT - 90 * DAY, MIDNIGHT + 90 * DAY)
    days = await store.published_days.of_channels(guild, [70], *period)
    return [day.day.day for day in days]


async def round_of(worker: Worker) -> None:
    """Do what is due, and what that has put on the schedule."""
    assert await worker.do_due()
    assert await worker.do_due()


def worker(store: Storage, clock: Clock, reading: set[int] | None = None) -> Worker:
    guilds = reading or set()
    publishing = Publishing(store, lambda guild_id: guild_id in guilds)
    return Worker(store.jobs, publishing.kinds, clock=clock)


async def test_a_day_is_published_within_the_hour_after_its_end(store: Storage) -> None:
    clock = Clock(MIDNIGHT - HOUR / 2)
    hourly = worker(store, clock)
    await say(store, MIDNIGHT - 2 * HOUR)
    await read_up_to(store, MIDNIGHT + HOUR / 4)
    await round_of(hourly)
    assert await published(store) == []
    clock.now += HOUR
    await round_of(hourly)
    assert await published(store) == [19]


async def test_each_guild_has_its_own_job(store: Storage) -> None:
    clock = Clock(MIDNIGHT + HOUR)
    hourly = worker(store, clock)
    for guild in (GUILD, OTHER):
        await say(store, MIDNIGHT - 2 * HOUR, guild)
        await read_up_to(store, clock.now, guild)
    await round_of(hourly)
    assert await published(store) == await published(store, OTHER) == [19]
    assert await store.jobs.next_due() == clock.now + HOUR


async def test_what_an_absence_missed_is_published_by_the_next_run(store: Storage) -> None:
    clock = Clock(MIDNIGHT + 9 * DAY)
    for ago in (1, 2, 5):
        await say(store, MIDNIGHT - ago * DAY)
    await read_up_to(store, clock.now)
    await round_of(worker(store, clock))
    assert await published(store) == [15, 18, 19]


async def test_gaps_have_an_hour_to_be_read_after_a_long_absence(store: Storage) -> None:
    clock = Clock(MIDNIGHT + 9 * DAY)
    hourly = worker(store, clock)
    await say(store, MIDNIGHT - DAY)
    await read_up_to(store, MIDNIGHT - HOUR)
    await round_of(hourly)
    assert await published(store) == []
    clock.now += HOUR
    await round_of(hourly)
    assert await published(store) == [19]


async def test_nothing_is_published_while_the_past_is_being_read(store: Storage) -> None:
    clock, reading = Clock(MIDNIGHT + 9 * DAY), {GUILD}
    hourly = worker(store, clock, reading)
    await say(store, MIDNIGHT - DAY)
    await read_up_to(store, clock.now)
    await round_of(hourly)
    assert await published(store) == []
    reading.clear()
    clock.now += timedelta(minutes=5)
    await round_of(hourly)
    assert await published(store) == [19]


async def test_a_day_is_shown_by_the_minimums_that_its_guild_chose(store: Storage) -> None:
    clock = Clock(MIDNIGHT + HOUR)
    await store.settings.change(OTHER, lambda was: replace(was, minimums=Minimums(6, 20)))
    for guild in (GUILD, OTHER):
        await say(store, MIDNIGHT - 2 * HOUR, guild)
        await read_up_to(store, clock.now, guild)
    await round_of(worker(store, clock))
    period = (MIDNIGHT - DAY, MIDNIGHT)
    days = {
        guild: await store.published_days.of_channels(guild, [70], *period)
        for guild in (GUILD, OTHER)
    }
    assert [(day.shown, day.hidden) for (day,) in days.values()] == [(1, 0), (0, 1)]


async def test_a_reading_that_a_restart_cut_short_is_waited_for_as_a_gap_is(
    store: Storage,
) -> None:
    """Days that were read in part would stay so for ever."""
    clock = Clock(MIDNIGHT + HOUR)
    for guild in (GUILD, OTHER):
        await say(store, MIDNIGHT - 2 * HOUR, guild)
        await read_up_to(store, MIDNIGHT + HOUR / 4, guild)
    await reading_begins(store.jobs, GUILD, clock.now)
    for _ in range(PATIENCE // HOUR - 1):
        await round_of(worker(store, clock))  # it is another process each time
        clock.now += HOUR
    assert await published(store) == []
    assert await published(store, OTHER) == [19]
    clock.now += 3 * HOUR
    await round_of(worker(store, clock))
    assert await published(store) == [19]
    assert await store.jobs.next_due(["half-read"]) is None


async def test_where_the_reading_came_to_its_end_nothing_is_waited_for(store: Storage) -> None:
    clock = Clock(MIDNIGHT + HOUR)
    await say(store, MIDNIGHT - 2 * HOUR)
    await read_up_to(store, MIDNIGHT + HOUR / 4)
    await reading_begins(store.jobs, GUILD, clock.now)
    await reading_ended(store.jobs, GUILD)
    await round_of(worker(store, clock))
    assert await published(store) == [19]
