"""Columns of numbers, cut out of lines of bytes as the server packs them."""

from __future__ import annotations

import sys
from array import array
from typing import Any


def column(code: str, lines: bytes, start: int, length: int) -> array[Any]:
    """The numbers that begin at this byte of each line, as an array of `code`.

    Lines have `length` bytes each; the server writes numbers with the highest byte first.

        column("H", bytes([1, 0, 2, 1, 0, 3]), 1, 3) -> array("H", [2, 3])
    """
    width = array(code).itemsize
    bytes_of_column = bytearray(len(lines) // length * width)
    for byte in range(width):
        bytes_of_column[byte::width] = lines[start + byte :: length]
    numbers = array(code, bytes(bytes_of_column))
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
