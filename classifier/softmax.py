"""Logits to probabilities, for the bot and for training alike."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def softmax(logits: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """The probabilities of each row of `logits` (rows, labels), float64 so that a row sums to 1.

    >>> softmax(np.array([[1000.0, 1000.0]])).tolist()
    [[0.5, 0.5]]
    """
    powers = np.exp(logits - logits.max(axis=1, keepdims=True).astype(np.float64))
    probabilities: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


def cross_entropy(
    logits: NDArray[np.floating[Any]], labels: NDArray[np.integer[Any]]
) -> NDArray[np.float64]:
    """-ln of the probability that each row of `logits` gives its label, in nats; float64 (rows,).

    `labels` (rows,) are positions in the row.
    """
    shifted = logits - logits.max(axis=1, keepdims=True).astype(np.float64)
    given = shifted[np.arange(len(labels)), labels]
    losses: NDArray[np.float64] = np.log(np.exp(shifted).sum(axis=1)) - given
    return losses
