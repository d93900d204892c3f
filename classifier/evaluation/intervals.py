"""How sure a figure is: accuracies on the same rows, with the range that their number allows."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifier.data.labelled_csv import Rows
from classifier.evaluation.metrics import Scores, figures, judge
from classifier.score import LABELS

Z = 1.96  # of a normal distribution, 95 % lies within so many standard deviations


def margin(right: NDArray[np.bool_]) -> float:
    """Half the width of accuracy's 95 % range; `right` (rows,) says which answers were true.

    Wilson's score interval (1927), "Probable inference", which stays sound near 0 and 1 and for
    few rows.
    """
    rows, share = len(right), float(right.mean())
    spread = math.sqrt(share * (1 - share) / rows + Z**2 / (4 * rows**2))
    return Z * spread / (1 + Z**2 / rows)


def difference(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> tuple[float, float]:
    """The difference of two accuracies on the same rows, first minus second, and its 95 % range.

    Paired: rows that both get right or both get wrong say nothing about which is better. Agresti
    & Min (2005), "Simple improved confidence intervals for comparing matched proportions".
    """
    rows = len(first) + 2
    won = (int((first & ~second).sum()) + 0.5) / rows
    lost = (int((second & ~first).sum()) + 0.5) / rows
    spread = math.sqrt((won + lost - (won - lost) ** 2) / rows)
    return float(first.mean() - second.mean()), Z * spread


@dataclass(frozen=True, slots=True)
class Answers:
    """What one contender answered: `answers` (rows,) are positions in `LABELS`."""

    name: str
    answers: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A net, and then what it is compared with, on the same rows that none has learnt from."""

    labels: NDArray[np.int8]
    contenders: tuple[Answers, ...]

    def right(self, contender: Answers) -> NDArray[np.bool_]:
        """Which rows the contender got right, (rows,)."""
        right: NDArray[np.bool_] = contender.answers == self.labels
        return right

    def figures(self) -> dict[str, Any]:
        """What a card keeps: accuracy, its margin and macro F1 of each; rows."""
        kept: dict[str, Any] = {"rows": len(self.labels)}
        for contender in self.contenders:
            accuracy, _, f1, _ = figures(self.labels, contender.answers)
            kept[contender.name] = {
                "accuracy": round(accuracy, 4),
                "margin": round(margin(self.right(contender)), 4),
                "macro_f1": round(f1, 4),
            }
        return kept

    def text(self) -> str:
        """The figures as a table, and in plain sentences how much they say."""
        kept = self.figures()
        rows = kept.pop("rows")
        wide = max(map(len, kept))
        lines = [
            f"Judged on {rows:,} rows that it did not learn from:",
            f"  {'':{wide}}  accuracy         macro F1",
            *(
                f"  {name:{wide}}  {it['accuracy']:.3f} ± {it['margin']:.3f}    "
                f"{it['macro_f1']:.3f}"
                for name, it in kept.items()
            ),
            f"± is the range that {rows:,} rows allow: on other texts of the same kind, accuracy",
            "lies within it in 95 of 100 cases. On texts of another kind, anything may happen.",
        ]
        return "\n".join(lines + [self._beside(other) for other in self.contenders[1:]])

    def _beside(self, other: Answers) -> str:
        apart, unsure = difference(self.right(self.contenders[0]), self.right(other))
        by = f"({apart:+.3f} ± {unsure:.3f})"
        if apart > unsure:
            return f"It is better than {other.name} {by}."
        if apart < -unsure:
            return f"It is worse than {other.name} {by}: rather use that, or label more rows."
        return f"Whether it is better than {other.name} cannot be told {by}: label more rows."


def compare(scorers: Mapping[str, Scores], rows: Rows, commonest: int) -> Verdict:
    """The first of `scorers` on `rows`, beside always saying the label `commonest` and the others.

    `commonest` is a position in `LABELS`: the label that most of the learnt rows have.
    """
    constant = np.full(len(rows), commonest, np.intp)
    judged = [Answers(name, judge(scorer, rows).argmax(axis=1)) for name, scorer in scorers.items()]
    return Verdict(
        rows.labels, (judged[0], Answers(f'always "{LABELS[commonest]}"', constant), *judged[1:])
    )
