"""Who is told when a place becomes unusual."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from storage.records import Alert, AlertPost, ChangedBy


class Alerts(Protocol):
    """Who is told where when a channel becomes unusual, and what they were told.

    An alert goes with its guild, and with the channel or category that it watches. What was posted
    stays when its alert is removed; it goes with its channels, with its guild, and with
    `Expiry.expire` when the hours of channels from then are gone.
    """

    async def add(self, guild_id: int, alert: Alert, by: ChangedBy | None = None) -> Alert | None:
        """Keep an alert, whose `id` is given anew, and in which nothing is snoozed yet; `None`
        where there are `MOST_ALERTS` already. Who added it is kept as in `Settings.change`.

        Raises `InvalidInputError` for hours or a number outside of their range.
        """
        ...

    async def remove(self, guild_id: int, alert_id: int, by: ChangedBy | None = None) -> bool:
        """False when the guild has none with this id. Who removed it is kept as in
        `Settings.change`."""
        ...

    async def of_guild(self, guild_id: int) -> list[Alert]:
        """In the order in which they were set."""
        ...

    async def snooze(
        self, guild_id: int, alert_id: int, channel_ids: Collection[int], until: datetime
    ) -> bool:
        """Let it be silent in these channels until then (aware), and else as before; False when the
        guild has none with this id."""
        ...

    async def note(
        self, guild_id: int, alert_id: int, called: Mapping[int, datetime], now: datetime
    ) -> AlertPost | None:
        """Note what an alert is called for, by channel id; `None` when it was removed."""
        ...

    async def posted(self, guild_id: int, post_id: int, at: datetime) -> None:
        """Note when it was told."""
        ...

    async def over(self, guild_id: int, post_id: int, at: datetime) -> None:
        """Note that all is clear again, since then."""
        ...

    async def mark(
        self, guild_id: int, post_id: int, channel_ids: Collection[int], *, not_useful: bool
    ) -> bool:
        """Mark what was posted about these channels as not useful, or take such marks back.

        False when nothing changed: it was so before, or is not kept.
        """
        ...

    async def posts(self, guild_id: int) -> list[AlertPost]:
        """All that is kept, in the order in which they were noted."""
        ...

    async def watched_guilds(self) -> frozenset[int]:
        """The guilds that have an alert."""
        ...

    async def unfinished_guilds(self) -> frozenset[int]:
        """The guilds in which something is not over of what an alert was called for."""
        ...
