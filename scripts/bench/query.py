"""How long the storage's questions and the reports made of them take, on a big server.

Each is asked by one person at a time, and by many at once; each of them may read all channels but
a few, and not the same. No picture is drawn, and Discord is not asked. Beside the times stands how
much of the processor one question took, which says more on a machine that has other things to do.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any, Final

import storage
from bot.reports.periods import Last
from bot.reports.queries import Moods
from bot.reports.watching import MOST_LOOKED_THROUGH, Watching
from bot.reports.writers import LEAST_WRITERS
from scripts.bench.big_server import FIRST_MEMBER, GUILD, NOW, ZONE, BigServer
from storage import Storage
from storage.records import Retention

DAY: Final = timedelta(days=1)
_LOOKS_EVERY: Final = 0.005  # seconds between two looks at how late the event loop is

Question = Callable[[list[int]], Awaitable[object]]
"""Asks about these channels."""


def bench_query(options: argparse.Namespace) -> dict[str, Any]:
    """Make a server's database of each size, or take the one that is there, and ask everything."""
    sizes = [_of_size(messages, options) for messages in options.messages]
    figures: dict[str, Any] = {
        "bench": "query",
        "people_at_once": options.people,
        "rounds": options.rounds,
        "sizes": sizes,
    }
    smallest, largest = (pick(sizes, key=lambda size: size["messages"]) for pick in (min, max))
    for figure in ("slowest_cpu_p50_ms", "slowest_alone_p99_ms", "slowest_at_once_p99_ms"):
        figures[f"{figure}_ratio"] = round(largest[figure] / smallest[figure], 3)
    return figures


def _of_size(messages: int, options: argparse.Namespace) -> dict[str, Any]:
    server = BigServer(messages, options.channels, options.days, options.seed)
    with nullcontext(options.keep) if options.keep else TemporaryDirectory() as name:
        Path(name).mkdir(parents=True, exist_ok=True)
        path = Path(name) / f"big-{messages}.sqlite3"
        started = time.perf_counter()
        if not path.exists():
            asyncio.run(server.build(path))
        built = round(time.perf_counter() - started, 1)
        figures = asyncio.run(_bench(server, path, options))
        return {"build_seconds": built, "mib": path.stat().st_size >> 20, **figures}


async def _bench(server: BigServer, path: Path, options: argparse.Namespace) -> dict[str, Any]:
    channels = server.channel_ids
    async with storage.open(path, now=NOW) as store:
        watching = Watching(store, Retention(), lambda: NOW)
        started = time.perf_counter()
        await watching.look(GUILD, channels, NOW - DAY)
        first_look = _milliseconds(time.perf_counter() - started)
        summaries = _summaries_and_trends(store)
        questions = {**summaries, **_looks(watching), **_of_storage(store)}
        times = {
            name: {
                "alone": await _alone(ask, channels, options),
                "at_once": await _at_once(ask, channels, options),
            }
            for name, ask in questions.items()
            if options.only is None or options.only in name
        }
    figures: dict[str, Any] = {
        "messages": server.messages,
        "channels": server.channels,
        "days": server.days,
        "first_look_of_the_day_ms": first_look,
        "questions": times,
    }
    asked = {name: its for name, its in times.items() if name in summaries} or times
    for way, figure in (("alone", "cpu_p50_ms"), ("alone", "p99_ms"), ("at_once", "p99_ms")):
        slowest = max(asked, key=lambda name: asked[name][way][figure])
        key = "slowest_cpu_p50_ms" if figure == "cpu_p50_ms" else f"slowest_{way}_{figure}"
        figures[key] = asked[slowest][way][figure]
        figures[f"{key}_of"] = slowest
    for way in ("alone", "at_once"):
        figures[f"loop_lag_{way}_p99_ms"] = max(each[way]["lag_p99_ms"] for each in times.values())
    return figures


def _of_storage(store: Storage) -> dict[str, Question]:
    """The storage's questions, each as the reports ask it."""
    rollups, messages = store.rollups, store.messages
    back = {days: NOW - days * DAY for days in (1, 4, 30, 56, 90, 180, 400)}
    return {
        "sums of 180 days": lambda c: rollups.of_channels(GUILD, c, back[180], NOW),
        "sums of 400 days": lambda c: rollups.of_channels(GUILD, c, back[400], NOW),
        "sums of 180 days, a tenth of the channels": lambda c: rollups.of_channels(
            GUILD, c[::10], back[180], NOW
        ),
        "sums of 180 days, half of the channels": lambda c: rollups.of_channels(
            GUILD, c[::2], back[180], NOW
        ),
        "each of 40 channels, 56 days": lambda c: rollups.of_each_channel(
            GUILD, c[::5], back[56], NOW
        ),
        "who wrote most in 30 days": lambda c: rollups.anybody_wrote_more(
            GUILD, c, 10**9, back[30], NOW
        ),
        "a member's 30 days": lambda c: rollups.of_member(
            GUILD, FIRST_MEMBER + 7, c, back[30], NOW
        ),
        "scores of 4 days": lambda c: messages.scores(GUILD, c, back[4], NOW),
        "scores of the busiest channel, 30 days": lambda c: messages.scores(
            GUILD, c[:1], back[30], NOW
        ),
        "published days of 180 days": lambda c: store.published_days.of_channels(
            GUILD, c, back[180], NOW
        ),
        "changes of the net": lambda c: store.model_versions.changes(GUILD, c, back[90], NOW),
        "notes": lambda c: store.notes.between(GUILD, c, back[90], NOW),
        "marks": lambda _: store.marks.totals(GUILD),
    }


def _summaries_and_trends(store: Storage) -> dict[str, Question]:
    """What the commands ask for, by their own class."""
    moods = Moods(store, Retention(), lambda: NOW)

    def trend(days: int, least_writers: int | None, share: float = 1.0) -> Question:
        live = least_writers is not None
        window = moods.window(Last(days * DAY), live=live, zone=ZONE)
        assert window is not None
        return lambda c: moods.trend(
            GUILD, c[: round(len(c) * share)], window, least_writers=least_writers
        )

    def week_map(days: int) -> Question:
        window = moods.window(Last(days * DAY), live=True, zone=ZONE)
        assert window is not None
        return lambda c: moods.week_map("", GUILD, c, window, least_writers=LEAST_WRITERS)

    return {
        **{f"trend, {days} days": trend(days, LEAST_WRITERS) for days in (1, 7, 30, 90, 400)},
        "trend of a tenth of the channels, 90 days": trend(90, LEAST_WRITERS, 0.1),
        "trend of published days, 90 days": trend(90, None),
        "hour × weekday, 90 days": week_map(90),
        "coverage, 30 days": lambda c: moods.coverage(
            GUILD, c, 30 * DAY, least_writers=LEAST_WRITERS
        ),
        "a member, 30 days": lambda c: moods.of_member(GUILD, FIRST_MEMBER + 7, c, 30 * DAY),
    }


def _looks(watching: Watching) -> dict[str, Question]:
    """Looks at many messages, for what is unusual."""
    return {
        "what is unusual since yesterday": lambda c: watching.look(
            GUILD, c, NOW - DAY, most=MOST_LOOKED_THROUGH
        ),
        "what is unusual in 30 days": lambda c: watching.look(
            GUILD, c, NOW - 30 * DAY, most=MOST_LOOKED_THROUGH
        ),
        "seen before in one channel, 30 days": lambda c: watching.look(
            GUILD, c[:1], NOW - 30 * DAY
        ),
    }


async def _alone(
    ask: Question, channels: Sequence[int], options: argparse.Namespace
) -> dict[str, float]:
    """The times of so many questions, one after the other."""
    random = Random(options.seed)
    taken: list[float] = []
    used: list[float] = []
    async with asyncio.TaskGroup() as group:
        lags: list[float] = []
        looking = group.create_task(_lags(lags))
        for asked in [_readable(random, channels) for _ in range(options.rounds)]:
            before = time.process_time()
            taken.append(await _time(ask, asked))
            used.append(time.process_time() - before)
        looking.cancel()
    return {**_figures(taken, lags), "cpu_p50_ms": _percentile(used, 50)}


async def _at_once(
    ask: Question, channels: Sequence[int], options: argparse.Namespace
) -> dict[str, float]:
    """The same, as many people ask together and nobody waits for the answers of others."""
    random = Random(options.seed)
    taken: list[float] = []
    async with asyncio.TaskGroup() as group:
        lags: list[float] = []
        looking = group.create_task(_lags(lags))
        for _ in range(max(1, options.rounds // options.people)):
            asked = [_readable(random, channels) for _ in range(options.people)]
            taken += await asyncio.gather(*(_time(ask, each) for each in asked))
        looking.cancel()
    return _figures(taken, lags)


def _readable(random: Random, channels: Sequence[int]) -> list[int]:
    """The channels that somebody may read: all but up to five."""
    hidden = set(random.sample(channels, random.randint(0, min(5, len(channels) - 1))))
    return [channel for channel in channels if channel not in hidden]


async def _time(ask: Question, channels: list[int]) -> float:
    started = time.perf_counter()
    await ask(channels)
    return time.perf_counter() - started


async def _lags(lags: list[float]) -> None:
    """Note how late the event loop is, again and again."""
    while True:
        wanted = time.perf_counter() + _LOOKS_EVERY
        await asyncio.sleep(_LOOKS_EVERY)
        lags.append(time.perf_counter() - wanted)


def _figures(taken: Sequence[float], lags: Sequence[float]) -> dict[str, float]:
    return {
        "p50_ms": _percentile(taken, 50),
        "p99_ms": _percentile(taken, 99),
        "lag_p99_ms": _percentile(lags, 99),
    }


def _percentile(seconds: Sequence[float], percent: int) -> float:
    """In milliseconds."""
    if len(seconds) < 2:
        return _milliseconds(max(seconds, default=0.0))
    return _milliseconds(quantiles(seconds, n=100, method="inclusive")[percent - 1])


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 3)


def report_query(figures: dict[str, Any]) -> str:
    """The figures of `bench_query` for people."""
    lines = []
    for size in figures["sizes"]:
        lines += [*_report_of_size(size, figures["people_at_once"]), ""]
    if len(figures["sizes"]) > 1:
        lines.append(
            "the slowest summary or trend, at most messages × at fewest: "
            f"{figures['slowest_cpu_p50_ms_ratio']:.2f} of the processor, "
            f"{figures['slowest_alone_p99_ms_ratio']:.2f} alone (p99), "
            f"{figures['slowest_at_once_p99_ms_ratio']:.2f} at once (p99)"
        )
    return "\n".join(lines)


def _report_of_size(size: dict[str, Any], people: int) -> list[str]:
    lines = [
        f"{size['messages']:,} messages, {size['channels']} channels, {size['days']} days; "
        f"{size['mib']} MiB; milliseconds",
        f"{'':44} {'alone':>23} {f'{people} at once':>15}",
        f"{'':44} {'CPU':>7} {'p50':>7} {'p99':>7} {'p50':>7} {'p99':>7}",
    ]
    for name, times in size["questions"].items():
        alone, at_once = times["alone"], times["at_once"]
        found = [
            alone["cpu_p50_ms"],
            *(t[p] for t in (alone, at_once) for p in ("p50_ms", "p99_ms")),
        ]
        lines.append(f"{name:44} " + " ".join(f"{each:>7.1f}" for each in found))
    return [
        *lines,
        f"{'the first look of a day':44} {size['first_look_of_the_day_ms']:>15.1f}",
        f"{'event loop, late by (p99)':44} {size['loop_lag_alone_p99_ms']:>23.1f} "
        f"{size['loop_lag_at_once_p99_ms']:>15.1f}",
    ]
