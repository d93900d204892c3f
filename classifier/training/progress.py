"""Progress of a training, printed while it goes on."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from classifier.training.checkpoint import Epoch

SECONDS_BETWEEN_LINES = 2.0  # where the output is no terminal


@dataclass(slots=True)
class Progress:
    """Prints how training goes: one line rewritten on a terminal, a line each tenth elsewhere.

    `steps` is the number of steps in each of the `epochs`; `before` of these were done in an
    earlier run.
    """

    steps: int
    epochs: int
    output: TextIO
    before: int = 0
    _closed: int = 0
    _steps: list[tuple[float, float]] = field(default_factory=list)
    _started: float = field(default_factory=time.monotonic)
    _epoch_started: float = field(default_factory=time.monotonic)
    _shown: float = 0.0

    def step(self, loss: float, right: float) -> None:
        """Count one step with its loss and accuracy."""
        self._steps.append((loss, right))
        now = time.monotonic()
        done = len(self._steps)
        if self.output.isatty():
            if now - self._shown > 0.25:
                self._shown = now
                self.output.write(f"\r{self._line(now)}\x1b[K")
                self.output.flush()
            return
        tenth_passed = done * 10 // self.steps > (done - 1) * 10 // self.steps
        if tenth_passed and now - self._shown > SECONDS_BETWEEN_LINES:
            self._shown = now
            print(self._line(now), file=self.output, flush=True)

    def epoch(self, val_loss: float, val_accuracy: float) -> Epoch:
        """Close the epoch, print its figures and return them."""
        now = time.monotonic()
        steps = np.array(self._steps)
        loss, accuracy = steps.mean(axis=0).tolist()
        seconds = now - self._epoch_started
        if self.output.isatty():
            self.output.write("\r\x1b[K")
        print(
            f"Epoch {self._number()}: {seconds:.0f} s - "
            f"loss: {loss:.4f} - accuracy: {accuracy:.4f} - "
            f"val_loss: {val_loss:.4f} - val_accuracy: {val_accuracy:.4f}",
            file=self.output,
            flush=True,
        )
        self._closed += 1
        self._steps.clear()
        self._epoch_started = time.monotonic()
        return Epoch(loss, accuracy, val_loss, val_accuracy, seconds, _tenths(steps))

    def _line(self, now: float) -> str:
        past = self._closed * self.steps + len(self._steps)
        all_steps = self.steps * (self.epochs - self.before)
        left = round((now - self._started) / past * (all_steps - past))
        loss, accuracy = np.mean(self._steps, axis=0)
        return (
            f"Epoch {self._number()} {len(self._steps) / self.steps:4.0%} - "
            f"{left // 60} min {left % 60:02} s left - "
            f"loss: {loss:.4f} - accuracy: {accuracy:.4f}"
        )

    def _number(self) -> str:
        return f"{self.before + self._closed + 1}/{self.epochs}"


def _tenths(steps: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    """The means of `steps` (n, 2) within each tenth; fewer where there are not ten steps."""
    parts = np.array_split(steps, min(10, len(steps)))
    means = [part.mean(axis=0).tolist() for part in parts]
    return tuple((loss, accuracy) for loss, accuracy in means)
