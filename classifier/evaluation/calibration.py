"""How far a probability can be trusted: calibration error, temperature, and a stated threshold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from classifier.softmax import cross_entropy


def calibration_error(
    confidence: NDArray[np.floating], right: NDArray[np.bool_], bins: int = 15
) -> float:
    """Expected calibration error, 0..1 (Guo et al. 2017, https://arxiv.org/abs/1706.04599).

    `confidence` (rows,) is the probability given to each answer, `right` (rows,) whether it was
    true. In each of `bins` equal ranges of confidence the mean confidence should equal the share
    of right answers; the result is how far they are apart, on average over the rows.
    """
    bin_of = np.minimum((confidence * bins).astype(int), bins - 1)
    surplus = np.bincount(bin_of, weights=confidence - right, minlength=bins)
    return float(np.abs(surplus).sum() / len(confidence))


def fit_temperature(logits: NDArray[np.floating], labels: NDArray[np.integer]) -> float:
    """The T for which softmax(logits / T) gives `labels` the least mean cross-entropy.

    `logits` is (rows, labels), `labels` (rows,) positions. T is in 0.1..10; above 1 the net was
    too sure of itself. Temperature scaling, from the same paper as `calibration_error`.
    """
    found = minimize_scalar(
        lambda log_t: float(cross_entropy(logits / np.exp(log_t), labels).mean()),
        bounds=(np.log(0.1), np.log(10.0)),
        method="bounded",
    )
    return float(np.exp(found.x))


def fit_offset(logits: NDArray[np.floating], labels: NDArray[np.integer], label: int) -> float:
    """What to add to the logits of `label` so that the net favours it no more than others.

    The value in -3..3 with the least mean cross-entropy when all labels count alike, however many
    rows they have. `logits` is (rows, labels), `labels` (rows,) positions.
    """
    counts = np.bincount(labels, minlength=logits.shape[1])
    weights = 1 / np.maximum(counts, 1)[labels]
    one = np.eye(logits.shape[1])[label]
    found = minimize_scalar(
        lambda shift: float(weights @ cross_entropy(logits + shift * one, labels)),
        bounds=(-3.0, 3.0),
        method="bounded",
    )
    return float(found.x)


def threshold(confidence: NDArray[np.floating], right: NDArray[np.bool_], wanted: float) -> float:
    """The confidence below which an answer should not be trusted, in 0..1, two digits.

    An answer given is worth 1 - `wanted` where it is right and costs `wanted` where it is wrong,
    so that one which is right with a probability of `wanted` is worth nothing. The threshold is
    where the answers from it upwards are worth most in all; 1 where none is worth giving.
    """
    order = np.argsort(-confidence, kind="stable")
    worth = np.concatenate(([0.0], np.cumsum(right[order] - wanted)))
    most = int(worth.argmax())
    return round(float(confidence[order[most - 1]]), 2) if most else 1.0


def wanted_accuracy(labels: int) -> float:
    """What an answer at the threshold should reach: a quarter of the way from chance to certain.

    A half where there are three labels (more often right than wrong), 5/8 where there are two.
    """
    chance = 1 / labels
    return chance + (1 - chance) / 4
