"""Publishes what everybody may know: once an hour in each guild, the days that are over."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.schedule.worker import LEASE, JobKind
from storage.interface import Jobs, Storage

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)

PATIENCE = timedelta(days=3)
"""A day waits for a gap in its channel to be read, but no longer than this."""

FOR_EVER = timedelta(days=3650)
"""With this patience only days without a gap are published."""

TIME_TO_CATCH_UP = timedelta(hours=1)
"""After an absence longer than the patience, gaps are given so much time to be read."""

_HALF_READ = "half-read"
"""The job of a guild whose past is being read, or was until something cut that short. It does
nothing: while it is on the schedule nothing is published there, for days that are there in part
would stay so for ever."""

_MOST_READINGS = 100_000
"""More are not cut short by a restart."""

IsReading = Callable[[int], bool]
"""Whether the past of a guild is being read just now: then a day may be there in part."""


class Publishing:
    """The jobs that publish. What an absence has missed is published by the next one."""

    def __init__(self, storage: Storage, is_reading: IsReading) -> None:
        self._storage = storage
        self._is_reading = is_reading
        self._first_run: datetime | None = None

    @property
    def kinds(self) -> list[JobKind]:
        return [
            JobKind("plan-publishing", self._plan, whole_bot=True),
            JobKind("publish-days", self._publish),
            JobKind(_HALF_READ, self._end_of_patience),
        ]

    async def _plan(self, _: int, now: datetime) -> datetime:
        """Let every guild have its job; with the guild, it goes."""
        known = await self._storage.guilds.known()
        await self._storage.jobs.schedule_missing("publish-days", known, now)
        return now + EVERY

    async def _publish(self, guild_id: int, now: datetime) -> datetime:
        if self._is_reading(guild_id):
            return now + LEASE
        if guild_id in await self._half_read(now):
            return now + EVERY
        self._first_run = self._first_run or now
        has_caught_up = now - self._first_run >= TIME_TO_CATCH_UP
        patience = PATIENCE if has_caught_up else FOR_EVER
        count = await self._storage.published_days.publish(guild_id, now, patience=patience)
        if count:
            log.info("Published %d days of channels in guild %d", count, guild_id)
        return now + EVERY

    async def _half_read(self, now: datetime) -> set[int]:
        # Whose clock was ahead is among them, too.
        jobs = await self._storage.jobs.due(now + 2 * PATIENCE, _MOST_READINGS, [_HALF_READ])
        return {job.guild_id for job in jobs if job.due > now}

    async def _end_of_patience(self, guild_id: int, _: datetime) -> None:
        log.info("The past of guild %d was not read to its end: what is there counts", guild_id)


async def reading_begins(jobs: Jobs, guild_id: int, now: datetime) -> None:
    """Publish nothing there until `reading_ended`; over a restart, for as long as a gap is waited
    for."""
    await jobs.schedule(_HALF_READ, guild_id, now + PATIENCE)


async def reading_ended(jobs: Jobs, guild_id: int) -> None:
    """It came to its end, or somebody wanted no more of it."""
    await jobs.cancel(_HALF_READ, guild_id)
