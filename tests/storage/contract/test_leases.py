"""Leases: one holder a name, until it lets go or dies."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage import Storage
from storage.records import Lease, Retention

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
NAME = "shards:0-15"


async def test_a_lease_that_nobody_has_can_be_had(store: Storage) -> None:
    lease = await store.leases.acquire(NAME, "host-a/17", NOON, NOON + MINUTE)
    assert lease == Lease(NAME, "host-a/17", NOON + MINUTE)
    assert await store.leases.held(NOON) == [lease]


async def test_nobody_else_gets_it_and_whoever_tries_learns_who_has_it(store: Storage) -> None:
    mine = await store.leases.acquire(NAME, "a", NOON, NOON + MINUTE)
    assert await store.leases.acquire(NAME, "b", NOON + 59 * SECOND, NOON + DAY) == mine
    assert await store.leases.held(NOON) == [mine]


async def test_its_holder_renews_it(store: Storage) -> None:
    await store.leases.acquire(NAME, "a", NOON, NOON + MINUTE)
    renewed = await store.leases.acquire(NAME, "a", NOON + 30 * SECOND, NOON + 2 * MINUTE)
    assert renewed == Lease(NAME, "a", NOON + 2 * MINUTE)
    assert (await store.leases.acquire(NAME, "b", NOON + MINUTE, NOON + DAY)).holder == "a"


async def test_a_dead_holders_lease_runs_out(store: Storage) -> None:
    await store.leases.acquire(NAME, "dead", NOON, NOON + MINUTE)
    assert await store.leases.held(NOON + MINUTE) == []
    next_one = await store.leases.acquire(NAME, "b", NOON + MINUTE, NOON + 2 * MINUTE)
    assert next_one.holder == "b"
    back = await store.leases.acquire(NAME, "dead", NOON + MINUTE, NOON + 9 * MINUTE)
    assert back == next_one, "it came back to life"


async def test_of_many_who_try_at_once_one_gets_it_and_all_hear_the_same(
    address: str, store: Storage
) -> None:
    async with storage.open(address, now=NOON) as other:
        tries = [
            each.leases.acquire(NAME, f"holder-{number}", NOON, NOON + MINUTE)
            for number, each in enumerate([store, other] * 10)
        ]
        (lease,) = set(await asyncio.gather(*tries))
    assert await store.leases.held(NOON) == [lease]


async def test_a_bucket_is_handed_out_in_turn(store: Storage) -> None:
    turns, now = [], NOON
    waiting = {f"process-{number}/{shard}" for number in range(3) for shard in range(2)}
    while waiting:
        for holder in sorted(waiting):
            lease = await store.leases.acquire("identify:3", holder, now, now + 5 * SECOND)
            if lease.holder == holder:
                turns.append(now)
                waiting.discard(holder)
        now = lease.until
    assert turns == [NOON + 5 * SECOND * number for number in range(6)]


async def test_a_lease_that_was_let_go_of_is_free(store: Storage) -> None:
    await store.leases.acquire(NAME, "a", NOON, NOON + DAY)
    assert not await store.leases.release(NAME, "b"), "it is not theirs"
    assert await store.leases.release(NAME, "a")
    assert not await store.leases.release(NAME, "a")
    assert (await store.leases.acquire(NAME, "b", NOON, NOON + MINUTE)).holder == "b"


async def test_names_are_apart_and_found_by_how_they_begin(store: Storage) -> None:
    for name, holder in (("identify:3", "a"), ("shards:0-15", "a"), ("shards:16-31", "b")):
        await store.leases.acquire(name, holder, NOON, NOON + MINUTE)
    held = await store.leases.held(NOON, "shards:")
    assert [(lease.name, lease.holder) for lease in held] == [
        ("shards:0-15", "a"),
        ("shards:16-31", "b"),
    ]
    assert len(await store.leases.held(NOON)) == 3
    assert await store.leases.held(NOON, "%") == []


async def test_leases_outlive_whoever_opened_the_storage(address: str) -> None:
    async with storage.open(address, now=NOON) as store:
        lease = await store.leases.acquire(NAME, "a", NOON, NOON + MINUTE)
    async with storage.open(address, now=NOON) as store:
        assert await store.leases.held(NOON) == [lease]


async def test_what_ran_out_long_ago_is_not_kept(store: Storage) -> None:
    await store.leases.acquire("old", "a", NOON, NOON + MINUTE)
    await store.leases.acquire("new", "a", NOON, NOON + 3 * DAY)
    await store.retention.expire(NOON + 2 * DAY, Retention())
    assert [lease.name for lease in await store.leases.held(NOON)] == ["new"]


async def test_what_is_no_name_is_refused(store: Storage) -> None:
    for name in ("", "a b", "x" * 61, "größe"):
        with pytest.raises(storage.InvalidInputError, match="A lease's name is"):
            await store.leases.acquire(name, "a", NOON, NOON + MINUTE)
    for holder in ("", "a b", "x" * 101):
        with pytest.raises(storage.InvalidInputError, match="The holder of a lease is"):
            await store.leases.acquire(NAME, holder, NOON, NOON + MINUTE)
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.leases.acquire(NAME, "a", NOON, datetime(2026, 3, 1))
