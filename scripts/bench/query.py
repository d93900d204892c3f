"""How long the storage's questions and the reports made of them take, on a big server.

Each is asked by one person at a time, and by many at once; each of them may read all channels but
a few, and not the same. No picture is drawn, and Discord is not asked. Beside the times stands how
much of the processor one question took, which says more on a machine that has other things to do;
with `--engine postgresql` all processes of the server are counted, too.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import storage
from bot.reports.watching import Watching
from scripts.bench import postgres_query, postgres_store
from scripts.bench.big_server import GUILD, NOW, BigServer
from scripts.bench.latency import milliseconds, note_lags, percentile
from scripts.bench.questions import DAY, Question, looks, of_storage, summaries_and_trends
from scripts.chaos.postgres_server import PostgresServer
from storage.records import Retention

Clock = Callable[[], float]
"""How many seconds of a processor have been used."""


def bench_query(options: argparse.Namespace) -> dict[str, Any]:
    """Make a server's database of each size, or take the one that is there, and ask everything."""
    of_size = _of_size_on_server if options.engine == "postgresql" else _of_size
    sizes = [of_size(messages, options) for messages in options.messages]
    figures: dict[str, Any] = {
        "bench": "query",
        "engine": options.engine,
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
        asked = _bench(server, path, None, time.process_time, options)
        return {"build_seconds": built, "mib": path.stat().st_size >> 20, **asyncio.run(asked)}


def _of_size_on_server(messages: int, options: argparse.Namespace) -> dict[str, Any]:
    server = BigServer(messages, options.channels, options.days, options.seed)
    with TemporaryDirectory() as folder, PostgresServer.started() as postgres:
        address, key_file = postgres.new_database(), Path(folder) / "key"
        started = time.perf_counter()
        asyncio.run(postgres_query.build(server, address, key_file))
        built = round(time.perf_counter() - started, 1)
        mib = asyncio.run(postgres_query.mebibytes(address))
        clock = postgres_store.ProcessorClock(postgres)
        asked = _bench(server, address, key_file, clock, options)
        return {"build_seconds": built, "mib": mib, **asyncio.run(asked)}


async def _bench(
    server: BigServer,
    address: Path | str,
    key_file: Path | None,
    clock: Clock,
    options: argparse.Namespace,
) -> dict[str, Any]:
    channels = server.channel_ids
    async with storage.open(address, now=NOW, key_file=key_file) as store:
        watching = Watching(store, Retention(), lambda: NOW)
        started = time.perf_counter()
        await watching.look(GUILD, channels, NOW - DAY)
        first_look = milliseconds(time.perf_counter() - started)
        summaries = summaries_and_trends(store)
        questions = {**summaries, **looks(watching), **of_storage(store)}
        times = {
            name: {
                "alone": await _alone(ask, channels, clock, options),
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


async def _alone(
    ask: Question, channels: Sequence[int], clock: Clock, options: argparse.Namespace
) -> dict[str, float]:
    """The times of so many questions, one after the other."""
    random = Random(options.seed)
    taken: list[float] = []
    used: list[float] = []
    async with asyncio.TaskGroup() as group:
        lags: list[float] = []
        looking = group.create_task(note_lags(lags))
        for asked in [_readable(random, channels) for _ in range(options.rounds)]:
            before = clock()
            taken.append(await _time(ask, asked))
            used.append(clock() - before)
        looking.cancel()
    return {**_figures(taken, lags), "cpu_p50_ms": percentile(used, 50)}


async def _at_once(
    ask: Question, channels: Sequence[int], options: argparse.Namespace
) -> dict[str, float]:
    """The same, as many people ask together and nobody waits for the answers of others."""
    random = Random(options.seed)
    taken: list[float] = []
    async with asyncio.TaskGroup() as group:
        lags: list[float] = []
        looking = group.create_task(note_lags(lags))
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


def _figures(taken: Sequence[float], lags: Sequence[float]) -> dict[str, float]:
    return {
        "p50_ms": percentile(taken, 50),
        "p99_ms": percentile(taken, 99),
        "lag_p99_ms": percentile(lags, 99),
    }


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
