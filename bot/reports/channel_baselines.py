"""What is usual in the channels of a guild: their baselines, learnt when somebody asks.

They are all that is remembered of what was computed, and for a day alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np

from bot.reports.periods import DAY, floor
from bot.reports.unusual import series
from bot.reports.unusual.baseline import LEARNT_DAYS, Baseline, days_of, is_enough
from bot.reports.unusual.episodes import LEAST_PEOPLE
from bot.reports.unusual.learning import learn_without_episodes
from bot.reports.unusual.series import Hours, MessageSeries, milliseconds
from storage import Storage
from storage.records import ChannelHours, Retention, Scores


@dataclass(frozen=True, slots=True)
class NotYet:
    """That a channel has no baseline yet: it needs 14 days and 200 messages, of three people.

    So many `days` with `messages` that count are there by now; of the net that scores now alone,
    where it came to the channel within the last 56 days: `since_new_model` (UTC).
    """

    days: int
    messages: int
    since_new_model: datetime | None


@dataclass(slots=True)
class _OfGuild:
    """The baselines of a guild's channels, made on this day, with these changes of the net; and who
    had none when that was looked at last. `is_asked`: somebody asked, since they were made."""

    day: datetime
    changes: tuple[datetime, ...]
    baselines: dict[int, Baseline] = field(default_factory=dict)
    waiting: dict[int, NotYet] = field(default_factory=dict)
    waited_at: dict[int, datetime] = field(default_factory=dict)
    learning: asyncio.Lock = field(default_factory=asyncio.Lock)
    is_asked: bool = False


class ChannelBaselines:
    """The baselines as of last midnight, remembered for the day or made when they are asked for."""

    def __init__(self, storage: Storage, retention: Retention) -> None:
        self._storage = storage
        self._retention = retention
        self._of_guilds: dict[int, _OfGuild] = {}

    async def of(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        everywhere: Collection[int],
        now: datetime,
        *,
        patience: timedelta,
    ) -> tuple[dict[int, Baseline], dict[int, NotYet]]:
        """The baselines of these channels by id; and which have none yet.

        `everywhere` are all channels of the guild. One that has had no baseline is believed to have
        none for so long (`patience`) before it is looked at again.
        """
        known = await self._remembered(guild_id, everywhere, now)
        await self._complete(known, guild_id, channel_ids, now, patience)
        known.is_asked = True
        there = {each: known.baselines[each] for each in channel_ids if each in known.baselines}
        return there, {each: known.waiting[each] for each in channel_ids if each not in there}

    async def learn_ahead(self, now: datetime) -> int:
        """Learn the baselines of a new day before anybody asks, of the guilds that somebody asked
        about on the day before; return of how many."""
        before = {
            guild: its
            for guild, its in self._of_guilds.items()
            if its.is_asked and its.day != floor(now, DAY)
        }
        for guild, its in before.items():
            everywhere = await self._storage.channels.top_level(guild)
            known = await self._remembered(guild, everywhere, now)
            channels = [*its.baselines, *its.waiting]
            await self._complete(known, guild, channels, now, timedelta(0))
        return len(before)

    async def _remembered(
        self, guild_id: int, everywhere: Collection[int], now: datetime
    ) -> _OfGuild:
        """What is known of this day and these nets.

        What changed is asked of all channels, so that whoever asks about some others finds what is
        remembered.
        """
        day = floor(now, DAY)
        changes = await self._storage.model_versions.changes(
            guild_id, everywhere, day - LEARNT_DAYS * DAY, now
        )
        marks = tuple(change.since for change in changes)
        # What nobody asks about any more is forgotten at midnight as well.
        self._of_guilds = {guild: its for guild, its in self._of_guilds.items() if its.day == day}
        known = self._of_guilds.get(guild_id)
        if known is None or known.changes != marks:
            known = self._of_guilds[guild_id] = _OfGuild(day, marks)
        return known

    async def _complete(
        self,
        known: _OfGuild,
        guild_id: int,
        channel_ids: Collection[int],
        now: datetime,
        patience: timedelta,
    ) -> None:
        """Learn the baselines that are missing, one asker at a time."""
        async with known.learning:
            missing = [
                channel
                for channel in channel_ids
                if channel not in known.baselines
                and not (channel in known.waiting and now - known.waited_at[channel] < patience)
            ]
            if missing:
                changed = bool(known.changes)
                made, waiting = await self._learn(guild_id, missing, known.day, changed)
                known.baselines |= made
                known.waiting |= waiting
                known.waited_at |= dict.fromkeys(waiting, now)

    async def _learn(
        self, guild_id: int, channel_ids: Collection[int], day: datetime, changed: bool
    ) -> tuple[dict[int, Baseline], dict[int, NotYet]]:
        """Messages are read only of who has enough hours: who waits is asked about each time."""
        first = day - LEARNT_DAYS * DAY
        kept = day - timedelta(days=self._retention.rows_days)
        columns = await self._storage.rollups.of_each_channel(guild_id, channel_ids, first, day)
        new_model = await self._new_models(guild_id, channel_ids, first, day) if changed else {}
        hours, waiting = await asyncio.to_thread(_of_one_net, channel_ids, columns, new_model)
        if not hours:
            return {}, waiting
        rows = await self._storage.messages.scores(guild_id, list(hours), kept, day)
        made, of_few = await asyncio.to_thread(_learnt, hours, rows, new_model)
        return made, {**waiting, **of_few}

    async def _new_models(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> dict[int, datetime]:
        """Since when the net that scores now has scored each channel, where it changed."""
        found = {}
        for channel in channel_ids:
            changes = await self._storage.model_versions.changes(
                guild_id, [channel], since, until + DAY
            )
            if changes:
                found[channel] = max(change.since for change in changes)
        return found


def _of_one_net(
    channel_ids: Collection[int], columns: ChannelHours, new_model: Mapping[int, datetime]
) -> tuple[dict[int, Hours], dict[int, NotYet]]:
    """The hours of the net that scores now, where they are enough; and who has to wait."""
    hours = series.by_channel(columns)
    enough: dict[int, Hours] = {}
    waiting: dict[int, NotYet] = {}
    for channel in channel_ids:
        changed = new_model.get(channel)
        own = hours.get(channel, Hours.none())
        # The hour in which the net changed holds messages of both.
        own = own.where(own.hours * series.MS_AN_HOUR >= _first_ms(changed))
        if is_enough(own):
            enough[channel] = own
        else:
            waiting[channel] = NotYet(days_of(own), int(own.counted.sum()), changed)
    return enough, waiting


def _learnt(
    hours: Mapping[int, Hours], scores: Scores, new_model: Mapping[int, datetime]
) -> tuple[dict[int, Baseline], dict[int, NotYet]]:
    """The baselines; and who has none, because it would be that of one or two people."""
    rows = series.by_place(scores)
    baselines: dict[int, Baseline] = {}
    of_few: dict[int, NotYet] = {}
    for channel, own in hours.items():
        changed = new_model.get(channel)
        since = _first_ms(changed)
        messages = rows.get(channel, MessageSeries.none())
        messages = messages.where(messages.times >= since)
        if max(int(own.writers.max()), len(np.unique(messages.people))) < LEAST_PEOPLE:
            of_few[channel] = NotYet(days_of(own), int(own.counted.sum()), changed)
        else:
            baselines[channel] = learn_without_episodes(own, messages, since)
    return baselines, of_few


def _first_ms(changed: datetime | None) -> int:
    """From when on a channel's scores are of one net, in milliseconds since 1970."""
    return 0 if changed is None else milliseconds(changed)
