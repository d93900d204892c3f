"""The recipe for anybody's own labelled text, from a few hundred rows on.

The default's net (`classifier.training.recipes.default`), learnt from the labels alone, with what
few rows ask for: single words only, small batches, more passes, and figures that say how sure they
are.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import numpy as np
from numpy.typing import NDArray

import classifier
from classifier import model_file
from classifier.data.custom_files import CsvFormat, CustomFile, load
from classifier.data.labelled_csv import Rows
from classifier.data.parts import Part
from classifier.dictionary import Dictionary
from classifier.evaluation.calibration import fit_temperature, threshold, wanted_accuracy
from classifier.evaluation.intervals import Verdict, compare
from classifier.features import may_stand
from classifier.model_file import Layer, Model
from classifier.onehot import OneHot, stack
from classifier.score import LABELS
from classifier.scorer import Scorer
from classifier.softmax import softmax
from classifier.tokens import LATEST
from classifier.training import network
from classifier.training.checkpoint import checkpoint_file
from classifier.training.encoding import all_features
from classifier.training.feature_selection import (
    COLUMNS,
    Choice,
    count,
    g_statistic,
    log_ratio,
)
from classifier.training.fit import NEVER, Examples, Schedule, fit
from classifier.training.recipes.default import first_kernel

if TYPE_CHECKING:
    import keras

HIDDEN = ((64, "relu"), (32, "sigmoid"))
DROPOUT = 0.5
VALIDATION = 0.2
MINIMUM_COUNT = 3
FEW = 50_000  # fewer rows than this say too little of word pairs, and are passed more often
EPOCHS_OF_FEW, EPOCHS_OF_MANY = 5, 2
BATCH_SIZES = (16, 1024)  # between these, so that an epoch has about fifty steps or more
LABEL_SMOOTHING = 0.1
LEAN = 1 / 3  # of the default's start from naive Bayes, which few rows know less well


def train(
    data: Sequence[CustomFile],
    out: Path,
    *,
    csv_format: CsvFormat,
    max_rows: int | None = None,
    epochs: int | None = None,
    seed: int = 1,
    output: TextIO = sys.stdout,
) -> Model:
    """Train a net on the files `data` and write it to the folder `out`.

    A fifth of the texts is held back, and judges the finished net beside the commonest label and
    the net that ships. The net has two labels where no row is neutral. `max_rows` takes so many
    rows of each file, drawn by `seed`; `epochs` None: as many as the number of rows asks for.

    Raises:
        DatasetError: a file cannot be used, or there are too few rows.
    """
    parts = load(data, csv_format, VALIDATION, max_rows, seed)
    for part in parts:
        print(f"{part.source.file}: {part.rows.report()}", file=output, flush=True)
    out.mkdir(parents=True, exist_ok=True)
    numbered, features = all_features(parts)
    choice = choose(parts, numbered, features)
    encoded = [texts.renumber(choice.column_of) for texts in numbered]
    learn = examples(parts, encoded, [part.learn for part in parts])
    validation = examples(parts, encoded, [part.validation for part in parts])

    network.prepare(seed)
    net = network.build(len(choice.lean), HIDDEN, len(LABELS), DROPOUT)
    random = np.random.default_rng(seed)
    net.layers[0].kernel.assign(first_kernel(LEAN * choice.lean, HIDDEN[0][0], random))
    fit(
        net,
        learn,
        validation,
        schedule(len(learn.labels), epochs),
        seed=seed,
        checkpoint=checkpoint_file(out),
        output=output,
    )
    layers, confidence = calibrated(net, learn, validation)

    def save(figures: dict[str, Any]) -> Model:
        return model_file.save(
            out,
            Dictionary(choice.features, LATEST.name),
            layers,
            name="custom",
            labels=[LABELS[label] for label in given_labels(learn)],
            confidence=confidence,
            trained_on={"recipe": "custom", "seed": seed, "sources": _sources(parts)},
            figures=figures,
        )

    model = save({})
    verdict = _verdict(Scorer(model), parts)
    print(verdict.text(), file=output, flush=True)
    return save({"validation": verdict.figures()})


def choose(parts: Sequence[Part], encoded: Sequence[OneHot], features: Sequence[str]) -> Choice:
    """The features that three or more of the rows to learn from hold, most telling first."""
    counts, rows = np.zeros((len(features), 3), np.int64), np.zeros(3, np.int64)
    for part, texts in zip(parts, encoded, strict=True):
        labels = part.rows.labels[part.learn]
        counts += count(texts.take(part.learn), labels, len(features))
        rows += np.bincount(labels, minlength=3)
    worth = g_statistic(counts, rows)
    excluded = counts.sum(axis=1) < MINIMUM_COUNT
    excluded |= ~np.fromiter(map(may_stand, features), bool, len(features))
    excluded[0] = True
    if rows.sum() < FEW:
        excluded |= np.fromiter((" " in feature for feature in features), bool, len(features))
    worth[excluded] = -1
    best = np.argsort(-worth, kind="stable")[: COLUMNS - 1]
    best = best[worth[best] >= 0]

    column_of = np.zeros(len(features), np.int32)
    column_of[best] = np.arange(1, len(best) + 1)
    lean = np.zeros((len(best) + 1, 2))
    sides = [2, 0]
    lean[1:, 0] = log_ratio(counts[best][:, sides], rows[sides])
    if rows[1]:
        neutral_or_not = np.stack([counts[best, 1], counts[best][:, sides].sum(axis=1)], axis=1)
        lean[1:, 1] = log_ratio(neutral_or_not, np.array([rows[1], rows[sides].sum()]))
    return Choice(column_of, [features[number] for number in best], lean)


def examples(
    parts: Sequence[Part], encoded: Sequence[OneHot], rows: Sequence[NDArray[np.intp]]
) -> Examples:
    """The chosen rows of each part, with their labels, blurred a little, to learn from."""
    labels = [part.rows.labels[chosen] for part, chosen in zip(parts, rows, strict=True)]
    source = np.concatenate([np.full(len(some), at, np.int8) for at, some in enumerate(labels)])
    shares = np.array(
        [np.bincount(part.rows.labels[part.learn], minlength=3) / len(part.learn) for part in parts]
    )
    given = shares > 0
    blurred = LABEL_SMOOTHING * given / given.sum(axis=1, keepdims=True)
    targets = (1 - LABEL_SMOOTHING) * np.eye(3)[np.concatenate(labels)] + blurred[source]
    log_prior = np.log(shares, where=given, out=np.full(shares.shape, NEVER))
    return Examples(
        stack([texts.take(chosen) for texts, chosen in zip(encoded, rows, strict=True)]),
        np.concatenate(labels),
        source,
        targets.astype(np.float32),
        log_prior.astype(np.float32),
        np.array([part.source.weight for part in parts], np.float32),
        np.array([part.source.repeats for part in parts]),
        whole=np.zeros(len(parts), np.bool_),
        side_weights=np.zeros(len(parts), np.float32),
    )


def schedule(rows: int, epochs: int | None) -> Schedule:
    """How to fit so many rows: small batches and many passes where they are few."""
    if epochs is None:
        epochs = EPOCHS_OF_FEW if rows < FEW else EPOCHS_OF_MANY
    batch_size = int(np.clip(rows // 50, *BATCH_SIZES))
    return Schedule(epochs, batch_size, rate=2e-3, final_rate=4e-5, drop=0.3)


def given_labels(learn: Examples) -> NDArray[np.intp]:
    """The positions in `LABELS` that occur among the rows to learn from."""
    return np.unique(learn.labels).astype(np.intp)


def calibrated(
    net: keras.Sequential, learn: Examples, validation: Examples
) -> tuple[list[Layer], float]:
    """The net's layers, with temperature and the rows' own prior in the last, and the threshold.

    Only outputs for labels that occur are kept.
    """
    given = given_labels(learn)
    rows = np.bincount(learn.labels, learn.weights[learn.source], minlength=len(LABELS))
    prior = np.log(rows[given] / rows.sum()).astype(np.float32)
    labels = np.searchsorted(given, validation.labels)
    logits = network.Predictor(net)(validation.texts)[:, given] + prior
    temperature = fit_temperature(logits, labels)
    probabilities = softmax(logits / temperature)
    right = probabilities.argmax(axis=1) == labels
    confidence = threshold(probabilities.max(axis=1), right, wanted_accuracy(len(given)))

    first, *layers, last = network.layers(net)
    cool = np.float32(1 / temperature)
    kernel = np.ascontiguousarray(last.weights()[:, given] * cool)
    last = Layer(kernel, (last.bias[given] + prior) * cool, last.activation)
    return [first.quantised(), *layers, last], confidence


def _verdict(scorer: Scorer, parts: Sequence[Part]) -> Verdict:
    """The finished net on all validation rows, beside the commonest label and what ships."""
    kept = [part.rows.take(part.validation) for part in parts]
    texts = [text for rows in kept for text in rows.texts]
    validation = Rows(texts, np.concatenate([rows.labels for rows in kept]), texts)
    learnt = np.concatenate([part.rows.labels[part.learn] for part in parts])
    return compare(
        {"this net": scorer, "the net that ships": classifier.load()},
        validation,
        int(np.bincount(learnt).argmax()),
    )


def _sources(parts: Sequence[Part]) -> list[dict[str, Any]]:
    return [
        {
            "file": part.source.file,
            "weight": part.source.weight,
            "rows": len(part.learn),
            "validation_rows": len(part.validation),
            "skipped": dict(part.rows.skipped),
        }
        for part in parts
    ]
