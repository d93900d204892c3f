"""`python -m scripts.fuzz tokens|commands|events [--seconds N]`: looks for what breaks the bot.

    tokens    texts to the scorer: no exception, and 100 × the length takes at most 120 × the time
              (1,000 and 100,000 characters; a minute for this alone)
    commands  options and texts to the running bot: every one answered, no ping, nothing in the log
    events    messages with odd fields to the client: what it takes from them can be stored

It ends with exit code 1 where it found something. With atheris installed (`pip install atheris`,
where it has a wheel), `tokens` is guided by coverage; otherwise it is random.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib.util
import io
import logging
import math
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from statistics import median
from typing import Any

import classifier
import storage
from bot import logs
from bot.clock import utc_now
from classifier.scorer import Scorer
from classifier.tokens import TOKENIZERS
from scripts.hostile import (
    CANARY,
    ODD,
    PIECES,
    deaf_client,
    hostile_text,
    mangled,
    playing,
    rows,
    sendable_text,
)

MOST = 120  # times the time, for 100 times the length
SHORT = 1_000  # characters; 100 times as many are 25 times what Discord lets through
TURNS = 5
LENGTH = 4_000  # characters: the longest message of Discord

UNITS = (
    *PIECES, "a", "a ", "1 ", "1:", "(1", "+1", "1_", "a@", "x+@", "a-a@", "a.a", "a.bc/", "www.",
    "http://", "</", "</a", "<@1", "<t:1", "a#12", "a#1234", ":", ":d", "=(", ">:", ";_", "o_o",
    "t_", "-_", "_", "~", "(", "[", "!?", "<3", "xd", "é", "가", "٣", "１", "ǆ", "1\u20e3",
    "\u0345", "\udc00", "USER", "not good. ", "i don't think so ", "no! ",
)  # fmt: skip


def check_text(scorer: Scorer, text: str) -> None:
    """Raise where `text` breaks a promise of the tokenisers or of the scorer."""
    for tokenizer in TOKENIZERS.values():
        _require(all(tokenizer.words(text)), "an empty token")
        # NFKC makes at most 18 letters of one.
        _require(len(tokenizer.features(text)) <= 3 * 18 * len(text), "too many features")
    (score,) = scorer.score([text])
    whole = score.negative + score.neutral + score.positive
    _require(math.isclose(whole, 1), "no probabilities")
    _require(scorer.explain(text).score.status == score.status, "explained otherwise")


class Broken(Exception):  # noqa: N818 (a finding, not an error of ours)
    """A promise is broken; the message says which."""


def _require(kept: bool, promise: str) -> None:
    if not kept:
        raise Broken(promise)


def ratio(work: Callable[[str], object], unit: str) -> float:
    """How many times the time `work` takes for 100 times the length, in CPU time.

    Long and short runs take turns, so that what else runs on the machine slows both, and the
    medians are compared; where that is too much, of up to three times as many turns.
    """
    short = unit * (SHORT // len(unit))
    taken: tuple[list[float], list[float]] = ([], [])
    times = math.inf
    gc.collect()
    gc.disable()
    while len(taken[1]) < 3 * TURNS and times > MOST:
        for _ in range(TURNS):
            for text, runs, seconds in ((short, 10, taken[0]), (short * 100, 1, taken[1])):
                for _ in range(runs):
                    start = time.thread_time()
                    work(text)
                    seconds.append(time.thread_time() - start)
        times = median(taken[1]) / median(taken[0])
    gc.enable()
    return times


def not_linear(scorer: Scorer) -> list[str]:
    """Measure the tokeniser and the scorer on texts of each unit; those that take too long."""
    failures = []
    works: dict[str, Callable[[str], object]] = {
        **{f"features of {name}": it.features for name, it in TOKENIZERS.items()},
        "score": lambda text: scorer.score([text]),
    }
    for name, work in works.items():
        ratios = {unit: ratio(work, unit) for unit in UNITS}
        worst = max(ratios, key=lambda unit: ratios[unit])
        print(f"{name}: 100 × the length, {ratios[worst]:.0f} × the time at most ({worst!r})")
        failures += [f"{name} of {u!r}: {n:.0f} ×" for u, n in ratios.items() if n > MOST]
    return failures


def tokens(seconds: float, seed: int) -> list[str]:
    scorer = classifier.load()
    failures = not_linear(scorer)
    if importlib.util.find_spec("atheris"):
        guided = [sys.executable, "-c", _GUIDED, f"-max_total_time={max(1, int(seconds))}"]
        done = subprocess.run([*guided, f"-seed={seed}", "-verbosity=0"], check=False)  # noqa: S603 (our own Python)
        return failures + (["the guided fuzzer, see above"] if done.returncode else [])
    rng, count, end = random.Random(seed), 0, time.monotonic() + seconds  # noqa: S311 (no secret)
    while time.monotonic() < end:
        text = hostile_text(rng, LENGTH)
        count += 1
        try:
            check_text(scorer, text)
        except Exception as error:
            failures.append(f"{text[:200]!r}: {error!r}")
    print(f"{count:,} random texts")
    return failures


# libFuzzer ends its process, and instruments what is imported under it: so it gets its own.
_GUIDED = """
import sys, atheris
with atheris.instrument_imports(include=["classifier"]):
    import classifier
    from scripts.fuzz import check_text
scorer = classifier.load()

def one(data):
    check_text(scorer, data.decode("utf-8", "surrogatepass" if data[:1] < b"\\x80" else "ignore"))

def tolerant(data):
    try:
        one(data)
    except UnicodeDecodeError:
        one(data.decode("latin-1").encode())

atheris.Setup(sys.argv, tolerant)
atheris.Fuzz()
"""


async def commands(seconds: float, seed: int) -> list[str]:
    rng, count, end = random.Random(seed), 0, time.monotonic() + seconds  # noqa: S311 (no secret)
    failures: list[str] = []
    log = _Overheard()
    with tempfile.TemporaryDirectory() as folder:
        async with playing(Path(folder)) as stage:
            while time.monotonic() < end:
                texts = [sendable_text(rng, LENGTH) for _ in range(20)]
                await asyncio.gather(*map(stage.check, texts))
                options = mangled(rng, {"o": [{"name": "text", "type": 3, "value": CANARY}]})
                await stage.ask_anything(rng.choice((*ODD, *options.values())))
                count += 21
            failures += [
                f"could ping: {message!r}"[:300]
                for message in stage.messages()
                if message.get("allowed_mentions") != {"parse": []} or "@everyone" in str(message)
            ]
    print(f"{count:,} commands, {len(stage.messages()):,} messages sent")
    return failures + log.secrets()


async def events(seconds: float, seed: int) -> list[str]:
    rng, count, end = random.Random(seed), 0, time.monotonic() + seconds  # noqa: S311 (no secret)
    failures: list[str] = []
    log = _Overheard()
    names = ("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK")
    with tempfile.TemporaryDirectory() as folder:
        async with (
            storage.open(Path(folder) / "moods", now=utc_now()) as store,
            deaf_client() as (feed, taken, sound),
        ):
            while time.monotonic() < end:
                count += 1
                event = mangled(rng, sound)
                try:
                    await feed(rng.choice(names), event)
                except Exception as error:  # discord.py's; the bot then connects anew and says so:
                    logging.getLogger(__name__).info("%s", logs.describe(error))
                offered = rows(taken.events)
                taken.events.clear()
                try:
                    await store.messages.apply(offered)
                except storage.StorageError as error:
                    failures.append(f"{error}: {event!r}"[:500])
    print(f"{count:,} events")
    return failures + log.secrets()


class _Overheard:
    """All that is logged from now on, as the bot would write it."""

    def __init__(self) -> None:
        self._text = io.StringIO()
        handler = logging.StreamHandler(self._text)
        handler.setFormatter(logs.Formatter())
        logging.getLogger().addHandler(handler)
        logging.getLogger().setLevel(logging.INFO)

    def secrets(self) -> list[str]:
        """The lines that hold what somebody wrote."""
        lines = self._text.getvalue().splitlines()
        return [f"in the log: {line}" for line in lines if CANARY in line]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.fuzz", description=__doc__.split("\n")[0]
    )
    parser.add_argument("what", choices=["tokens", "commands", "events"])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))  # noqa: S311 (no secret)
    arguments = parser.parse_args()
    print(f"Seed {arguments.seed}")
    if arguments.what == "tokens":
        failures = tokens(arguments.seconds, arguments.seed)
    else:
        run: dict[str, Callable[[float, int], Coroutine[Any, Any, list[str]]]] = {
            "commands": commands,
            "events": events,
        }
        failures = asyncio.run(run[arguments.what](arguments.seconds, arguments.seed))
    for failure in failures[:20]:
        print(f"FAILED {failure}")
    print(f"{len(failures)} failures")
    raise SystemExit(1 if failures else 0)


if __name__ == "__main__":
    main()
