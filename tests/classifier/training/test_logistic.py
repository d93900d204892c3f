from __future__ import annotations

import numpy as np
import pytest

from classifier.onehot import OneHot
from classifier.training.logistic import fit, least


def test_the_least_of_a_bowl_is_found() -> None:
    scale = np.array([[1.0, 10.0], [100.0, 0.5]])
    goal = np.array([[3.0, -1.0], [0.5, 2.0]])

    def bowl(point: np.ndarray) -> tuple[float, np.ndarray]:
        return float((scale * (point - goal) ** 2).sum()), 2 * scale * (point - goal)

    assert least(bowl, np.zeros((2, 2)), 100) == pytest.approx(goal, abs=0.01)


def test_at_the_fitted_weights_the_penalty_balances_what_the_texts_ask_for() -> None:
    random = np.random.default_rng(1)
    labels = random.integers(0, 3, 300)
    texts = OneHot.of([{1 + label, *random.integers(4, 9, 2).tolist()} for label in labels])
    weights = np.where(labels == 1, 2.0, 1.0)
    fitted = fit(texts, 9, labels, weights, freedom=0.5, steps=300)

    logits = fitted.logits(texts).astype(float)
    assert (logits.argmax(axis=1) == labels).all()
    chances = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    surplus = 0.5 * weights[:, None] * (np.eye(3)[labels] - chances)
    assert fitted.kernel == pytest.approx(texts.dense(9).T @ surplus, abs=0.1)
    assert surplus.sum(axis=0) == pytest.approx(np.zeros(3), abs=0.1)
    assert (fitted.kernel[0] == 0).all()
