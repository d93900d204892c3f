"""Messages scored a second: our scorer, in batches and one by one, VADER and Keras `predict`."""

from __future__ import annotations

import argparse
import csv
import gc
import gzip
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, TextIO, cast

import numpy as np

import classifier
from classifier.model_file import Model, read
from scripts.bench.texts import chat_lines, tweets

BATCH = 64
BATCHED = f"ours, batches of {BATCH}"
ALONE = "ours, one by one"
VADER = "VADER"
KERAS = "Keras predict, one by one"
RATIOS = [(BATCHED, VADER), (ALONE, VADER), (BATCHED, KERAS), (BATCHED, ALONE)]


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
    """Our scorer in batches and one by one, VADER, and Keras `predict`, in this one process.

    On made-up tweets and on short made-up lines of chat, or on the texts of a file.
    """
    model = read(options.model or classifier.DEFAULT_MODEL)
    missing = []
    baselines = []
    for name, make, share in [
        (VADER, vader, 0.5),
        (KERAS, lambda: keras_predict(model), 0.005),
    ]:
        try:
            baselines.append(Contender(name, make(), share))
        except ImportError:
            missing.append(name)
    texts: dict[str, Iterator[str]]
    if options.texts:
        texts = {str(options.texts): iter(texts_of(options.texts))}
    else:
        words = [feature for feature in model.dictionary.features[1:] if " " not in feature]
        texts = {
            "made-up tweets": tweets(words, options.seed),
            "made-up chat lines": chat_lines(words, options.seed),
        }
    return {
        "bench": "score",
        "model": model.version,
        "columns": len(model.dictionary),
        "rounds": options.rounds,
        "runs": [_run(kind, some, baselines, options) for kind, some in texts.items()],
        "not_installed": missing,
    }


def _run(
    kind: str, texts: Iterator[str], baselines: Sequence[Contender], options: argparse.Namespace
) -> dict[str, Any]:
    """The medians of one kind of texts, met by scorers that have not scored before."""
    folder = options.model or classifier.DEFAULT_MODEL
    contenders = [
        Contender(BATCHED, ours(read(folder), BATCH)),
        Contender(ALONE, ours(read(folder), 1), 0.25),
        *baselines,
    ]
    # What is there now is nobody's garbage to look through: TensorFlow has a million objects.
    gc.collect()
    gc.freeze()
    speeds = rounds_of(contenders, texts, options.rounds, options.messages)
    gc.unfreeze()
    return {
        "texts": kind,
        "messages_per_second": {
            contender.name: round(median(speed[contender.name] for speed in speeds), 1)
            for contender in contenders
        },
        "times_as_fast": {
            f"{one} / {other}": round(median(speed[one] / speed[other] for speed in speeds), 2)
            for one, other in RATIOS
            if one in speeds[0] and other in speeds[0]
        },
    }


def report_score(figures: dict[str, Any]) -> str:
    """The figures of `bench_score` for people."""
    lines = [
        f"{figures['model']}, {figures['columns']:,} columns; one thread; medians of "
        f"{figures['rounds']} rounds, each of texts that nobody has met"
    ]
    for run in figures["runs"]:
        lines += [
            "",
            f"{run['texts']}:",
            *(f"{v:>12,.0f} messages/s  {k}" for k, v in run["messages_per_second"].items()),
            *(f"{v:>12,.2f} ×           {k}" for k, v in run["times_as_fast"].items()),
        ]
    lines += [f"{name} is not installed and was left out." for name in figures["not_installed"]]
    return "\n".join(lines)
