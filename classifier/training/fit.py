"""Fitting a net to encoded texts, with live progress."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import numpy as np
from numpy.typing import NDArray

from classifier.onehot import OneHot
from classifier.softmax import cross_entropy
from classifier.training.checkpoint import Checkpoint, Epoch, fingerprint
from classifier.training.network import Batch, Predictor, Trainer
from classifier.training.progress import Progress

if TYPE_CHECKING:
    import keras

NEVER = -30.0  # the log prior of a label that a source never gives: a probability of 1e-13


@dataclass(frozen=True, slots=True)
class Examples:
    """Encoded texts and what to learn from each.

    `labels` (int8) and `source` (int8), of shape (texts,), are a text's given label and where it
    comes from. `targets` (float32, (texts, labels)) is what it should become, and `log_prior`
    (float32, (sources, labels)) how common each label is in its source. `weights` (float32) and
    `repeats` (int64), of shape (sources,), say how much a source's row counts in the loss, and how
    often it is seen in one epoch; `whole` (bool) that its texts always keep all their entries.
    `side_weights` (float32, (sources,)) is how much it counts besides on which side the given label
    lies, first or last, whatever `targets` say.
    """

    texts: OneHot
    labels: NDArray[np.int8]
    source: NDArray[np.int8]
    targets: NDArray[np.float32]
    log_prior: NDArray[np.float32]
    weights: NDArray[np.float32]
    repeats: NDArray[np.int64]
    whole: NDArray[np.bool_]
    side_weights: NDArray[np.float32]

    def order(self, random: np.random.Generator) -> NDArray[np.int64]:
        """One epoch's rows, shuffled; a row stands in it as often as its source says."""
        return random.permutation(np.repeat(np.arange(len(self.texts)), self.repeats[self.source]))

    def batch(self, rows: NDArray[np.integer], drop: float, random: np.random.Generator) -> Batch:
        """The batch of these rows; an entry is left out with a probability of `drop`."""
        texts = self.texts.take(rows)
        source = self.source[rows]
        if drop:
            kept = random.random(len(texts.columns), np.float32) >= drop
            texts = texts.keep(kept | self.whole[source][texts.rows()])
        return Batch(
            texts,
            self.targets[rows],
            self.log_prior[source],
            self.weights[source],
            sides=(self.labels[rows] > 0).astype(np.float32),
            side_weights=self.side_weights[source],
        )


@dataclass(frozen=True, slots=True)
class Schedule:
    """How to fit: Adam's rate falls linearly from `rate` to `final_rate` over all epochs.

    `drop` is the share of a text's entries left out, at random, each time it is seen. `lazy`
    moves only the kernel rows of the words in the batch (see `Trainer`).
    """

    epochs: int
    batch_size: int
    rate: float
    final_rate: float
    drop: float = 0.0
    lazy: bool = True


def fit(
    net: keras.Sequential,
    examples: Examples,
    validation: Examples,
    schedule: Schedule,
    *,
    seed: int,
    checkpoint: Path | None = None,
    output: TextIO = sys.stdout,
) -> list[Epoch]:
    """Train `net` in place and report progress to `output`; the figures of each epoch.

    The state is saved to `checkpoint` after each epoch. Where that file is there already, training
    goes on from it: to the same net, bit by bit on one thread, as if it had never stopped.

    Raises:
        CheckpointError: `checkpoint` is damaged, or of a training on other data or settings.
    """
    trainer, predictor = Trainer(net, lazy=schedule.lazy), Predictor(net)
    random = np.random.default_rng(seed)
    steps_an_epoch = -(-len(examples.order(random)) // schedule.batch_size)
    steps = steps_an_epoch * schedule.epochs
    history: list[Epoch] = []
    mark = fingerprint(seed, schedule, examples, trainer.state()) if checkpoint else ""
    if checkpoint and checkpoint.exists():
        saved = Checkpoint.read(checkpoint, mark)
        trainer.restore(saved.arrays)
        random.bit_generator.state = saved.rng_state
        history += saved.history
        done = f"{len(history)} of {schedule.epochs} epochs"
        print(f"Going on after {done} ({checkpoint.stem}).", file=output, flush=True)
    progress = Progress(steps_an_epoch, schedule.epochs, output, len(history))
    for epoch in range(len(history), schedule.epochs):
        order = examples.order(random)
        for index in range(steps_an_epoch):
            rows = order[index * schedule.batch_size : (index + 1) * schedule.batch_size]
            done_share = (epoch * steps_an_epoch + index) / steps
            rate = schedule.rate + (schedule.final_rate - schedule.rate) * done_share
            loss, right = trainer.step(examples.batch(rows, schedule.drop, random), rate)
            progress.step(loss, right)
        history.append(progress.epoch(*evaluate(predictor, validation)))
        if checkpoint:
            state = Checkpoint(trainer.state(), dict(random.bit_generator.state), history)
            state.save(checkpoint, mark)
    return history


def evaluate(predictor: Predictor, examples: Examples) -> tuple[float, float]:
    """Mean cross-entropy (nats) and accuracy, each row judged with its source's log prior."""
    judged = predictor(examples.texts) + examples.log_prior[examples.source]
    loss = cross_entropy(judged, examples.labels.astype(np.intp)).mean()
    return float(loss), float((judged.argmax(axis=1) == examples.labels).mean())
