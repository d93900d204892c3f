"""Learns in the night what is usual of the new day, so that nobody's first look waits for it."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.reports.periods import DAY, floor
from bot.reports.watching import Watching
from bot.schedule.worker import JobKind

log = logging.getLogger(__name__)

AFTER_MIDNIGHT = timedelta(minutes=2)


class Learning:
    """The job that learns, once a day."""

    def __init__(self, watching: Watching) -> None:
        self._watching = watching

    @property
    def kinds(self) -> list[JobKind]:
        return [JobKind("learn-baselines", self._learn, whole_bot=True)]

    async def _learn(self, _: int, now: datetime) -> datetime:
        guilds = await self._watching.learn_ahead()
        if guilds:
            log.info("Learnt what is usual in %d guilds", guilds)
        return floor(now, DAY) + DAY + AFTER_MIDNIGHT
