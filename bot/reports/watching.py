"""What is unusual in some channels: the baselines, and the episodes of what is stored now.

Nothing of it is stored. Episodes are computed from the messages' scores whenever somebody asks, so
that an opt-out, an erasure, an edit or a backfill holds at once, and a restart loses nothing. Only
baselines are remembered, for a day.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.reports.periods import DAY, floor
from bot.reports.unusual import series
from bot.reports.unusual.baseline import LEARNT_DAYS, Baseline, days_of, is_enough
from bot.reports.unusual.episodes import LEAST_PEOPLE, Episode, find
from bot.reports.unusual.learning import learn_without_episodes
from bot.reports.unusual.series import Hours, Messages, milliseconds
from storage import Storage
from storage.records import Retention

WARM_UP = 3 * DAY
"""The detector begins so long before what is asked about: what was still going on then is known."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """That a channel has no baseline yet: it needs 14 days and 200 messages.

    So many `days` with `messages` that count are there by now; of the net that scores now alone,
    where it came to the channel within the last 56 days: `since_new_model` (UTC).
    """

    days: int
    messages: int
    since_new_model: datetime | None


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to see in some channels, their threads included, in [since, until).

    `episodes` of any evidence, in the order in which they began. `messages` counted in the period.
    Of `waiting` channels nothing can be said, the others have their baseline in `baselines`.
    """

    since: datetime
    until: datetime
    episodes: tuple[Episode, ...]
    messages: int
    baselines: Mapping[int, Baseline]
    waiting: Mapping[int, NotYet]

    def unusual(self, watches: int | None = None) -> tuple[Episode, ...]:
        """Those unusual for somebody who looks at so many channels; by default, at all of these.

        Who looks at twice as many asks for twice the evidence: so they are wrongly told of
        something once a month, too.
        """
        needed = max(1, len(self.baselines)) if watches is None else watches
        return tuple(
            episode
            for episode in self.episodes
            if episode.evidence >= needed and episode.people >= LEAST_PEOPLE
        )


@dataclass(slots=True)
class _OfGuild:
    """The baselines of a guild's channels, made on this day, with these changes of the net."""

    day: datetime
    changes: tuple[datetime, ...]
    baselines: dict[int, Baseline] = field(default_factory=dict)


class Watching:
    """Looks for episodes. Who may see them is not decided here, but in `bot.commands.access`."""

    def __init__(
        self, storage: Storage, retention: Retention, clock: Callable[[], datetime]
    ) -> None:
        self._storage = storage
        self._retention = retention
        self._clock = clock
        self._learnt: dict[int, _OfGuild] = {}

    async def look(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        since: datetime,
        until: datetime | None = None,
    ) -> Look:
        """What is there in these channels in [since, until), both aware; `until` now by default.

        As far back as messages are kept: 30 days, or what the retention says.
        """
        now = self._clock()
        until = now if until is None else min(until, now)
        settings = await self._storage.settings.get(guild_id)
        rows_kept = timedelta(days=settings.kept(now, self._retention).rows_days)
        since = max(since, now - rows_kept)
        baselines, waiting = await self._baselines(guild_id, channel_ids, now)
        scores = await self._storage.messages.scores(guild_id, channel_ids, since - WARM_UP, until)
        messages = series.by_place(scores)
        episodes = await asyncio.to_thread(_episodes, messages, baselines, until)
        return Look(
            since,
            until,
            tuple(episode for episode in episodes if episode.until >= since),
            sum(int((each.times >= milliseconds(since)).sum()) for each in messages.values()),
            baselines,
            waiting,
        )

    async def _baselines(
        self, guild_id: int, channel_ids: Collection[int], now: datetime
    ) -> tuple[dict[int, Baseline], dict[int, NotYet]]:
        """The baselines of yesterday's evening, remembered or made; and who has none yet."""
        day = floor(now, DAY)
        span = day - LEARNT_DAYS * DAY, now
        changes = await self._storage.model_versions.changes(guild_id, channel_ids, *span)
        marks = tuple(change.since for change in changes)
        known = self._learnt.get(guild_id)
        if known is None or (known.day, known.changes) != (day, marks):
            known = self._learnt[guild_id] = _OfGuild(day, marks)
        missing = [channel for channel in channel_ids if channel not in known.baselines]
        waiting: dict[int, NotYet] = {}
        if missing:
            made, waiting = await self._learn(guild_id, missing, day, bool(marks))
            known.baselines |= made
        return {
            channel: known.baselines[channel]
            for channel in channel_ids
            if channel in known.baselines
        }, waiting

    async def _learn(
        self, guild_id: int, channel_ids: Collection[int], day: datetime, changed: bool
    ) -> tuple[dict[int, Baseline], dict[int, NotYet]]:
        first = day - LEARNT_DAYS * DAY
        kept = day - timedelta(days=self._retention.rows_days)
        hours = series.by_channel(
            await self._storage.rollups.of_each_channel(guild_id, channel_ids, first, day)
        )
        rows = series.by_place(
            await self._storage.messages.scores(guild_id, channel_ids, kept, day)
        )
        new_model = await self._new_models(guild_id, channel_ids, first, day) if changed else {}
        return await asyncio.to_thread(_baselines, channel_ids, hours, rows, new_model)

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


def _baselines(
    channel_ids: Collection[int],
    hours: Mapping[int, Hours],
    rows: Mapping[int, Messages],
    new_model: Mapping[int, datetime],
) -> tuple[dict[int, Baseline], dict[int, NotYet]]:
    baselines: dict[int, Baseline] = {}
    waiting: dict[int, NotYet] = {}
    for channel in channel_ids:
        changed = new_model.get(channel)
        since = 0 if changed is None else milliseconds(changed)
        own = hours.get(channel, Hours.none())
        # The hour in which the net changed holds messages of both.
        own = own.where(own.hours * series.MS_AN_HOUR >= since)
        if is_enough(own):
            messages = rows.get(channel, Messages.none())
            messages = messages.where(messages.times >= since)
            baselines[channel] = learn_without_episodes(own, messages, since)
        else:
            waiting[channel] = NotYet(days_of(own), int(own.counted.sum()), changed)
    return baselines, waiting


def _episodes(
    messages: Mapping[int, Messages], baselines: Mapping[int, Baseline], until: datetime
) -> list[Episode]:
    found = [
        episode
        for channel, baseline in baselines.items()
        if channel in messages
        for episode in find(messages[channel], baseline, until, channel)
    ]
    return sorted(found, key=lambda episode: episode.began_id)
