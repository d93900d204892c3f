"""Hourly sums of one guild."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from storage.records import ChannelHours, Rollup


class Rollups(Protocol):
    """Hourly sums of one guild. Periods are [since, until), both aware; hours count by their start.

    An hour without messages has no `Rollup`.
    """

    async def of_channels(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[Rollup]:
        """The sum of these channels and of the threads under them, one `Rollup` an hour."""
        ...

    async def of_each_channel(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> ChannelHours:
        """The hours of each of these channels, with those of the threads under it added to them.

        A thread that is asked about beside the channel above it stands alone.
        """
        ...

    async def writers(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        spans: Sequence[tuple[datetime, datetime]],
    ) -> list[int]:
        """How many people wrote messages that are scored in these channels and their threads, in
        each of these periods.

        At least so many: of hours that no member's are kept of any more, nobody is counted.
        """
        ...

    async def of_member(
        self,
        guild_id: int,
        user_id: int,
        channel_ids: Collection[int] | None,
        since: datetime,
        until: datetime,
    ) -> list[Rollup]:
        """One member's hours in these channels and their threads; `None`: in the whole guild."""
        ...

    async def largest_share(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> float:
        """Of these channels' and their threads' scored messages, the share (0..1) of the member
        who wrote most.

        It is at least this much: hours of members may be gone while the channels' are kept.
        """
        ...

    async def one_voice_since(self) -> datetime | None:
        """The first hour in which one person is one voice (see `Rollup`), for all guilds.

        Before it every scored message counts. `None`: no older hour was there when that began.
        """
        ...
