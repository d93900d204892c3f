from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage import Storage
from storage.records import PostMark, Retention

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
KEY = "digest-2026-03-01"


async def test_a_post_was_begun_when_it_was_begun_first(store: Storage) -> None:
    assert await store.posts.begin(900, KEY, NOON) == PostMark(NOON, sent=False)
    assert await store.posts.begin(900, KEY, NOON + HOUR) == PostMark(NOON, sent=False)
    await store.posts.sent(900, KEY)
    assert await store.posts.begin(900, KEY, NOON + HOUR) == PostMark(NOON, sent=True)


async def test_posts_are_told_apart_by_guild_and_key(store: Storage) -> None:
    await store.posts.begin(900, KEY, NOON)
    await store.posts.sent(900, KEY)
    for guild, key in ((901, KEY), (900, "digest-2026-03-08")):
        assert await store.posts.begin(guild, key, NOON + HOUR) == PostMark(NOON + HOUR, sent=False)


async def test_what_was_never_begun_is_not_sent(store: Storage) -> None:
    await store.posts.sent(900, KEY)
    assert not (await store.posts.begin(900, KEY, NOON)).sent


async def test_marks_outlive_a_restart(address: str) -> None:
    async with storage.open(address, now=NOON) as store:
        await store.posts.begin(900, KEY, NOON)
        await store.posts.sent(900, KEY)
    async with storage.open(address, now=NOON) as store:
        assert (await store.posts.begin(900, KEY, NOON + HOUR)).sent


async def test_a_mark_ends_after_thirty_days(store: Storage) -> None:
    await store.posts.begin(900, KEY, NOON)
    await store.posts.begin(900, "alert-1", NOON + HOUR)
    later = NOON + timedelta(days=30) + HOUR / 2
    await store.retention.expire(later, Retention())
    assert (await store.posts.begin(900, KEY, later)).begun_at == later
    assert (await store.posts.begin(900, "alert-1", later)).begun_at == NOON + HOUR


async def test_an_erased_guilds_marks_go(store: Storage) -> None:
    for guild in (900, 901):
        await store.posts.begin(guild, KEY, NOON)
    await store.guilds.erase(900, NOON)
    assert (await store.posts.begin(900, KEY, NOON + HOUR)).begun_at == NOON + HOUR
    assert (await store.posts.begin(901, KEY, NOON + HOUR)).begun_at == NOON


async def test_of_those_that_were_sent_the_last_key_is_known(store: Storage) -> None:
    assert await store.posts.last_sent(900, "digest-") is None
    for guild, key in (
        (900, "digest-2026-03-01"),
        (900, "digest-2026-02-28"),
        (900, "digest-2026-12-01-0900"),
        (900, "digests-9"),
        (900, "digest"),
        (901, "digest-2027-01-01"),
    ):
        await store.posts.begin(guild, key, NOON)
        await store.posts.sent(guild, key)
    await store.posts.begin(900, "digest-2026-12-31", NOON)  # begun, and no more
    assert await store.posts.last_sent(900, "digest-") == "digest-2026-12-01-0900"
    assert await store.posts.last_sent(900, "alert-") is None
    assert await store.posts.last_sent(901, "digest-") == "digest-2027-01-01"


@pytest.mark.parametrize("key", ["", "Digest", "a b", "x" * 61, "d\n"])
async def test_a_key_that_is_none_is_refused(store: Storage, key: str) -> None:
    with pytest.raises(storage.InvalidInputError, match="key"):
        await store.posts.begin(900, key, NOON)
    with pytest.raises(storage.InvalidInputError, match="time zone"):
        await store.posts.begin(900, KEY, datetime(2026, 3, 1))
