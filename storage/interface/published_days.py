"""Days that everybody may know of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Protocol

from storage.records import Minimums, PublishedDay


class PublishedDays(Protocol):
    """What everybody may know: a channel's or thread's UTC day, published once and for all.

    Nothing changes a published day: no opt-out or erasure, no edit or deletion, no late message,
    and no other minimum. It goes with its channel or guild, or when its time is over.
    """

    async def publish(
        self,
        guild_id: int,
        now: datetime,
        minimums: Minimums | None = None,
        *,
        patience: timedelta = timedelta(days=3),
    ) -> int:
        """Publish the guild's days that are over now (aware) and not published; return how many.

        A day is published when its channel has been read without a gap past its end or, with a
        gap, when it has been over for the `patience`. It is shown if enough people and messages
        are in it, by these minimums or by what the guild chose, and nobody wrote too much (see
        `storage.disclosure`), else it is hidden for ever.
        A day without messages is not published; nor is one of which hours of members have gone.
        Days up to the erasure of the whole guild, of one that came back, are hidden: what they were
        published as is not known any more.

        Can be stopped and begun again at any point.
        """
        ...

    async def of_channels(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[PublishedDay]:
        """The days of these channels and of the threads under them, added up: one a UTC day.

        In the order of time; only days that lie within [since, until) as a whole.
        """
        ...
