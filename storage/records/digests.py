"""The daily or weekly digest of a guild."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Digest:
    """That a guild is told, daily or weekly, what was unusual.

    `target_id` is the channel or thread it is posted in. It comes at this `hour` (0..23) of the
    guild's clock, on this `weekday` (0: Monday) or every day (`None`); with `only_unusual` only if
    there is anything to tell. It has told of what was before `told_until` (UTC); of a new one that
    is when it was set.
    """

    guild_id: int
    target_id: int
    weekday: int | None
    hour: int
    only_unusual: bool
    told_until: datetime
