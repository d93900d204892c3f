"""What the commands ask about moods: the stored hours, joined into reports."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime

from bot import reports
from bot.reports import Period, Report, Trend
from storage import Storage

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time of this machine's clock, aware (UTC)."""
    return datetime.now(UTC)


class Moods:
    """Reports over one guild. Who may see them is not decided here, but in `bot.access`."""

    def __init__(self, storage: Storage, clock: Clock = utc_now) -> None:
        self._storage = storage
        self._clock = clock

    async def of_channels(
        self, guild_id: int, channel_ids: Collection[int], period: Period
    ) -> Report:
        """The mood of these channels together, their threads included."""
        window = reports.window(period, self._clock())
        rollups = await self._storage.rollups.of_channels(
            guild_id, channel_ids, window.before, window.until
        )
        return reports.report(rollups, window)

    async def of_member(
        self, guild_id: int, user_id: int, channel_ids: Collection[int] | None, period: Period
    ) -> Report:
        """The mood of a member in these channels; `None`: everywhere in the guild."""
        window = reports.window(period, self._clock())
        rollups = await self._storage.rollups.of_member(
            guild_id, user_id, channel_ids, window.before, window.until
        )
        return reports.report(rollups, window)

    async def trend(self, guild_id: int, channel_ids: Collection[int], period: Period) -> Trend:
        """The course of the mood of these channels together, their threads included."""
        window = reports.window(period, self._clock())
        rollups = await self._storage.rollups.of_channels(
            guild_id, channel_ids, window.before, window.until
        )
        changes = await self._storage.models.changes(window.since, window.until)
        return reports.trend(rollups, window, changes)
