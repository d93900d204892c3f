"""The curve of a training as a picture: loss and accuracy, by tenths of an epoch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from classifier.training.checkpoint import Epoch

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Apart for colour-blind eyes (Okabe and Ito, "Color Universal Design", 2008).
TRAINING, VALIDATION = "#0072b2", "#d55e00"


def draw(histories: Mapping[str, Sequence[Epoch]], path: Path) -> None:
    """Write a PNG with a column of two charts for each training in `histories`, by its name."""
    from matplotlib.figure import Figure

    figure = Figure((max(6.4, 4.0 * len(histories)), 5.6), dpi=120, layout="constrained")
    columns = figure.subplots(2, len(histories), squeeze=False, sharex="col").T
    for (name, epochs), (loss, accuracy) in zip(histories.items(), columns, strict=True):
        _line(loss, [tenth[0] for epoch in epochs for tenth in epoch.tenths], len(epochs))
        _line(accuracy, [tenth[1] for epoch in epochs for tenth in epoch.tenths], len(epochs))
        _points(loss, [epoch.val_loss for epoch in epochs])
        _points(accuracy, [epoch.val_accuracy for epoch in epochs])
        if len(histories) > 1:
            loss.set_title(name)
        accuracy.set_xlabel("epoch")
        accuracy.xaxis.get_major_locator().set_params(integer=True)
    columns[0][0].set_ylabel("loss")
    columns[0][1].set_ylabel("accuracy")
    columns[0][0].legend(frameon=False)
    figure.savefig(path, format="png")


def _line(axes: Axes, values: Sequence[float], epochs: int) -> None:
    step = epochs / max(1, len(values))
    places = [step * (number + 0.5) for number in range(len(values))]
    axes.plot(places, values, color=TRAINING, label="training (with dropout), each tenth")
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(alpha=0.25)


def _points(axes: Axes, values: Sequence[float]) -> None:
    places = range(1, len(values) + 1)
    axes.plot(places, values, "o-", color=VALIDATION, label="validation, after each epoch")
