from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from bot.background import running
from bot.schedule.worker import LEASE, WHOLE_BOT, JobKind, Worker
from storage import StorageError
from storage.interface import Jobs
from storage.records import Shards

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SECRET = "a word that must not be logged"


@pytest.fixture
async def jobs(tmp_path: Path) -> AsyncIterator[Jobs]:
    async with storage.open(tmp_path / "barometer.sqlite3", now=NOW) as opened:
        yield opened.jobs


@dataclass
class Diary:
    """What a job did, for which guild and when; it comes again after `every`."""

    every: timedelta | None = DAY
    entries: list[tuple[int, datetime]] = field(default_factory=list)
    error: Exception | None = None
    written: asyncio.Event = field(default_factory=asyncio.Event)
    now: datetime | None = NOW

    async def write(self, guild_id: int, now: datetime) -> datetime | None:
        self.entries.append((guild_id, now))
        self.written.set()
        if self.error is not None:
            raise self.error
        return None if self.every is None else now + self.every

    def clock(self) -> datetime | None:
        return self.now


def worker(jobs: Jobs, diary: Diary, *, whole_bot: bool = False) -> Worker:
    kind = JobKind("digest", diary.write, whole_bot=whole_bot)
    return Worker(
        jobs, [kind], clock=diary.clock, first_pause=0, shortest_pause=0.01, longest_pause=0.05
    )


async def test_a_job_is_done_for_each_guild_when_it_is_due(jobs: Jobs) -> None:
    diary = Diary()
    await jobs.schedule("digest", 900, NOW - HOUR)
    await jobs.schedule("digest", 901, NOW + HOUR)
    assert await worker(jobs, diary).do_due()
    assert diary.entries == [(900, NOW)]
    diary.now = NOW + HOUR
    assert await worker(jobs, diary).do_due()
    assert diary.entries[1:] == [(901, NOW + HOUR)]
    diary.now = NOW + DAY
    assert await worker(jobs, diary).do_due()
    assert diary.entries[2:] == [(900, NOW + DAY)]


async def test_what_was_missed_in_an_absence_is_caught_up_once(jobs: Jobs) -> None:
    diary = Diary()
    await jobs.schedule("digest", 900, NOW - 10 * DAY)
    for _ in range(3):
        assert await worker(jobs, diary).do_due(), "each as after a restart"
    assert diary.entries == [(900, NOW)]


async def test_of_several_that_try_at_once_one_does_it(jobs: Jobs) -> None:
    diary = Diary()
    for guild_id in range(900, 920):
        await jobs.schedule("digest", guild_id, NOW)
    await asyncio.gather(*(worker(jobs, diary).do_due() for _ in range(4)))
    assert sorted(diary.entries) == [(guild_id, NOW) for guild_id in range(900, 920)]


async def test_what_fails_is_logged_and_tried_again_and_holds_up_no_other(
    jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    diary = Diary(error=ValueError(SECRET))
    await jobs.schedule("digest", 900, NOW - HOUR)
    await jobs.schedule("digest", 901, NOW)
    assert not await worker(jobs, diary).do_due()
    assert [guild_id for guild_id, _ in diary.entries] == [900, 901]
    assert "digest failed in guild 900" in caplog.text
    assert SECRET not in caplog.text
    diary.error = None
    assert await worker(jobs, diary).do_due()
    assert len(diary.entries) == 2, "not at once"
    diary.now = NOW + LEASE
    assert await worker(jobs, diary).do_due()
    assert len(diary.entries) == 4


async def test_a_job_may_come_once_only(jobs: Jobs) -> None:
    diary = Diary(every=None)
    await jobs.schedule("digest", 900, NOW)
    await worker(jobs, diary).do_due()
    diary.now = NOW + 1000 * DAY
    await worker(jobs, diary).do_due()
    assert diary.entries == [(900, NOW)]


async def test_a_job_of_the_whole_bot_needs_nobody_to_schedule_it(jobs: Jobs) -> None:
    diary = Diary(every=HOUR)
    for minutes in (0, 59, 60, 61):
        diary.now = NOW + timedelta(minutes=minutes)
        assert await worker(jobs, diary, whole_bot=True).do_due(), "each as after a restart"
    assert diary.entries == [(WHOLE_BOT, NOW), (WHOLE_BOT, NOW + HOUR)]


async def test_a_job_that_this_version_does_not_know_is_left_alone(jobs: Jobs) -> None:
    diary = Diary()
    await jobs.schedule("alert", 900, NOW - HOUR)
    assert await worker(jobs, diary).do_due()
    assert [job.job for job in await jobs.due(NOW)] == ["alert"]


async def test_however_many_jobs_are_not_known_they_hold_up_no_other(jobs: Jobs) -> None:
    diary = Diary()
    await jobs.schedule_missing("alert", range(1, 151), NOW - DAY)
    await jobs.schedule("digest", 900, NOW)
    assert await worker(jobs, diary).do_due()
    assert diary.entries == [(900, NOW)]


async def test_a_job_that_takes_long_leaves_the_next_one_its_whole_time(jobs: Jobs) -> None:
    diary = Diary()
    begun = diary.write

    async def slow(guild_id: int, now: datetime) -> datetime | None:
        diary.now = now + 2 * LEASE
        assert await jobs.due(now, names=["digest"]) == ([] if guild_id == 901 else [second])
        return await begun(guild_id, now)

    for guild in (900, 901):
        await jobs.schedule("digest", guild, NOW)
    _, second = await jobs.due(NOW)
    assert await Worker(jobs, [JobKind("digest", slow)], clock=diary.clock).do_due()
    assert diary.entries == [(900, NOW), (901, NOW + 2 * LEASE)]


async def test_nothing_is_done_before_discord_has_told_the_time(jobs: Jobs) -> None:
    diary = Diary(now=None)
    assert not await worker(jobs, diary, whole_bot=True).do_due()
    assert diary.entries == []
    async with running(worker(jobs, diary, whole_bot=True).run(), "schedule"):
        await asyncio.sleep(0.1)
        assert diary.entries == []
        diary.now = NOW
        async with asyncio.timeout(60):
            await diary.written.wait()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (StorageError("The disk is full. Make room."), "The disk is full. Make room."),
        (ConnectionResetError(SECRET), "Discord couldn't be reached (ConnectionResetError)"),
    ],
)
async def test_a_job_that_fails_as_is_to_be_expected_is_told_in_a_sentence_and_so_is_its_success(
    jobs: Jobs, caplog: pytest.LogCaptureFixture, error: Exception, told: str
) -> None:
    caplog.set_level(logging.INFO, "bot")
    diary = Diary(error=error)
    of_all = JobKind("expire", diary.write, whole_bot=True)
    of_each = JobKind("check", diary.write, each_process=True)
    working = Worker(jobs, [of_all, of_each], clock=diary.clock)
    assert not await working.do_due()
    diary.now, diary.error = NOW + LEASE, None
    assert await working.do_due()
    diary.now = NOW + LEASE + DAY
    assert await working.do_due()
    assert [record.getMessage() for record in caplog.records] == [
        f"The job check failed: {told}",
        f"The job expire failed in guild 0: {told}",
        "The job check is done again after less than a minute",
        "The job expire is done again in guild 0 after less than a minute",
    ]


async def test_it_goes_on_when_the_storage_fails(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise StorageError("The disk is full. Make room.")

    diary = Diary()
    await jobs.schedule("digest", 900, NOW)
    with monkeypatch.context() as patch:
        patch.setattr(jobs, "due", fail)
        async with running(worker(jobs, diary).run(), "schedule"), asyncio.timeout(60):
            while "cannot be kept" not in caplog.text:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            patch.undo()
            await diary.written.wait()
    assert "The schedule cannot be kept: The disk is full. Make room." in caplog.messages


async def test_a_storage_that_fails_for_long_is_told_once_and_so_is_its_return(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries = 0

    async def fail(*_: object, **__: object) -> None:
        nonlocal tries
        tries += 1
        raise StorageError(SECRET)

    caplog.set_level(logging.INFO, "bot")
    diary = Diary()
    await jobs.schedule("digest", 900, NOW)
    with monkeypatch.context() as patch:
        patch.setattr(jobs, "due", fail)
        async with running(worker(jobs, diary).run(), "schedule"), asyncio.timeout(60):
            while tries < 3:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            patch.undo()
            while "kept again" not in caplog.text:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    assert caplog.text.count("The schedule cannot be kept") == 1
    assert "The schedule is kept again after less than a minute" in caplog.text


async def test_a_stop_does_not_wait_for_the_next_job(jobs: Jobs) -> None:
    idle = Worker(jobs, [], clock=lambda: NOW)
    async with asyncio.timeout(60), running(idle.run(), "schedule"):
        await asyncio.sleep(0)


async def test_what_ends_in_the_background_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    async def end() -> None:
        raise ValueError(SECRET)

    async with running(end(), "schedule"):
        await asyncio.sleep(0.01)
    assert "The schedule has ended: ValueError" in caplog.text
    assert SECRET not in caplog.text


async def test_while_the_time_is_not_certain_nothing_is_done_and_that_is_said_once_an_hour(
    jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    diary = Diary(now=None)
    waiting = Worker(
        jobs,
        [JobKind("digest", diary.write, whole_bot=True)],
        clock=diary.clock,
        doubt=lambda: "why",
    )
    for _ in range(3):
        assert not await waiting.do_due()
    assert diary.entries == []
    assert caplog.text.count("why") == 1


async def test_of_several_processes_each_does_the_jobs_of_its_guilds(jobs: Jobs) -> None:
    guilds = [number << 22 for number in range(1, 251)]
    await jobs.schedule_missing("digest", guilds, NOW)
    diaries = [Diary(), Diary()]
    for diary, shards in zip(diaries, (Shards(0, 2, 4), Shards(3, 3, 4)), strict=True):
        kind = JobKind("digest", diary.write)
        assert await Worker(jobs, [kind], clock=diary.clock, shards=shards).do_due()
        done = [guild for guild, _ in diary.entries]
        assert done == [guild for guild in guilds if shards.serve(guild)], "and all at once"
    assert sum(len(diary.entries) for diary in diaries) == 250


async def test_a_job_of_each_process_is_done_by_all_of_them_from_their_start_on(
    jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    diaries = [Diary(every=HOUR), Diary(every=HOUR)]
    workers = [
        Worker(jobs, [JobKind("check", diary.write, each_process=True)], clock=diary.clock)
        for diary in diaries
    ]
    for minutes in (0, 59, 60):
        for diary, each in zip(diaries, workers, strict=True):
            diary.now = NOW + timedelta(minutes=minutes)
            assert await each.do_due()
    for diary in diaries:
        assert diary.entries == [(WHOLE_BOT, NOW), (WHOLE_BOT, NOW + HOUR)]
        diary.now, diary.error = NOW + 2 * HOUR, RuntimeError(SECRET)
    assert await jobs.next_due() is None, "nothing of it is stored"
    assert not await workers[0].do_due()
    assert SECRET not in caplog.text
    assert await workers[0].do_due(), "not at once again"
    diaries[0].now = NOW + 2 * HOUR + LEASE
    assert not await workers[0].do_due()
