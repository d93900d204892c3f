"""Fitting a net to encoded texts, with live progress."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from classifier.network import Batch, Predictor, Trainer

if TYPE_CHECKING:
    from typing import TextIO

    import keras
    from numpy.typing import NDArray

    from classifier.onehot import OneHot

NEVER = -30.0  # the log prior of a label that a source never gives: a probability of 1e-13


@dataclass(frozen=True, slots=True)
class Examples:
    """Encoded texts and what to learn from each.

    `labels` (int8) and `source` (int8), of shape (texts,), are a text's given label and where it
    comes from. `targets` (float32, (texts, labels)) is what it should become, and `log_prior`
    (float32, (sources, labels)) how common each label is in its source. `weights` (float32) and
    `repeats` (int64), of shape (sources,), say how much a source's row counts in the loss, and how
    often it is seen in one epoch; `whole` (bool) that its texts always keep all their entries.
    """

    texts: OneHot
    labels: NDArray[np.int8]
    source: NDArray[np.int8]
    targets: NDArray[np.float32]
    log_prior: NDArray[np.float32]
    weights: NDArray[np.float32]
    repeats: NDArray[np.int64]
    whole: NDArray[np.bool_]

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


@dataclass(frozen=True, slots=True)
class Epoch:
    """What one epoch came to: mean loss and accuracy while training, and on validation rows."""

    loss: float
    accuracy: float
    val_loss: float
    val_accuracy: float
    seconds: float


def fit(
    net: keras.Sequential,
    examples: Examples,
    validation: Examples,
    schedule: Schedule,
    *,
    seed: int,
    output: TextIO = sys.stdout,
) -> list[Epoch]:
    """Train `net` in place and report progress to `output`; the figures of each epoch."""
    trainer, predictor = Trainer(net, lazy=schedule.lazy), Predictor(net)
    random = np.random.default_rng(seed)
    steps_an_epoch = -(-len(examples.order(random)) // schedule.batch_size)
    steps = steps_an_epoch * schedule.epochs
    progress = Progress(steps_an_epoch, schedule.epochs, output)
    history = []
    for epoch in range(schedule.epochs):
        order = examples.order(random)
        for index in range(steps_an_epoch):
            rows = order[index * schedule.batch_size : (index + 1) * schedule.batch_size]
            done = (epoch * steps_an_epoch + index) / steps
            rate = schedule.rate + (schedule.final_rate - schedule.rate) * done
            loss, right = trainer.step(examples.batch(rows, schedule.drop, random), rate)
            progress.step(loss, right)
        history.append(progress.epoch(*evaluate(predictor, validation)))
    return history


def evaluate(predictor: Predictor, examples: Examples) -> tuple[float, float]:
    """Mean cross-entropy (nats) and accuracy, each row judged with its source's log prior."""
    judged = predictor(examples.texts) + examples.log_prior[examples.source]
    labels = examples.labels.astype(np.intp)
    top = judged.max(axis=1, keepdims=True)
    log_sum = top[:, 0] + np.log(np.exp(judged - top).sum(axis=1))
    loss = log_sum - judged[np.arange(len(labels)), labels]
    return float(loss.mean()), float((judged.argmax(axis=1) == labels).mean())


@dataclass(slots=True)
class Progress:
    """Prints how training goes: one line rewritten on a terminal, a line each tenth elsewhere."""

    steps: int
    epochs: int
    output: TextIO
    _done: int = 0
    _epoch: int = 1
    _loss: float = 0.0
    _right: float = 0.0
    _started: float = field(default_factory=time.monotonic)
    _epoch_started: float = field(default_factory=time.monotonic)
    _shown: float = 0.0

    def step(self, loss: float, right: float) -> None:
        """Count one step with its loss and accuracy."""
        self._done += 1
        self._loss += loss
        self._right += right
        now = time.monotonic()
        if self.output.isatty():
            if now - self._shown > 0.25:
                self._shown = now
                self.output.write(f"\r{self._line(now)}\x1b[K")
                self.output.flush()
        elif self._done * 10 // self.steps > (self._done - 1) * 10 // self.steps:
            print(self._line(now), file=self.output, flush=True)

    def epoch(self, val_loss: float, val_accuracy: float) -> Epoch:
        """Close the epoch, print its figures and return them."""
        now = time.monotonic()
        result = Epoch(
            self._loss / self._done,
            self._right / self._done,
            val_loss,
            val_accuracy,
            now - self._epoch_started,
        )
        if self.output.isatty():
            self.output.write("\r\x1b[K")
        print(
            f"Epoch {self._epoch}/{self.epochs}: {result.seconds:.0f} s - "
            f"loss: {result.loss:.4f} - accuracy: {result.accuracy:.4f} - "
            f"val_loss: {val_loss:.4f} - val_accuracy: {val_accuracy:.4f}",
            file=self.output,
            flush=True,
        )
        self._epoch += 1
        self._done, self._loss, self._right, self._epoch_started = 0, 0.0, 0.0, time.monotonic()
        return result

    def _line(self, now: float) -> str:
        past = (self._epoch - 1) * self.steps + self._done
        left = (now - self._started) / past * (self.steps * self.epochs - past)
        return (
            f"Epoch {self._epoch}/{self.epochs} {self._done / self.steps:4.0%} - "
            f"{left / 60:.0f} min {left % 60:02.0f} s left - "
            f"loss: {self._loss / self._done:.4f} - accuracy: {self._right / self._done:.4f}"
        )
