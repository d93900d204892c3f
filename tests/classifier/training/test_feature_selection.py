from __future__ import annotations

import numpy as np
import pytest

from classifier.data.labelled_csv import Rows
from classifier.data.parts import Part
from classifier.data.sources import SOURCES
from classifier.onehot import OneHot
from classifier.training.encoding import all_features
from classifier.training.feature_selection import (
    choose,
    count,
    g_statistic,
    log_ratio,
)


def test_counting_says_how_many_texts_of_each_label_hold_a_feature() -> None:
    texts = OneHot.of([[0, 1], [1], [1], []])
    counts = count(texts, np.array([0, 2, 2, 1], np.int8), features=3)
    assert counts.tolist() == [[1, 0, 0], [1, 0, 2], [0, 0, 0]]


def test_g_agrees_with_the_worked_example_of_a_two_by_two_table() -> None:
    # 2 Σ O ln(O / E) over 30, 10 / 20, 40 by hand: expected 20, 20 / 30, 30.
    counts, totals = np.array([[30, 10]]), np.array([50, 50])
    by_hand = 2 * (30 * np.log(1.5) + 10 * np.log(0.5) + 20 * np.log(2 / 3) + 40 * np.log(4 / 3))
    assert g_statistic(counts, totals)[0] == pytest.approx(by_hand)


def test_g_is_nothing_where_presence_tells_nothing_and_finite_where_a_label_never_has_it() -> None:
    g = g_statistic(np.array([[10, 20], [5, 0], [0, 0]]), np.array([100, 200]))
    assert g[0] == pytest.approx(0)
    assert g[1] > 0
    assert g[2] == pytest.approx(0)


def test_the_log_ratio_leans_to_the_label_that_has_the_feature_more_often() -> None:
    ratio = log_ratio(np.array([[9, 0], [0, 9], [4, 4]]), np.array([98, 98]))
    assert ratio == pytest.approx([np.log(10), -np.log(10), 0])


def part(place: int, texts: list[str], labels: list[int]) -> Part:
    rows = Rows(texts, np.array(labels, np.int8), texts)
    return Part(SOURCES[place], rows, np.arange(len(texts)), np.array([], int))


def test_the_dictionary_holds_what_tells_the_labels_apart_and_nothing_rare_or_personal() -> None:
    texts = ["lovely tea", "lovely walk", "lovely cat", "awful tea", "awful walk", "awful cat"]
    sides = [2, 2, 2, 0, 0, 0]
    parts = [
        part(0, [*texts, "tea once", "write 5551234567 lovely"], [*sides, 0, 2]),
        part(1, [f"meeting {text}" for text in texts], [1, 1, 1, 0, 0, 2]),
    ]
    encoded, features = all_features(parts)
    choice = choose(parts, encoded, features)
    assert {"lovely", "awful", "meeting"} <= set(choice.features)
    assert "once" not in choice.features
    assert not any("5551234567" in feature for feature in choice.features)
    lean = dict(zip(choice.features, choice.lean[1:], strict=True))
    assert lean["lovely"][0] > 0 > lean["awful"][0]
    for feature, column in zip(choice.features, range(1, 1000), strict=False):
        assert choice.column_of[features.index(feature)] == column
