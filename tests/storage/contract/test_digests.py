from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage import Storage
from storage.records import DeletedChannel, Digest
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
DAILY = Digest(900, 70, None, 9, only_unusual=False, told_until=NOON)


@pytest.mark.parametrize("weekday", [None, 0, 6])
@pytest.mark.parametrize("hour", [0, 23])
async def test_a_digest_comes_back_as_it_was_set(
    store: Storage, weekday: int | None, hour: int
) -> None:
    told_until = NOON + timedelta(microseconds=1)
    digest = Digest(900, 70, weekday, hour, only_unusual=True, told_until=told_until)
    await store.digests.set(digest)
    assert await store.digests.get(900) == digest


async def test_a_guild_has_one_of_its_own_or_none(store: Storage) -> None:
    other = replace(DAILY, guild_id=901, hour=7)
    for each in (DAILY, other, replace(DAILY, target_id=71)):
        await store.digests.set(each)
    assert await store.digests.get(900) == replace(DAILY, target_id=71)
    assert await store.digests.guilds() == {900, 901}
    assert await store.digests.remove(900)
    assert not await store.digests.remove(900)
    assert await store.digests.get(900) is None
    assert await store.digests.get(901) == other
    assert await store.digests.guilds() == {901}


async def test_it_outlives_a_restart_and_so_does_what_it_has_told(address: str) -> None:
    async with storage.open(address, now=NOON) as store:
        await store.digests.set(DAILY)
        assert await store.digests.told(DAILY, NOON + DAY)
    async with storage.open(address, now=NOON) as store:
        assert await store.digests.get(900) == replace(DAILY, told_until=NOON + DAY)


async def test_what_one_has_told_is_not_said_of_another_that_was_set_meanwhile(
    store: Storage,
) -> None:
    await store.digests.set(DAILY)
    anew = replace(DAILY, hour=10, told_until=NOON + timedelta(minutes=1))
    await store.digests.set(anew)
    assert not await store.digests.told(DAILY, NOON + DAY)
    assert await store.digests.get(900) == anew
    await store.digests.remove(900)
    assert not await store.digests.told(anew, NOON + DAY)


@pytest.mark.parametrize(("target", "gone"), [(70, 70), (72, 72), (71, 71), (71, 70)])
async def test_it_goes_with_its_channel_or_the_channel_above_its_thread(
    store: Storage, message: MakeMessage, target: int, gone: int
) -> None:
    await store.messages.apply([message(channel_id=71, parent_id=70)])
    for guild in (900, 901):
        await store.digests.set(replace(DAILY, guild_id=guild, target_id=target))
    await store.messages.apply([DeletedChannel(900, 69)])
    assert await store.digests.get(900) is not None
    await store.messages.apply([DeletedChannel(900, gone)])
    assert await store.digests.get(900) is None
    assert await store.digests.get(901) is not None


async def test_an_erased_guilds_goes_and_one_with_a_digest_is_known(store: Storage) -> None:
    await store.digests.set(DAILY)
    assert 900 in await store.guilds.known()
    await store.guilds.erase(900, NOON)
    assert await store.digests.get(900) is None
    assert 900 not in await store.guilds.known()


@pytest.mark.parametrize("change", [{"hour": 24}, {"hour": -1}, {"weekday": 7}, {"weekday": -1}])
async def test_an_hour_or_a_weekday_that_there_is_not_is_refused(
    store: Storage, change: dict[str, int]
) -> None:
    with pytest.raises(storage.InvalidInputError, match="an hour of 0 to 23"):
        await store.digests.set(replace(DAILY, **change))  # type: ignore[arg-type]
    with pytest.raises(storage.InvalidInputError, match="time zone"):
        await store.digests.set(replace(DAILY, told_until=datetime(2026, 3, 1)))
    assert await store.digests.get(900) is None
