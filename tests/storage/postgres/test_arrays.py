"""Rows of numbers are handed to PostgreSQL as arrays that are written as text."""

from __future__ import annotations

import re

import pytest

from storage.postgres.arrays import literals


@pytest.mark.parametrize(
    "rows",
    [
        [(1, 2), (3, None)],
        [(None, -(2**63)), (2**63 - 1, 0)],
        [(7, None)],
        [],
    ],
)
def test_literals_hold_every_number_of_the_rows_and_what_is_none(
    rows: list[tuple[int | None, ...]],
) -> None:
    written = literals(rows, 2)
    read = [
        [None if each == "NULL" else int(each) for each in re.findall(r"NULL|-?\d+", column)]
        for column in written
    ]
    assert read == [[row[place] for row in rows] for place in range(2)]
    assert all(re.fullmatch(r"\{[^{}]*\}", column) for column in written)
