"""The trained net in NumPy: texts in, scores out, and the reasons for them.

A binary one-hot row times the first kernel is the sum of the kernel's rows for the features
present. So that row is never built: the rows are gathered and added. Same net, same numbers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from classifier.card import Activation
from classifier.dictionary import Encoded
from classifier.explanation import by_word
from classifier.model_file import Layer, Model
from classifier.score import Explanation, Label, Score, Status
from classifier.softmax import softmax
from classifier.spans import placed

# A text of more unknown words than this share says nothing that the net could judge.
MOSTLY_UNKNOWN: Final = 0.5

# Texts are scored in slices of this many: larger ones are no faster and take more memory.
_SLICE: Final = 64

# np.add.reduceat takes two thirds of the time of a product a text for texts of so few features and
# layers of so few units; beyond that it takes many times as long.
_SHORT: Final = 16
_NARROW: Final = 64

# Fewer texts are scored one by one: NumPy's cost for each call is shared by too few.
_FEW: Final = 4

# The first two stand where False and True find them: whether a score is sure.
_STATUSES: Final[tuple[Status, ...]] = ("unsure", "scored", "not_scored")

# Gauss-Legendre quadrature of three points on -1..1 (Abramowitz & Stegun 1964, table 25.4).
_GAUSS_POINTS: Final = np.array([-math.sqrt(3 / 5), 0.0, math.sqrt(3 / 5)])
_GAUSS_WEIGHTS: Final = np.array([5 / 9, 8 / 9, 5 / 9])

# A probability under this is taken as this, so that the log-odds of a sure answer are finite.
_LEAST: Final = 1e-12


def log_odds(score: Score) -> float:
    """ln(positive / negative), in ±27.6: a probability under 1e-12 counts as 1e-12."""
    return math.log(max(score.positive, _LEAST) / max(score.negative, _LEAST))


class Scorer:
    """A model, ready to score. Safe from several threads at once.

    `version` names the model and its weights, `labels` what it can say, `card` all that is known
    of it. A score is `unsure` if no label reaches `confidence`.
    """

    def __init__(self, model: Model) -> None:
        self.version: str = model.version
        self.labels: tuple[Label, ...] = model.labels
        self.card: Mapping[str, Any] = model.card
        self.confidence: float = model.card["confidence"]
        self._dictionary = model.dictionary
        self._first = model.layers[0]
        self._scale = np.float32(1) if self._first.scale is None else self._first.scale
        # Each later layer, with the activation that its inputs go through first.
        self._later = [
            (before.activation, *_after(before.activation, layer))
            for before, layer in pairwise(model.layers)
        ]
        self._negative = self.labels.index("negative")
        self._positive = self.labels.index("positive")

    def score(self, texts: Sequence[str]) -> list[Score]:
        """The score of each text, in order. Any string will do; fastest with 64 or more.

        A text is `not_scored` if no feature of it stands in the dictionary (it is empty, or only
        links and mentions), if more than half of its words stand there nowhere, or if it is in
        another language: more of its words speak for another than for English, as
        `classifier.language` has it. Marks such as "!" and numbers are no words, an emoji is one.
        """
        scores: list[Score] = []
        for start in range(0, len(texts), _SLICE):
            some = texts[start : start + _SLICE]
            if len(some) < _FEW:
                scores += map(self._score_alone, some)
            else:
                encoded = self._dictionary.encode(some)
                scores += self._scores(encoded, softmax(self._logits(self._first_sums(encoded))))
        return scores

    def explain(self, text: str) -> Explanation:
        """The score of `text` and what each of its words adds to its log-odds, in reading order.

        The parts are Integrated Gradients (Sundararajan, Taly & Yan 2017, "Axiomatic Attribution
        for Deep Networks", arXiv 1703.01365) on the straight path from the empty text: they and
        the empty text's log-odds sum to those of `text`.
        """
        encoded = self._dictionary.encode([text])
        (sums,) = self._first_sums(encoded)
        parts = self._first_rows(encoded) @ (self._path_gradient(sums) * self._scale)
        features = map(self._dictionary.feature, encoded.texts.columns.tolist())
        tokenizer = self._dictionary.tokenizer
        contributions = by_word(
            placed(tokenizer, text),
            dict(zip(features, parts.tolist(), strict=True)),
            tokenizer.marks,
        )
        unknown = self._dictionary.unknown_words(text)
        return Explanation(self._score_alone(text), contributions, tuple(unknown))

    def _score_alone(self, text: str) -> Score:
        """`score` of one text, in as few calls to NumPy as can be."""
        columns, words, unknown, foreign = self._dictionary.read(text)
        rows = self._first.kernel.take(np.array(columns, np.intp), axis=0)
        sums = np.add.reduce(rows, axis=0, dtype=np.float32) * self._scale
        logits = self._logits(sums).tolist()
        greatest = max(logits)
        powers = [math.exp(logit - greatest) for logit in logits]
        total = sum(powers)
        negative, *between, positive = [power / total for power in powers]
        neutral = between[0] if between else 0.0
        if not columns or unknown > MOSTLY_UNKNOWN * words or foreign > 0:
            return Score(negative, neutral, positive, "not_scored")
        sure = max(negative, neutral, positive) >= self.confidence
        return Score(negative, neutral, positive, _STATUSES[sure])

    def _first_sums(self, encoded: Encoded) -> NDArray[np.float32]:
        """The sum of the first kernel's rows for each text, float32 (texts, units).

        An int8 kernel is gathered as it is, for a quarter of the memory, and scaled at the end.
        """
        rows = self._first_rows(encoded)
        offsets = encoded.texts.offsets
        sums = np.zeros((len(encoded.texts), rows.shape[1]), np.float32)
        if len(rows) <= _SHORT * len(sums) and rows.shape[1] <= _NARROW:
            starts = offsets[:-1]
            filled = starts < offsets[1:]
            sums[filled] = np.add.reduceat(rows, starts[filled], axis=0)
            return sums * self._scale
        ones = np.ones(len(rows), np.float32)
        # One text at a time, as a product: NumPy's own sums take twice as long.
        for total, (start, end) in zip(sums, pairwise(offsets.tolist()), strict=True):
            np.dot(ones[start:end], rows[start:end], out=total)
        return sums * self._scale

    def _first_rows(self, encoded: Encoded) -> NDArray[np.float32]:
        """The first kernel's rows for all columns, not yet scaled; float32 (columns, units)."""
        return self._first.kernel.take(encoded.texts.columns, axis=0).astype(np.float32, copy=False)

    def _logits(self, sums: NDArray[np.float32]) -> NDArray[np.float32]:
        """What the softmax receives, float32 (texts, labels)."""
        values = sums + self._first.bias
        for activation, kernel, bias in self._later:
            # On a vector np.dot takes two thirds of what @ takes.
            values = np.dot(_activated(values, activation), kernel) + bias
        return values

    def _scores(self, encoded: Encoded, probabilities: NDArray[np.float64]) -> list[Score]:
        nothing = (
            (encoded.texts.offsets[1:] == encoded.texts.offsets[:-1])
            | (encoded.unknown > MOSTLY_UNKNOWN * encoded.words)
            | (encoded.foreign > 0)
        )
        if "neutral" not in self.labels:
            probabilities = np.insert(probabilities, 1, 0.0, axis=1)
        sure = probabilities.max(axis=1) >= self.confidence
        places = np.where(nothing, _STATUSES.index("not_scored"), sure).tolist()
        negative, neutral, positive = probabilities.T.tolist()
        return list(map(Score, negative, neutral, positive, map(_STATUSES.__getitem__, places)))

    def _path_gradient(self, sums: NDArray[np.float32]) -> NDArray[np.float64]:
        """The gradient of the log-odds to `sums` (units,), averaged on the way there from zero.

        It is smooth but where a unit of a first ReLU layer switches. Between these cuts three
        points of Gauss-Legendre quadrature each are exact far beyond what float32 can show.
        """
        switches = np.array([])
        if self._first.activation == "relu":
            with np.errstate(divide="ignore", invalid="ignore"):
                switches = -self._first.bias / sums.astype(np.float64)
            switches = switches[(switches > 0) & (switches < 1)]
        cuts = np.unique([*np.linspace(0, 1, 9), *switches])
        lengths = np.diff(cuts)[:, None]
        shares = (cuts[:-1, None] + lengths * (_GAUSS_POINTS + 1) / 2).reshape(-1, 1)
        averaged: NDArray[np.float64] = (lengths * _GAUSS_WEIGHTS / 2).ravel() @ self._gradients(
            shares * sums
        )
        return averaged

    def _gradients(self, sums: NDArray[np.float64]) -> NDArray[np.float64]:
        """The gradient of the log-odds to each row of `sums` (n, units), by back-propagation."""
        values: NDArray[Any] = sums + self._first.bias
        slopes = []
        for activation, kernel, bias in self._later:
            active = _activated(values, activation)
            slopes.append((1 - active * active) / 2 if activation == "sigmoid" else active > 0)
            values = active @ kernel + bias
        gradient = np.zeros_like(values)
        gradient[:, self._positive], gradient[:, self._negative] = 1, -1
        for (_, kernel, _), slope in zip(self._later[::-1], slopes[::-1], strict=True):
            gradient = (gradient @ kernel.T) * slope
        return gradient


def _after(activation: Activation, layer: Layer) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Kernel and bias of `layer` for inputs out of `_activated`.

    The logistic function of x is tanh(x / 2) / 2 + 1/2, without overflow. All but the tanh is
    done here, once.
    """
    kernel, bias = layer.weights(), layer.bias
    if activation == "sigmoid":
        kernel *= np.float32(0.5)
        return kernel, bias + kernel.sum(axis=0)
    return kernel, bias


def _activated(values: NDArray[Any], activation: Activation) -> NDArray[Any]:
    """The outputs of a layer, but for a sigmoid the tanh: `_after` does the rest."""
    active: NDArray[Any] = np.maximum(values, 0) if activation == "relu" else np.tanh(values / 2)
    return active
