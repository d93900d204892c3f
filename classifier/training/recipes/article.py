"""The article's recipe: 3,000 words, binary one-hot, 512-256-2, on tweets labelled by emoticons."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from classifier import model_file
from classifier.data.labelled_csv import DatasetError, read_tweets, split
from classifier.dictionary import Dictionary
from classifier.evaluation.calibration import threshold, wanted_accuracy
from classifier.features import may_stand
from classifier.model_file import Model
from classifier.onehot import OneHot
from classifier.score import Label
from classifier.softmax import softmax
from classifier.tokens import article_words
from classifier.training import network
from classifier.training.checkpoint import checkpoint_file
from classifier.training.encoding import encode
from classifier.training.fit import Examples, Schedule, fit

NUM_WORDS = 3000  # as Keras counts: column 0 stands empty, so 2,999 words
HIDDEN = ((512, "relu"), (256, "sigmoid"))
DROPOUT = 0.5
EPOCHS = 5
BATCH_SIZE = 32
RATE = 1e-3  # Keras's default for Adam
VALIDATION = 0.1
LABELS: tuple[Label, Label] = ("negative", "positive")


def train(
    data: Path,
    out: Path,
    *,
    max_rows: int | None = None,
    epochs: int = EPOCHS,
    seed: int = 1,
    output: TextIO = sys.stdout,
) -> Model:
    """Train the article's net on the CSV file `data` and write it to the folder `out`.

    The folder gets Keras's `model.json` (the structure) and `model.weights.h5`, and the model
    file that the bot reads (`dictionary.json`, `weights.npz`, `card.json`). `max_rows` trains on
    so many rows, drawn by `seed`, which also shuffles before a tenth is held back to validate.

    Raises:
        DatasetError: `data` cannot be used.
    """
    rows = read_tweets(data)
    print(f"{data.name}: {rows.report()}", file=output, flush=True)
    if max_rows is not None:
        rows = rows.sample(max_rows, seed)
    learn, held = split(rows.groups, VALIDATION, seed)
    if not len(learn) or not len(held):
        raise DatasetError(f"{data} holds too few usable rows to train on and to validate.")
    out.mkdir(parents=True, exist_ok=True)
    dictionary = Dictionary(frequent_words(rows.texts), "article")
    texts, labels = encode(dictionary, rows.texts), rows.labels // 2

    network.prepare(seed)
    net = network.build(len(dictionary), HIDDEN, len(LABELS), DROPOUT)
    validation = examples(texts.take(held), labels[held])
    history = fit(
        net,
        examples(texts.take(learn), labels[learn]),
        validation,
        Schedule(epochs, BATCH_SIZE, rate=RATE, final_rate=RATE, lazy=False),
        seed=seed,
        checkpoint=checkpoint_file(out),
        output=output,
    )
    (out / "model.json").write_text(net.to_json(), encoding="utf-8")
    net.save_weights(out / "model.weights.h5")
    probabilities = softmax(network.Predictor(net)(validation.texts))
    return model_file.save(
        out,
        dictionary,
        network.layers(net),
        name="article",
        labels=LABELS,
        confidence=threshold(
            probabilities.max(axis=1),
            probabilities.argmax(axis=1) == validation.labels,
            wanted_accuracy(len(LABELS)),
        ),
        trained_on={
            "recipe": "article",
            "seed": seed,
            "sources": [
                {"file": data.name, "rows": len(learn), "validation_rows": len(held)},
            ],
        },
        figures={
            f"epoch {number}": {
                "val_loss": round(epoch.val_loss, 4),
                "val_accuracy": round(epoch.val_accuracy, 4),
            }
            for number, epoch in enumerate(history, 1)
        },
    )


def frequent_words(texts: Iterable[str]) -> list[str]:
    """The 2,999 most frequent words as Keras's Tokenizer counts them, the most frequent first.

    What looks like an address, a handle or a phone number is passed over, and endless words.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(article_words(text))
    allowed = (word for word, _ in counts.most_common() if may_stand(word))
    return list(islice(allowed, NUM_WORDS - 1))


def examples(texts: OneHot, labels: NDArray[np.int8]) -> Examples:
    """Plain cross-entropy; `labels` are positions in `LABELS`, int8 of shape (texts,)."""
    return Examples(
        texts,
        labels,
        source=np.zeros(len(texts), np.int8),
        targets=np.eye(len(LABELS), dtype=np.float32)[labels],
        log_prior=np.zeros((1, len(LABELS)), np.float32),
        weights=np.ones(1, np.float32),
        repeats=np.ones(1, np.int64),
        whole=np.zeros(1, np.bool_),
        side_weights=np.zeros(1, np.float32),
    )
