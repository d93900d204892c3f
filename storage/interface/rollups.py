"""Hourly sums of one guild."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, tzinfo
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

    async def of_spans(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        spans: Sequence[tuple[datetime, datetime]],
        *,
        enough: int | None = None,
    ) -> list[Rollup]:
        """The same by spans of whole hours, which follow each other: one `Rollup` a span.

        Its `hour` is the start of the span, its `writers` are those of the hour that has most. A
        span without messages has none. Of `enough` writers or more, as many may be told.
        """
        ...

    async def of_week(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        since: datetime,
        until: datetime,
        zone: tzinfo,
        *,
        enough: int | None = None,
    ) -> dict[int, Rollup]:
        """The same by the hours of the week on the clock of the zone: 0 (Monday's first) to 167.

        An hour belongs where it begins on that clock. The `hour` of each is `since`.
        """
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

    async def anybody_wrote_more(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        count: int,
        since: datetime,
        until: datetime,
    ) -> bool:
        """Whether any one member wrote more than so many of these channels' and their threads'
        scored messages.

        What they wrote in hours that no member's are kept of any more is not counted.
        """
        ...

    async def sum_up(self, guild_id: int, zone: tzinfo, now: datetime) -> int:
        """Prepare for questions: sum up the guild's days that are over, on the clock of the zone.

        That changes no answer, only how fast `of_spans` gives it, if its spans are such days, and
        `anybody_wrote_more`. To be repeated once an hour. Returns how many days were summed up.
        """
        ...

    async def one_voice_since(self) -> datetime | None:
        """The first hour in which one person is one voice (see `Rollup`), for all guilds.

        Before it every scored message counts. `None`: no older hour was there when that began.
        """
        ...
