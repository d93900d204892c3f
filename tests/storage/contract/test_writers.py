"""How many people are behind a figure, while it is kept who they are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from storage import Storage
from storage.records import Retention
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def test_people_are_counted_once_over_hours_channels_and_threads(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply(
        [
            message(0, author_id=5),
            message(0, author_id=5, channel_id=71),
            message(1.0, author_id=5),
            message(1.1, author_id=6),
            message(2, author_id=7, channel_id=72, parent_id=70),
            message(2, author_id=8, channel_id=73),
        ]
    )
    spans = [(NOON, NOON + n * HOUR) for n in (1, 2, 3)] + [(NOON + HOUR, NOON + 2 * HOUR)]
    assert await store.rollups.writers(900, [70, 71], spans) == [1, 2, 3, 2]
    assert await store.rollups.writers(900, [72], spans) == [0, 0, 1, 0]
    assert await store.rollups.writers(900, [], spans) == [0, 0, 0, 0]
    assert await store.rollups.writers(901, [70, 71], spans) == [0, 0, 0, 0]
    assert await store.rollups.writers(900, [70], []) == []


async def test_hours_of_two_days_count_as_far_as_they_are_in_the_period(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(hours, author_id=1 + hours) for hours in range(30)])
    for first, end in ((0, 30), (3, 14), (11, 13), (12, 30), (5, 5)):
        span = (NOON + first * HOUR, NOON + end * HOUR)
        assert await store.rollups.writers(900, [70], [span]) == [end - first]


async def test_only_who_wrote_something_that_was_scored_counts(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply(
        [
            message(0.0, author_id=5),
            message(0.1, author_id=6, status="unsure"),
            message(0.2, author_id=7, status="not_scored"),
            message(3, author_id=7),  # on the same day, in another hour
        ]
    )
    spans = [(NOON, NOON + HOUR), (NOON, NOON + 4 * HOUR)]
    assert await store.rollups.writers(900, [70], spans) == [1, 2]


async def test_who_was_erased_and_of_whom_the_hours_are_gone_does_not(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(author / 10, author_id=author) for author in (5, 6, 7)])
    span = (NOON, NOON + HOUR)
    await store.privacy.forget(900, 5, NOON + HOUR)
    assert await store.rollups.writers(900, [70], [span]) == [2]
    await store.retention.expire(NOON + timedelta(days=200), Retention())
    assert await store.rollups.writers(900, [70], [span]) == [0]
