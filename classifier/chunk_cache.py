"""What lets the dictionary skip most of the tokenising: chunks of text that were seen before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from struct import Struct
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.tokens import Tokenizer

# How many chunks are remembered beside the dictionary's own words (about 8 MB).
CAPACITY: Final = 65_536
MAX_LENGTH: Final = 32

_LONG_NUMBER = re.compile(r"\d\D?\d\D?\d")

# A number (-2³¹..2³¹-1) as the memory keeps it, a C int.
packed = Struct("i").pack
_UNKNOWN: Final = packed(0)


class ChunkCache(dict[str, bytes]):
    """Chunks and the numbers of their words, worked out when a chunk is first asked for.

    The numbers are kept as bytes, so that those of many chunks are joined and read as one array
    without a Python object for each. `numbers` (from 1) are those of the words that the dictionary
    lists. Other words get 0, or, if they have letters beyond ASCII, what `number_of_foreign` says.
    When the memory is full, the half that was met last is forgotten:
    what was met first is the commonest. Several threads may share a memory.
    """

    def __init__(
        self,
        tokenizer: Tokenizer,
        numbers: Mapping[str, int],
        number_of_foreign: Callable[[str], int] = lambda _: 0,
    ) -> None:
        super().__init__(
            (word, packed(number))
            for word, number in numbers.items()
            if tokenizer.chunk_words(word) == [word]
        )
        self[""] = b""
        self._chunk_words = tokenizer.chunk_words
        self._signs = tokenizer.signs
        self._numbers = numbers
        self._number_of_foreign = number_of_foreign
        self._limit = len(self) + CAPACITY

    def numbers_of(self, chunks: Iterable[str]) -> NDArray[np.intc]:
        """The numbers of the words of all chunks, in order."""
        return np.frombuffer(b"".join(map(self.__getitem__, chunks)), np.intc)

    def __missing__(self, chunk: str) -> bytes:
        word = chunk.strip(self._signs)
        plain = word.isalpha() and word.isascii()
        if plain and len(word) < len(chunk):
            # The commonest kind by far; its parts are mostly remembered.
            before, _, after = chunk.partition(word)
            numbers = self[before] + self[word] + self[after]
        else:
            words = self._chunk_words(chunk)
            if plain and words == [chunk]:
                numbers = _UNKNOWN  # or it would have been here from the start
            else:
                numbers = b"".join([packed(self._number(word)) for word in words])
        if len(chunk) <= MAX_LENGTH and (plain or not _may_be_personal(chunk)):
            if len(self) >= self._limit:
                for late in list(self)[self._limit - CAPACITY // 2 :]:
                    self.pop(late, None)
            self[chunk] = numbers
        return numbers

    def _number(self, word: str) -> int:
        number = self._numbers.get(word, 0)
        return number if number or word.isascii() else self._number_of_foreign(word)


def _may_be_personal(chunk: str) -> bool:
    """Whether `chunk` must not be remembered: a link, an address, a mention, a longer number."""
    return "@" in chunk or "/" in chunk or _LONG_NUMBER.search(chunk) is not None
