"""Rows as arrays of their columns: how many of them go into one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def columns(rows: Sequence[Sequence[Any]], width: int) -> list[Sequence[Any]]:
    """Rows as arrays of their columns, as `unnest` takes them.

    columns([(1, 2), (3, 4)], 2) -> [(1, 3), (2, 4)]
    """
    return list(zip(*rows, strict=True)) if rows else [()] * width


def literals(rows: Sequence[Sequence[int | None]]) -> list[str]:
    """Rows of numbers as arrays of their columns, written as the server reads them.

    For statements that every batch of messages runs: asyncpg looks at each number of an array in
    Python, which took half of the time.

    literals([(1, 2), (3, None)]) -> ["{1,3}", "{2,NULL}"]
    """
    return [
        "{" + ",".join(map(str, column)).replace("None", "NULL") + "}"
        for column in zip(*rows, strict=True)
    ]
