"""The teachers: what each text's mood most likely is, for texts that nobody labelled.

A net trained on both tweets and labelled texts learns the few labelled ones by heart. Plain
logistic regression generalises better from them, but sees only their words. So it labels all the
tweets softly, and the net learns from that (Hinton, Vinyals & Dean 2015, "Distilling the Knowledge
in a Neural Network", arXiv 1503.02531).

Two teachers answer together. Both see a text's features and how its words stand in a lexicon; the
second also what a net trained on tweets alone makes of it.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from classifier.data.parts import Part
from classifier.negation import NOT
from classifier.onehot import OneHot, stack
from classifier.softmax import softmax
from classifier.training.fit import NEVER

MINIMUM_COUNT = 2  # labelled texts that must hold a feature for the teachers to see it
C = (0.04, 0.02)  # of each regression: the less, the smaller are its weights kept
MAX_ITERATIONS = 80
SHARE = 0.3  # of the second teacher

# Sums over a text are told in steps, one column a step: it must be above each of these.
VALENCE_STEPS = (0.0, 1.0, 1.8, 2.6, 3.6, 5.0, 7.0)
ODDS_STEPS = (-4.0, -3.0, -2.2, -1.5, -1.0, -0.6, -0.3, 0.0, 0.3, 0.6, 1.0, 1.5, 2.2, 3.0, 4.0)
_SLICE = 100_000  # texts at a time, to bound the memory


@dataclass(frozen=True, slots=True)
class Teachers:
    """Two fitted regressions, and what they see of a text.

    `column_of` int32 maps a feature's number to their column. `lexicon` float64 (features, 4) is
    how good and how bad a word is by itself, and under a negation.
    """

    column_of: NDArray[np.int32]
    lexicon: NDArray[np.float64]
    models: tuple[LogisticRegression, ...]

    def logits(self, texts: OneHot, odds: NDArray[np.float32]) -> NDArray[np.float32]:
        """What they answer, free of any prior: float32 (texts, 3).

        `texts` are by number of feature; `odds` (texts,) the log-odds of the net for tweets.
        """
        answers = []
        for start in range(0, len(texts), _SLICE):
            some = np.arange(start, min(start + _SLICE, len(texts)))
            first, second = self._views(texts.take(some), odds[some])
            answers.append(
                (1 - SHARE) * self.models[0].decision_function(self._matrix(first))
                + SHARE * self.models[1].decision_function(self._matrix(second))
            )
        return np.concatenate(answers).astype(np.float32)

    def _matrix(self, view: OneHot) -> csr_array:
        return matrix(view, width(self.column_of))

    def _views(self, texts: OneHot, odds: NDArray[np.float32]) -> tuple[OneHot, OneHot]:
        return views(texts, odds, self.column_of, self.lexicon)


def fit(
    parts: Sequence[Part],
    numbered: Sequence[OneHot],
    features: Sequence[str],
    valences: Mapping[str, float],
    odds: Sequence[NDArray[np.float32]],
) -> Teachers:
    """Fit the teachers to the texts to learn from that people labelled.

    `numbered` and `odds` hold each part's texts, by number of feature, and their log-odds. In each
    source all labels count alike, and its rows as much as its weight says.
    """
    human = [place for place, part in enumerate(parts) if part.source.human]
    texts = stack([numbered[place].take(parts[place].learn) for place in human])
    count = np.bincount(texts.columns, minlength=len(features))
    column_of = np.where(count >= MINIMUM_COUNT, np.cumsum(count >= MINIMUM_COUNT), 0)
    column_of = column_of.astype(np.int32)
    lexicon = _lexicon(features, valences)
    labels = [parts[place].rows.labels[parts[place].learn] for place in human]
    weights = [
        parts[place].source.weight * _balanced(some)
        for place, some in zip(human, labels, strict=True)
    ]
    told = np.concatenate([odds[place][parts[place].learn] for place in human])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # 80 steps are enough
        models = tuple(
            LogisticRegression(C=c, max_iter=MAX_ITERATIONS).fit(
                matrix(view, width(column_of)), np.concatenate(labels), np.concatenate(weights)
            )
            for view, c in zip(views(texts, told, column_of, lexicon), C, strict=True)
        )
    return Teachers(column_of, lexicon, models)


def _balanced(labels: NDArray[np.int8]) -> NDArray[np.float64]:
    """Weights with which all labels count alike; 1 on average."""
    weights: NDArray[np.float64] = len(labels) / 3 / np.maximum(np.bincount(labels, minlength=3), 1)
    return weights[labels]


def matrix(texts: OneHot, columns: int) -> csr_array:
    """`texts` as SciPy's sparse matrix of ones, float64 (texts, columns)."""
    ones = np.ones(len(texts.columns))
    return csr_array((ones, texts.columns, texts.offsets), (len(texts), columns))


def width(column_of: NDArray[np.int32]) -> int:
    """How many columns the teachers' views have, column 0 included."""
    return int(column_of.max()) + 1 + 4 * len(VALENCE_STEPS) + len(ODDS_STEPS)


def views(
    texts: OneHot,
    odds: NDArray[np.float32],
    column_of: NDArray[np.int32],
    lexicon: NDArray[np.float64],
) -> tuple[OneHot, OneHot]:
    """What the first teacher sees of each text, and what the second: binary columns."""
    rows = texts.rows()
    sums = np.stack(
        [np.bincount(rows, kind[texts.columns], len(texts)) for kind in lexicon.T], axis=1
    )
    valence = (sums[:, :, None] > np.array(VALENCE_STEPS)).reshape(len(texts), -1)
    steps = odds[:, None] > np.array(ODDS_STEPS)
    plain, at = texts.renumber(column_of), int(column_of.max()) + 1
    first = beside(plain, valence, at)
    return first, beside(first, steps, at + valence.shape[1])


def beside(texts: OneHot, flags: NDArray[np.bool_], start: int) -> OneHot:
    """`texts` with the columns `start`, `start` + 1, … where `flags`, (texts, columns), are set."""
    row, column = np.nonzero(flags)
    rows = np.concatenate([texts.rows(), row])
    columns = np.concatenate([texts.columns, (start + column).astype(np.int32)])
    order = np.argsort(rows, kind="stable")
    ends = np.cumsum(np.bincount(rows, minlength=len(texts)))
    return OneHot(columns[order], np.concatenate(([0], ends)))


def _lexicon(features: Sequence[str], valences: Mapping[str, float]) -> NDArray[np.float64]:
    table = np.zeros((len(features), 4))
    for number, feature in enumerate(features):
        negated = feature.startswith(f"{NOT} ")
        valence = valences.get(feature.removeprefix(f"{NOT} "), 0.0)
        if valence:
            table[number, 2 * negated + (valence < 0)] = abs(valence)
    return table


def targets(
    part: Part, logits: NDArray[np.float32], log_prior: NDArray[np.float32], trust: float
) -> NDArray[np.float32]:
    """What each text of `part` should become, float32 (texts, 3), from the teachers' `logits`.

    The answer is what the teachers say of a source with that `log_prior` (3,). `trust` (0..1) is
    how much the given label counts beside it. A label of an emoticon says only which side it is
    not; the answer is what the teachers say of the rest.
    """
    labels = part.rows.labels
    judged = logits + log_prior
    if part.source.emoticons:
        limited = judged.copy()
        limited[np.arange(len(labels)), 2 - labels] = NEVER
        given = softmax(limited)
    else:
        given = np.eye(3)[labels]
    return (trust * given + (1 - trust) * softmax(judged)).astype(np.float32)
