"""Many texts as one binary one-hot matrix that is never built: only its ones are kept."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class OneHot:
    """The columns present in each of `len(self)` texts, laid end to end.

    `columns` is int32 of shape (entries,): the columns of the first text, then of the second, ….
    `offsets` is int64 of shape (texts + 1,): text t has `columns[offsets[t]:offsets[t + 1]]`, each
    column once.

    >>> OneHot(np.array([4, 9, 2], np.int32), np.array([0, 2, 3])).take(np.array([1, 0])).columns
    array([2, 4, 9], dtype=int32)
    """

    columns: NDArray[np.int32]
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[Collection[int]]) -> OneHot:
        """The matrix with these columns in each text, each named once."""
        columns, lengths = array("i"), array("q")
        for present in texts:
            columns.extend(present)
            lengths.append(len(present))
        return cls(np.array(columns, np.int32), _offsets(np.array(lengths, np.int64)))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def rows(self) -> NDArray[np.int32]:
        """The text that each entry of `columns` belongs to, int32 of shape (entries,)."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.offsets))

    def take(self, texts: NDArray[np.integer]) -> OneHot:
        """The texts at these positions, in that order."""
        starts = self.offsets[texts]
        lengths = self.offsets[texts + 1] - starts
        offsets = _offsets(lengths)
        entries = np.repeat(starts - offsets[:-1], lengths) + np.arange(offsets[-1])
        return OneHot(self.columns[entries], offsets)

    def keep(self, kept: NDArray[np.bool_]) -> OneHot:
        """The same texts with only the entries where `kept`, of shape (entries,), is true."""
        return OneHot(self.columns[kept], _offsets(kept)[self.offsets])

    def renumber(self, column_of: NDArray[np.int32]) -> OneHot:
        """Each column c as `column_of[c]`; what becomes column 0 (none) is left out."""
        columns = column_of[self.columns]
        return OneHot(columns, self.offsets).keep(columns != 0)

    def dense(self, width: int) -> NDArray[np.float32]:
        """The matrix after all, float32 of shape (texts, width). Only for a few texts."""
        matrix = np.zeros((len(self), width), np.float32)
        matrix[self.rows(), self.columns] = 1
        return matrix


def stack(parts: Sequence[OneHot]) -> OneHot:
    """All texts of `parts`, one part after the other."""
    return OneHot(
        np.concatenate([part.columns for part in parts]),
        _offsets(np.concatenate([np.diff(part.offsets) for part in parts])),
    )


def _offsets(lengths: NDArray[np.integer] | NDArray[np.bool_]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
