"""Work that is due once, whoever does it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from storage.records import DueJob, Shards


class Jobs(Protocol):
    """When each job is due next, a guild at a time, so that it is done once whoever does it.

    A job is a name of the caller's (1 to 40 of a-z, 0-9 and "-") in one guild; guild 0 is for
    jobs of the whole bot. The way of a worker:

        for job in await jobs.due(now):
            claimed = await jobs.claim(job, now, until=now + timedelta(minutes=5))
            if claimed is not None:  # nobody else has it
                ...
                await jobs.done(claimed, now, next_due=job.due + timedelta(days=7))

    A worker that dies, or fails and says nothing, lets go of the job at `until`: then it is due
    again. A job whose time passed during an absence is due once, however often it was missed.
    """

    async def schedule(self, job: str, guild_id: int, due: datetime) -> None:
        """Make the job due at this time, whether or not it was scheduled or claimed before."""
        ...

    async def schedule_missing(self, job: str, guild_ids: Collection[int], due: datetime) -> None:
        """Make the job due at this time in those of the guilds that do not have it yet."""
        ...

    async def cancel(self, job: str, guild_id: int) -> None:
        """Take the job off the schedule; whoever has claimed it cannot put it back with `done`."""
        ...

    async def due(
        self,
        now: datetime,
        limit: int = 100,
        names: Collection[str] | None = None,
        shards: Shards | None = None,
    ) -> list[DueJob]:
        """The jobs whose time has come and that nobody has claimed, the longest due first.

        Only those of these names (`None`: all): others may be a newer version's, and stay due. With
        `shards`, only those of their guilds, and of the whole bot.
        """
        ...

    async def next_due(
        self, names: Collection[str] | None = None, shards: Shards | None = None
    ) -> datetime | None:
        """When to look for due jobs next: the earliest time at which one is due or let go of.

        Of the same names and shards as in `due`. May lie in the past. `None`: nothing is scheduled.
        """
        ...

    async def claim(self, job: DueJob, now: datetime, until: datetime) -> DueJob | None:
        """Take a due job until then; `None` when somebody else has it or it was scheduled anew.

        Of many who try at once one gets it. The job as claimed is what `done` asks for.
        """
        ...

    async def done(self, job: DueJob, now: datetime, next_due: datetime | None) -> bool:
        """Say that a claimed job ran now, and when it is due next; `None`: never again.

        False, with nothing changed, when the claim no longer holds: the job was scheduled anew or
        cancelled meanwhile, or somebody else has claimed it since `until`.
        """
        ...
