"""Figures of a scorer, and of baselines beside it, on files of labelled text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    precision_recall_fscore_support,
)

from classifier.data.labelled_csv import DatasetError, Rows
from classifier.evaluation.baselines import Baseline
from classifier.evaluation.calibration import calibration_error
from classifier.score import LABELS, Score

NEGATIVE, NEUTRAL, POSITIVE = range(3)
BATCH = 512

_IN_WORDS = {
    "accuracy": "accuracy",
    "macro_recall": "macro recall",
    "macro_f1": "macro F1",
    "calibration_error": "calibration error",
}


class Scores(Protocol):
    """What is judged here: a `Scorer`, or anything that scores texts like one."""

    def score(self, texts: Sequence[str]) -> list[Score]: ...


@dataclass(frozen=True, slots=True)
class Figures:
    """How well answers fit the labels of one file.

    `accuracy`, `macro_recall` and `macro_f1` (means over the labels that the file holds) are in
    0..1; `calibration_error` too, None where the answers carry no probability. `confusion` is
    rows by label, then by answer, both in the order of `LABELS`. `skipped` counts unusable rows.
    """

    name: str
    file: str
    rows: int
    skipped: int
    accuracy: float
    macro_recall: float
    macro_f1: float
    calibration_error: float | None
    confusion: tuple[tuple[int, ...], ...]


def figures(
    labels: NDArray[np.integer], answers: NDArray[np.integer]
) -> tuple[float, float, float, tuple[tuple[int, ...], ...]]:
    """Accuracy, macro recall, macro F1 and the confusion; both arrays (rows,) hold positions."""
    confusion = confusion_matrix(labels, answers, labels=range(len(LABELS)))
    _, recall, f1, _ = precision_recall_fscore_support(
        labels, answers, labels=np.unique(labels), average="macro", zero_division=0
    )
    table = tuple(tuple(row) for row in confusion.tolist())
    return float(accuracy_score(labels, answers)), float(recall), float(f1), table


def evaluate(scorer: Scores, rows: Rows, file: str, name: str = "ours") -> Figures:
    """Judge `scorer` on rows that were read from `file`.

    Rows among which none is neutral ask only for the side: the greater of positive and negative.

    Raises:
        DatasetError: there is no row.
    """
    _check(rows, file)
    probabilities = judge(scorer, rows)
    answers = probabilities.argmax(axis=1)
    right = answers == rows.labels
    error = calibration_error(probabilities.max(axis=1), right)
    skipped = sum(rows.skipped.values())
    accuracy, recall, f1, confusion = figures(rows.labels, answers)
    return Figures(name, file, len(rows), skipped, accuracy, recall, f1, error, confusion)


def judge(scorer: Scores, rows: Rows) -> NDArray[np.float64]:
    """The probability of each label for each row, float64 of shape (rows, 3).

    Rows among which none is neutral ask only for the side, and neutral gets nothing.
    """
    probabilities = np.array(
        [
            (score.negative, score.neutral, score.positive)
            for start in range(0, len(rows), BATCH)
            for score in scorer.score(rows.texts[start : start + BATCH])
        ]
    )
    if not (rows.labels == NEUTRAL).any():
        probabilities += 1e-9  # a text that is all neutral has no side: half and half
        probabilities[:, NEUTRAL] = 0
        probabilities /= probabilities.sum(axis=1, keepdims=True)
    return probabilities


def evaluate_baseline(baseline: Baseline, rows: Rows, file: str) -> Figures:
    """Judge `baseline` on the same rows as a net, by its own thresholds.

    In a file without neutral rows the sign of the polarity decides, and 0, where the baseline knows
    no word, counts as the label that the file has most of: better than a coin, and more than a
    net is told. A baseline states no probability, so there is no calibration error.

    Raises:
        ClassifierError: the baseline is not installed.
        DatasetError: there is no row.
    """
    _check(rows, file)
    polarity_of = baseline.polarity()
    polarity = np.array([polarity_of(text) for text in rows.texts])
    if (rows.labels == NEUTRAL).any():
        undecided, instead = (polarity == 0) | (np.abs(polarity) < baseline.neutral_below), NEUTRAL
    else:
        undecided, instead = polarity == 0, int(np.bincount(rows.labels).argmax())
    answers = np.where(undecided, instead, np.where(polarity > 0, POSITIVE, NEGATIVE))
    skipped = sum(rows.skipped.values())
    accuracy, recall, f1, confusion = figures(rows.labels, answers)
    return Figures(baseline.name, file, len(rows), skipped, accuracy, recall, f1, None, confusion)


def table(results: Sequence[Figures]) -> str:
    """The figures as text: one line each, then each confusion."""
    wide = max(len(result.file) for result in results)
    names = max(5, *(len(result.name) for result in results))
    lines = [
        f"{'file':{wide}}  {'model':{names}}    rows  skipped  accuracy  macro recall  "
        "macro F1  calibration error"
    ]
    for it in results:
        error = "–" if it.calibration_error is None else f"{it.calibration_error:.3f}"
        lines.append(
            f"{it.file:{wide}}  {it.name:{names}}  {it.rows:>6}  {it.skipped:>7}  "
            f"{it.accuracy:>8.3f}  {it.macro_recall:>12.3f}  {it.macro_f1:>8.3f}  {error:>17}"
        )
    for it in results:
        lines += ["", f"{it.file}, {it.name}: rows are the labels, columns the answers"]
        lines.append(" " * 9 + "".join(f"{label:>10}" for label in LABELS))
        lines += [
            f"{label:9}" + "".join(f"{cell:>10}" for cell in row)
            for label, row in zip(LABELS, it.confusion, strict=True)
            if any(row)
        ]
    return "\n".join(lines)


def markdown(results: Sequence[Figures]) -> str:
    """The figures as a Markdown table: a line for each file's figure, a column for each model.

    `results` go file by file, each judged by the same models in the same order. The greatest
    of a line is bold, where there is something to compare; a calibration error is better the
    smaller it is, and baselines have none.
    """
    models = list(dict.fromkeys(it.name for it in results))
    lines = [f"| text | rows | figure | {' | '.join(models)} |", "|---" * (3 + len(models)) + "|"]
    for start in range(0, len(results), len(models)):
        judged = results[start : start + len(models)]
        file = judged[0].file.removesuffix(".gz").removesuffix(".csv")
        text = f"{file} | {judged[0].rows:,}"
        for figure, words in _IN_WORDS.items():
            values = [getattr(it, figure) for it in judged]
            cells = ["–" if value is None else f"{value:.3f}" for value in values]
            if None not in values and len(models) > 1:
                cells = [f"**{cell}**" if cell == max(cells) else cell for cell in cells]
            lines.append(f"| {text} | {words} | {' | '.join(cells)} |")
    return "\n".join(lines)


def summary(result: Figures) -> dict[str, float | int | None]:
    """The figures without the confusion, rounded, as a model's card keeps them."""
    return {
        "rows": result.rows,
        **{
            name: None if (value := getattr(result, name)) is None else round(value, 4)
            for name in _IN_WORDS
        },
    }


def _check(rows: Rows, file: str) -> None:
    if not len(rows):
        raise DatasetError(
            f"{file} holds no usable row: each needs a text, and a label that is "
            f"{', '.join(LABELS[:-1])} or {LABELS[-1]}."
        )
