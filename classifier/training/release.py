"""The last steps of a recipe: calibrate the trained net, judge it, and write it with its card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from classifier import identity_terms, model_file
from classifier.data.labelled_csv import Rows, joined
from classifier.data.parts import Part
from classifier.dictionary import Dictionary
from classifier.evaluation import fairness_audit
from classifier.evaluation.calibration import (
    fit_offset,
    fit_temperature,
    threshold,
    wanted_accuracy,
)
from classifier.evaluation.metrics import evaluate, summary
from classifier.model_file import Layer, Model
from classifier.score import LABELS
from classifier.scorer import Scorer
from classifier.softmax import softmax
from classifier.tokens import LATEST
from classifier.training import network
from classifier.training.fit import Examples

if TYPE_CHECKING:
    import keras

MANY = 1_000  # rows: with fewer, one answer more or less already shows in the third digit
CONFIDENCE_MEANS = (
    "below it an answer is more often wrong than right, on the validation rows labelled by people"
)


def release(
    net: keras.Sequential,
    features: Sequence[str],
    parts: Sequence[Part],
    validation: Examples,
    out: Path,
    trained_on: dict[str, Any],
    reported: Mapping[str, Rows],
) -> Model:
    """Write `net`, without weight for words of people and calibrated on `validation`, to `out`.

    It is judged on the validation rows of `parts` and on the rows of the files `reported`; its card
    keeps the figures.
    """
    learnt = network.layers(net)[0]
    known, kernel = identity_terms.neutralised(features, learnt.weights())
    net.layers[0].kernel.assign(kernel[: len(learnt.kernel)])
    calibrated = calibrate(net, parts, validation)
    first, *rest = calibrated.layers
    first = replace(first, kernel=kernel)

    def save(figures: dict[str, Any]) -> Model:
        return model_file.save(
            out,
            Dictionary(known, LATEST.name),
            [first.quantised(), *rest],
            name="default",
            labels=LABELS,
            confidence=calibrated.confidence,
            trained_on=trained_on,
            figures={
                "temperature": round(calibrated.temperature, 3),
                "confidence": CONFIDENCE_MEANS,
                **figures,
            },
        )

    model = save({})
    exact = replace(model, layers=(first, *rest))
    biased = replace(model, dictionary=Dictionary(features, LATEST.name), layers=(learnt, *rest))
    fair = {
        "before": fairness_audit.summary(fairness_audit.audit(Scorer(biased))),
        "after": fairness_audit.summary(fairness_audit.audit(Scorer(model))),
    }
    return save({**_figures(Scorer(model), Scorer(exact), parts, reported), "fairness": fair})


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A trained net's layers with temperature and prior in the last, and what was chosen.

    `confidence` (0..1) is what `CONFIDENCE_MEANS` says.
    """

    layers: list[Layer]
    temperature: float
    confidence: float


def calibrate(net: keras.Sequential, parts: Sequence[Part], validation: Examples) -> Calibrated:
    """Fit temperature and threshold to the validation rows that people labelled."""
    human = np.array([part.source.human for part in parts])[validation.source]
    labels = validation.labels[human]
    logits = network.Predictor(net)(validation.texts.take(np.flatnonzero(human)))
    neutral = LABELS.index("neutral")
    prior = talk_prior(parts) + np.eye(3, dtype=np.float32)[neutral] * fit_offset(
        logits, labels, neutral
    )
    logits = logits + prior
    temperature = fit_temperature(logits, labels)
    probabilities = softmax(logits / temperature)
    right = probabilities.argmax(axis=1) == labels
    confidence = threshold(probabilities.max(axis=1), right, wanted_accuracy(len(LABELS)))

    *layers, last = network.layers(net)
    cool = np.float32(1 / temperature)
    last = Layer(last.weights() * cool, (last.bias + prior) * cool, last.activation)
    return Calibrated([*layers, last], temperature, confidence)


def talk_prior(parts: Sequence[Part]) -> NDArray[np.float32]:
    """The log prior of each label in talk, float32 (3,), which the finished net includes.

    Neutral is half way between a third and as common as in the texts labelled by people. Both sides
    are alike: which of them prevails depends on the place, and is what a barometer shall find out.
    """
    labels = np.concatenate([part.rows.labels[part.learn] for part in parts if part.source.human])
    common = float(np.clip((labels == LABELS.index("neutral")).mean(), 0.1, 0.9))
    neutral = (1 / 3 + common) / 2
    return np.log([(1 - neutral) / 2, neutral, (1 - neutral) / 2]).astype(np.float32)


def _figures(
    quantised: Scorer, exact: Scorer, parts: Sequence[Part], reported: Mapping[str, Rows]
) -> dict[str, Any]:
    """What the card says of the finished net, and what int8 weights cost it."""
    held_back: dict[str, list[Rows]] = {}
    for part in parts:
        if len(part.validation):
            held_back.setdefault(part.source.file, []).append(part.rows.take(part.validation))
    validation, lost = {}, []
    for file, several in held_back.items():
        rows = joined(several)
        result = evaluate(quantised, rows, file)
        validation[file] = summary(result)
        if len(rows) >= MANY:
            lost.append(evaluate(exact, rows, file).accuracy - result.accuracy)
    return {
        "accuracy_lost_by_quantising": round(max(lost, default=0.0), 5),
        "validation": validation,
        "report": {
            name: summary(evaluate(quantised, rows, name)) for name, rows in reported.items()
        },
    }
