"""How far a probability can be trusted: calibration error, temperature, and a stated threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray


def softmax(logits: NDArray[np.floating]) -> NDArray[np.floating]:
    """Probabilities of each row; same shape and dtype."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities: NDArray[np.floating] = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


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


def temperature(logits: NDArray[np.floating], labels: NDArray[np.integer]) -> float:
    """The T for which softmax(logits / T) gives `labels` the least mean cross-entropy.

    `logits` is (rows, labels), `labels` (rows,) positions. T is in 0.1..10; above 1 the net was
    too sure of itself. Temperature scaling, from the same paper as `calibration_error`.
    """
    log_temperature = _least(
        lambda guess: float(_cross_entropy(logits / np.exp(guess), labels).mean()),
        np.log(0.1),
        np.log(10.0),
    )
    return float(np.exp(log_temperature))


def offset(logits: NDArray[np.floating], labels: NDArray[np.integer], label: int) -> float:
    """What to add to the logits of `label` so that the net favours it no more than others.

    The value in -3..3 with the least mean cross-entropy when all labels count alike, however many
    rows they have. `logits` is (rows, labels), `labels` (rows,) positions.
    """
    counts = np.bincount(labels, minlength=logits.shape[1])
    weights = 1 / np.maximum(counts, 1)[labels]
    one = np.eye(logits.shape[1])[label]
    return _least(
        lambda guess: float(weights @ _cross_entropy(logits + guess * one, labels)), -3.0, 3.0
    )


def _cross_entropy(
    logits: NDArray[np.floating], labels: NDArray[np.integer]
) -> NDArray[np.floating]:
    top = logits.max(axis=1, keepdims=True)
    log_sum = top[:, 0] + np.log(np.exp(logits - top).sum(axis=1))
    losses: NDArray[np.floating] = log_sum - logits[np.arange(len(labels)), labels]
    return losses


def _least(loss: Callable[[float], float], low: float, high: float) -> float:
    """Where `loss`, which has one minimum between `low` and `high`, is least."""
    while high - low > 1e-4:
        third = (high - low) / 3
        if loss(low + third) < loss(high - third):
            high -= third
        else:
            low += third
    return float((low + high) / 2)


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
