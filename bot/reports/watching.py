"""What is unusual in some channels: the episodes of what is stored now, against what is usual.

Nothing of it is stored. Episodes are computed from the messages' scores whenever somebody asks, so
that an opt-out, an erasure, an edit or a backfill holds at once, and a restart loses nothing. Only
baselines are remembered, for a day.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.reports.channel_baselines import ChannelBaselines, NotYet
from bot.reports.looking_through import AskedLook, Found, found_for_each
from bot.reports.periods import DAY, HOUR, Window, floor, steps
from bot.reports.together import Together
from bot.reports.unusual.baseline import Baseline
from bot.reports.unusual.episodes import LEAST_PEOPLE, Episode
from storage import Storage
from storage.records import Retention, Rollup

PATIENCE = timedelta(minutes=10)
"""So long a look that comes again and again believes that a channel has no baseline yet."""

WARM_UP = 3 * DAY
"""The detector begins so long before what is asked about: what was still going on then is known."""

TOGETHER = 6 * HOUR
"""Looks that begin within so much time are made together: none of them reads much more for it."""

MOST_LOOKED_THROUGH = 45_000
"""More messages than these take longer to look through than anybody should wait."""


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


class Watching:
    """Looks for episodes. Who may see them is not decided here, but in `bot.commands.access`."""

    def __init__(
        self, storage: Storage, retention: Retention, clock: Callable[[], datetime]
    ) -> None:
        self._storage = storage
        self._retention = retention
        self._clock = clock
        self.baselines = ChannelBaselines(storage, retention)
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
        looked_at = frozenset(
            channel_ids if among is None else set(channel_ids).intersection(among)
        )
        begin = await self._begin(guild_id, looked_at, since, until, most)
        patience = timedelta(0) if among is None else PATIENCE
        everywhere = await self._storage.channels.top_level(guild_id)
        baselines, waiting = await self.baselines.of(
            guild_id, channel_ids, everywhere, now, patience=patience
        )
        cut_short, since = begin > since, max(begin, since)
        of_one = factors or {}
        needed = {each: len(baselines) * of_one.get(each, 1.0) for each in baselines}
        # Of a thread that somebody asks about by itself the channel above it would have nothing.
        threads = looked_at - everywhere
        line = (guild_id, threads, floor(begin, TOGETHER), until if until < now else None)
        asked = AskedLook(guild_id, looked_at, begin, since, until, baselines, needed)
        found = await self._together.ask(line, asked)
        return Look(
            since,
            until,
            found.episodes,
            messages=sum(n for channel, n in found.counted.items() if channel in baselines),
            baselines=baselines,
            waiting=waiting,
            cut_short=cut_short,
            needed=needed,
            heard=frozenset(found.counted),
        )

    async def _begin(
        self,
        guild_id: int,
        channel_ids: frozenset[int],
        since: datetime,
        until: datetime,
        most: int | None,
    ) -> datetime:
        """From when on messages are looked through, for what is unusual in [since, until)."""
        begin = since - WARM_UP
        if most is None:
            return begin
        hours = steps(Window(floor(begin, HOUR), floor(until, HOUR) + HOUR), HOUR)
        written = await self._storage.rollups.of_spans(guild_id, channel_ids, hours, enough=0)
        return _reach(written, begin, most)

    async def _look_through(self, asked: Sequence[AskedLook]) -> list[Found]:
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
        """Learn the baselines of a new day before anybody looks; return of how many guilds."""
        return await self.baselines.learn_ahead(self._clock())


def _reach(hours: Sequence[Rollup], begin: datetime, most: int) -> datetime:
    """From when on there are at most so many messages, beside those of the last hour; `begin` if
    that holds of all."""
    written = 0
    for hour in reversed(hours):
        written += hour.scored + hour.unsure + hour.not_scored
        if written > most:
            return max(begin, min(hour.hour + HOUR, hours[-1].hour))
    return begin
