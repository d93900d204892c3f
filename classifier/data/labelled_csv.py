"""Labelled text from CSV files, read as a stream. A bad row is counted and skipped."""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from classifier.errors import ClassifierError
from classifier.score import LABELS

NAMED: Mapping[str, int] = {label: position for position, label in enumerate(LABELS)}
BINARY = {"0": LABELS.index("negative"), "1": LABELS.index("positive")}

# GoEmotions' texts whose emotions are unclear or contradict one another: no mood to learn from.
LEFT_OUT = frozenset({"ambiguous", "mixed"})

PROVENANCE = "source"  # the column that says who labelled a row

MAX_LINE = 65_536  # characters; no message or tweet comes near
LONG_FIELD = f"text longer than {csv.field_size_limit():,} characters"
MAX_LINES_PER_ROW = 20  # an opened quote that closes later than this was a slip, not a long text


class DatasetError(ClassifierError):
    """A file of labelled text cannot be used at all. The message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The usable rows of one file, in the file's order.

    `labels` is int8 of shape (rows,): positions in `classifier.score.LABELS`. `groups` names what
    must not be torn apart by a split: rows of one group stay together. By default each text is
    its own group, so that repeated texts never stand on both sides. `skipped` counts the rows
    left out, by reason.
    """

    texts: list[str]
    labels: NDArray[np.int8]
    groups: list[str]
    skipped: Counter[str] = field(default_factory=Counter)

    def __len__(self) -> int:
        return len(self.texts)

    def sample(self, size: int, seed: int) -> Rows:
        """At most `size` of the rows, drawn by `seed`."""
        if len(self) <= size:
            return self
        return self.take(np.random.default_rng(seed).permutation(len(self))[:size])

    def report(self) -> str:
        """How many rows were read and how many skipped, and why, in words."""
        skipped = f"{sum(self.skipped.values()):,} skipped"
        reasons = ", ".join(f"{reason}: {many:,}" for reason, many in self.skipped.most_common())
        return f"{len(self):,} rows read, {skipped}" + (f" ({reasons})" if reasons else "")

    def take(self, positions: NDArray[np.integer]) -> Rows:
        """The rows at `positions`, in that order; `skipped` stays what it was for the file."""
        chosen = positions.tolist()
        texts = [self.texts[position] for position in chosen]
        same = self.groups is self.texts
        groups = texts if same else [self.groups[position] for position in chosen]
        return Rows(texts, self.labels[positions], groups, self.skipped)


def joined(several: Sequence[Rows]) -> Rows:
    """All rows of `several`, one after the other."""
    texts = [text for rows in several for text in rows.texts]
    groups = [group for rows in several for group in rows.groups]
    skipped = sum((rows.skipped for rows in several), Counter[str]())
    return Rows(texts, np.concatenate([rows.labels for rows in several]), groups, skipped)


def read_tweets(path: Path) -> Rows:
    """Rows of the article's file: ItemID, Sentiment (1 positive, 0 negative), …, SentimentText.

    Raises:
        DatasetError: the file is missing or damaged, or has no such columns.
    """
    return read(path, text="SentimentText", label="Sentiment", labels=BINARY)


def read(
    path: Path,
    *,
    text: str = "text",
    label: str = "label",
    group: str | None = None,
    labels: Mapping[str, int] = NAMED,
    separator: str = ",",
    only: str | None = None,
) -> Rows:
    """Read a CSV file, plain or `.gz`, whose first line names the columns.

    `text`, `label` and `group` are the columns to read (no `group`: each text is its own);
    `labels` maps what the label column says, as `plain_label` spells it, to positions in `LABELS`.
    `only` reads just the rows whose column `source` is all that this regular expression says.

    Raises:
        DatasetError: the file is missing or damaged, or lacks one of the columns.
    """
    skipped: Counter[str] = Counter()
    texts: list[str] = []
    groups: list[str] = []
    found = bytearray()
    wanted = [text, label]
    wanted += [] if group is None else [group]
    wanted += [] if only is None else [PROVENANCE]
    for content, said, *more in _cells(path, wanted, separator, skipped):
        if only is not None and not re.fullmatch(only, more.pop()):
            continue
        named = plain_label(said)
        if named not in labels:
            unclear = named in LEFT_OUT
            skipped["ambiguous or mixed label" if unclear else "unknown label"] += 1
        elif not content.strip():
            skipped["empty text"] += 1
        else:
            texts.append(content)
            found.append(labels[named])
            groups += more
    return Rows(texts, np.frombuffer(found, np.int8), groups if group else texts, skipped)


def columns(path: Path, wanted: list[str]) -> list[list[str]]:
    """The `wanted` columns of each sound record of a CSV file.

    Raises:
        DatasetError: the file is missing or damaged, or lacks one of them.
    """
    return list(_cells(path, wanted, ",", Counter()))


def header(path: Path, separator: str) -> list[str]:
    """The names of the columns; none where the file is empty.

    Raises:
        DatasetError: the file is missing or damaged.
    """
    skipped: Counter[str] = Counter()
    with _opened(path) as handle:
        return [
            name.strip() for name in next(records(lines(handle, skipped), skipped, separator), [])
        ]


def label_counts(path: Path, text: str, label: str, separator: str = ",") -> Counter[str]:
    """How often the column `label` says what, as `plain_label` spells it.

    Raises:
        DatasetError: the file is missing or damaged, or lacks this column or `text`.
    """
    cells = _cells(path, [text, label], separator, Counter())
    return Counter(plain_label(said) for _, said in cells)


def plain_label(said: str) -> str:
    """What a cell of the label column says, in lower case; "+1" and "1.0" are "1".

    >>> [plain_label(said) for said in (" Positive", "+1.0", "-1")]
    ['positive', '1', '-1']
    """
    plain = said.strip().lower().removeprefix("+")
    return plain[:-2] if plain.endswith(".0") else plain


def _cells(
    path: Path, wanted: list[str], separator: str, skipped: Counter[str]
) -> Iterator[list[str]]:
    """The `wanted` columns of each sound record; the others are counted in `skipped`."""
    with _opened(path) as handle:
        parsed = records(lines(handle, skipped), skipped, separator)
        names = [name.strip() for name in next(parsed, [])]
        places = _places(path, names, wanted, skipped)
        for record in parsed:
            if reason := _fault(record, len(names)):
                skipped[reason] += 1
            else:
                yield [record[place] for place in places]


def split(
    groups: Sequence[str], share: float, seed: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Positions for training and for validation, both shuffled by `seed`.

    `share` (0..1) of the groups go to validation, each with all of its rows.
    """
    numbers: dict[str, int] = {}
    group_of_row = [numbers.setdefault(group, len(numbers)) for group in groups]
    random = np.random.default_rng(seed)
    place = random.permutation(len(numbers))
    held = place[group_of_row] < round(share * len(numbers))
    order = random.permutation(len(groups))
    return order[~held[order]], order[held[order]]


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """Open for reading; bytes that are not UTF-8 survive as surrogates, to be judged by row."""
    options = {"encoding": "utf-8-sig", "errors": "surrogateescape", "newline": "\n"}
    try:
        if path.suffix == ".gz":
            with gzip.open(path, "rt", **options) as handle:  # type: ignore[call-overload]
                yield handle
        else:
            with path.open(**options) as handle:  # type: ignore[call-overload]
                yield handle
    except FileNotFoundError:
        raise DatasetError(f"{path} does not exist.") from None
    except (OSError, EOFError, zlib.error) as error:
        raise DatasetError(f"{path} cannot be read: {error}.") from error


def lines(handle: TextIO, skipped: Counter[str]) -> Iterator[str]:
    """The lines of `handle`; those over 65,536 characters are counted in `skipped` instead."""
    while line := handle.readline(MAX_LINE):
        if len(line) < MAX_LINE or line.endswith("\n"):
            yield line
            continue
        while (rest := handle.readline(MAX_LINE)) and not rest.endswith("\n"):
            pass
        skipped[f"line longer than {MAX_LINE:,} characters"] += 1


def records(
    lines: Iterator[str], skipped: Counter[str], separator: str = ","
) -> Iterator[list[str]]:
    """The records of CSV `lines`; where quotes are broken, skip one line and go on with the next.

    `csv` alone would swallow everything from a quote that never closes to the end of the file.
    """
    waiting: deque[str] = deque()
    while line := waiting.popleft() if waiting else next(lines, ""):
        taken = [line]
        while True:
            try:
                record = next(csv.reader(taken, delimiter=separator, strict=True))
            except csv.Error as error:
                unclosed = "unexpected end" in str(error)
                if unclosed and len(taken) < MAX_LINES_PER_ROW:
                    more = waiting.popleft() if waiting else next(lines, "")
                    if more:
                        taken.append(more)
                        continue
                skipped[LONG_FIELD if "field limit" in str(error) else "broken quotes"] += 1
                waiting.extendleft(reversed(taken[1:]))
            else:
                if record:
                    yield record
            break


def _places(path: Path, header: list[str], wanted: list[str], skipped: Counter[str]) -> list[int]:
    missing = [name for name in wanted if name not in header]
    if missing:
        found = ", ".join(name[:40] for name in header[:20]) or "nothing"
        hint = f"Its first line names: {found.encode('utf-8', 'replace').decode()}."
        if skipped:  # then the header is a line of data
            hint = f"Its first line cannot be read ({', '.join(skipped)})."
        if "\0" in found:
            hint = "It is not UTF-8 text, but perhaps UTF-16. Save it as UTF-8."
        raise DatasetError(f"{path} has no column {' and no column '.join(missing)}. {hint}")
    for name in wanted:
        if header.count(name) > 1:
            raise DatasetError(f"{path} has the column {name} twice. Rename one.")
    return [header.index(name) for name in wanted]


def _fault(record: list[str], width: int) -> str | None:
    if len(record) != width:
        return "wrong number of columns"
    content = "".join(record)
    if "\0" in content:
        return "NUL character"
    try:
        content.encode()
    except UnicodeEncodeError:  # a surrogate, which stands for a byte that is not UTF-8
        return "not UTF-8"
    return None
