"""What the commands ask about moods: the stored sums, joined into reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from bot.reports import published, summary
from bot.reports import trend as trends
from bot.reports.coverage import Coverage, coverage
from bot.reports.periods import Span, Window, finished_days, steps, up_to_now
from bot.reports.summary import Report
from bot.reports.trend import Trend
from bot.reports.writers import to_count
from storage import Storage
from storage.records import PublishedDay, Retention, Rollup


class Moods:
    """Reports over one guild. Who may see them is not decided here, but in `bot.commands.access`.

    With `least_writers` the mood of channels is live: by the hour and of all messages, as they are
    now, as far as at least so many people wrote, and how much of it one person wrote. Without
    (`None`), it is made of published days alone, which nothing changes.
    """

    def __init__(
        self, storage: Storage, retention: Retention, clock: Callable[[], datetime]
    ) -> None:
        self._storage = storage
        self._retention = retention
        self._clock = clock

    async def of_channels(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        period: timedelta,
        *,
        least_writers: int | None,
    ) -> Report:
        """The mood of these channels together, their threads included."""
        kept_since = self._kept_since(self._retention.channel_days)
        if least_writers is None:
            window, days = await self._published_days(guild_id, channel_ids, period)
            return published.report(days, window, kept_since)
        window, hours = await self._hours(guild_id, channel_ids, period)
        share = await self._largest_share(guild_id, channel_ids, window)
        spans = (window.span, window.previous)
        hidden = await self._hidden(guild_id, channel_ids, hours, spans, least_writers)
        return summary.report(hours, window, kept_since, share, hidden)

    async def coverage(
        self, guild_id: int, channel_ids: Collection[int], period: timedelta, *, least_writers: int
    ) -> Coverage:
        """How much of what was written in these channels the moods are made of: live figures."""
        window, hours = await self._hours(guild_id, channel_ids, period)
        finished, days = await self._published_days(guild_id, channel_ids, period)
        asked = (guild_id, channel_ids, hours, (window.span,), least_writers)
        return coverage(hours, days, window, finished, await self._hidden(*asked))

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
        self,
        guild_id: int,
        channel_ids: Collection[int],
        period: timedelta,
        *,
        least_writers: int | None,
    ) -> Trend:
        """The course of the mood of these channels together, their threads included."""
        kept_since = self._kept_since(self._retention.channel_days)
        one_voice_since = await self._storage.rollups.one_voice_since()
        if least_writers is None:
            window, days = await self._published_days(guild_id, channel_ids, period)
            return published.trend(days, window, kept_since, one_voice_since)
        window, hours = await self._hours(guild_id, channel_ids, period)
        share = await self._largest_share(guild_id, channel_ids, window)
        changes = await self._storage.model_versions.changes(
            guild_id, channel_ids, window.since, window.until
        )
        spans = (window.span, window.previous, *steps(window))
        hidden = await self._hidden(guild_id, channel_ids, hours, spans, least_writers)
        return trends.trend(hours, window, changes, kept_since, share, one_voice_since, hidden)

    def can_be_read_again(self, trend: Trend) -> bool:
        """Whether the model changed since the day up to which messages can be read again."""
        oldest = self._kept_since(self._retention.rows_days - 1)
        return any(change.since > oldest for change in trend.model_changes)

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

    async def _hidden(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        rollups: Sequence[Rollup],
        spans: Collection[Span],
        least: int,
    ) -> frozenset[Span]:
        """Those of the spans in which fewer people wrote than the `least` of a live figure."""
        uncounted = to_count(rollups, spans, least)
        if not uncounted:
            return frozenset()
        counts = await self._storage.rollups.writers(guild_id, channel_ids, uncounted)
        return frozenset(
            span for span, count in zip(uncounted, counts, strict=True) if count < least
        )

    async def _largest_share(
        self, guild_id: int, channel_ids: Collection[int], window: Window
    ) -> float:
        """The share of who wrote most; members must not learn of one person."""
        asked = (guild_id, channel_ids, window.since, window.until)
        return await self._storage.rollups.largest_share(*asked)

    def _kept_since(self, days: int) -> datetime:
        return self._clock() - timedelta(days=days)
