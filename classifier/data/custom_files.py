"""Anybody's own labelled files: which columns to read, what their labels mean, how to split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from classifier.data.labelled_csv import (
    LEFT_OUT,
    NAMED,
    DatasetError,
    Rows,
    header,
    label_counts,
    plain_label,
    read,
    split,
)
from classifier.data.parts import Part, clean
from classifier.data.sources import Source
from classifier.score import LABELS, Label
from classifier.tokens import LATEST

WORDS: dict[str, int] = {
    **NAMED,
    **{label[:3]: position for position, label in enumerate(LABELS)},
}
NUMBERS = ({"0": 0, "1": 2}, {"-1": 0, "1": 2}, {"-1": 0, "0": 1, "1": 2})
STRAY = 0.01  # a label that fewer of the rows have than this is a slip, and not asked about
SEPARATORS = (",", ";", "\t", "|")

LEAST_ROWS = 100
LEAST_OF_A_SIDE = 20


@dataclass(frozen=True, slots=True)
class CustomFile:
    """A file to learn from; `weight` (above 0) scales its rows' loss beside other files' rows."""

    path: Path
    weight: float = 1.0

    @classmethod
    def parse(cls, text: str) -> CustomFile:
        """`FILE` or `FILE:weight`; raises ValueError where the weight is not above 0.

        >>> CustomFile.parse("chat.csv:0.5").weight
        0.5
        """
        name, colon, last = text.rpartition(":")
        try:
            weight = float(last)
        except ValueError:
            return cls(Path(text))
        if not colon:
            return cls(Path(text))
        if not 0 < weight < float("inf"):
            raise ValueError(f"the weight of {name} must be above 0")
        return cls(Path(name), weight)


@dataclass(frozen=True, slots=True)
class CsvFormat:
    """How to read the files: each file's first of these columns is taken.

    `separator` None: the one that the first line has most of. `words` says what the label column
    calls each label; where it is empty, common spellings are recognised.
    """

    text: Sequence[str] = ("text",)
    label: Sequence[str] = ("label",)
    separator: str | None = None
    words: Mapping[Label, Sequence[str]] = field(default_factory=dict)


def load(
    files: Sequence[CustomFile],
    csv_format: CsvFormat,
    share: float,
    max_rows: int | None,
    seed: int,
) -> list[Part]:
    """Read the files and hold back `share` (0..1) of all texts; a text stands on one side only.

    Texts that differ only in what the tokeniser overlooks count as the same. `max_rows` takes so
    many rows of each file, drawn by `seed`.

    Raises:
        DatasetError: a file cannot be used, its labels are not clear, or there are too few rows.
    """
    read_files = [_read(file, csv_format) for file in files]
    if max_rows is not None:
        read_files = [(source, rows.sample(max_rows, seed)) for source, rows in read_files]
    _check_enough(read_files)
    same = [" ".join(LATEST.words(clean(text))) for _, rows in read_files for text in rows.texts]
    if (different := len(set(same))) < LEAST_ROWS:
        raise DatasetError(
            f"There are only {different:,} different texts. At least {LEAST_ROWS} are needed."
        )
    learn, validation = split(same, share, seed)
    parts, start = [], 0
    for source, rows in read_files:
        end = start + len(rows)
        parts.append(
            Part(
                source,
                rows,
                _within(learn, start, end),
                _within(validation, start, end),
            )
        )
        start = end
    return parts


def _within(rows: NDArray[np.intp], start: int, end: int) -> NDArray[np.intp]:
    """Those of `rows` that lie in `start`..`end`, counted from `start`."""
    return rows[(rows >= start) & (rows < end)] - start


def meanings(counts: Counter[str], stated: Mapping[Label, Sequence[str]]) -> dict[str, int]:
    """What each spelling of a label means, as a position in `LABELS`.

    `counts` says how often the file has which. Recognised unless stated otherwise are the labels'
    names and first three letters, 0/1, -1/1 and -1/0/1. Stars are not: where does neutral end?

    Raises:
        DatasetError: a spelling is stated for two labels, or nothing is stated or recognised.
    """
    if stated:
        spelt = [
            (plain_label(word), LABELS.index(label))
            for label, words in stated.items()
            for word in words
        ]
        if len(dict(spelt)) < len(set(spelt)):
            raise DatasetError("A label's word is stated for two labels. Each means one.")
        return dict(spelt)
    rows = counts.total() - counts[""]
    common = {word for word, many in counts.items() if word and many >= STRAY * rows}
    if common and common <= WORDS.keys() | LEFT_OUT:
        return WORDS
    for numbers in NUMBERS:
        if common == numbers.keys():
            return numbers
    said = ", ".join(word[:20] for word, _ in counts.most_common(8) if word) or "nothing"
    raise DatasetError(
        f"its labels are not clear: the column says {said}. Say which is which, for example "
        "for stars: --negative 1 2 --neutral 3 --positive 4 5."
    )


def _read(file: CustomFile, csv_format: CsvFormat) -> tuple[Source, Rows]:
    separator = csv_format.separator or _separator(file.path)
    names = header(file.path, separator)
    text = next((name for name in csv_format.text if name in names), csv_format.text[0])
    label = next((name for name in csv_format.label if name in names), csv_format.label[0])
    counts = label_counts(file.path, text, label, separator)
    try:
        words = meanings(counts, csv_format.words)
    except DatasetError as error:
        raise DatasetError(f"{file.path}: {error}") from None
    rows = read(file.path, text=text, label=label, labels=words, separator=separator)
    source = Source(
        name=file.path.name,
        file=file.path.name,
        licence="your own",
        use="any",
        validation=0,
        human=True,
        weight=file.weight,
        text=text,
        label=label,
        labels=words,
    )
    return source, rows


def _separator(path: Path) -> str:
    """The separator that the first line has most of; where it has none, a comma."""
    first = "".join(header(path, "\n"))
    return max(SEPARATORS, key=first.count)


def _check_enough(files: Sequence[tuple[Source, Rows]]) -> None:
    """Raise DatasetError where no net could learn anything, or nobody could tell."""
    reports = "; ".join(f"{source.file}: {rows.report()}" for source, rows in files)
    counts = np.bincount(np.concatenate([rows.labels for _, rows in files]), minlength=3)
    if counts.sum() < LEAST_ROWS or min(counts[0], counts[2]) < LEAST_OF_A_SIDE:
        raise DatasetError(
            f"There are {counts[0]:,} negative, {counts[1]:,} neutral and {counts[2]:,} positive "
            f"rows. At least {LEAST_ROWS} are needed, and {LEAST_OF_A_SIDE} negative and "
            f"{LEAST_OF_A_SIDE} positive among them ({reports})."
        )
