"""The default's recipe: one net from tweets labelled by emoticons and texts labelled by people.

Emoticons say only negative or positive, people also neutral, and each source has its own share of
each label. So every row is judged after adding the log prior of its source to the net's logits
(a tweet's neutral is as good as impossible): the net itself learns no source's habits, and one
loss serves all.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from classifier import model_file, network
from classifier.calibration import softmax, temperature, threshold, wanted_accuracy
from classifier.checkpoint import checkpoint_file
from classifier.datasets import read
from classifier.dictionary import Dictionary
from classifier.evaluation import evaluate, summary
from classifier.model_file import Layer
from classifier.onehot import OneHot, stack
from classifier.score import LABELS
from classifier.scorer import Scorer
from classifier.selection import all_features, choose
from classifier.sources import Part, load
from classifier.training import NEVER, Examples, Schedule, fit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TextIO

    import keras
    from numpy.typing import NDArray

    from classifier.model_file import Model

HIDDEN = ((64, "relu"), (32, "sigmoid"))
DROPOUT = 0.5
LABEL_SMOOTHING = 0.1
LEAN_SCALE, NOISE_SCALE = 0.3, 0.05  # of the first kernel's start
CONFIDENCE_MEANS = (
    "below it an answer is more often wrong than right, on the validation rows labelled by people"
)
SCHEDULE = Schedule(epochs=2, batch_size=2048, rate=2e-3, final_rate=4e-5, drop=0.3)


def train(
    data: Path,
    out: Path,
    *,
    max_rows: int | None = None,
    epochs: int = SCHEDULE.epochs,
    seed: int = 1,
    report: Sequence[Path] = (),
    output: TextIO = sys.stdout,
) -> Model:
    """Train the default's net on the files in the folder `data` and write it to `out`.

    `max_rows` takes so many rows of each file, drawn by `seed`. The finished net is judged on
    the validation rows and on the files `report` (text,label); its card keeps the figures.

    Raises:
        DatasetError: too few files are there, or one cannot be used.
    """
    parts, missing = load(data, max_rows, seed)
    for part in parts:
        print(f"{part.source.file}: {part.rows.report()}", file=output, flush=True)
    if missing:
        print(f"Missing, and left out: {', '.join(missing)}", file=output, flush=True)
    out.mkdir(parents=True, exist_ok=True)
    print("Encoding the texts …", file=output, flush=True)
    numbered, features = all_features(parts)
    choice = choose(parts, numbered, features)
    encoded = [texts.renumber(choice.column_of) for texts in numbered]
    del numbered, features

    network.prepare(seed)
    net = network.build(len(choice.lean), HIDDEN, len(LABELS), DROPOUT)
    random = np.random.default_rng(seed)
    net.layers[0].kernel.assign(first_kernel(choice.lean, HIDDEN[0][0], random))
    held = examples(parts, encoded, [part.held for part in parts])
    fit(
        net,
        examples(parts, encoded, [part.learn for part in parts]),
        held,
        replace(SCHEDULE, epochs=epochs),
        seed=seed,
        checkpoint=checkpoint_file(out),
        output=output,
    )
    calibrated = calibrate(net, parts, held)
    first, *rest = calibrated.layers

    def save(figures: dict[str, Any]) -> Model:
        return model_file.save(
            out,
            Dictionary(choice.features),
            [first.quantised(), *rest],
            name="default",
            labels=LABELS,
            confidence=calibrated.confidence,
            trained_on={"recipe": "default", "seed": seed, "sources": _sources(parts)},
            figures={
                "temperature": round(calibrated.temperature, 3),
                "confidence": CONFIDENCE_MEANS,
                **figures,
            },
        )

    model = save({})
    exact = replace(model, layers=tuple(calibrated.layers))
    return save(_figures(Scorer(model), Scorer(exact), parts, report))


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A trained net's layers with temperature and prior in the last, and what was chosen.

    `confidence` (0..1) is what `CONFIDENCE_MEANS` says.
    """

    layers: list[Layer]
    temperature: float
    confidence: float


def calibrate(net: keras.Sequential, parts: Sequence[Part], held: Examples) -> Calibrated:
    """Fit temperature and threshold to the held rows that people labelled."""
    human = np.array([part.source.human for part in parts])[held.source]
    labels = held.labels[human]
    prior = talk_prior(parts)
    logits = network.Predictor(net)(held.texts.take(np.flatnonzero(human))) + prior
    warmth = temperature(logits, labels)
    chances = softmax(logits / warmth)
    right = chances.argmax(axis=1) == labels
    confidence = threshold(chances.max(axis=1), right, wanted_accuracy(len(LABELS)))

    *layers, last = network.layers(net)
    cool = np.float32(1 / warmth)
    last = Layer(last.weights() * cool, (last.bias + prior) * cool, last.activation)
    return Calibrated([*layers, last], warmth, confidence)


def talk_prior(parts: Sequence[Part]) -> NDArray[np.float32]:
    """The log prior of each label in talk, float32 (3,), which the finished net includes.

    Neutral is as common as in the texts labelled by people. Both sides are alike: which of them
    prevails depends on the place, and is what a barometer shall find out.
    """
    labels = np.concatenate([part.rows.labels[part.learn] for part in parts if part.source.human])
    neutral = float(np.clip((labels == LABELS.index("neutral")).mean(), 0.1, 0.9))
    return np.log([(1 - neutral) / 2, neutral, (1 - neutral) / 2]).astype(np.float32)


def _figures(
    quantised: Scorer, exact: Scorer, parts: Sequence[Part], report: Sequence[Path]
) -> dict[str, Any]:
    """What the card says of the finished net, and what int8 weights cost it."""
    validation, lost = {}, []
    for part in parts:
        file, rows = part.source.file, part.rows.take(part.held)
        result = evaluate(quantised, rows, file)
        validation[file] = summary(result)
        lost.append(evaluate(exact, rows, file).accuracy - result.accuracy)
    return {
        "accuracy_lost_by_quantising": round(max(lost), 5),
        "validation": validation,
        "report": {
            path.name: summary(evaluate(quantised, read(path), path.name)) for path in report
        },
    }


def _sources(parts: Sequence[Part]) -> list[dict[str, Any]]:
    return [
        {
            "name": part.source.name,
            "file": part.source.file,
            "licence": part.source.licence,
            "rows": len(part.learn),
            "validation_rows": len(part.held),
        }
        for part in parts
    ]


def examples(
    parts: Sequence[Part], encoded: Sequence[OneHot], rows: Sequence[NDArray[np.intp]]
) -> Examples:
    """The chosen rows of each part, with what to learn from them."""
    labels = [part.rows.labels[chosen] for part, chosen in zip(parts, rows, strict=True)]
    source = [np.full(len(some), place, np.int8) for place, some in enumerate(labels)]
    shares = np.array(
        [np.bincount(part.rows.labels[part.learn], minlength=3) / len(part.learn) for part in parts]
    )
    given = shares > 0
    blurred = LABEL_SMOOTHING * given / given.sum(axis=1, keepdims=True)
    targets = (1 - LABEL_SMOOTHING) * np.eye(3) + blurred[:, None, :]
    log_prior = np.log(shares, where=given, out=np.full(shares.shape, NEVER))
    return Examples(
        stack([texts.take(chosen) for texts, chosen in zip(encoded, rows, strict=True)]),
        np.concatenate(labels),
        np.concatenate(source),
        targets.astype(np.float32),
        log_prior.astype(np.float32),
        np.array([part.source.weight for part in parts], np.float32),
        np.array([part.source.repeats for part in parts]),
    )


def first_kernel(
    lean: NDArray[np.float64], units: int, random: np.random.Generator
) -> NDArray[np.float32]:
    """A kernel (columns, units) that starts from naive Bayes: each unit weighs the two leanings."""
    kernel = lean @ random.normal(0, LEAN_SCALE, (2, units))
    kernel += random.normal(0, NOISE_SCALE, kernel.shape)
    kernel[0] = 0
    return kernel.astype(np.float32)
