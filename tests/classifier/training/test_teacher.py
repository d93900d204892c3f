from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from classifier.data.labelled_csv import Rows
from classifier.data.parts import Part
from classifier.data.sources import SOURCES
from classifier.onehot import OneHot
from classifier.training.teacher import ODDS_STEPS, VALENCE_STEPS, beside, fit, targets, width

FEATURES = ["", "love", "awful", "desk", "NOT love", "adore"]


def part(place: int, labels: list[int]) -> Part:
    texts = [""] * len(labels)
    rows = Rows(texts, np.array(labels, np.int8), texts)
    source = replace(SOURCES[place], human=place > 0)
    return Part(source, rows, np.arange(len(labels)), np.arange(0))


def test_more_columns_stand_beside_a_texts_own() -> None:
    texts = beside(OneHot.of([[1, 2], [], [3]]), np.array([[0, 1], [1, 1], [0, 0]], bool), 10)
    assert [sorted(some.tolist()) for some in np.split(texts.columns, texts.offsets[1:-1])] == (
        [[1, 2, 11], [10, 11], [3]]
    )


def test_teachers_know_words_of_the_lexicon_that_no_labelled_text_held() -> None:
    labelled = part(1, [2, 0, 1, 0] * 20)
    texts = OneHot.of([[1], [2], [3], [4]] * 20)
    odds = [np.tile(np.array([3, -3, 0, -1], np.float32), 20)]
    teachers = fit([labelled], [texts], FEATURES, {"love": 3.0, "adore": 3.0, "awful": -2.0}, odds)
    assert width(teachers.column_of) == 5 + 4 * len(VALENCE_STEPS) + len(ODDS_STEPS)
    unseen = OneHot.of([[5], [2], [4]])
    logits = teachers.logits(unseen, np.zeros(3, np.float32))
    assert logits.argmax(axis=1).tolist() == [2, 0, 0]


def test_an_emoticon_says_only_which_side_a_text_is_not_on() -> None:
    tweets = part(0, [2, 0])
    even = np.zeros((2, 3), np.float32)
    assert targets(tweets, even, np.zeros(3, np.float32), 1.0) == (
        pytest.approx(np.array([[0, 0.5, 0.5], [0.5, 0.5, 0]]), abs=1e-6)
    )


def test_a_persons_label_counts_beside_the_teachers_answer() -> None:
    labelled = part(1, [1])
    wanted = targets(labelled, np.zeros((1, 3), np.float32), np.zeros(3, np.float32), 0.4)
    assert wanted == pytest.approx(np.array([[0.2, 0.6, 0.2]]))
