"""When jobs are due: one row a job and guild, claimed for a while by whoever does it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from storage.errors import InvalidInputError
from storage.interface import Jobs
from storage.postgres.arrays import columns
from storage.postgres.connection import Database, row_count
from storage.records import DueJob, Shards
from storage.rows.jobs import due_job, job_key, part
from storage.times import from_microseconds, to_microseconds


class PostgresJobs(Jobs):
    def __init__(self, database: Database) -> None:
        self._database = database

    SCHEDULE = """
        INSERT INTO scheduled_job (guild, job, due) VALUES ($1, $2, $3)
        ON CONFLICT (guild, job) DO UPDATE SET due = excluded.due, claimed_until = NULL
    """

    async def schedule(self, job: str, guild_id: int, due: datetime) -> None:
        row = (*job_key(job, guild_id), to_microseconds(due))
        await self._database.write(lambda connection: connection.execute(self.SCHEDULE, *row))

    # In the order of the key, so that no two processes wait for each other.
    ADD = """
        INSERT INTO scheduled_job (guild, job, due)
        SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[])
        ON CONFLICT DO NOTHING
    """

    async def schedule_missing(self, job: str, guild_ids: Collection[int], due: datetime) -> None:
        rows = sorted((*job_key(job, guild_id), to_microseconds(due)) for guild_id in guild_ids)
        await self._database.write(lambda c: c.execute(self.ADD, *columns(rows, 3)))

    CANCEL = "DELETE FROM scheduled_job WHERE guild = $1 AND job = $2"

    async def cancel(self, job: str, guild_id: int) -> None:
        key = job_key(job, guild_id)
        await self._database.write(lambda connection: connection.execute(self.CANCEL, *key))

    # Of all guilds: whoever has time asks.
    DUE = """
        SELECT job, guild, due, last_run FROM scheduled_job
        WHERE due <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
            AND ($3::text[] IS NULL OR job = ANY($3::text[]))
            AND ($4::bigint IS NULL OR guild = 0
                OR (guild >> 22) % $4::bigint BETWEEN $5::bigint AND $6::bigint)
        ORDER BY due, guild, job LIMIT $2
    """

    async def due(
        self,
        now: datetime,
        limit: int = 100,
        names: Collection[str] | None = None,
        shards: Shards | None = None,
    ) -> list[DueJob]:
        asked = (to_microseconds(now), limit, _as_list(names), *part(shards))
        return [due_job(*row) for row in await self._database.read(self.DUE, *asked)]

    NEXT_DUE = """
        SELECT min(greatest(due, coalesce(claimed_until, due))) FROM scheduled_job
        WHERE ($1::text[] IS NULL OR job = ANY($1::text[]))
            AND ($2::bigint IS NULL OR guild = 0
                OR (guild >> 22) % $2::bigint BETWEEN $3::bigint AND $4::bigint)
    """

    async def next_due(
        self, names: Collection[str] | None = None, shards: Shards | None = None
    ) -> datetime | None:
        asked = (_as_list(names), *part(shards))
        ((moment,),) = await self._database.read(self.NEXT_DUE, *asked)
        return None if moment is None else from_microseconds(moment)

    CLAIM = """
        UPDATE scheduled_job SET claimed_until = $4
        WHERE guild = $1 AND job = $2 AND due = $3 AND due <= $5
            AND (claimed_until IS NULL OR claimed_until <= $5)
        RETURNING job, guild, due, last_run, claimed_until
    """

    async def claim(self, job: DueJob, now: datetime, until: datetime) -> DueJob | None:
        moments = map(to_microseconds, (job.due, until, now))
        asked = (*job_key(job.job, job.guild_id), *moments)
        claimed = await self._database.write(lambda c: c.fetchrow(self.CLAIM, *asked))
        return None if claimed is None else due_job(*claimed)

    FINISH = """
        UPDATE scheduled_job SET due = $5, last_run = $6, claimed_until = NULL
        WHERE guild = $1 AND job = $2 AND due = $3 AND claimed_until = $4
    """
    END = """
        DELETE FROM scheduled_job
        WHERE guild = $1 AND job = $2 AND due = $3 AND claimed_until = $4
    """

    async def done(self, job: DueJob, now: datetime, next_due: datetime | None) -> bool:
        if job.claimed_until is None:
            raise InvalidInputError(f"The job {job.job} was not claimed: claim it, then do it.")
        claim = map(to_microseconds, (job.due, job.claimed_until))
        key = (*job_key(job.job, job.guild_id), *claim)
        if next_due is None:
            return bool(row_count(await self._database.write(lambda c: c.execute(self.END, *key))))
        changed = (*key, to_microseconds(next_due), to_microseconds(now))
        done = await self._database.write(lambda c: c.execute(self.FINISH, *changed))
        return bool(row_count(done))


def _as_list(names: Collection[str] | None) -> list[str] | None:
    return None if names is None else list(names)
