from __future__ import annotations

import numpy as np
import pytest

from classifier.dictionary import Dictionary
from classifier.onehot import OneHot, stack
from classifier.training.encoding import encode

TEXTS = OneHot.of([[3, 1], [], [2], [1, 4, 2]])


def test_taking_texts_takes_the_rows_of_the_matrix() -> None:
    order = np.array([3, 1, 0, 3])
    np.testing.assert_array_equal(TEXTS.take(order).dense(5), TEXTS.dense(5)[order])


def test_keeping_entries_leaves_each_in_its_own_text() -> None:
    kept = TEXTS.columns != 1
    expected = TEXTS.dense(5)
    expected[:, 1] = 0
    np.testing.assert_array_equal(TEXTS.keep(kept).dense(5), expected)


def test_renumbering_drops_what_gets_no_column() -> None:
    column_of = np.array([0, 2, 0, 1, 0], np.int32)
    np.testing.assert_array_equal(
        TEXTS.renumber(column_of).dense(3), [[0, 1, 1], [0, 0, 0], [0, 0, 0], [0, 0, 1]]
    )


def test_stacking_puts_one_part_after_the_other() -> None:
    both = stack([TEXTS, TEXTS.take(np.array([2]))])
    np.testing.assert_array_equal(both.dense(5), np.vstack([TEXTS.dense(5), TEXTS.dense(5)[2:3]]))


def test_encoding_marks_the_words_of_each_text_slice_by_slice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("classifier.training.encoding.SLICE", 2)
    texts = encode(Dictionary(["good", "day"], "article"), ["Good day good", "night", "", "day"])
    np.testing.assert_array_equal(texts.dense(3), [[0, 1, 1], [0, 0, 0], [0, 0, 0], [0, 0, 1]])
