"""Of a bucket one shard identifies at a time, in one process and in several."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

import storage
from bot.gateway.identify_turns import SHARED, IdentifyTurns, OwnTurns, SharedTurns
from scripts.chaos import virtual_time
from storage import StorageError
from storage.interface import Leases
from storage.records import Lease

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
DISCORDS_SECONDS = 5.0


class MemoryLeases:
    """As a database that is shared keeps them; each answer takes `seconds`."""

    def __init__(self, seconds: Sequence[float] = (0.01,)) -> None:
        self._seconds = list(seconds)
        self._leases: dict[str, Lease] = {}

    async def acquire(self, name: str, holder: str, now: datetime, until: datetime) -> Lease:
        seconds = self._seconds.pop(0) if len(self._seconds) > 1 else self._seconds[0]
        held = self._leases.get(name)
        if held is None or held.holder == holder or held.until <= now:
            held = self._leases[name] = Lease(name, holder, until)
        await asyncio.sleep(seconds)
        return held

    async def release(self, name: str, holder: str) -> bool:
        raise NotImplementedError

    async def held(self, now: datetime, prefix: str = "") -> list[Lease]:
        raise NotImplementedError


def clock(off_by: float = 0.0) -> datetime:
    """What one process takes for the time: by Discord's answers, which say it to the second."""
    return NOW + timedelta(seconds=asyncio.get_running_loop().time() - off_by)


async def identify(
    turns: IdentifyTurns,
    shards: Sequence[int],
    max_concurrency: int,
    found: list[tuple[int, float]],
) -> None:
    for shard in shards:
        await turns.wait(shard, max_concurrency)
        found.append((shard, asyncio.get_running_loop().time()))


def pauses(found: list[tuple[int, float]], bucket: int, max_concurrency: int) -> list[float]:
    times = sorted(at for shard, at in found if shard % max_concurrency == bucket)
    return [later - earlier for earlier, later in pairwise(times)]


def test_one_process_lets_one_shard_of_a_bucket_identify_at_a_time() -> None:
    async def run() -> list[tuple[int, float]]:
        found: list[tuple[int, float]] = []
        turns = OwnTurns(asyncio.get_running_loop().time)
        await asyncio.gather(*(identify(turns, [shard], 4, found) for shard in range(12)))
        return found

    found = virtual_time.run(run())
    assert sorted(shard for shard, at in found if at < 1) == [0, 1, 2, 3], "all of them at once"
    for bucket in range(4):
        assert len(pauses(found, bucket, 4)) == 2
        assert min(pauses(found, bucket, 4)) > DISCORDS_SECONDS


def test_who_would_wait_for_too_long_is_sent_away_and_takes_no_turn() -> None:
    async def run() -> tuple[int, float]:
        turns = OwnTurns(asyncio.get_running_loop().time)
        waits = (turns.wait(shard, 1) for shard in range(30))
        outcomes = await asyncio.gather(*waits, return_exceptions=True)
        return sum(isinstance(each, TimeoutError) for each in outcomes), await next_turn(turns)

    async def next_turn(turns: OwnTurns) -> float:
        await turns.wait(0, 1)
        return asyncio.get_running_loop().time()

    sent_away, at = virtual_time.run(run())
    assert sent_away > 10
    assert at < 60


@pytest.mark.parametrize("max_concurrency", [1, 4])
def test_processes_agree_by_leases_also_when_their_clocks_are_a_second_apart(
    max_concurrency: int,
) -> None:
    async def run() -> list[tuple[int, float]]:
        found: list[tuple[int, float]] = []
        leases: Leases = MemoryLeases()
        processes = []
        for number, off_by in enumerate((0.0, 1.0, 0.4)):
            turns = SharedTurns(leases, lambda off_by=off_by: clock(off_by))  # type: ignore[misc]
            shards = range(number * 4, number * 4 + 4)
            processes.append(patiently(turns, shards, max_concurrency, found))
        await asyncio.gather(*processes)
        return found

    async def patiently(
        turns: IdentifyTurns, shards: Sequence[int], most: int, found: list[tuple[int, float]]
    ) -> None:
        for shard in shards:
            while True:
                try:
                    await identify(turns, [shard], most, found)
                    break
                except TimeoutError:
                    await asyncio.sleep(1)  # as discord.py does

    found = virtual_time.run(run())
    assert sorted(shard for shard, _ in found) == list(range(12))
    for bucket in range(max_concurrency):
        between = pauses(found, bucket, max_concurrency)
        assert min(between) > DISCORDS_SECONDS
        assert max(between) < 2 * DISCORDS_SECONDS, "none is given away"


def test_a_turn_that_is_told_of_late_is_taken_anew() -> None:
    async def run() -> list[tuple[int, float]]:
        found: list[tuple[int, float]] = []
        leases: Leases = MemoryLeases([4.0, 0.01])  # the database is busy, once
        slow, other = SharedTurns(leases, clock), SharedTurns(leases, clock)
        await asyncio.gather(identify(slow, [0], 1, found), identify(other, [1], 1, found))
        return found

    (between,) = pauses(virtual_time.run(run()), 0, 1)
    assert between > DISCORDS_SECONDS


def test_a_database_that_is_away_is_waited_for_as_discord_py_waits() -> None:
    class Away(MemoryLeases):
        async def acquire(self, name: str, holder: str, now: datetime, until: datetime) -> Lease:
            raise StorageError("away")

    async def run() -> None:
        leases: Leases = Away()
        with pytest.raises(TimeoutError):
            await SharedTurns(leases, clock).wait(0, 1)

    virtual_time.run(run())


@pytest.fixture
async def leases(tmp_path: Path) -> AsyncIterator[Leases]:
    async with storage.open(tmp_path / "moods.sqlite3", now=NOW) as store:
        yield store.leases


async def test_a_turn_is_kept_in_the_storage_for_as_long_as_nobody_else_may(
    leases: Leases,
) -> None:
    await SharedTurns(leases, lambda: NOW).wait(37, 16)
    (held,) = await leases.held(NOW)
    assert (held.name, held.until) == ("identify:5", NOW + SHARED)
