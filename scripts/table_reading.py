"""Texts out of a CSV or Parquet file of any size, a row at a time."""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

SEPARATORS: Final = (",", ";", "\t", "|")

LONGEST_LINE: Final = 1_000_000
"""Characters; what has longer ones is no table, and would not fit into memory."""

NEEDS_PYARROW: Final = (
    f"Parquet files need pyarrow. Install it with: {sys.executable} -m pip install pyarrow"
)

_OF_AN_AUTHOR = re.compile(
    r"author|user|member|sender|account|owner|person|people|name|nick|handle|e?-?mail|\bfrom\b|"
    r"\bby\b|phone|address",
    re.IGNORECASE,
)


class TableError(Exception):
    """A file cannot be read or written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: the `number` of its line in a CSV file, or of its row in Parquet, from 1
    on; and what is wrong with it, if it has no text. What was written is kept out of the repr."""

    number: int
    text: str | None = field(repr=False)
    id: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns are read: the text, and, if one is named, what tells the rows apart.

    Nothing else is: a list of who felt what when is nothing that should come out of this. Raises
    TableError for an id that looks like a person.
    """

    text: str = "text"
    id: str | None = None

    def __post_init__(self) -> None:
        if self.id is not None and _OF_AN_AUTHOR.search(self.id):
            raise TableError(
                f'The column "{self.id}" looks like one of people, and moods of people are not '
                "written. Name a column that numbers the rows or messages, or none."
            )


def rows(path: Path, columns: Columns, *, separator: str | None, encoding: str) -> Iterator[Row]:
    """The rows of a file, in its order: Parquet by its name (`.parquet`), else CSV (`.gz`, too).

    `separator` None: the first of `SEPARATORS` by which the header has the columns. Raises
    TableError, and OSError.
    """
    if path.suffix.lower() == ".parquet":
        return _parquet(path, columns)
    return _csv(path, columns, separator, encoding)


def _csv(path: Path, columns: Columns, separator: str | None, encoding: str) -> Iterator[Row]:
    encoding = "utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding
    with _opened(path, encoding) as file:
        lines = _Lines(file, path)
        header, separator = _header(lines, path, columns, separator)
        text_at = header.index(columns.text)
        id_at = None if columns.id is None else header.index(columns.id)
        reader = csv.reader(lines, delimiter=separator)
        while True:
            number = lines.number + 1
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield Row(number, None, fault=_csv_fault(error))
                continue
            if cells is None:
                return
            if not cells and len(header) == 1:
                cells = [""]  # a blank line is all that an empty text leaves there
            if len(cells) == len(header):
                yield _row(number, cells[text_at], "" if id_at is None else cells[id_at])
            elif cells:
                fault = f"has {len(cells)} of {len(header)} columns"
                yield Row(number, None, fault=fault)


def _opened(path: Path, encoding: str) -> IO[str]:
    """What is not of the encoding becomes surrogates, so that it costs its row and no more."""
    open_ = gzip.open if path.suffix.lower() == ".gz" else open
    try:
        return open_(path, "rt", encoding=encoding, errors="surrogateescape", newline="")
    except LookupError:
        raise TableError(f"There is no encoding {encoding}. Try utf-8 or latin-1.") from None


class _Lines:
    """The lines of a file, counted; refuses endless ones."""

    def __init__(self, file: IO[str], path: Path) -> None:
        self._file = file
        self._path = path
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        try:
            line = self._file.readline(LONGEST_LINE)
        except (EOFError, gzip.BadGzipFile) as error:
            raise TableError(
                f"{self._path} is damaged after line {self.number}: {error}."
            ) from None
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            raise TableError(
                f"Line {self.number} of {self._path} is longer than {LONGEST_LINE:,} characters: "
                "this is no CSV file."
            )
        return line


def _header(
    lines: _Lines, path: Path, columns: Columns, separator: str | None
) -> tuple[list[str], str]:
    line = next(lines, "")
    headers = {
        each: next(csv.reader([line], delimiter=each), [])
        for each in ([separator] if separator else SEPARATORS)
    }
    for found, names in headers.items():
        if _missing(names, columns) is None:
            return names, found
    names = max(headers.values(), key=len)
    raise _no_column(path, _missing(names, columns) or columns.text, names)


def _missing(names: Sequence[str], columns: Columns) -> str | None:
    wanted = [columns.text, *([columns.id] if columns.id else [])]
    return next((each for each in wanted if each not in names), None)


def _no_column(path: Path, missing: str, names: Iterable[str]) -> TableError:
    there = ", ".join(f'"{name[:50]}"' for name in list(names)[:20])
    return TableError(
        f'{path} has no column "{missing}". Its first line names: {there or "nothing"}. Choose the '
        "one with the texts: --column NAME"
    )


def _csv_fault(error: csv.Error) -> str:
    if "field larger" in str(error):
        return f"begins a quote that isn't closed within {csv.field_size_limit():,} characters"
    return f"isn't CSV ({error})"


def _row(number: int, text: str, row_id: str) -> Row:
    if not (_is_sound(text) and _is_sound(row_id)):
        return Row(number, None, fault="isn't in the encoding of the file (see --encoding)")
    return Row(number, text, row_id)


def _is_sound(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _parquet(path: Path, columns: Columns) -> Iterator[Row]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise TableError(NEEDS_PYARROW) from None
    try:
        # A buffer for each column, and not whole row groups of them.
        file = parquet.ParquetFile(path, pre_buffer=False, buffer_size=1_000_000)
    except pa.ArrowException as error:
        raise TableError(f"{path} is no Parquet file: {error}.") from None
    with file:
        names = file.schema_arrow.names
        if (missing := _missing(names, columns)) is not None:
            raise _no_column(path, missing, names)
        if not _is_text(pa, file.schema_arrow.field(columns.text).type):
            raise TableError(f'The column "{columns.text}" of {path} holds no texts.')
        wanted = [columns.text, *([columns.id] if columns.id else [])]
        number = 0
        for batch in file.iter_batches(batch_size=10_000, columns=wanted):
            texts = batch.column(columns.text).to_pylist()
            ids = batch.column(columns.id).to_pylist() if columns.id else [""] * len(texts)
            for text, row_id in zip(texts, ids, strict=True):
                number += 1
                if text is None:
                    yield Row(number, None, _as_text(row_id), "has no text")
                else:
                    yield Row(number, text, _as_text(row_id))


def _is_text(pa: Any, kind: Any) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _as_text(value: object) -> str:
    return "" if value is None else str(value)
