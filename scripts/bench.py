"""Measure how fast Barometer is: `python -m scripts.bench score`, or `train --data FILE`."""

from __future__ import annotations

import os

# Before NumPy and TensorFlow are loaded: one thread for everybody.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", OMP_WAIT_POLICY="passive")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import argparse
import csv
import gc
import gzip
import json
import sys
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, TextIO, cast

import numpy as np

import classifier
from classifier.model_file import Model, read
from scripts.bench_train import bench_train
from scripts.bench_train import report as report_train

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

BATCH = 64


@dataclass(frozen=True, slots=True)
class Contender:
    """Something that scores texts; `share` of a round's texts are enough to time it."""

    name: str
    score: Callable[[list[str]], object]
    share: float = 1.0


def ours(model: Model, batch: int) -> Callable[[list[str]], object]:
    """Our scorer, `batch` texts at a time."""
    scorer = classifier.Scorer(model)

    def score(texts: list[str]) -> None:
        for start in range(0, len(texts), batch):
            scorer.score(texts[start : start + batch])

    return score


def vader() -> Callable[[list[str]], object]:
    """VADER (Hutto & Gilbert 2014). Raises ImportError where it is not installed."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    polarity_scores = SentimentIntensityAnalyzer().polarity_scores
    return lambda texts: [polarity_scores(text) for text in texts]


def keras_predict(model: Model) -> Callable[[list[str]], object]:
    """The same net in Keras, `predict` on one message at a time, as the article did it.

    Raises ImportError where TensorFlow is not installed.
    """
    import keras
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    net = keras.Sequential([keras.Input((len(model.dictionary),))])
    for layer in model.layers:
        dense = keras.layers.Dense(len(layer.bias), activation=layer.activation)
        net.add(dense)
        dense.set_weights([layer.weights(), layer.bias])

    def score(texts: list[str]) -> None:
        for text in texts:
            one_hot = np.zeros((1, len(model.dictionary)), np.float32)
            one_hot[0, model.dictionary.columns(text)] = 1
            net.predict(one_hot, verbose=0)

    return score


# The commonest words of English, which a dictionary in order of information does not begin with.
COMMONEST = """\
the to i a and it you of in is for that my on me so have but be at just was this not
with i'm now can get up are like all do out go what day it's your good no know we got time really
from when about if today
"""


def tweets(words: Sequence[str], seed: int) -> Iterator[str]:
    """Endless made-up tweets of about 80 characters, no two alike but by chance.

    Words follow Zipf's law: the commonest of English, then `words` in an order made from the
    seed. Some are misspelt into unknown ones, capitalised or followed by punctuation, and there
    are emoji, mentions and links.
    """
    random = np.random.default_rng(seed)
    words = [*COMMONEST.split(), *random.permutation(words)]
    chances = 1 / (np.arange(len(words)) + 2.7) ** 1.15
    cumulated = np.cumsum(chances / chances.sum())
    letters = "abcdefghijklmnopqrstuvwxyz"
    ends = [""] * 80 + [",", ".", "!", "?"] * 4 + ["...", "!!!", " :)", " 😂"]
    while True:
        length = random.normal(80, 30)
        text = "@someone " if random.random() < 0.3 else ""
        while len(text) < length:
            word = words[int(np.searchsorted(cumulated, random.random()).clip(max=len(words) - 1))]
            if random.random() < 0.04:
                word += "".join(random.choice(list(letters), 3))
            if random.random() < 0.1:
                word = word.capitalize()
            text += f"{word}{random.choice(ends)} "
        yield text + ("https://example.org/x" if random.random() < 0.05 else "")


def texts_of(path: Path) -> list[str]:
    """The column `text` of a CSV file, plain or .gz; raises SystemExit if it has none."""
    if not path.is_file():
        raise SystemExit(f"There is no file {path}.")
    opened = gzip.open if path.suffix == ".gz" else open
    with cast("TextIO", opened(path, "rt", encoding="utf-8", newline="")) as file:
        rows = csv.DictReader(file)
        if "text" not in (rows.fieldnames or ()):
            raise SystemExit(f"{path} has no column 'text'.")
        return [row["text"] for row in rows]


def rounds_of(
    contenders: Sequence[Contender], texts: Iterator[str], rounds: int, messages: int
) -> list[dict[str, float]]:
    """Messages per second of each contender in each round, every text used once.

    The contenders take turns, so that a slow moment of the machine hits all of them. A first
    round, to warm up, does not count. Raises SystemExit when the texts run out.
    """
    speeds = []
    for _ in range(rounds + 1):
        speed = {}
        for contender in contenders:
            wanted = max(1, int(messages * contender.share))
            fresh = list(islice(texts, wanted))
            if len(fresh) < wanted:
                raise SystemExit("Too few texts: give a longer file, or lower --messages.")
            start = time.perf_counter()
            contender.score(fresh)
            speed[contender.name] = wanted / (time.perf_counter() - start)
        speeds.append(speed)
    return speeds[1:]


def bench_score(options: argparse.Namespace) -> dict[str, Any]:
    """Our scorer in batches and one by one, VADER, and Keras `predict`, in this one process."""
    model = read(options.model or classifier.DEFAULT_MODEL)
    contenders = [
        Contender(f"ours, batches of {BATCH}", ours(model, BATCH)),
        Contender("ours, one by one", ours(model, 1), 0.25),
    ]
    missing = []
    for name, make, share in [
        ("VADER", vader, 0.5),
        ("Keras predict, one by one", lambda: keras_predict(model), 0.005),
    ]:
        try:
            contenders.append(Contender(name, make(), share))
        except ImportError:
            missing.append(name)
    if options.texts:
        texts = iter(texts_of(options.texts))
    else:
        texts = tweets([f for f in model.dictionary.features[1:] if " " not in f], options.seed)
    # What is there now is nobody's garbage to look through: TensorFlow has a million objects.
    gc.collect()
    gc.freeze()
    speeds = rounds_of(contenders, texts, options.rounds, options.messages)
    gc.unfreeze()
    first = contenders[0].name
    return {
        "bench": "score",
        "model": model.version,
        "columns": len(model.dictionary),
        "texts": str(options.texts or "made up"),
        "rounds": options.rounds,
        "messages_per_second": {
            contender.name: round(median(speed[contender.name] for speed in speeds), 1)
            for contender in contenders
        },
        "times_as_fast": {
            f"{first} / {contender.name}": round(
                median(speed[first] / speed[contender.name] for speed in speeds), 2
            )
            for contender in contenders[1:]
        },
        "not_installed": missing,
    }


def report_score(figures: dict[str, Any]) -> str:
    """The figures of `bench_score` for people."""
    lines = [
        f"{figures['model']}, {figures['columns']:,} columns; one thread; texts: "
        f"{figures['texts']}; medians of {figures['rounds']} rounds",
        *(f"{v:>12,.0f} messages/s  {k}" for k, v in figures["messages_per_second"].items()),
        *(f"{v:>12,.2f} ×           {k}" for k, v in figures["times_as_fast"].items()),
        *(f"{name} is not installed and was left out." for name in figures["not_installed"]),
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one bench; 0, or 1 with words when the model or the data cannot be used."""
    options = _parser().parse_args(arguments)
    bench, report = {
        "score": (bench_score, report_score),
        "train": (bench_train, report_train),
    }[options.bench]
    try:
        figures = bench(options)
    except ModuleNotFoundError as error:
        if error.name not in ("tensorflow", "keras"):
            raise
        print("This needs TensorFlow. Run: pip install 'barometer-bot[train]'", file=sys.stderr)
        return 1
    except classifier.ClassifierError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(figures, indent=2) if options.json else report(figures))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    benches = parser.add_subparsers(dest="bench", required=True)
    score = benches.add_parser("score", help="messages scored a second, beside VADER and Keras")
    score.add_argument("--model", type=Path, metavar="DIR", help="a trained folder")
    score.add_argument("--texts", type=Path, metavar="FILE", help="CSV with a column 'text'")
    score.add_argument("--messages", type=int, default=1500, help="texts a round (1500)")
    score.add_argument("--rounds", type=int, default=11, help="rounds that count (11)")
    score.add_argument("--seed", type=int, default=0, help="of the made-up texts (0)")
    score.add_argument("--json", action="store_true", help="print JSON")
    train = benches.add_parser("train", help="seconds an epoch, beside the article's dense form")
    train.add_argument(
        "--data", type=Path, required=True, metavar="FILE", help="the article's tweets, or any CSV"
    )
    train.add_argument("--rows", type=int, default=100_000, help="rows to take (100000)")
    train.add_argument("--epochs", type=int, default=2, help="of which the fastest counts (2)")
    train.add_argument("--seed", type=int, default=1, help="of rows and nets (1)")
    train.add_argument("--json", action="store_true", help="print JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
