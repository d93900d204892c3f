"""Three nets trained on the same rows, for `scripts.bench train` and `scripts.compare`.

The article's one-hot net in the article's own form (a dense one-hot matrix for each batch of 32),
ours, and our Dense layers on the average of learnt embeddings.
"""

from __future__ import annotations

import io
import time
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from classifier import model_file
from classifier.data.custom_files import CsvFormat, CustomFile, load
from classifier.data.parts import clean
from classifier.dictionary import Dictionary
from classifier.model_file import Layer
from classifier.score import LABELS
from classifier.scorer import Scorer
from classifier.tokens import LATEST
from classifier.training import network
from classifier.training.encoding import all_features, encode
from classifier.training.fit import Schedule, fit
from classifier.training.recipes import article, custom
from classifier.training.recipes.default import first_kernel

import keras  # isort: skip — `network` says how TensorFlow is to start

from collections.abc import Callable
from pathlib import Path

from numpy.typing import NDArray

from classifier.data.parts import Part
from classifier.dictionary import Encoded
from classifier.onehot import OneHot
from classifier.score import Label

VALIDATION = 0.1
CSV_FORMAT = CsvFormat(text=("text", "SentimentText"), label=("label", "Sentiment"))
BATCH_SIZE = 1024
RATE, FINAL_RATE = 2e-3, 4e-5
EMBEDDING = 64  # as wide as our first layer, so that both have about as many weights


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained net as a model file takes it, and what it took.

    `epochs` are the seconds of each epoch, `seconds` those from the texts to the net. A net that
    is `averaging` divides the first layer's sum by the number of the text's features.
    """

    name: str
    dictionary: Dictionary
    layers: list[Layer]
    labels: tuple[Label, ...]
    epochs: list[float]
    seconds: float
    averaging: bool = False


def read(path: Path, rows: int, seed: int) -> Part:
    """At most `rows` rows of a CSV file, drawn by `seed`; a tenth of the texts is held back.

    The columns are `text` and `label`, or those of the article's file.
    """
    (part,) = load([CustomFile(path)], CSV_FORMAT, VALIDATION, rows, seed)
    texts = [clean(text) for text in part.rows.texts]
    return replace(part, rows=replace(part.rows, texts=texts, groups=texts))


def train_article(part: Part, epochs: int, seed: int) -> Trained:
    """3,000 words, 512-256, batches of 32, as Keras fits it to a dense matrix of each batch."""
    start = time.perf_counter()
    texts = [part.rows.texts[row] for row in part.learn]
    dictionary = Dictionary(article.frequent_words(texts), "article")
    encoded = encode(dictionary, texts)
    places, labels = _labels(part)
    network.prepare(seed)
    net = network.build(len(dictionary), article.HIDDEN, len(labels), article.DROPOUT)
    net.compile(keras.optimizers.Adam(article.RATE), "sparse_categorical_crossentropy")
    batches = _Batches(
        lambda rows: encoded.take(rows).dense(len(dictionary)), places, article.BATCH_SIZE, seed
    )
    seconds = _fit(net, batches, epochs)
    first, *rest = network.layers(net)
    layers = [first.quantised(), *rest]
    whole = time.perf_counter() - start
    return Trained("article: 3,000 words", dictionary, layers, labels, seconds, whole)


def train_ours(part: Part, epochs: int, seed: int) -> Trained:
    """Words and pairs, 64-32, sums of rows: the recipe for one's own data (`recipes.custom`)."""
    start = time.perf_counter()
    numbered, features = all_features([part])
    choice = custom.choose([part], numbered, features)
    encoded = [numbered[0].renumber(choice.column_of)]
    learn, validation = (
        custom.examples([part], encoded, [rows]) for rows in (part.learn, part.validation)
    )
    network.prepare(seed)
    net = network.build(len(choice.lean), custom.HIDDEN, len(LABELS), custom.DROPOUT)
    random = np.random.default_rng(seed)
    net.layers[0].kernel.assign(first_kernel(choice.lean, custom.HIDDEN[0][0], random))
    schedule = Schedule(epochs, BATCH_SIZE, RATE, FINAL_RATE, drop=0.3)
    history = fit(net, learn, validation, schedule, seed=seed, output=io.StringIO())
    layers, _ = custom.calibrated(net, learn, validation)
    seconds = [epoch.seconds for epoch in history]
    whole = time.perf_counter() - start
    dictionary = Dictionary(choice.features, LATEST.name)
    return Trained("ours: words and pairs", dictionary, layers, _labels(part)[1], seconds, whole)


def train_embeddings(part: Part, epochs: int, seed: int) -> Trained:
    """Our dictionary and Dense layers, but on the average of embeddings of the text's features.

    A Dense layer on an average of embeddings is an average of what it makes of each embedding. So
    the trained net is kept, and runs, like a one-hot net whose first sum is divided.
    """
    start = time.perf_counter()
    numbered, features = all_features([part])
    choice = custom.choose([part], numbered, features)
    encoded = numbered[0].renumber(choice.column_of).take(part.learn)
    places, labels = _labels(part)
    network.prepare(seed)
    net = keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            # One row more, for texts without any feature: of nothing there is no average.
            keras.layers.Embedding(len(choice.lean) + 1, EMBEDDING, mask_zero=True),
            keras.layers.GlobalAveragePooling1D(),
        ]
    )
    for units, activation in custom.HIDDEN:
        net.add(keras.layers.Dense(units, activation=activation))
        net.add(keras.layers.Dropout(custom.DROPOUT))
    net.add(keras.layers.Dense(len(labels), activation="softmax"))
    steps = epochs * -(-len(places) // BATCH_SIZE)
    rate = keras.optimizers.schedules.PolynomialDecay(RATE, steps, FINAL_RATE)
    net.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy")
    batches = _Batches(
        lambda rows: _padded(encoded.take(rows), len(choice.lean)), places, BATCH_SIZE, seed
    )
    seconds = _fit(net, batches, epochs)
    table = net.layers[0].get_weights()[0][:-1]
    first, *rest = network.layers(net)
    layers = [Layer(table @ first.weights(), first.bias, first.activation).quantised(), *rest]
    whole = time.perf_counter() - start
    name, dictionary = "learnt embeddings", Dictionary(choice.features, LATEST.name)
    return Trained(name, dictionary, layers, labels, seconds, whole, averaging=True)


def scorer_of(trained: Trained, folder: Path) -> Scorer:
    """The scorer of a trained net, whose model files are written to `folder`."""
    model = model_file.save(
        folder,
        trained.dictionary,
        trained.layers,
        name="compared",
        labels=trained.labels,
        confidence=0,
        trained_on={},
        figures={},
    )
    return _AveragingScorer(model) if trained.averaging else Scorer(model)


class _AveragingScorer(Scorer):
    """Runs a net on averages like a one-hot net, but for the division."""

    def _first_sums(self, encoded: Encoded) -> NDArray[np.float32]:
        counts = np.maximum(1, np.diff(encoded.texts.offsets)).astype(np.float32)
        return super()._first_sums(encoded) / counts[:, None]


class _Batches(keras.utils.PyDataset):  # type: ignore[misc]
    """Shuffled batches for Keras's `fit`: `inputs` makes those of the rows it is given."""

    def __init__(
        self,
        inputs: Callable[[NDArray[np.integer]], NDArray[Any]],
        labels: NDArray[np.int8],
        size: int,
        seed: int,
    ) -> None:
        super().__init__()
        self._inputs, self._labels, self._size = inputs, labels, size
        self._random = np.random.default_rng(seed)
        self.on_epoch_end()

    def __len__(self) -> int:
        return -(-len(self._labels) // self._size)

    def __getitem__(self, index: int) -> tuple[NDArray[Any], NDArray[np.int8]]:
        rows = self._order[index * self._size : (index + 1) * self._size]
        return self._inputs(rows), self._labels[rows]

    def on_epoch_end(self) -> None:
        self._order = self._random.permutation(len(self._labels))


def _fit(net: keras.Sequential, batches: _Batches, epochs: int) -> list[float]:
    """Fit by Keras; the seconds of each epoch."""
    times: list[float] = []
    clock = keras.callbacks.LambdaCallback(
        on_epoch_begin=lambda epoch, logs: times.append(-time.perf_counter()),
        on_epoch_end=lambda epoch, logs: times.append(times.pop() + time.perf_counter()),
    )
    net.fit(batches, epochs=epochs, callbacks=[clock], verbose=0, shuffle=False)
    return times


def _labels(part: Part) -> tuple[NDArray[np.int8], tuple[Label, ...]]:
    """The labels of the rows to learn from, as positions in those that occur, and these."""
    given = np.unique(part.rows.labels)
    places = np.searchsorted(given, part.rows.labels[part.learn]).astype(np.int8)
    return places, tuple(LABELS[label] for label in given)


def _padded(texts: OneHot, nothing: int) -> NDArray[np.int32]:
    """The columns of each text, one text a row, filled up with 0; `nothing` where it has none."""
    lengths = np.diff(texts.offsets)
    filled = np.arange(max(1, lengths.max(initial=0))) < lengths[:, None]
    padded = np.zeros(filled.shape, np.int32)
    padded[filled] = texts.columns
    padded[lengths == 0, 0] = nothing
    return padded
