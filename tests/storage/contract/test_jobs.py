"""Due jobs: once a guild whoever does them, and once after an absence."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage import Storage
from storage.records import DueJob, Shards

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


async def claim(store: Storage, until: datetime) -> DueJob:
    """Claim the one job that is due at noon."""
    (job,) = await store.jobs.due(NOON)
    claimed = await store.jobs.claim(job, NOON, until)
    assert claimed is not None
    return claimed


async def test_a_job_is_due_from_its_time_on(store: Storage) -> None:
    await store.jobs.schedule("digest", 900, NOON)
    assert await store.jobs.due(NOON - MINUTE) == []
    job = DueJob("digest", 900, NOON, None)
    assert await store.jobs.due(NOON) == await store.jobs.due(NOON + DAY) == [job]


async def test_the_longest_due_comes_first_and_not_more_than_asked_for(store: Storage) -> None:
    for guild in range(1, 6):
        await store.jobs.schedule("digest", guild, NOON - guild * HOUR)
    assert [job.guild_id for job in await store.jobs.due(NOON)] == [5, 4, 3, 2, 1]
    assert [job.guild_id for job in await store.jobs.due(NOON, limit=2)] == [5, 4]


async def test_only_jobs_of_the_names_that_are_asked_for_are_given(store: Storage) -> None:
    await store.jobs.schedule("alert", 900, NOON - HOUR)
    await store.jobs.schedule("digest", 900, NOON)
    (digest,) = await store.jobs.due(NOON, limit=1, names=["digest"])
    assert digest.job == "digest"
    assert await store.jobs.due(NOON, names=[]) == []
    assert await store.jobs.next_due(["digest", "backup"]) == NOON
    assert await store.jobs.next_due([]) is None


async def test_only_jobs_of_guilds_of_these_shards_are_given_and_of_the_whole_bot(
    store: Storage,
) -> None:
    guilds = [(number << 22) + 5 for number in range(1, 9)]
    await store.jobs.schedule_missing("digest", guilds, NOON)
    await store.jobs.schedule("backup", 0, NOON + HOUR)
    low, high, other = Shards(0, 1, 4), Shards(2, 3, 4), Shards(3, 3, 8)
    for shards in (low, high, other):
        due = await store.jobs.due(NOON, shards=shards)
        assert [job.guild_id for job in due] == [each for each in guilds if shards.serve(each)]
        (backup,) = await store.jobs.due(NOON + HOUR, names=["backup"], shards=shards)
        assert backup.guild_id == 0
        assert await store.jobs.next_due(["digest"], shards) == NOON
    assert len(await store.jobs.due(NOON, limit=3, shards=low)) == 3, "of its own"
    for each in filter(low.serve, guilds):
        await store.jobs.cancel("digest", each)
    assert await store.jobs.due(NOON, shards=low) == []
    assert await store.jobs.next_due(shards=low) == NOON + HOUR
    assert await store.jobs.next_due(["digest"], low) is None
    assert len(await store.jobs.due(NOON, shards=high)) == 4


async def test_guilds_and_jobs_are_apart_and_guild_0_is_the_whole_bot(store: Storage) -> None:
    for job, guild in (("digest", 900), ("digest", 901), ("alerts", 900), ("backup", 0)):
        await store.jobs.schedule(job, guild, NOON)
    await store.jobs.cancel("digest", 900)
    left = {(job.job, job.guild_id) for job in await store.jobs.due(NOON)}
    assert left == {("digest", 901), ("alerts", 900), ("backup", 0)}


async def test_of_many_who_claim_a_job_one_gets_it(store: Storage) -> None:
    await store.jobs.schedule("digest", 900, NOON)
    (job,) = await store.jobs.due(NOON)
    claims = [store.jobs.claim(job, NOON, NOON + MINUTE + n * MINUTE) for n in range(20)]
    got = [claimed for claimed in await asyncio.gather(*claims) if claimed is not None]
    assert len(got) == 1
    assert got == [replace(job, claimed_until=got[0].claimed_until)]
    assert await store.jobs.due(NOON) == []


async def test_two_processes_do_a_job_once(address: str, store: Storage) -> None:
    async with storage.open(address, now=NOON) as other:
        await store.jobs.schedule("digest", 900, NOON)
        (mine,), (theirs,) = await store.jobs.due(NOON), await other.jobs.due(NOON)
        assert await other.jobs.claim(theirs, NOON, NOON + MINUTE) is not None
        assert await store.jobs.claim(mine, NOON, NOON + MINUTE) is None


async def test_a_job_that_is_done_is_due_again_at_its_next_time(store: Storage) -> None:
    await store.jobs.schedule("digest", 900, NOON)
    claimed = await claim(store, until=NOON + MINUTE)
    assert await store.jobs.done(claimed, NOON + 2 * HOUR, NOON + 7 * DAY)
    assert await store.jobs.due(NOON + 6 * DAY) == []
    again = DueJob("digest", 900, NOON + 7 * DAY, last_run=NOON + 2 * HOUR)
    assert await store.jobs.due(NOON + 7 * DAY) == [again]


async def test_a_job_that_has_no_next_time_is_gone(store: Storage) -> None:
    await store.jobs.schedule("erase-left", 900, NOON)
    claimed = await claim(store, until=NOON + MINUTE)
    assert await store.jobs.done(claimed, NOON, None)
    assert await store.jobs.next_due() is None
    assert await store.guilds.known() == frozenset()


async def test_who_says_nothing_lets_go_of_the_job(store: Storage) -> None:
    await store.jobs.schedule("digest", 900, NOON)
    (job,) = await store.jobs.due(NOON)
    dead = await claim(store, until=NOON + HOUR)
    assert await store.jobs.due(NOON + 59 * MINUTE) == []
    assert await store.jobs.claim(job, NOON + 59 * MINUTE, NOON + 2 * HOUR) is None
    assert await store.jobs.due(NOON + HOUR) == [job]
    second = await store.jobs.claim(job, NOON + HOUR, NOON + 2 * HOUR)
    assert second is not None
    assert not await store.jobs.done(dead, NOON + HOUR, NOON + 9 * DAY), "it came back to life"
    assert await store.jobs.done(second, NOON + HOUR, NOON + 7 * DAY)
    assert await store.jobs.next_due() == NOON + 7 * DAY


@pytest.mark.parametrize("by", ["schedule", "cancel"])
async def test_a_job_that_is_changed_while_it_is_done_stays_changed(
    store: Storage, by: str
) -> None:
    await store.jobs.schedule("digest", 900, NOON)
    claimed = await claim(store, until=NOON + HOUR)
    if by == "schedule":
        await store.jobs.schedule("digest", 900, NOON + 3 * DAY)
    else:
        await store.jobs.cancel("digest", 900)
    assert not await store.jobs.done(claimed, NOON, NOON + 7 * DAY)
    assert await store.jobs.next_due() == (NOON + 3 * DAY if by == "schedule" else None)


async def test_a_job_that_was_scheduled_anew_is_not_claimed_by_its_old_time(store: Storage) -> None:
    await store.jobs.schedule("digest", 900, NOON)
    (old,) = await store.jobs.due(NOON)
    await store.jobs.schedule("digest", 900, NOON - HOUR)
    assert await store.jobs.claim(old, NOON, NOON + HOUR) is None


async def test_what_is_scheduled_already_keeps_its_time_where_only_missing_ones_are(
    store: Storage,
) -> None:
    await store.jobs.schedule("digest", 900, NOON)
    await store.jobs.schedule_missing("digest", [900, 901], NOON + DAY)
    await store.jobs.schedule_missing("digest", [900, 901], NOON + 2 * DAY)
    await store.jobs.schedule_missing("digest", [], NOON)
    due = {job.guild_id: job.due for job in await store.jobs.due(NOON + 9 * DAY)}
    assert due == {900: NOON, 901: NOON + DAY}


async def test_after_an_absence_a_job_is_due_once_by_its_old_time(address: str) -> None:
    async with storage.open(address, now=NOON) as store:
        await store.jobs.schedule("digest", 900, NOON)
    async with storage.open(address, now=NOON + 30 * DAY) as store:
        now = NOON + 30 * DAY
        (job,) = await store.jobs.due(now)
        assert job.due == NOON
        claimed = await store.jobs.claim(job, now, now + HOUR)
        assert claimed is not None
        assert await store.jobs.done(claimed, now, NOON + 35 * DAY)
        assert await store.jobs.due(now) == []


async def test_when_to_look_next_is_known(store: Storage) -> None:
    assert await store.jobs.next_due() is None
    await store.jobs.schedule("digest", 900, NOON + DAY)
    await store.jobs.schedule("digest", 901, NOON)
    assert await store.jobs.next_due() == NOON
    await claim(store, until=NOON + HOUR)
    assert await store.jobs.next_due() == NOON + HOUR, "then its claim ends"
    await store.jobs.schedule("digest", 902, NOON + MINUTE)
    assert await store.jobs.next_due() == NOON + MINUTE


async def test_the_jobs_of_an_erased_guild_go_with_it(store: Storage) -> None:
    for guild in (0, 900, 901):
        await store.jobs.schedule("digest", guild, NOON)
    await store.guilds.erase(900, NOON)
    assert [job.guild_id for job in await store.jobs.due(NOON)] == [0, 901]


async def test_what_is_no_job_is_refused(store: Storage) -> None:
    for job in ("", "Digest", "a b", "x" * 41, "größe"):
        with pytest.raises(storage.InvalidInputError, match="A job is"):
            await store.jobs.schedule(job, 900, NOON)
    for guild in (-1, 2**63):
        with pytest.raises(storage.InvalidInputError, match="An id is not within"):
            await store.jobs.schedule("digest", guild, NOON)
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.jobs.schedule("digest", 900, datetime(2026, 3, 1))
    await store.jobs.schedule("digest", 900, NOON)
    with pytest.raises(storage.InvalidInputError, match="was not claimed"):
        await store.jobs.done(DueJob("digest", 900, NOON, None), NOON, None)
