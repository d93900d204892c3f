"""A table of pairs of word numbers: which column of the net a pair is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Small numbers are packed into one integer, `left << BITS | right`: a pair of words, a pair and
# its column, or the place of a text in its batch and a column.
BITS: Final = 20
MASK: Final = (1 << BITS) - 1

# 2⁶⁴ divided by the golden ratio, as a signed number: what it multiplies is spread out well
# (Knuth, The Art of Computer Programming 3, section 6.4).
_SPREAD: Final = 0x9E3779B97F4A7C15 - (1 << 64)
_SLOTS_PER_PAIR: Final = 4


class PairTable:
    """Packed pairs (int64, n, none twice, 0 or more) and their columns (int64, n, from 1).

    A hash table for whole arrays: one look for most pairs, where a binary search takes 17. Pairs
    whose slot was taken stand in a dict.
    """

    def __init__(self, pairs: NDArray[np.int64], columns: NDArray[np.int64]) -> None:
        slots = 1 << (_SLOTS_PER_PAIR * len(pairs)).bit_length()
        self._last_slot = slots - 1
        self._cells = np.zeros(slots, np.int64)
        cells = pairs << BITS | columns
        at = self._slots(pairs)
        self._cells[at] = cells
        crowded = self._cells[at] != cells
        self._crowded = dict(zip(pairs[crowded].tolist(), columns[crowded].tolist(), strict=True))

    def columns(self, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
        """The column of each pair, 0 for those that are not in the table (also below 0)."""
        cells = self._cells[self._slots(pairs)]
        columns = np.where(cells >> BITS == pairs, cells & MASK, 0)
        others = np.flatnonzero((columns == 0) & (cells != 0))
        if len(others):
            columns[others] = [self._crowded.get(pair, 0) for pair in pairs[others].tolist()]
        return columns

    def column(self, pair: int) -> int:
        """`columns` of one pair, many times faster."""
        cell = self._cells.item((pair * _SPREAD >> 32) & self._last_slot)
        return cell & MASK if cell >> BITS == pair else self._crowded.get(pair, 0)

    def _slots(self, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
        return (pairs * _SPREAD >> 32) & self._last_slot
