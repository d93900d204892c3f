"""What lets the dictionary skip most of the tokenising: chunks of text that were seen before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from classifier.tokens import Tokenizer

# How many chunks are remembered beside the dictionary's own words (about 13 MB).
CAPACITY: Final = 65_536
MAX_LENGTH: Final = 32

# After a plain word these are tokens of their own, or nothing.
_ENDS: Final = ",.!?"
# What is never remembered: links, addresses, mentions, and numbers of three digits and more.
_FORGOTTEN = re.compile(r"[@/]|\d\D?\d\D?\d")


class ChunkMemory(dict[str, tuple[int, ...]]):
    """Chunks and the numbers of their words, worked out when a chunk is first asked for.

    `numbers` (from 1) are those of the words that the dictionary lists. Other words get 0, or, if
    they have letters beyond ASCII, what `number_of_foreign` says. When the memory is full, the
    half that was met last is forgotten: what was met first is the commonest. Several threads may
    share a memory.
    """

    def __init__(
        self,
        tokenizer: Tokenizer,
        numbers: Mapping[str, int],
        number_of_foreign: Callable[[str], int] = lambda _: 0,
    ) -> None:
        super().__init__(
            (word, (number,))
            for word, number in numbers.items()
            if tokenizer.chunk_words(word) == [word]
        )
        self._tokenizer = tokenizer
        self._numbers = numbers
        self._number_of_foreign = number_of_foreign
        self._limit = len(self) + CAPACITY

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        word = chunk.rstrip(_ENDS)
        if word.isascii() and word.isalpha() and word != chunk:
            # The commonest kind by far; its two parts are mostly remembered.
            numbers = self[word] + self[chunk[len(word) :]]
        else:
            words = self._tokenizer.chunk_words(chunk)
            listed = self._numbers
            if chunk.isascii():
                numbers = tuple([listed.get(word, 0) for word in words])
            else:
                numbers = tuple([listed.get(w) or self._number_of_foreign(w) for w in words])
        if len(chunk) <= MAX_LENGTH and (word.isalpha() or not _FORGOTTEN.search(chunk)):
            if len(self) >= self._limit:
                for late in list(self)[self._limit - CAPACITY // 2 :]:
                    self.pop(late, None)
            self[chunk] = numbers
        return numbers
