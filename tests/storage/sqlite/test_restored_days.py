"""What a restored database publishes: nothing that may have been published differently before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import storage
from storage import Storage
from storage.records import PublishedDay, ScoredMessage
from storage.sqlite.files.restoring import restore
from tests.storage.fixture_types import MakeMessage, files_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ALWAYS = (NOON - 99 * DAY, NOON + 999 * DAY)


def crowd(message: MakeMessage, day: int) -> list[ScoredMessage]:
    """Six people with four messages each."""
    return [message(24 * day + n / 100, author_id=n % 6 + 1) for n in range(24)]


async def days_of(store: Storage) -> list[PublishedDay]:
    return await store.published_days.of_channels(900, [70], *ALWAYS)


async def test_who_was_erased_since_the_backup_is_not_the_difference_of_two_answers(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([*crowd(message, 0), *crowd(message, 1)])
        await store.published_days.publish(900, NOON + DAY, patience=timedelta(0))
        await files_of(store).backup(NOON + DAY)
        at_the_backup = await days_of(store)
        await store.published_days.publish(900, NOON + 2 * DAY, patience=timedelta(0))
        await store.privacy.opt_out(900, 1, NOON + 2 * DAY)
        before = await days_of(store)
    restore(path, path.parent / "backups", NOON + 2 * DAY)
    async with storage.open(path, now=NOON + 2 * DAY) as store:
        assert await days_of(store) == at_the_backup == before[:1]
        await store.messages.apply([m for m in crowd(message, 1) if m.author_id > 1])
        await store.messages.apply(crowd(message, 2))
        await store.published_days.publish(900, NOON + 9 * DAY)
        first, lost, next_one = await days_of(store)
        assert [first] == at_the_backup
        assert (lost.day, lost.shown, lost.hidden) == (before[1].day, 0, 1)
        assert next_one.shown == 1


async def test_a_restore_by_a_clock_far_ahead_does_not_hide_the_days_to_come(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply(crowd(message, 0))
        await files_of(store).backup(NOON)
    restore(path, path.parent / "backups", NOON + 3650 * DAY)
    async with storage.open(path, now=NOON) as store:
        await store.published_days.publish(900, NOON + DAY, patience=timedelta(0))
        await store.messages.apply(crowd(message, 1))
        await store.published_days.publish(900, NOON + 2 * DAY, patience=timedelta(0))
        assert [day.shown for day in await days_of(store)] == [0, 1]


async def test_a_restore_by_a_clock_far_behind_publishes_no_day_a_second_time(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply(crowd(message, 0))
        await files_of(store).backup(NOON + DAY)
        await store.published_days.publish(900, NOON + 2 * DAY, patience=timedelta(0))
        await store.privacy.opt_out(900, 1, NOON + 2 * DAY)
        assert [day.shown for day in await days_of(store)] == [1]
    restore(path, path.parent / "backups", NOON - 3650 * DAY)
    async with storage.open(path, now=NOON) as store:
        await store.published_days.publish(900, NOON + 2 * DAY, patience=timedelta(0))
        assert [day.shown for day in await days_of(store)] == [0]
        await store.messages.apply([m for m in crowd(message, 2) if m.author_id > 1])
        await store.published_days.publish(900, NOON + 3 * DAY, patience=timedelta(0))
        assert [day.shown for day in await days_of(store)] == [0, 1]
