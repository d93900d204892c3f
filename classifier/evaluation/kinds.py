"""Sentences of kinds that mislead: how many of each kind are answered rightly.

A file of them is a CSV with the columns `kind`, `text`, `label` and `also`: a second answer that is
right as well, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from classifier.data.labelled_csv import DatasetError, columns
from classifier.evaluation.baselines import Baseline
from classifier.evaluation.metrics import Scores
from classifier.score import LABELS

Answer = Callable[[Sequence[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of such a file; `right` are its labels."""

    kind: str
    text: str
    right: frozenset[str]


def read_kinds(path: Path) -> list[Sentence]:
    """The sentences of the file `path`.

    Raises:
        DatasetError: the file cannot be used, or a label in it is none.
    """
    sentences = []
    for kind, text, label, also in columns(path, ["kind", "text", "label", "also"]):
        right = frozenset({label, also} - {""})
        if not label or not right <= set(LABELS):
            raise DatasetError(f"{path}: {label!r} and {also!r} are no labels of {text[:40]!r}.")
        sentences.append(Sentence(kind, text, right))
    if not sentences:
        raise DatasetError(f"{path} holds no sentence.")
    return sentences


def net_answers(scorer: Scores) -> Answer:
    """What a net says of texts; what it does not score, it does not call anything but neutral."""
    return lambda texts: [
        "neutral" if score.status == "not_scored" else score.label for score in scorer.score(texts)
    ]


def baseline_answers(baseline: Baseline) -> Answer:
    """What a baseline says of texts, by its own thresholds."""
    polarity_of = baseline.polarity()

    def label(text: str) -> str:
        polarity = polarity_of(text)
        if polarity == 0 or abs(polarity) < baseline.neutral_below:
            return "neutral"
        return "positive" if polarity > 0 else "negative"

    return lambda texts: [label(text) for text in texts]


def shares_right(sentences: Sequence[Sentence], answer: Answer) -> dict[str, tuple[int, int]]:
    """How many sentences of each kind are answered rightly, and of how many; in file order."""
    found: dict[str, tuple[int, int]] = {}
    for sentence, said in zip(sentences, answer([it.text for it in sentences]), strict=True):
        right, of = found.get(sentence.kind, (0, 0))
        found[sentence.kind] = (right + (said in sentence.right), of + 1)
    return found


def table(results: Mapping[str, Mapping[str, tuple[int, int]]]) -> str:
    """A Markdown table of shares: a line a kind and one for all, a column an answerer."""
    kinds = next(iter(results.values()))
    lines = [f"| kind | sentences | {' | '.join(results)} |", "|---" * (2 + len(results)) + "|"]
    for kind, (_, of) in kinds.items():
        shares = (result[kind][0] / of for result in results.values())
        lines.append(f"| {kind} | {of} | {' | '.join(f'{share:.2f}' for share in shares)} |")
    total = sum(of for _, of in kinds.values())
    shares = (sum(right for right, _ in result.values()) / total for result in results.values())
    lines.append(f"| all | {total} | {' | '.join(f'{share:.3f}' for share in shares)} |")
    return "\n".join(lines)
