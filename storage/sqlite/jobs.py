"""When jobs are due: one row a job and guild, claimed for a while by whoever does it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from datetime import datetime
from typing import Any

from storage.errors import InvalidInputError
from storage.interface import Jobs
from storage.records import DueJob, Shards
from storage.rows.jobs import due_job, job_key, part
from storage.sqlite.connection import Database
from storage.times import from_microseconds, to_microseconds


class SQLiteJobs(Jobs):
    def __init__(self, database: Database) -> None:
        self._database = database

    SCHEDULE = """
        INSERT INTO scheduled_job (guild, job, due) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET due = excluded.due, claimed_until = NULL
    """

    async def schedule(self, job: str, guild_id: int, due: datetime) -> None:
        row = (*job_key(job, guild_id), to_microseconds(due))
        await self._database.write(lambda connection: connection.execute(self.SCHEDULE, row))

    ADD = "INSERT OR IGNORE INTO scheduled_job (guild, job, due) VALUES (?, ?, ?)"

    async def schedule_missing(self, job: str, guild_ids: Collection[int], due: datetime) -> None:
        rows = [(*job_key(job, guild_id), to_microseconds(due)) for guild_id in guild_ids]
        await self._database.write(lambda connection: connection.executemany(self.ADD, rows))

    CANCEL = "DELETE FROM scheduled_job WHERE guild = ? AND job = ?"

    async def cancel(self, job: str, guild_id: int) -> None:
        key = job_key(job, guild_id)
        await self._database.write(lambda connection: connection.execute(self.CANCEL, key))

    DUE = """
        SELECT job, guild, due, last_run FROM scheduled_job
        WHERE due <= ?1 AND (claimed_until IS NULL OR claimed_until <= ?1)
            AND (?3 IS NULL OR job IN (SELECT value FROM json_each(?3)))
            AND (?4 IS NULL OR guild = 0 OR (guild >> 22) % ?4 BETWEEN ?5 AND ?6)
        ORDER BY due, guild, job LIMIT ?2
    """

    async def due(
        self,
        now: datetime,
        limit: int = 100,
        names: Collection[str] | None = None,
        shards: Shards | None = None,
    ) -> list[DueJob]:
        asked = (to_microseconds(now), limit, _as_json(names), *part(shards))
        return [due_job(*row) for row in await self._database.read(self.DUE, asked)]

    NEXT_DUE = """
        SELECT min(max(due, coalesce(claimed_until, due))) FROM scheduled_job
        WHERE (?1 IS NULL OR job IN (SELECT value FROM json_each(?1)))
            AND (?2 IS NULL OR guild = 0 OR (guild >> 22) % ?2 BETWEEN ?3 AND ?4)
    """

    async def next_due(
        self, names: Collection[str] | None = None, shards: Shards | None = None
    ) -> datetime | None:
        asked = (_as_json(names), *part(shards))
        ((moment,),) = await self._database.read(self.NEXT_DUE, asked)
        return None if moment is None else from_microseconds(moment)

    CLAIM = """
        UPDATE scheduled_job SET claimed_until = ?4
        WHERE guild = ?1 AND job = ?2 AND due = ?3 AND due <= ?5
            AND (claimed_until IS NULL OR claimed_until <= ?5)
        RETURNING job, guild, due, last_run, claimed_until
    """

    async def claim(self, job: DueJob, now: datetime, until: datetime) -> DueJob | None:
        moments = map(to_microseconds, (job.due, until, now))
        asked = (*job_key(job.job, job.guild_id), *moments)

        def work(connection: sqlite3.Connection) -> Any:
            return connection.execute(self.CLAIM, asked).fetchone()

        claimed = await self._database.write(work)
        return None if claimed is None else due_job(*claimed)

    FINISH = """
        UPDATE scheduled_job SET due = ?5, last_run = ?6, claimed_until = NULL
        WHERE guild = ?1 AND job = ?2 AND due = ?3 AND claimed_until = ?4
    """
    END = "DELETE FROM scheduled_job WHERE guild = ? AND job = ? AND due = ? AND claimed_until = ?"

    async def done(self, job: DueJob, now: datetime, next_due: datetime | None) -> bool:
        if job.claimed_until is None:
            raise InvalidInputError(f"The job {job.job} was not claimed: claim it, then do it.")
        claim = map(to_microseconds, (job.due, job.claimed_until))
        key = (*job_key(job.job, job.guild_id), *claim)

        def work(connection: sqlite3.Connection) -> int:
            if next_due is None:
                return connection.execute(self.END, key).rowcount
            changed = (*key, to_microseconds(next_due), to_microseconds(now))
            return connection.execute(self.FINISH, changed).rowcount

        return bool(await self._database.write(work))


def _as_json(names: Collection[str] | None) -> str | None:
    return None if names is None else json.dumps(list(names))
