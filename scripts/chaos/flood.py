"""Thousands of messages a second through the whole bot: it stays quick, small and exact.

A loopback Discord in this process sends `--rate` messages a second (a slow machine may not get
there: `rate_reached` says so) for `--seconds` to `python -m bot`, while somebody uses commands.
Then again with scoring slowed down, until the bot's queue overflows. Each time:

- memory grows by at most 50 MiB over what it was once warm, and no more in the second half;
- the bot's event loop keeps tasks waiting less than 100 ms (99th percentile);
- commands are answered within 1 s (99th percentile), and there is no heartbeat warning;
- what was sent is what the bot says that it counted or refused, exactly; and all of it is stored
  in the end, what was refused by way of the channels' history.

Windows cannot tell a process its memory in this way: there, this program says so and ends.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from classifier.score import Score
from playground.errors import PlaygroundError
from playground.server import LoopbackDiscord
from scripts.chaos import lag, ledger, town
from scripts.chaos.result import Figure, Result, percentile

MOST_GROWTH = 50.0  # MiB over warm
MOST_LATE_GROWTH = 10.0  # MiB in the second half: "flat"
MOST_LAG_MS = 100.0
MOST_SECONDS_TO_ANSWER = 1.0
WARM_UP = 2.0  # seconds of flood that do not count
QUEUE = 20_000  # messages that the bot's queue holds
SLOW_RATE = 200  # messages scored a second, when slowed
PATIENCE = 120.0  # seconds without anything more stored, until what is missing counts as lost
SECONDS_BETWEEN_REPORTS = 5.0
REPORT = "CHAOS_REPORT"
SLOWED = "CHAOS_SLOWED"
CAPACITY = "CHAOS_QUEUE"


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--rate", type=float, default=5000, metavar="N", help="messages a second (5000)"
    )
    parser.add_argument(
        "--queue", type=int, metavar="N", help="let the bot's queue hold fewer (20000)"
    )


def run(options: Namespace) -> Result:
    """Flood the bot twice: as it is, and with scoring slowed."""
    if sys.platform == "win32":
        return Result({"skipped": "Windows does not tell a process its memory"}, ("not run",))
    figures: dict[str, Figure] = {"rate_wanted": options.rate, "seconds": options.seconds}
    broken: list[str] = []
    for name, slowed in (("", False), ("slowed_", True)):
        with TemporaryDirectory() as folder:
            flood = Flood(Path(folder), options, slowed=slowed)
            found = asyncio.run(flood.run())
        figures |= {name + key: value for key, value in found.figures.items()}
        broken += [f"{name.replace('_', ': ')}{fault}" for fault in found.broken]
    return Result(figures, tuple(broken))


@dataclass(slots=True)
class Seen:
    """What one flood showed. Times are of the clock `time.monotonic`."""

    since: float = 0.0
    until: float = 0.0
    sent_before: int = 0
    sent: int = 0
    seconds_to_store: float = 0.0  # all that was sent, once it has ended
    answers: list[float] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)


class Flood:
    """One bot, and everybody writing at once."""

    def __init__(self, folder: Path, options: Namespace, *, slowed: bool) -> None:
        self._folder = folder
        self._options = options
        self._slowed = slowed
        self._queue = options.queue or QUEUE
        self._report = folder / "report.json"

    async def run(self) -> Result:
        path = town.database(self._folder)
        environment = {
            REPORT: str(self._report),
            SLOWED: "1" if self._slowed else "",
            CAPACITY: str(self._queue),
        }
        async with LoopbackDiscord() as server:
            place = town.Town.build(server, self._options.seed)
            bot = town.bot(server, self._folder, "scripts.chaos.flood", **environment)
            async with bot as running:
                await server.wait_until_ready()
                seen = await self._flood(place)
                running.process.send_signal(signal.SIGUSR1)  # from now on scoring is quick
                await place.ask("/sentiment help")  # whoever is answered was heard, all of it
                seen.seconds_to_store = await _until_stored(path, len(place.sent))
                await running.stop()
        return self._result(seen, place, running, ledger.count(path))

    async def _flood(self, place: town.Town) -> Seen:
        seen = Seen()
        writing = asyncio.create_task(place.pour(self._options.rate))
        await asyncio.sleep(WARM_UP)
        ended = asyncio.Event()
        asking = asyncio.create_task(_ask(place, seen, ended))
        seen.since, seen.sent_before = time.monotonic(), len(place.sent)
        await asyncio.sleep(self._options.seconds)
        if self._slowed:
            overflown = len(place.sent) + 1.5 * self._queue
            await town.wait_until(lambda: len(place.sent) >= overflown, PATIENCE)
        seen.until, seen.sent = time.monotonic(), len(place.sent)
        ended.set()
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
        await asking
        return seen

    def _result(self, seen: Seen, place: town.Town, bot: town.Bot, stored: int) -> Result:
        report = json.loads(self._report.read_text())
        late = [each for at, each, _ in report if seen.since <= at <= seen.until]
        memory = [mib for at, _, mib in report if seen.since <= at <= seen.until]
        figures: dict[str, Figure] = {
            "messages": len(place.sent),
            "rate_reached": round((seen.sent - seen.sent_before) / (seen.until - seen.since)),
            "stored": stored,
            "counted": bot.counted("events? counted"),
            "refused": bot.counted("refused"),
            "all_stored_after_s": round(seen.seconds_to_store, 1),
            "lag_p99_ms": round(percentile(lag.of_all(late), 99) * 1000, 1),
            "lag_max_ms": round(max(late) * 1000, 1),
            "memory_warm_mib": round(memory[0], 1),
            "memory_growth_mib": round(memory[-1] - memory[0], 1),
            "memory_growth_late_mib": round(memory[-1] - memory[len(memory) // 2], 1),
            "commands": len(seen.answers),
            "answer_p99_s": round(percentile(seen.answers, 99), 3),
        }
        return Result(figures, tuple(self._faults(figures, seen, bot)))

    def _faults(self, figures: dict[str, Any], seen: Seen, bot: town.Bot) -> list[str]:
        found = [f"no answer: {fault}" for fault in seen.unanswered]
        if figures["counted"] + figures["refused"] != figures["messages"]:
            found.append("sent is not counted + refused")
        if figures["stored"] != figures["messages"]:
            found.append("not everything that was sent is stored")
        if self._slowed and not figures["refused"]:
            found.append("the queue did not overflow")
        if figures["memory_growth_mib"] > MOST_GROWTH:
            found.append("memory grew too much")
        if figures["memory_growth_late_mib"] > MOST_LATE_GROWTH:
            found.append("memory went on growing")
        if figures["lag_p99_ms"] >= MOST_LAG_MS:
            found.append("the event loop is late")
        if figures["answer_p99_s"] > MOST_SECONDS_TO_ANSWER:
            found.append("commands are answered late")
        if "heartbeat" in bot.said().lower() or bot.process.returncode != 0:
            found.append(f"a heartbeat warning, or exit code {bot.process.returncode} is not 0")
        return found + ledger.faults(town.database(self._folder))


async def _ask(place: town.Town, seen: Seen, ended: asyncio.Event) -> None:
    # Not cancelled: until Python 3.12, wait_for may swallow that.
    while not ended.is_set():
        for line in ("/sentiment help", "/sentiment server", "/sentiment check text:so lovely"):
            try:
                seen.answers.append(await place.ask(line))
            except PlaygroundError as error:
                seen.unanswered.append(str(error))
            await asyncio.sleep(0.2)


async def _until_stored(path: Path, wanted: int) -> float:
    """Wait until all is stored, what was refused, too, by way of the history; the seconds it took.

    Says on stderr how far it is. It gives up when nothing more is stored for `PATIENCE`.
    """
    began = grew = told = time.monotonic()
    count = ledger.count(path)
    while count != wanted and time.monotonic() < grew + PATIENCE:
        await asyncio.sleep(1.0)
        before, count = count, ledger.count(path)
        if count > before:
            grew = time.monotonic()
        if time.monotonic() > told + SECONDS_BETWEEN_REPORTS:
            told = time.monotonic()
            seconds = f"after {told - began:.0f} s"
            print(f"{count:,} of {wanted:,} messages stored {seconds}", file=sys.stderr, flush=True)
    return time.monotonic() - began


def probed_bot() -> None:
    """`python -m bot` that reports, in the end, its loop's lateness and its memory over time."""
    from bot import __main__ as program
    from bot.ingest.pipeline import Pipeline
    from classifier.pool import ScorerPool

    run, score = program.run, ScorerPool.score
    slowed = bool(os.environ[SLOWED])

    report: list[tuple[float, float, float]] = []

    async def run_probed(settings: Any) -> None:
        async with lag.measured(lambda late: report.append((time.monotonic(), late, _mib()))):
            await run(settings)

    async def score_slowly(pool: ScorerPool, texts: Sequence[str]) -> list[Score]:
        if slowed and len(texts) > 1:  # not the text of a command
            await asyncio.sleep(len(texts) / SLOW_RATE)
        return await score(pool, texts)

    def hurry(*_: object) -> None:
        nonlocal slowed
        slowed = False

    signal.signal(signal.SIGUSR1, hurry)
    defaults: dict[str, Any] = Pipeline.__init__.__kwdefaults__  # type: ignore[assignment]
    defaults["capacity"] = int(os.environ[CAPACITY])
    ScorerPool.score = score_slowly  # type: ignore[method-assign,assignment]
    program.run = run_probed
    sys.argv = ["bot"]
    program.main()
    Path(os.environ[REPORT]).write_text(json.dumps(report))


def _mib() -> float:
    """The most memory that this process has held so far."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


if __name__ == "__main__":
    probed_bot()
