"""What the commands ask about moods: the stored sums, joined into reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta, tzinfo

from bot.reports import published, summary
from bot.reports import trend as trends
from bot.reports.coverage import Coverage, coverage
from bot.reports.periods import (
    Period,
    Span,
    Window,
    finished_days,
    finished_window,
    live_window,
    steps,
    up_to_now,
)
from bot.reports.summary import Report, Summary
from bot.reports.time_zones import zone_of
from bot.reports.trend import Bucket, Trend
from bot.reports.week_map import WeekMap, week_map
from bot.reports.writers import to_count
from storage import Storage
from storage.records import PublishedDay, Retention, Rollup


class Moods:
    """Reports over one guild. Who may see them is not decided here, but in `bot.commands.access`.

    With `least_writers` the mood of channels is live: by the hour and of all messages, as they are
    now, as far as at least so many people wrote, and how much of it one person wrote. Without
    (`None`), it is made of published days alone, which nothing changes: then the window is one of
    whole days.
    """

    def __init__(
        self, storage: Storage, retention: Retention, clock: Callable[[], datetime]
    ) -> None:
        self._storage = storage
        self._retention = retention
        self._clock = clock

    def window(self, period: Period, *, live: bool, zone: tzinfo = UTC) -> Window | None:
        """The part of a period that can be told of now; `None` if there is none yet.

        Live it goes until now, and its days begin in the `zone`; else it is of finished days.
        """
        return (live_window if live else finished_window)(period, self._clock(), zone)

    async def trend(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        window: Window,
        *,
        least_writers: int | None,
    ) -> Trend:
        """The course of the mood of these channels together, their threads included."""
        kept_since = self._kept_since((await self._kept(guild_id)).channel_days)
        one_voice_since = await self._storage.rollups.one_voice_since()
        if least_writers is None:
            days = await self._days_of(guild_id, channel_ids, window)
            return published.trend(days, window, kept_since, one_voice_since)
        course = [*steps(window.one_before), *steps(window)]
        rollups = await self._storage.rollups.of_spans(
            guild_id, channel_ids, course, enough=least_writers
        )
        of_one = await self._is_mostly_one_person(guild_id, channel_ids, rollups, window)
        changes = await self._storage.model_versions.changes(
            guild_id, channel_ids, window.since, window.until
        )
        spans = (window.span, window.previous, *course)
        hidden = await self._hidden(guild_id, channel_ids, rollups, spans, least_writers)
        return trends.trend(rollups, window, changes, kept_since, of_one, one_voice_since, hidden)

    async def course(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        window: Window,
        length: timedelta,
        *,
        least_writers: int,
    ) -> list[Bucket]:
        """The live steps of this length (an hour or a day) in which anything was written."""
        asked = (guild_id, channel_ids, *window.span)
        hours = await self._storage.rollups.of_channels(*asked)
        spans = steps(window, length)
        hidden = await self._hidden(guild_id, channel_ids, hours, spans, least_writers)
        course = trends.buckets(hours, spans, hidden)
        return [each for each in course if each.hidden or each.summary != Summary()]

    async def week_map(
        self,
        name: str,
        guild_id: int,
        channel_ids: Collection[int],
        window: Window,
        *,
        least_writers: int,
    ) -> WeekMap:
        """The hours of the week of these channels together, on the clock of the window's zone."""
        hours = await self._storage.rollups.of_week(
            guild_id, channel_ids, *window.span, window.zone, enough=least_writers
        )
        return week_map(name, window, hours, least_writers=least_writers)

    async def coverage(
        self, guild_id: int, channel_ids: Collection[int], period: timedelta, *, least_writers: int
    ) -> Coverage:
        """How much of what was written in these channels the moods are made of: live figures."""
        now = self._clock()
        settings = await self._storage.settings.get(guild_id)
        window = up_to_now(period, now, zone_of(settings.time_zone))
        finished = finished_days(period, now)
        hours = await self._storage.rollups.of_spans(
            guild_id, channel_ids, steps(window), enough=least_writers
        )
        days = await self._days_of(guild_id, channel_ids, finished)
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
        kept = await self._kept(guild_id)
        return summary.report(rollups, window, self._kept_since(kept.member_days))

    def can_be_read_again(self, trend: Trend) -> bool:
        """Whether the model changed since the day up to which messages can be read again."""
        oldest = self._kept_since(self._retention.rows_days - 1)
        return any(change.since > oldest for change in trend.model_changes)

    async def _days_of(
        self, guild_id: int, channel_ids: Collection[int], window: Window
    ) -> list[PublishedDay]:
        """The published days of the window, and those before it that tell what is usual."""
        since = min(window.before, window.since - published.USUAL_OF)
        asked = (guild_id, channel_ids, since, window.until)
        return await self._storage.published_days.of_channels(*asked)

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

    async def _is_mostly_one_person(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        rollups: Sequence[Rollup],
        window: Window,
    ) -> bool:
        """Whether one person wrote more than half of the scored messages of the window."""
        scored = sum(rollup.scored for rollup in rollups if rollup.hour >= window.since)
        asked = (guild_id, channel_ids, scored // 2, *window.span)
        return scored > 0 and await self._storage.rollups.anybody_wrote_more(*asked)

    async def _kept(self, guild_id: int) -> Retention:
        """For how long this guild's data is kept now."""
        settings = await self._storage.settings.get(guild_id)
        return settings.kept(self._clock(), self._retention)

    def _kept_since(self, days: int) -> datetime:
        return self._clock() - timedelta(days=days)
