"""Logistic regression on one-hot texts: the best that 80,000 labelled texts alone can teach.

Fitted on all texts at once with an L2 penalty. Adam on batches, as the nets are trained, would give
rare features as large steps as common ones, and learn the texts by heart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from classifier.evaluation.calibration import softmax

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from classifier.onehot import OneHot

_MEMORY = 10  # steps that L-BFGS remembers


@dataclass(frozen=True, slots=True)
class Logistic:
    """`kernel` float64 (columns, labels), row 0 of no feature; `bias` (labels,)."""

    kernel: NDArray[np.float64]
    bias: NDArray[np.float64]

    def logits(self, texts: OneHot) -> NDArray[np.float32]:
        """float32 of shape (texts, labels)."""
        return (_times(texts, self.kernel) + self.bias).astype(np.float32)


def fit(
    texts: OneHot,
    columns: int,
    labels: NDArray[np.integer],
    weights: NDArray[np.float64],
    freedom: float,
    steps: int = 80,
) -> Logistic:
    """The least `freedom` · Σ weight · cross-entropy + ½ ‖kernel‖², by L-BFGS.

    `labels` and `weights` are (texts,). `freedom` is the C of other libraries: less of it keeps
    the kernel smaller.
    """
    wanted = np.eye(3)[labels]
    rows = texts.rows()

    def loss(point: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        kernel, bias = point[:-1], point[-1]
        chances = softmax(_times(texts, kernel) + bias)
        likelihood = np.log(np.maximum((chances * wanted).sum(axis=1), 1e-300))
        surplus = freedom * weights[:, None] * (chances - wanted)
        gradient = np.empty_like(point)
        for label in range(3):
            gradient[:-1, label] = np.bincount(texts.columns, surplus[rows, label], columns)
        gradient[:-1] += kernel
        gradient[-1] = surplus.sum(axis=0)
        value = float((kernel**2).sum() / 2 - freedom * weights @ likelihood)
        return value, gradient

    point = least(loss, np.zeros((columns + 1, 3)), steps)
    return Logistic(point[:-1], point[-1])


def least(
    loss: Callable[[NDArray[np.float64]], tuple[float, NDArray[np.float64]]],
    point: NDArray[np.float64],
    steps: int,
) -> NDArray[np.float64]:
    """Where the convex `loss`, given with its gradient, is least (or nearly, after `steps`).

    Limited-memory BFGS (Nocedal & Wright 2006, "Numerical Optimization", algorithms 7.4 and 7.5)
    with steps halved until the loss falls enough (Armijo's condition).
    """
    value, gradient = loss(point)
    moves: list[tuple[NDArray[np.float64], NDArray[np.float64], float]] = []
    for _ in range(steps):
        direction = -_scaled(gradient, moves)
        slope = float((gradient * direction).sum())
        length = 1.0 if moves else min(1.0, 1 / max(float(np.abs(gradient).sum()), 1e-300))
        while True:
            next_point = point + length * direction
            next_value, next_gradient = loss(next_point)
            if next_value <= value + 1e-4 * length * slope or length < 1e-10:
                break
            length /= 2
        move, turn = next_point - point, next_gradient - gradient
        curvature = float((move * turn).sum())
        if curvature > 0:
            moves = [*moves[1 - _MEMORY :], (move, turn, curvature)]
        gain = value - next_value
        point, value, gradient = next_point, next_value, next_gradient
        if gain <= 1e-6 * abs(value):
            break
    return point


def _scaled(
    gradient: NDArray[np.float64],
    moves: list[tuple[NDArray[np.float64], NDArray[np.float64], float]],
) -> NDArray[np.float64]:
    """The gradient times the inverse curvature that the last moves suggest (the two loops)."""
    scaled = gradient.copy()
    shares = []
    for move, turn, curvature in reversed(moves):
        share = float((move * scaled).sum()) / curvature
        scaled -= share * turn
        shares.append(share)
    if moves:
        _, turn, curvature = moves[-1]
        scaled *= curvature / float((turn**2).sum())
    for (move, turn, curvature), share in zip(moves, reversed(shares), strict=True):
        scaled += (share - float((turn * scaled).sum()) / curvature) * move
    return scaled


def _times(texts: OneHot, kernel: NDArray[np.float64]) -> NDArray[np.float64]:
    """The one-hot matrix times `kernel`, float64 of shape (texts, labels)."""
    rows = texts.rows()
    return np.stack(
        [np.bincount(rows, column[texts.columns], len(texts)) for column in kernel.T], axis=1
    )
