"""What the commands ask about moods: the stored sums, joined into reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from bot.clock import utc_now
from bot.reports import summary
from bot.reports import trend as trends
from bot.reports.periods import Span, Window, finished_days, steps, up_to_now
from bot.reports.summary import LEAST_AUTHORS, LEAST_MESSAGES, Report
from bot.reports.trend import Trend
from bot.reports.writers import to_count
from storage import Storage
from storage.records import Retention, Rollup


class Moods:
    """Reports over one guild. Who may see them is not decided here, but in `bot.commands.access`.

    With `least_writers` the mood of channels is live: by the hour and of all messages, as far as at
    least so many people wrote, and how much of it one person wrote. Without (`None`) it is told by
    the day, of finished days with enough people and messages.
    """

    def __init__(
        self, storage: Storage, retention: Retention, clock: Callable[[], datetime] = utc_now
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
        live = least_writers is not None
        window, rollups = await self._sums(guild_id, channel_ids, period, live=live)
        spans = (window.span, window.previous)
        return summary.report(
            rollups,
            window,
            self._kept_since(self._retention.channel_days),
            await self._largest_share(guild_id, channel_ids, window),
            await self._hidden(guild_id, channel_ids, rollups, spans, least_writers),
        )

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
        live = least_writers is not None
        window, rollups = await self._sums(guild_id, channel_ids, period, live=live)
        spans = (window.span, window.previous, *steps(window))
        changes = await self._storage.model_versions.changes(window.since, window.until)
        return trends.trend(
            rollups,
            window,
            changes,
            self._kept_since(self._retention.channel_days),
            await self._largest_share(guild_id, channel_ids, window),
            await self._storage.rollups.one_voice_since(),
            await self._hidden(guild_id, channel_ids, rollups, spans, least_writers),
        )

    async def _sums(
        self, guild_id: int, channel_ids: Collection[int], period: timedelta, *, live: bool
    ) -> tuple[Window, list[Rollup]]:
        """The window, with the hours or days of it and of the period before it."""
        stored = self._storage.rollups
        if live:
            window = up_to_now(period, self._clock())
            asked = (guild_id, channel_ids, window.before, window.until)
            return window, await stored.of_channels(*asked)
        window = finished_days(period, self._clock())
        asked = (guild_id, channel_ids, window.before, window.until)
        return window, await stored.of_channel_days(*asked, LEAST_AUTHORS, LEAST_MESSAGES)

    async def _hidden(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        rollups: Sequence[Rollup],
        spans: Collection[Span],
        least: int | None,
    ) -> frozenset[Span]:
        """Those of the spans in which fewer people wrote than the `least` of a live figure."""
        if least is None:
            return frozenset()
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
        """The share of who wrote most; 0 for members, who must not learn of one person."""
        if window.whole_days:
            return 0.0
        asked = (guild_id, channel_ids, window.since, window.until)
        return await self._storage.rollups.largest_share(*asked)

    def _kept_since(self, days: int) -> datetime:
        return self._clock() - timedelta(days=days)
