from __future__ import annotations

import numpy as np
import pytest

from classifier.evaluation.calibration import (
    calibration_error,
    fit_offset,
    fit_temperature,
    threshold,
    wanted_accuracy,
)


def test_the_calibration_error_is_the_gap_between_confidence_and_accuracy() -> None:
    right = np.array([True, True, True, False])
    assert calibration_error(np.full(4, 0.75), right) == pytest.approx(0)
    assert calibration_error(np.full(4, 0.95), right) == pytest.approx(0.2)
    # Half of the rows sit in a bin that is right, half in one that is 0.4 too sure.
    mixed = np.array([0.5, 0.5, 0.9, 0.9])
    assert calibration_error(mixed, np.array([1, 0, 1, 0], bool)) == pytest.approx(0.2)


def test_full_confidence_falls_into_the_last_bin() -> None:
    assert calibration_error(np.ones(3), np.ones(3, bool)) == 0


def test_the_temperature_undoes_a_known_exaggeration() -> None:
    random = np.random.default_rng(1)
    honest = random.normal(size=(20_000, 3))
    labels = (honest + random.gumbel(size=honest.shape)).argmax(axis=1)
    assert fit_temperature(honest, labels) == pytest.approx(1, abs=0.05)
    assert fit_temperature(honest * 2.5, labels) == pytest.approx(2.5, abs=0.1)


def test_the_threshold_is_where_answers_become_good_enough() -> None:
    confidence = np.linspace(0.3, 1, 70_001)
    right = np.random.default_rng(1).random(len(confidence)) < confidence
    assert threshold(confidence, right, 0.5) == pytest.approx(0.5, abs=0.03)
    assert threshold(confidence, right, 0.7) == pytest.approx(0.7, abs=0.03)


def test_the_threshold_spares_everything_or_nothing_where_that_is_best() -> None:
    confidence = np.array([0.4, 0.6, 0.9])
    assert threshold(confidence, np.zeros(3, bool), 0.5) == 1
    assert threshold(confidence, np.ones(3, bool), 0.5) == 0.4


def test_more_is_wanted_where_chance_alone_reaches_more() -> None:
    assert wanted_accuracy(3) == pytest.approx(0.5)
    assert wanted_accuracy(2) == pytest.approx(0.625)


def test_the_offset_takes_back_what_favoured_a_label_however_common_that_is() -> None:
    random = np.random.default_rng(1)
    labels = random.choice(3, 6000, p=[0.1, 0.8, 0.1])
    logits = random.normal(0, 1, (6000, 3))
    logits[np.arange(6000), labels] += 1.0  # how much sooner such a value comes from its label
    logits[:, 1] += 0.7
    assert fit_offset(logits, labels, 1) == pytest.approx(-0.7, abs=0.08)
