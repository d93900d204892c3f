"""Rows as arrays of their columns: how many of them go into one statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any


def columns(rows: Sequence[Sequence[Any]], width: int) -> list[Sequence[Any]]:
    """Rows as arrays of their columns, as `unnest` takes them.

    columns([(1, 2), (3, 4)], 2) -> [(1, 3), (2, 4)]
    """
    return list(zip(*rows, strict=True)) if rows else [()] * width


def literals(rows: Iterable[Sequence[int | None]], width: int) -> list[str]:
    """Rows of numbers as arrays of their columns, written as the server reads them.

    For statements that every batch of messages runs: asyncpg looks at each number of an array in
    Python, which took half of the time.

    literals([(1, 2), (3, None)], 2) -> ["{1,3}", "{2,NULL}"]
    literals([], 2) -> ["{}", "{}"]
    """
    columns = list(zip(*rows, strict=True))
    if not columns:
        return ["{}"] * width
    pattern = "{" + "%d," * (len(columns[0]) - 1) + "%d}"
    return [_literal(pattern, column) for column in columns]


def _literal(pattern: str, column: tuple[int | None, ...]) -> str:
    try:
        return pattern % column  # several times as fast as number by number
    except TypeError:
        return pattern.replace("%d", "%s") % tuple("NULL" if n is None else n for n in column)
