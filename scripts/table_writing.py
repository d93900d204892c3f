"""A CSV or Parquet file of any size, written a batch of rows at a time, whole or not at all.

Only its owner may read it, as everything that the bot keeps of people.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal

from scripts.table_reading import NEEDS_PYARROW, TableError
from storage.owned_files import replacing_owned

Kind = Literal["text", "number", "count", "time"]
Write = Callable[[Sequence[Sequence[Any]]], None]

UNFINISHED: Final = ".part"

ROW_GROUP: Final = 50_000
"""Rows of a Parquet file that are written together: few make it big and slow to read."""


@contextmanager
def writing(path: Path, columns: Mapping[str, Kind]) -> Iterator[Write]:
    """Write rows with these columns: Parquet by the name (`.parquet`), else CSV (`.gz`, too).

    Until the block has ended well, they lie in a file of the name with `.part` added, and what was
    at `path` stays; after a failure the unfinished file goes. Raises TableError, and OSError.
    """
    if not path.parent.is_dir():
        raise TableError(f"There is no folder {path.parent}. Make it, or choose another --out.")
    if path.is_dir():
        raise TableError(f"{path} is a folder. Add the name of a file to --out.")
    unfinished = path.with_name(path.name + UNFINISHED)
    write_to = _parquet if path.suffix.lower() == ".parquet" else _csv
    with (
        replacing_owned(path, unfinished) as file,
        write_to(file, columns, path.suffix.lower()) as write,
    ):
        yield write


@contextmanager
def _csv(file: BinaryIO, columns: Mapping[str, Kind], suffix: str) -> Iterator[Write]:
    with ExitStack() as stack:
        binary = stack.enter_context(gzip.open(file, "wb")) if suffix == ".gz" else file
        text = TextIOWrapper(binary, encoding="utf-8", newline="")
        stack.callback(text.detach)  # which flushes it, and leaves the file open
        writer = csv.writer(text)
        writer.writerow(columns)
        yield writer.writerows


@contextmanager
def _parquet(file: BinaryIO, columns: Mapping[str, Kind], _: str) -> Iterator[Write]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise TableError(NEEDS_PYARROW) from None
    types = {
        "text": pa.string(),
        "number": pa.float64(),
        "count": pa.int64(),
        "time": pa.timestamp("s", tz="UTC"),
    }
    schema = pa.schema([(name, types[kind]) for name, kind in columns.items()])
    waiting: list[Any] = []
    with parquet.ParquetWriter(file, schema) as writer:

        def write_group() -> None:
            if waiting:
                writer.write_table(pa.concat_tables(waiting))
                waiting.clear()

        def write(rows: Sequence[Sequence[Any]]) -> None:
            by_column = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
            arrays = map(pa.array, by_column, schema.types)
            waiting.append(pa.Table.from_arrays(list(arrays), schema=schema))
            if sum(table.num_rows for table in waiting) >= ROW_GROUP:
                write_group()

        yield write
        write_group()
