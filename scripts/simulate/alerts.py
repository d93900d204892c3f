"""How often the detector is wrong where nothing changes, and how soon it sees a fall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from math import isfinite
from typing import Any, Final
from zlib import crc32

import numpy as np

from bot.reports.unusual.baseline import Baseline
from bot.reports.unusual.episodes import Episode
from bot.reports.unusual.learning import learn_without_episodes
from bot.reports.unusual.search import find
from bot.reports.unusual.series import MS_A_DAY, MessageSeries, moment
from scripts.simulate.channels import WATCHED, Channel, Maker, Setting, by_hour
from scripts.simulate.pools import FILES, Pool, load

VOLUMES: Final = (20, 100, 500, 2000)
DAY_EFFECT: Final = 0.05
FALL: Final = 0.30
CHANNEL_DAYS: Final = 2250

NARROW_AT: Final = {20: 25, 100: 25}
WIDE: Final = 65
SLIDE: Final = 100
"""The most messages, as a median, until a fall of the narrow pool and of the wide one is called,
and a slide of each."""
FLOODS: Final = 0.10
"""The most of the floods by one author that may be called, chance alarms among the others' messages
included."""

FALL_COLUMN, SLIDE_COLUMN = "messages_to_call_a_fall", "messages_to_call_a_slide"
ALONE_COLUMN, FLOOD_COLUMN = "calls_of_one_author_alone", "share_of_floods_called"

ROWS_KEPT: Final = 30
FALLS_A_CHANNEL: Final = 3
_WARM: Final = 4_000  # messages before a fall that the detector sees
_FLOOD: Final = 150
_MOST: Final = 1_000  # messages after it: who is not called by then counts as never


@dataclass(slots=True)
class Tally:
    """What came of the channels of one pool and volume.

    `false` alarms on so many `channels` for a month each; the same with a `day_effect`. Of each
    fall, and of each slide, how many messages it took to call (infinite: not seen). In `floods`
    are the same of falls whose bad messages are all by one author; where nobody else wrote at all,
    so many were called `alone`.
    """

    channels: int = 0
    false: int = 0
    day_effect: int = 0
    falls: list[float] = field(default_factory=list)
    slides: list[float] = field(default_factory=list)
    floods: list[float] = field(default_factory=list)
    alone: int = 0

    def __add__(self, other: Tally) -> Tally:
        mine, others = astuple(self), astuple(other)
        return Tally(*(own + more for own, more in zip(mine, others, strict=True)))


def simulate(days: int = CHANNEL_DAYS, seed: int = 1) -> dict[str, Any]:
    """The figures of every pool, from so many channel-days at each volume."""
    channels = max(1, round(days / WATCHED))
    pools = [load(name) for name in FILES]
    tallies = {pool.name: _of_pool(pool, channels, seed) for pool in pools}
    figures = {
        "seed": seed,
        "channel_days": channels * WATCHED,
        "model": pools[0].model,
        "pools": {pool.name: _figures(pool, tallies[pool.name]) for pool in pools},
        "false_alarms_per_channel_month": max(
            max(tally.false, tally.day_effect) / tally.channels
            for of_volume in tallies.values()
            for tally in of_volume.values()
        ),
        "median_messages_to_call": _median(
            [fall for tally in tallies["narrow"].values() for fall in tally.falls]
        ),
    }
    return figures | {"broken": broken(figures)}


def broken(figures: Mapping[str, Any]) -> list[str]:
    """The promises that the figures break, in words."""
    pools = figures["pools"]
    limits = {
        ("false alarms a channel-month", 1.0): figures["false_alarms_per_channel_month"],
        ("messages to call a fall, narrow", 30): figures["median_messages_to_call"],
    }
    for volume, most in NARROW_AT.items():
        row = pools["narrow"]["volumes"][str(volume)]
        limits[f"messages to call a fall, narrow at {volume} a day", most] = row[FALL_COLUMN]
    for volume, row in pools["wide"]["volumes"].items():
        limits[f"messages to call a fall, wide at {volume} a day", WIDE] = row[FALL_COLUMN]
    for name, pool in pools.items():
        limits[f"messages to call a slide, {name}", SLIDE] = pool["pooled"][SLIDE_COLUMN]
        limits[f"calls of one author alone, {name}", 0] = pool["pooled"][ALONE_COLUMN]
        limits[f"floods by one author called, {name}", FLOODS] = pool["pooled"][FLOOD_COLUMN]
    return [
        f"{what}: {figure:.2f}, not at most {most}"
        for (what, most), figure in limits.items()
        if figure > most
    ]


def report(figures: Mapping[str, Any]) -> str:
    """The figures as tables for people."""
    lines = [
        f"{figures['channel_days']:,} channel-days at each volume, seed {figures['seed']}, "
        f"scores of {figures['model']}."
    ]
    columns = "{:>10} {:>14} {:>16} {:>14} {:>14} {:>13}"
    for pool in figures["pools"].values():
        lines += [
            "",
            f"{pool['name']}: sd {pool['sd']:.2f}, {pool['negative']:.0%} negative",
            columns.format(
                "a day",
                "false alarms*",
                "with day effect",
                "fall of .30**",
                "slide of .30**",
                "one author***",
            ),
        ]
        lines += [
            columns.format(
                volume,
                f"{row['false_alarms']:.2f}",
                f"{row['false_alarms_with_day_effect']:.2f}",
                f"{row[FALL_COLUMN]:.0f}",
                f"{row[SLIDE_COLUMN]:.0f}",
                f"{row[FLOOD_COLUMN]:.0%}",
            )
            for volume, row in [*pool["volumes"].items(), ("all", pool["pooled"])]
        ]
    return "\n".join(
        [
            *lines,
            "",
            "*  a channel and month",
            "** messages from its start to the call, median",
            "*** calls of such falls whose bad messages one author wrote, amid the others' talk",
            f"False alarms a channel-month, at the worst volume: "
            f"{figures['false_alarms_per_channel_month']:.2f} (promised: at most 1)",
            f"Messages to call a fall of .30, narrow pool: "
            f"{figures['median_messages_to_call']:.0f} (promised: at most 30)",
            *(f"BROKEN: {promise}" for promise in figures["broken"]),
        ]
    )


def _figures(pool: Pool, tallies: Mapping[int, Tally]) -> dict[str, Any]:
    pooled = sum(tallies.values(), Tally())
    return {
        "name": pool.name,
        "sd": round(float(pool.mood.std()), 3),
        "negative": round(float(pool.negative.mean()), 3),
        "volumes": {str(volume): _row(tally) for volume, tally in tallies.items()},
        "pooled": _row(pooled),
    }


def _row(tally: Tally) -> dict[str, float]:
    return {
        "false_alarms": tally.false / tally.channels,
        "false_alarms_with_day_effect": tally.day_effect / tally.channels,
        FALL_COLUMN: _median(tally.falls),
        SLIDE_COLUMN: _median(tally.slides),
        ALONE_COLUMN: tally.alone,
        FLOOD_COLUMN: sum(map(isfinite, tally.floods)) / max(1, len(tally.floods)),
    }


def _median(values: Sequence[float]) -> float:
    """The lower median, so that it is one of them."""
    return sorted(values)[(len(values) - 1) // 2] if values else float("inf")


def _of_pool(pool: Pool, channels: int, seed: int) -> dict[int, Tally]:
    maker = Maker(pool)
    tallies = {}
    for a_day in VOLUMES:
        random = np.random.default_rng([seed, crc32(pool.name.encode()), a_day])
        tally = tallies[a_day] = Tally(channels)
        for _ in range(channels):
            channel, baseline = _learnt(maker, Setting(a_day), random)
            tally.false += len(_called(channel.watched, baseline))
            _falls(maker, channel.watched, baseline, tally, random)
            channel, baseline = _learnt(maker, Setting(a_day, DAY_EFFECT), random)
            tally.day_effect += len(_called(channel.watched, baseline))
    return tallies


def _learnt(
    maker: Maker, setting: Setting, random: np.random.Generator
) -> tuple[Channel, Baseline]:
    channel = maker.channel(setting, random)
    kept = channel.learnt.times >= channel.learnt.times[-1] - ROWS_KEPT * MS_A_DAY
    return channel, learn_without_episodes(by_hour(channel.learnt), channel.learnt.where(kept))


def _called(messages: MessageSeries, baseline: Baseline) -> list[Episode]:
    """What one default watch is told of."""
    now = moment(messages.times[-1])
    return [episode for episode in find(messages, baseline, now) if episode.evidence >= 1]


def _falls(
    maker: Maker,
    messages: MessageSeries,
    baseline: Baseline,
    tally: Tally,
    random: np.random.Generator,
) -> None:
    times = messages.times
    moments = random.uniform(times[0] + 5 * MS_A_DAY, times[0] + 15 * MS_A_DAY, FALLS_A_CHANNEL)
    for start in np.searchsorted(times, moments):
        before = messages.where(slice(max(0, start - _WARM), start))
        after = messages.where(slice(start, start + _MOST))
        fallen = maker.fall(after, FALL, random)
        tally.falls += _delay(before, fallen, baseline)
        tally.slides += _delay(before, maker.slide(after, FALL), baseline)
    flood = maker.fall(after.where(slice(None, _FLOOD)), FALL, random, author=-1)
    tally.floods += _delay(before, flood, baseline)
    tally.alone += len(_called(flood.where(flood.people == -1), baseline))


def _delay(before: MessageSeries, after: MessageSeries, baseline: Baseline) -> Iterator[float]:
    """How many messages after its start a change is called; of one in a false alarm, nothing."""
    first = int(after.ids[0])
    episodes = _called(_joined(before, after), baseline)
    began = moment(after.times[0])
    if any(e.called < began and (e.over is None or e.over >= began) for e in episodes):
        return
    called = [e.called_id for e in episodes if e.called_id >= first]
    yield float(np.searchsorted(after.ids, called[0]) + 1) if called else float("inf")


def _joined(before: MessageSeries, after: MessageSeries) -> MessageSeries:
    return MessageSeries(
        *(
            np.concatenate([getattr(before, name), getattr(after, name)])
            for name in ("ids", "people", "negative", "mood")
        )
    )
