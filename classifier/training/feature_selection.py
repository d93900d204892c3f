"""Which features the dictionary holds: those that tell the labels apart, and how each leans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classifier.data.parts import Part
from classifier.data.sources import WRITTEN
from classifier.features import may_stand
from classifier.negation import NOT
from classifier.onehot import OneHot

COLUMNS = 150_000
MINIMUM_COUNT = 3
HUMAN_WEIGHT = 2  # of a human label beside an emoticon's when features are chosen


@dataclass(frozen=True, slots=True)
class Choice:
    """The features of the dictionary, and how each leans before any training.

    `column_of` int32 maps a feature's number to its column (0: not chosen). `features` lists the
    chosen from column 1 on. `lean` is float64 of shape (columns, 2): naive Bayes'
    log-ratios of positive against negative, and of neutral against both.
    """

    column_of: NDArray[np.int32]
    features: list[str]
    lean: NDArray[np.float64]


def choose(parts: Sequence[Part], encoded: Sequence[OneHot], features: Sequence[str]) -> Choice:
    """Choose the features that tell most of the label, from the rows to learn from only.

    The words of what was written for training are all among them, plain and negated.
    """
    written = np.zeros(len(features), bool)
    emoticons = np.zeros((len(features), 3), np.int64)
    people, emoticon_rows, people_rows = emoticons.copy(), np.zeros(3, int), np.zeros(3, int)
    for part, texts in zip(parts, encoded, strict=True):
        if part.source is WRITTEN:
            written[texts.columns] = True
        if not part.source.human and not part.source.emoticons:
            continue
        labels = part.rows.labels[part.learn]
        counts, rows = (people, people_rows) if part.source.human else (emoticons, emoticon_rows)
        counts += count(texts.take(part.learn), labels, len(features))
        rows += np.bincount(labels, minlength=3)
    written &= np.fromiter(map(_is_word, features), bool, len(features))
    sides = [2, 0]
    worth = g_statistic(emoticons[:, sides], emoticon_rows[sides])
    worth += HUMAN_WEIGHT * g_statistic(people, people_rows)
    worth[written] = np.inf
    excluded = ((emoticons + people).sum(axis=1) < MINIMUM_COUNT) & ~written
    excluded |= ~np.fromiter(map(may_stand, features), bool, len(features))
    excluded[0] = True
    worth[excluded] = -1
    best = np.argsort(-worth, kind="stable")[: COLUMNS - 1]
    best = best[worth[best] >= 0]

    column_of = np.zeros(len(features), np.int32)
    column_of[best] = np.arange(1, len(best) + 1)
    lean = np.zeros((len(best) + 1, 2))
    both = emoticons + HUMAN_WEIGHT * people
    rows = emoticon_rows + HUMAN_WEIGHT * people_rows
    lean[1:, 0] = log_ratio(both[best][:, sides], rows[sides])
    lean[1:, 1] = log_ratio(_neutral_or_not(people[best]), _neutral_or_not(people_rows))
    return Choice(column_of, [features[number] for number in best], lean)


def _is_word(feature: str) -> bool:
    return " " not in feature.removeprefix(f"{NOT} ")


def _neutral_or_not(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.stack([counts[..., 1], counts[..., 0] + counts[..., 2]], axis=-1)


def count(texts: OneHot, labels: NDArray[np.int8], features: int) -> NDArray[np.int64]:
    """How many texts of each label hold each feature, int64 of shape (features, 3).

    `texts` numbers the features from 0; `labels` are positions in `classifier.score.LABELS`.
    """
    cell = texts.columns.astype(np.int64) * 3 + labels[texts.rows()]
    return np.bincount(cell, minlength=features * 3).reshape(features, 3)


def g_statistic(counts: NDArray[np.int64], totals: NDArray[np.int64]) -> NDArray[np.float64]:
    """How much a feature's presence tells of the label: 2 Σ O ln(O / E), in nats, float64.

    `counts` (features, labels) are the texts of each label that hold the feature, `totals`
    (labels,) all texts of each label. The likelihood-ratio test of Dunning (1993), "Accurate
    methods for the statistics of surprise and coincidence".
    """
    share = totals / totals.sum()
    held = counts.sum(axis=1, keepdims=True)
    absent = totals - counts
    surprise = _o_log_ratio(counts, held * share)
    surprise += _o_log_ratio(absent, (totals.sum() - held) * share)
    total: NDArray[np.float64] = 2 * surprise.sum(axis=1)
    return total


def log_ratio(
    counts: NDArray[np.int64], totals: NDArray[np.int64], smoothing: float = 1.0
) -> NDArray[np.float64]:
    """Naive Bayes' log P(feature | first) / P(feature | second), float64 of shape (features,).

    `counts` is (features, 2), `totals` (2,); `smoothing` texts are added to each count. The
    weights that Wang & Manning (2012), "Baselines and bigrams", found to help linear models.
    """
    first, second = ((counts + smoothing) / (totals + 2 * smoothing)).T
    ratio: NDArray[np.float64] = np.log(first / second)
    return ratio


def _o_log_ratio(
    observed: NDArray[np.integer], expected: NDArray[np.float64]
) -> NDArray[np.float64]:
    with np.errstate(divide="ignore", invalid="ignore"):
        value = observed * np.log(observed / expected)
    return np.where(observed > 0, value, 0.0)
