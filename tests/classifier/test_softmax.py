from __future__ import annotations

import numpy as np
import pytest
from scipy.special import log_softmax
from scipy.special import softmax as oracle

from classifier.softmax import cross_entropy, softmax


def test_rows_sum_to_one_even_for_large_logits() -> None:
    assert softmax(np.array([[1000.0, 0.0], [1.0, 1.0]])).tolist() == [[1.0, 0.0], [0.5, 0.5]]
    logits = np.random.default_rng(1).normal(0, 20, (500, 3)).astype(np.float32)
    assert softmax(logits).sum(axis=1) == pytest.approx(np.ones(500), abs=1e-15)


def test_probabilities_and_losses_are_those_of_scipy() -> None:
    random = np.random.default_rng(2)
    logits, labels = random.normal(0, 5, (300, 3)), random.integers(0, 3, 300)
    assert softmax(logits) == pytest.approx(oracle(logits, axis=1))
    wanted = -log_softmax(logits, axis=1)[np.arange(300), labels]
    assert cross_entropy(logits, labels) == pytest.approx(wanted)
