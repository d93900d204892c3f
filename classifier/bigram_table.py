"""A table of pairs of word numbers: which column of the net a pair is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Small numbers are packed into one integer, `left << BITS | right`: a pair of words, a pair and
# its column, or the place of a text in its batch and a column.
BITS: Final = 20
MASK: Final = (1 << BITS) - 1

# A cell of the table holds a column, then the bit that says "crowded", then the pair.
_CROWDED: Final = 1 << BITS
_PAIR: Final = BITS + 1

# 2⁶⁴ divided by the golden ratio, as a signed number: what it multiplies is spread out well
# (Knuth, The Art of Computer Programming 3, section 6.4).
_SPREAD: Final = 0x9E3779B97F4A7C15 - (1 << 64)
_SLOTS_PER_PAIR: Final = 4


class BigramTable:
    """Packed pairs (int64, n, none twice, 0 or more) and their columns (int64, n, from 1).

    A hash table for whole arrays: one look for most pairs, where a binary search takes 17. Pairs
    whose slot was taken stand in a dict, and a bit in the slot's cell says that there are such.
    """

    def __init__(self, pairs: NDArray[np.int64], columns: NDArray[np.int64]) -> None:
        slots = 1 << (_SLOTS_PER_PAIR * len(pairs)).bit_length()
        self._last_slot = slots - 1
        self._cells = np.zeros(slots, np.int64)
        cells = pairs << _PAIR | columns
        at = self._slots(pairs)
        self._cells[at] = cells
        crowded = self._cells[at] != cells
        self._cells[at[crowded]] |= _CROWDED
        self._crowded = dict(zip(pairs[crowded].tolist(), columns[crowded].tolist(), strict=True))
        self._cell_at = self._cells.data  # gives plain integers sooner than the array

    def columns(self, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
        """The column of each pair, 0 for those that are not in the table (also below 0)."""
        cells = self._cells.take(self._slots(pairs))
        columns = np.where(cells >> _PAIR == pairs, cells & MASK, 0)
        others = np.flatnonzero((cells & _CROWDED != 0) & (columns == 0))
        if len(others):
            columns[others] = [self._crowded.get(pair, 0) for pair in pairs.take(others).tolist()]
        return columns

    def columns_of_few(self, pairs: Iterable[int]) -> list[int]:
        """`columns` of a few pairs (0 or more), without NumPy's cost for each call."""
        cell_at, last_slot, crowded = self._cell_at, self._last_slot, self._crowded
        columns = []
        for pair in pairs:
            cell = cell_at[(pair * _SPREAD >> 32) & last_slot]
            columns.append(cell & MASK if cell >> _PAIR == pair else crowded.get(pair, 0))
        return columns

    def _slots(self, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
        return (pairs * _SPREAD >> 32) & self._last_slot
