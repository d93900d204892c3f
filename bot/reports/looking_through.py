"""Goes through messages for several people at once, who may read different channels. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.reports.unusual import series
from bot.reports.unusual.baseline import Baseline
from bot.reports.unusual.episodes import Episode
from bot.reports.unusual.search import find_for_each
from bot.reports.unusual.series import milliseconds
from storage.records import Scores


@dataclass(frozen=True, slots=True)
class AskedLook:
    """What one of them looks at: messages of these channels since `begin`, for what is unusual in
    [since, until). Of the channels that have `baselines`, what evidence is `needed`."""

    guild_id: int
    channel_ids: frozenset[int]
    begin: datetime
    since: datetime
    until: datetime
    baselines: Mapping[int, Baseline]
    needed: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Found:
    """How many messages counted in each channel that has any, and the episodes in their order."""

    counted: Mapping[int, int]
    episodes: tuple[Episode, ...]


def found_for_each(scores: Scores, asked: Sequence[AskedLook], until: datetime) -> list[Found]:
    """What each of them finds among the messages, which are from the first `begin` on.

    It is what they would find alone: of a channel nothing depends on others, and what is found in
    it goes to those alone who asked about it. Only what is needed is theirs, and costs little.
    """
    messages = series.by_place(scores)
    found: dict[int, Found] = {}
    for begin in {each.begin for each in asked}:
        some = {number: each for number, each in enumerate(asked) if each.begin == begin}
        since = {place: its.since(milliseconds(begin)) for place, its in messages.items()}
        found |= zip(some, _found_since(since, list(some.values()), until), strict=True)
    return [found[number] for number in range(len(asked))]


def _found_since(
    messages: Mapping[int, series.MessageSeries], asked: Sequence[AskedLook], until: datetime
) -> list[Found]:
    """The same for those with one `begin`, of the messages from then on."""
    episodes: dict[tuple[int, float], tuple[Episode, ...]] = {}
    for channel, its in messages.items():
        baselines = {
            each.needed[channel]: each.baselines[channel]
            for each in asked
            if channel in each.channel_ids and channel in each.baselines
        }
        if baselines:
            baseline = next(iter(baselines.values()))
            found = find_for_each(its, baseline, until, channel, list(baselines))
            episodes |= {(channel, needed): them for needed, them in found.items()}
    counted = {since: _counted(messages, since) for since in {each.since for each in asked}}
    return [_of_one(each, counted[each.since], episodes) for each in asked]


def _counted(messages: Mapping[int, series.MessageSeries], since: datetime) -> dict[int, int]:
    first = milliseconds(since)
    counted = {channel: int((its.times >= first).sum()) for channel, its in messages.items()}
    return {channel: number for channel, number in counted.items() if number}


def _of_one(
    asked: AskedLook,
    counted: Mapping[int, int],
    episodes: Mapping[tuple[int, float], tuple[Episode, ...]],
) -> Found:
    found = [
        episode
        for channel in asked.channel_ids & asked.needed.keys()
        for episode in episodes.get((channel, asked.needed[channel]), ())
        if episode.until >= asked.since
    ]
    return Found(
        {channel: number for channel, number in counted.items() if channel in asked.channel_ids},
        tuple(sorted(found, key=lambda episode: episode.began_id)),
    )
