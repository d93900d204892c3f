"""Deleting what has been kept long enough."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from storage.records import Expired, Retention, Shortening


class Expiry(Protocol):
    """Deletes what has been kept long enough."""

    async def in_force(
        self, now: datetime, chosen: Retention
    ) -> tuple[Retention, Shortening | None]:
        """The retention to expire by now, when this one is `chosen`; and what waits, if anything.

        A choice that would delete more than the one in force waits for seven days from when it was
        first seen, since what it deletes is gone for good; any other is in force at once.
        """
        ...

    async def expire(
        self,
        now: datetime,
        retention: Retention,
        of_guilds: Mapping[int, Retention] | None = None,
    ) -> Expired:
        """Delete what is older than its period, in small transactions with room between them.

        `retention` holds for every guild that is not named in `of_guilds`.

        From the first of them on, nothing about messages of a guild older than its rows' period
        is taken in any more: their rows are gone, and they would be counted twice. That is the
        guild's watermark, and it never goes back. An hour goes as a whole, once it is over for
        the whole period. When a member's hours are gone, the channel's are anonymous: edits,
        deletions and forgetting do not change them.

        How far a channel was read is the id of somebody's message. When that is as old as the
        rows that go, it becomes the end of the millisecond before the watermark; and with the last
        that is kept of a channel goes its own row.

        Can be stopped and begun again at any point.
        """
        ...
