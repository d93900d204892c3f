"""Does each job when it is due. When that is stands in the storage, and so outlives a restart."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.logs import reason
from bot.outage import Failing, Outage, length_in_words
from storage.interface import Jobs
from storage.records import DueJob, Shards

log = logging.getLogger(__name__)

WHOLE_BOT = 0
"""Stands for the guild of a job that is not one guild's."""

LEASE = timedelta(minutes=5)
"""A claimed job is its worker's for so long. What failed or was broken off is due again then."""

SECONDS_BETWEEN_DOUBTS = 3600.0


@dataclass(frozen=True, slots=True)
class JobKind:
    """Jobs of one name. `run` does one for a guild, now, and says when it is due next (or never).

    What was due several times in an absence is done once: `run` counts from now. What it raises
    is logged, and the job is tried again. Jobs of the `whole_bot` are always on the schedule;
    those of a guild are put there, and taken off, by whoever offers them. Jobs of `each_process`
    are on no schedule: each does them, with `WHOLE_BOT` for a guild, from its start on.
    """

    name: str
    run: Callable[[int, datetime], Awaitable[datetime | None]]
    whole_bot: bool = False
    each_process: bool = False


class Worker:
    """Looks for due jobs soon after the start, when the next one is due, and once a minute.

    `clock` says Discord's time, or `None` while that is not certain: nothing is done till then, for
    what a wrong clock would delete is gone for good. `doubt` says in words why it is not, which is
    logged once an hour. Of several processes each does the jobs of the guilds of its `shards`, and
    one of them those of the whole bot. Pauses are in seconds.
    """

    def __init__(
        self,
        jobs: Jobs,
        kinds: Iterable[JobKind],
        *,
        clock: Callable[[], datetime | None],
        doubt: Callable[[], str | None] = lambda: None,
        shards: Shards | None = None,
        first_pause: float = 60.0,
        shortest_pause: float = 5.0,
        longest_pause: float = 60.0,
    ) -> None:
        self._jobs = jobs
        offered = list(kinds)
        self._kinds = {kind.name: kind for kind in offered if not kind.each_process}
        self._own: dict[JobKind, datetime | None] = {
            kind: None for kind in offered if kind.each_process
        }
        self._failing = Failing()
        self._shards = shards
        self._clock = clock
        self._doubt = doubt
        self._next_doubt = 0.0
        self._first_pause = first_pause
        self._shortest_pause = shortest_pause
        self._longest_pause = longest_pause

    async def run(self) -> None:
        """Work until cancelled: what is being done then breaks off between two transactions."""
        pause = self._first_pause
        outage = Outage()
        while True:
            await asyncio.sleep(pause)
            pause = self._longest_pause
            try:
                await self.do_due()
                pause = await self._seconds_to_next()
            except Exception as error:
                if outage.failed() is not None:
                    log.error("The schedule cannot be kept: %s", reason(error))
            else:
                if (seconds := outage.over()) is not None:
                    log.info("The schedule is kept again after %s", length_in_words(seconds))

    async def do_due(self) -> bool:
        """Do, once, what is due; whether nothing failed. Raises StorageError."""
        now = self._clock()
        if now is None:
            self._tell_doubt()
            return False
        for kind in self._kinds.values():
            if kind.whole_bot:
                await self._jobs.schedule_missing(kind.name, [WHOLE_BOT], now)
        outcomes = [await self._do_own(kind, now) for kind in self._own]
        while jobs := await self._jobs.due(now, names=self._kinds, shards=self._shards):
            outcomes += [
                await self._do(self._kinds[job.job], job, self._clock() or now)  # it took a while
                for job in jobs
            ]
        return all(outcomes)

    def _tell_doubt(self) -> None:
        seconds = asyncio.get_running_loop().time()
        if seconds >= self._next_doubt and (words := self._doubt()) is not None:
            self._next_doubt = seconds + SECONDS_BETWEEN_DOUBTS
            log.warning(words)

    async def _do(self, kind: JobKind, job: DueJob, now: datetime) -> bool:
        claimed = await self._jobs.claim(job, now, now + LEASE)
        if claimed is None:
            return True  # somebody else does it
        try:
            next_due = await kind.run(job.guild_id, now)
        except Exception as error:
            self._failing.failed((job.job, job.guild_id))
            log.error("The job %s failed in guild %d: %s", job.job, job.guild_id, reason(error))
            return False
        await self._jobs.done(claimed, now, next_due)
        if (length := self._failing.succeeded((job.job, job.guild_id))) is not None:
            log.info("The job %s is done again in guild %d after %s", job.job, job.guild_id, length)
        return True

    async def _do_own(self, kind: JobKind, now: datetime) -> bool:
        due = self._own[kind]
        if due is not None and due > now:
            return True
        try:
            self._own[kind] = await kind.run(WHOLE_BOT, now)
        except Exception as error:
            self._failing.failed(kind)
            log.error("The job %s failed: %s", kind.name, reason(error))
            self._own[kind] = now + LEASE
            return False
        if (length := self._failing.succeeded(kind)) is not None:
            log.info("The job %s is done again after %s", kind.name, length)
        return True

    async def _seconds_to_next(self) -> float:
        now, next_due = self._clock(), await self._jobs.next_due(self._kinds, self._shards)
        due = [each for each in (next_due, *self._own.values()) if each is not None]
        if now is None or not due:
            return self._longest_pause
        seconds = (min(due) - now).total_seconds()
        return min(max(seconds, self._shortest_pause), self._longest_pause)
