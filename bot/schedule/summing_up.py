"""Sums up, once an hour in each guild, the days that are over: then looks far back are quick."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.reports.time_zones import zone_of
from bot.schedule.worker import JobKind
from storage.interface import Storage

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)


class SummingUp:
    """The jobs that sum up. What an absence has missed is done by the next one."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    @property
    def kinds(self) -> list[JobKind]:
        return [
            JobKind("plan-summing-up", self._plan, whole_bot=True),
            JobKind("sum-up-days", self._sum_up),
        ]

    async def _plan(self, _: int, now: datetime) -> datetime:
        """Let every guild have its job; with the guild, it goes."""
        known = await self._storage.guilds.known()
        await self._storage.jobs.schedule_missing("sum-up-days", known, now)
        return now + EVERY

    async def _sum_up(self, guild_id: int, now: datetime) -> datetime:
        settings = await self._storage.settings.get(guild_id)
        count = await self._storage.rollups.sum_up(guild_id, zone_of(settings.time_zone), now)
        if count:
            log.info("Summed up %d days of guild %d", count, guild_id)
        return now + EVERY
