"""Which net scored, and since when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from storage.records import ModelChange


class ModelVersions(Protocol):
    """Which net scored, and since when."""

    async def changes(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[ModelChange]:
        """Where in what is kept of these channels and their threads one model gave way to another,
        within [since, until), in the order of time.

        Where a channel was read again, the change lies at its first hour that was. A channel of
        which nothing from before a change is kept has none there.
        """
        ...

    async def note_read_again(
        self, guild_id: int, channel_id: int, model: str, since: datetime, now: datetime
    ) -> None:
        """Note that this model has scored all that is stored of a channel since then.

        To be called when every message since `since` has been handed in with `read_again`, and no
        other model scores. Of a channel of which nothing is kept, nothing is noted.
        """
        ...
