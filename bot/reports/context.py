"""What stands beside a live trend: what is usual, what was unusual, and what moderators noted."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.reports.course import Moment, Stretch, Usual
from bot.reports.periods import HOUR, Window, steps
from bot.reports.summary import UsualShares
from bot.reports.trend import Trend
from bot.reports.unusual.baseline import Baseline
from bot.reports.unusual.episodes import Episode
from bot.reports.unusual.series import Hours, by_channel, milliseconds
from bot.reports.usual_mood import usual_mood
from bot.reports.watching import MOST_LOOKED_THROUGH, Look, Watching
from storage import Storage
from storage.records import ChannelHours

MOST_CHANNELS = 50
"""Of more channels than these nobody waits, for a chart, until it is learnt what is usual there."""

LONGEST = timedelta(days=30)
"""So far back messages are kept at most, and a longer period is what is usual itself."""

LEAST_KNOWN = 0.9
"""What is usual is told where so large a share of the messages is from channels of which it is
known."""

TOGETHER = HOUR
"""Stretches in several channels with no longer a pause between them are one."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Stretches that overlap, in one channel or in several; as a `Stretch` is."""

    began: datetime
    until: datetime
    over: datetime | None


@dataclass(frozen=True, slots=True)
class Context:
    """Of some channels over a window; empty where nothing more than the figures is known.

    `band` has one for each step of the window, or none at all; `baselines` are those of channels of
    which the same can be told alone. `watched`: all that was said in the window was looked through,
    and the `episodes` are those unusual for somebody who looks at all of it.
    """

    shares: UsualShares | None = None
    band: tuple[Usual | None, ...] = ()
    watched: bool = False
    episodes: tuple[Episode, ...] = ()
    moments: tuple[Moment, ...] = ()
    baselines: Mapping[int, Baseline] = field(default_factory=dict)

    def band_of(self, place_id: int, window: Window) -> tuple[Usual, ...]:
        """The same as `band` of one of the channels alone."""
        if place_id not in self.baselines:
            return ()
        alone = ((1.0, self.baselines[place_id]),)
        return tuple(usual_mood(alone, *span) for span in steps(window))

    def unusual(self, channel_id: int | None = None) -> list[Stretch]:
        """The stretches in one of the channels, or in any of them (`None`), by when they began."""
        of = (each for each in self.episodes if channel_id in (None, each.channel_id))
        return list(joined(sorted(of, key=lambda episode: episode.began)))


def joined(stretches: Sequence[Stretch]) -> list[Joined]:
    """Those that overlap, or nearly, made one; they come by when they began."""
    found: list[Joined] = []
    for each in stretches:
        last = found[-1] if found else None
        if last is None or each.began > last.until + TOGETHER:
            found.append(Joined(each.began, each.until, each.over))
            continue
        over = None if last.over is None or each.over is None else max(last.over, each.over)
        found[-1] = Joined(last.began, max(last.until, each.until), over)
    return found


class Contexts:
    """Finds them. Who may see them is not decided here: they are live figures."""

    def __init__(self, storage: Storage, watching: Watching) -> None:
        self._storage = storage
        self._watching = watching

    async def of(self, guild_id: int, place_ids: Collection[int], trend: Trend) -> Context:
        """Of these channels and threads together, over the window of their trend."""
        window = trend.report.window
        asked = (guild_id, place_ids, window.since, window.until)
        notes = await self._storage.notes.between(*asked)
        moments = tuple(Moment(note.at, note.kind, note.text) for note in notes)
        much = len(place_ids) > MOST_CHANNELS or trend.report.now.scored > MOST_LOOKED_THROUGH
        if window.length > LONGEST or much or not place_ids:
            return Context(moments=moments)
        look = await self._watching.look(*asked)
        columns = await self._storage.rollups.of_each_channel(*asked)
        return await asyncio.to_thread(_context, window, look, columns, moments)


def _context(
    window: Window, look: Look, columns: ChannelHours, moments: tuple[Moment, ...]
) -> Context:
    """The context of the channels that a look was at, with their hours in the window."""
    hours = by_channel(columns)
    known = {place: each for place, each in look.baselines.items() if place in hours}
    usual = UsualHours(hours, known)
    if not usual.suffices(window):
        return Context(moments=moments)
    unwatched = any(len(hours[place]) for place in look.waiting if place in hours)
    return Context(
        shares=usual.shares(),
        band=tuple(usual.band(*span) for span in steps(window)),
        watched=look.since <= window.since + HOUR and not unwatched,
        episodes=look.unusual(),
        moments=moments,
        baselines=known,
    )


@dataclass(frozen=True, slots=True)
class UsualHours:
    """What is usual in some channels together: each as its baseline says, and as much as is said
    in it. `known` are those of the channels with `hours` that have a baseline; at least one."""

    hours: Mapping[int, Hours]
    known: Mapping[int, Baseline]
    weights: Mapping[int, float] = field(init=False)

    def __post_init__(self) -> None:
        counted = {place: int(self.hours[place].counted.sum()) for place in self.known}
        total = max(1, sum(counted.values()))
        object.__setattr__(self, "weights", {p: n / total for p, n in counted.items()})

    def suffices(self, window: Window) -> bool:
        """Whether most of what was said in the window can be compared with what is usual."""
        said = sum(int(hours.counted.sum()) for hours in self.hours.values())
        known = sum(int(self.hours[place].counted.sum()) for place in self.known)
        begun = all(each.since <= milliseconds(window.since) for each in self.known.values())
        return begun and 0 < LEAST_KNOWN * said <= known

    def shares(self) -> UsualShares:
        """The usual shares of as many messages as there were, at the same hours."""
        counted = negative = positive = 0.0
        for place, baseline in self.known.items():
            hours = self.hours[place]
            counted += float(hours.counted.sum())
            negative += float(hours.counted @ baseline.negative(hours.hours).value)
            positive += float(hours.counted @ baseline.positive(hours.hours).value)
        return UsualShares(negative / counted, positive / counted)

    def band(self, since: datetime, until: datetime) -> Usual:
        """The usual mood from one time to another, and where 95 % of such times lie."""
        weighted = ((self.weights[place], baseline) for place, baseline in self.known.items())
        return usual_mood(weighted, since, until)
