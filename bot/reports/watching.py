"""What is unusual in some channels: the baselines, and the episodes of what is stored now.

Nothing of it is stored. Episodes are computed from the messages' scores whenever somebody asks, so
that an opt-out, an erasure, an edit or a backfill holds at once, and a restart loses nothing. Only
baselines are remembered, for a day.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np

from bot.reports.looking_through import Asked, Found, found_for_each
from bot.reports.periods import DAY, HOUR, Window, floor, steps
from bot.reports.together import Together
from bot.reports.unusual import series
from bot.reports.unusual.baseline import LEARNT_DAYS, Baseline, days_of, is_enough
from bot.reports.unusual.episodes import LEAST_PEOPLE, Episode
from bot.reports.unusual.learning import learn_without_episodes
from bot.reports.unusual.series import Hours, MessageSeries, milliseconds
from storage import Storage
from storage.records import ChannelHours, Retention, Rollup, Scores

PATIENCE = timedelta(minutes=10)
"""So long a look that comes again and again believes that a channel has no baseline yet."""

WARM_UP = 3 * DAY
"""The detector begins so long before what is asked about: what was still going on then is known."""

TOGETHER = 6 * HOUR
"""Looks that begin within so much time are made together: none of them reads much more for it."""

MOST_LOOKED_THROUGH = 45_000
"""More messages than these take longer to look through than anybody should wait."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """That a channel has no baseline yet: it needs 14 days and 200 messages, of three people.

    So many `days` with `messages` that count are there by now; of the net that scores now alone,
    where it came to the channel within the last 56 days: `since_new_model` (UTC).
    """

    days: int
    messages: int
    since_new_model: datetime | None


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to see in some channels, their threads included, in [since, until).

    `episodes` of any evidence, in the order in which they began. Of `waiting` channels nothing can
    be said, the others have their baseline in `baselines`; in these so many `messages` counted.
    In those `heard` something that counts was said in the period. `cut_short`: more was asked for,
    and more was written than is looked through.
    `needed` is the evidence at which an episode in each of them was called: because of three people
    or more, and of none of them alone.
    """

    since: datetime
    until: datetime
    episodes: tuple[Episode, ...]
    messages: int
    baselines: Mapping[int, Baseline]
    waiting: Mapping[int, NotYet]
    cut_short: bool = False
    needed: Mapping[int, float] = field(default_factory=dict)
    heard: frozenset[int] = frozenset()

    def unusual(self) -> tuple[Episode, ...]:
        """Those with the evidence that their channels need, of enough people.

        Who looks at twice as many channels needs twice the evidence: so they are wrongly told of
        something once a month, too.
        """
        return tuple(
            episode
            for episode in self.episodes
            if episode.evidence >= self.needed[episode.channel_id]
            and episode.people >= LEAST_PEOPLE
        )


@dataclass(slots=True)
class _OfGuild:
    """The baselines of a guild's channels, made on this day, with these changes of the net; and who
    had none when that was looked at last. `is_asked`: somebody looked, since they were made."""

    day: datetime
    changes: tuple[datetime, ...]
    baselines: dict[int, Baseline] = field(default_factory=dict)
    waiting: dict[int, NotYet] = field(default_factory=dict)
    waited_at: dict[int, datetime] = field(default_factory=dict)
    learning: asyncio.Lock = field(default_factory=asyncio.Lock)
    is_asked: bool = False


class Watching:
    """Looks for episodes. Who may see them is not decided here, but in `bot.commands.access`."""

    def __init__(
        self, storage: Storage, retention: Retention, clock: Callable[[], datetime]
    ) -> None:
        self._storage = storage
        self._retention = retention
        self._clock = clock
        self._learnt: dict[int, _OfGuild] = {}
        self._together = Together(self._look_through)

    async def look(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        since: datetime,
        until: datetime | None = None,
        *,
        most: int | None = None,
        among: Collection[int] | None = None,
        factors: Mapping[int, float] | None = None,
    ) -> Look:
        """What is there in these channels in [since, until), both aware; `until` now by default.

        As far back as messages are kept: 30 days, or what the retention says; and no further than
        the last so many (`most`) of them reach, to the hour. With `among`, for looks that come
        often, only these are looked through. With `factors` an episode is called when it has its
        channel's times the evidence that somebody needs who looks at all of the channels; by
        default once.
        """
        now = self._clock()
        until = now if until is None else min(until, now)
        settings = await self._storage.settings.get(guild_id)
        rows_kept = timedelta(days=settings.kept(now, self._retention).rows_days)
        since = max(since, now - rows_kept)
        begin = since - WARM_UP
        looked_at = channel_ids if among is None else set(channel_ids).intersection(among)
        if most is not None:
            hours = steps(Window(floor(begin, HOUR), floor(until, HOUR) + HOUR), HOUR)
            asked = (guild_id, looked_at, hours)
            begin = _reach(await self._storage.rollups.of_spans(*asked, enough=0), begin, most)
        patience = timedelta(0) if among is None else PATIENCE
        everywhere = await self._storage.channels.top_level(guild_id)
        asked_of = (guild_id, channel_ids, everywhere, now, patience)
        baselines, waiting = await self._baselines(*asked_of)
        self._learnt[guild_id].is_asked = True
        cut_short, since = begin > since, max(begin, since)
        of_one = factors or {}
        needed = {each: len(baselines) * of_one.get(each, 1.0) for each in baselines}
        asked_for = Asked(guild_id, frozenset(looked_at), begin, since, until, baselines, needed)
        # Of a thread that somebody asks about by itself the channel above it would have nothing.
        threads = asked_for.channel_ids - everywhere
        line = (guild_id, threads, floor(begin, TOGETHER), until if until < now else None)
        found = await self._together.ask(line, asked_for)
        messages = sum(found.counted[channel] for channel in found.counted if channel in baselines)
        told = (messages, baselines, waiting, cut_short, needed, frozenset(found.counted))
        return Look(since, until, found.episodes, *told)

    async def _look_through(self, asked: Sequence[Asked]) -> list[Found]:
        """Read the messages that any of them is about once, and go through each channel once.

        Who asks gets of this what is about the channels they asked about, as if they had been
        alone: of no other channel does anything of theirs depend on.
        """
        guild_id, begin = asked[0].guild_id, min(each.begin for each in asked)
        channels = frozenset[int]().union(*(each.channel_ids for each in asked))
        until = max(each.until for each in asked)
        scores = await self._storage.messages.scores(guild_id, channels, begin, until)
        return await asyncio.to_thread(found_for_each, scores, asked, until)

    async def learn_ahead(self) -> int:
        """Learn the baselines of a new day before anybody looks, of the guilds that somebody looked
        at on the day before; return of how many."""
        now = self._clock()
        before = {
            guild: its
            for guild, its in self._learnt.items()
            if its.is_asked and its.day != floor(now, DAY)
        }
        for guild, its in before.items():
            everywhere = await self._storage.channels.top_level(guild)
            channels = [*its.baselines, *its.waiting]
            await self._baselines(guild, channels, everywhere, now, timedelta(0))
        return len(before)

    async def _baselines(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        everywhere: Collection[int],
        now: datetime,
        patience: timedelta,
    ) -> tuple[dict[int, Baseline], dict[int, NotYet]]:
        """The baselines as of last midnight, remembered or made; and who has none yet.

        What changed is asked of all channels (`everywhere`), so that whoever asks about some others
        finds what is remembered."""
        day = floor(now, DAY)
        changes = await self._storage.model_versions.changes(
            guild_id, everywhere, day - LEARNT_DAYS * DAY, now
        )
        marks = tuple(change.since for change in changes)
        # What nobody asks about any more is forgotten at midnight as well.
        self._learnt = {guild: its for guild, its in self._learnt.items() if its.day == day}
        known = self._learnt.get(guild_id)
        if known is None or known.changes != marks:
            known = self._learnt[guild_id] = _OfGuild(day, marks)
        async with known.learning:
            missing = [
                channel
                for channel in channel_ids
                if channel not in known.baselines
                and not (channel in known.waiting and now - known.waited_at[channel] < patience)
            ]
            if missing:
                made, waiting = await self._learn(guild_id, missing, day, bool(marks))
                known.baselines |= made
                known.waiting |= waiting
                known.waited_at |= dict.fromkeys(waiting, now)
        there = {each: known.baselines[each] for each in channel_ids if each in known.baselines}
        return there, {each: known.waiting[each] for each in channel_ids if each not in there}

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


def _reach(hours: Sequence[Rollup], begin: datetime, most: int) -> datetime:
    """From when on there are at most so many messages, beside those of the last hour; `begin` if
    that holds of all."""
    written = 0
    for hour in reversed(hours):
        written += hour.scored + hour.unsure + hour.not_scored
        if written > most:
            return max(begin, min(hour.hour + HOUR, hours[-1].hour))
    return begin
