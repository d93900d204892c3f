"""What the commands ask about moods: the stored sums, joined into reports."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from bot.clock import utc_now
from bot.reports import published, summary
from bot.reports import trend as trends
from bot.reports.coverage import Coverage, coverage
from bot.reports.periods import Window, finished_days, up_to_now
from bot.reports.summary import Report
from bot.reports.trend import Trend
from storage import Storage
from storage.records import PublishedDay, Retention, Rollup


class Moods:
    """Reports over one guild. Who may see them is not decided here, but in `bot.commands.access`.

    With `small_groups` the mood of channels is told by the hour and of all messages, as they are
    now, and how much of it one person wrote. Without, it is made of published days alone, which
    nothing changes.
    """

    def __init__(
        self, storage: Storage, retention: Retention, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._storage = storage
        self._retention = retention
        self._clock = clock

    async def of_channels(
        self, guild_id: int, channel_ids: Collection[int], period: timedelta, *, small_groups: bool
    ) -> Report:
        """The mood of these channels together, their threads included."""
        kept_since = self._kept_since(self._retention.channel_days)
        if not small_groups:
            window, days = await self._published_days(guild_id, channel_ids, period)
            return published.report(days, window, kept_since)
        window, hours = await self._hours(guild_id, channel_ids, period)
        share = await self._largest_share(guild_id, channel_ids, window)
        return summary.report(hours, window, kept_since, share)

    async def coverage(
        self, guild_id: int, channel_ids: Collection[int], period: timedelta
    ) -> Coverage:
        """How much of what was written in these channels the moods are made of: live figures."""
        window, hours = await self._hours(guild_id, channel_ids, period)
        finished, days = await self._published_days(guild_id, channel_ids, period)
        return coverage(hours, days, window, finished)

    async def of_member(
        self, guild_id: int, user_id: int, channel_ids: Collection[int] | None, period: timedelta
    ) -> Report:
        """The mood of a member in these channels; `None`: everywhere in the guild."""
        window = up_to_now(period, self._clock())
        rollups = await self._storage.rollups.of_member(
            guild_id, user_id, channel_ids, window.before, window.until
        )
        return summary.report(rollups, window, self._kept_since(self._retention.member_days))

    async def trend(
        self, guild_id: int, channel_ids: Collection[int], period: timedelta, *, small_groups: bool
    ) -> Trend:
        """The course of the mood of these channels together, their threads included."""
        kept_since = self._kept_since(self._retention.channel_days)
        one_voice_since = await self._storage.rollups.one_voice_since()
        if not small_groups:
            window, days = await self._published_days(guild_id, channel_ids, period)
            return published.trend(days, window, kept_since, one_voice_since)
        window, hours = await self._hours(guild_id, channel_ids, period)
        share = await self._largest_share(guild_id, channel_ids, window)
        changes = await self._storage.model_versions.changes(window.since, window.until)
        return trends.trend(hours, window, changes, kept_since, share, one_voice_since)

    async def _hours(
        self, guild_id: int, channel_ids: Collection[int], period: timedelta
    ) -> tuple[Window, list[Rollup]]:
        """The window that ends now, with the hours of it and of the period before it."""
        window = up_to_now(period, self._clock())
        asked = (guild_id, channel_ids, window.before, window.until)
        return window, await self._storage.rollups.of_channels(*asked)

    async def _published_days(
        self, guild_id: int, channel_ids: Collection[int], period: timedelta
    ) -> tuple[Window, list[PublishedDay]]:
        """The window that ends with yesterday, with its days and those of the period before it."""
        window = finished_days(period, self._clock())
        asked = (guild_id, channel_ids, window.before, window.until)
        return window, await self._storage.published_days.of_channels(*asked)

    async def _largest_share(
        self, guild_id: int, channel_ids: Collection[int], window: Window
    ) -> float:
        """The share of who wrote most; members must not learn of one person."""
        asked = (guild_id, channel_ids, window.since, window.until)
        return await self._storage.rollups.largest_share(*asked)

    def _kept_since(self, days: int) -> datetime:
        return self._clock() - timedelta(days=days)
