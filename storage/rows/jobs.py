"""When jobs are due."""

from __future__ import annotations

import re
from typing import Final

from storage.errors import InvalidInputError
from storage.ids import check_ids
from storage.records import DueJob, Shards
from storage.times import from_microseconds

# Stands for the whole bot: no snowflake is 0.
_NO_GUILD: Final = 0

_JOB: Final = re.compile(r"[a-z0-9-]{1,40}")


def job_key(job: str, guild_id: int) -> tuple[int, str]:
    """The key of table `scheduled_job`. Raises `InvalidInputError` for what is no name or id."""
    if not _JOB.fullmatch(job):
        raise InvalidInputError(f'A job is 1 to 40 of a-z, 0-9 and "-", not {job!r}.')
    if guild_id != _NO_GUILD:
        check_ids(guild_id)
    return guild_id, job


def due_job(
    job: str, guild: int, due: int, last_run: int | None, claimed_until: int | None = None
) -> DueJob:
    return DueJob(
        job,
        guild,
        from_microseconds(due),
        None if last_run is None else from_microseconds(last_run),
        None if claimed_until is None else from_microseconds(claimed_until),
    )


def part(shards: Shards | None) -> tuple[int | None, int | None, int | None]:
    """The shards as parameters: how many there are, the first and the last; or none of it."""
    return (None, None, None) if shards is None else (shards.count, shards.first, shards.last)
