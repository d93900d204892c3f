"""Work whose time has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DueJob:
    """A job whose time has come in a guild (0: the whole bot's).

    `due` is when (UTC), `last_run` when it was done before; `claimed_until` is `None` for a job
    that nobody has claimed.
    """

    job: str
    guild_id: int
    due: datetime
    last_run: datetime | None
    claimed_until: datetime | None = None
