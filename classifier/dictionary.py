"""The one-hot dictionary: which feature is which column of the net's first layer."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, count, pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from classifier.bigram_table import BITS, MASK, BigramTable
from classifier.chunk_cache import ChunkCache, packed
from classifier.features import check
from classifier.language import english_words, foreign_words, is_foreign
from classifier.negation import (
    END_OF_TEXT,
    NEGATORS,
    NOT,
    PAUSES,
    ROLES,
    are_negated,
    under_negation,
)
from classifier.onehot import OneHot
from classifier.tokens import TOKENIZERS, Tokenizer, TokenizerName

# 500,000 features of 33 letters; the memory of a hostile file is some 25 times this.
MAX_JSON_BYTES: Final = 16 * 2**20

# What ends a text among the chunks, for no text holds such a chunk; and among their numbers.
_END: Final = "\n"
_END_NUMBER: Final = -1
# Stands for the left word in the code of a feature like "NOT good"; no word has this number.
_NOT: Final = MASK


@dataclass(frozen=True, slots=True)
class Encoded:
    """The columns of n texts, ascending in each, and how well their words are known.

    `words` and `unknown` (int64, n): how many words each text has, marks apart, and how many of
    these words stand in no feature of the dictionary. `foreign` (int64, n): how many more words,
    known or not, speak for another language than for English (below 0: fewer).
    """

    texts: OneHot
    words: NDArray[np.int64]
    unknown: NDArray[np.int64]
    foreign: NDArray[np.int64]


class EncodedText(NamedTuple):
    """The `Encoded` of one text in plain numbers."""

    columns: list[int]
    words: int
    unknown: int
    foreign: int


class Dictionary:
    """Features and their columns; column 0 belongs to no feature, as in Keras's `Tokenizer`.

    `feature(column)` is a feature's spelling (that of column 0 is empty), and `len()` counts the
    columns, 0 included. Encoding is safe from several threads at once.

    What is kept of a feature is its code, since most are pairs of words that stand in others, too:
    as strings they would take most of the memory.
    """

    def __init__(self, features: Iterable[str], tokenizer: TokenizerName = "chat") -> None:
        """Give the features the columns 1, 2, … in their order.

        Raises ValueError if a feature is empty, doubled, personal, too long or of more words than
        `tokenizer` puts together, or if there are too many.
        """
        self.tokenizer: Tokenizer = TOKENIZERS[tokenizer]
        given = list(features)
        check(given)
        self._number_words(given)
        self._chunks = ChunkCache(self.tokenizer, self._numbers, self._number_of_foreign)
        self._chunks[_END] = packed(_END_NUMBER)

    def __len__(self) -> int:
        return len(self._codes) + 1

    @property
    def features(self) -> tuple[str, ...]:
        """All features by their columns, spelt anew each time."""
        return ("", *map(self._spelt, self._codes.tolist()))

    def feature(self, column: int) -> str:
        """The feature of a column, "" of column 0."""
        return self._spelt(int(self._codes[column - 1])) if column else ""

    def _spelt(self, code: int) -> str:
        left, right = code >> BITS, self._words[(code & MASK) - 1]
        if not left:
            return right
        return f"{NOT if left == _NOT else self._words[left - 1]} {right}"

    def columns(self, text: str) -> list[int]:
        """The columns of one text, ascending: the plain way, which the fast ones must equal."""
        columns = self._column_of_feature
        return sorted({columns[f] for f in self.tokenizer.features(text) if f in columns})

    @cached_property
    def _column_of_feature(self) -> dict[str, int]:
        return {feature: column for column, feature in enumerate(self.features) if column}

    def unknown_words(self, text: str) -> list[str]:
        """The words of `text` (marks apart) that stand in no feature, each once, in order."""
        return [
            word
            for word in dict.fromkeys(self.tokenizer.words(text))
            if not 0 < self._numbers.get(word, 0) <= self._known
        ]

    def encode(self, texts: Sequence[str]) -> Encoded:
        """The columns of each text; of 64 or more in a third of the time that `read` takes."""
        numbers = self._word_numbers(texts)
        ends = np.flatnonzero(numbers == _END_NUMBER)
        lengths = ends.copy()  # not np.diff: its `prepend` takes as long as all else here
        lengths[1:] -= ends[:-1]
        lengths[:1] += 1
        places = np.repeat(np.arange(len(texts)) << BITS, lengths)
        under: NDArray[np.int64] = places[:0]
        if self.tokenizer.bigrams:
            if (negated := are_negated(self._roles.take(numbers), ends)).any():
                under = places[negated] | self._column_of_negated.take(numbers[negated])
            said = (numbers < 1) | (numbers > len(PAUSES))
            if not said.all():
                numbers, places = numbers[said], places[said]
                ends = np.flatnonzero(numbers == _END_NUMBER)
        cells = places | self._column_of_number.take(numbers)
        if self.tokenizer.bigrams and len(numbers):
            pairs = self._bigrams.columns(numbers[:-1] << BITS | numbers[1:])
            cells = np.concatenate((cells, places[:-1] | pairs, under))
        cells = cells[cells & MASK != 0]
        cells.sort()
        first = np.ones(len(cells), np.bool_)
        np.not_equal(cells[1:], cells[:-1], out=first[1:])
        cells = cells[first]

        starts = np.concatenate(([0], ends[:-1] + 1)) if len(ends) else ends
        marks = (numbers > 0) & (numbers <= self._last_mark)
        unknown = (numbers == 0) | (numbers > self._known)
        return Encoded(
            OneHot(
                (cells & MASK).astype(np.int32),
                np.searchsorted(cells, np.arange(len(texts) + 1) << BITS),
            ),
            words=ends - starts - _sums(marks, starts),
            unknown=_sums(unknown, starts),
            foreign=_sums(self._foreign_of_number.take(numbers), starts),
        )

    def read(self, text: str) -> EncodedText:
        """What `encode` finds in one text, in plain Python: few words do not pay NumPy's calls.

        From some 500 letters on `encode` is the faster one.
        """
        # An array's `data` gives plain integers sooner than the array.
        tokens = self._chunks.numbers_of(self.tokenizer.split(text)).tolist()
        columns: set[int] = set()
        words = tokens
        if self.tokenizer.bigrams:
            if not self._negators.isdisjoint(tokens):
                roles = self._roles[tokens].tolist()
                negated = compress(tokens, under_negation(roles))
                columns.update(map(self._column_of_negated.item, negated))
            pauses = len(PAUSES)
            words = [word for word in tokens if not 0 < word <= pauses]
            columns.update(
                self._bigrams.columns_of_few(
                    [left << BITS | right for left, right in pairwise(words)]
                )
            )
        columns.update(map(self._column_of_number.data.__getitem__, words))
        columns.discard(0)
        last_mark, known = self._last_mark, self._known
        return EncodedText(
            sorted(columns),
            sum([not 0 < word <= last_mark for word in words]),
            sum([not 0 < word <= known for word in words]),
            sum(map(self._foreign_of_number.data.__getitem__, words)),
        )

    def to_json(self) -> str:
        """A JSON list of the features in which the position is the column."""
        return json.dumps(self.features, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str, tokenizer: TokenizerName) -> Dictionary:
        """The dictionary that `to_json` wrote; raises ValueError for anything else."""
        features = json.loads(text)
        if not isinstance(features, list) or not set(map(type, features)) <= {str}:
            raise ValueError("the dictionary is not a list of strings")
        if features[:1] != [""]:
            raise ValueError("the dictionary does not leave column 0 empty")
        return cls(features[1:], tokenizer)

    def _number_words(self, features: Iterable[str]) -> None:
        """Number pauses, marks, all words that mean something, and those that tell the language.

        The last number stands for every other word that is foreign, 0 for all that are left.
        """
        chat = self.tokenizer.bigrams
        own = [*(sorted(PAUSES) if chat else ()), *sorted(self.tokenizer.marks)]
        self._last_mark = len(own)
        numbered = defaultdict[str, int](count(1).__next__)  # whoever is asked for has a number
        for word in (*own, *(ROLES if chat else ())):
            _ = numbered[word]
        codes: list[int] = []
        for feature in features:
            left, blank, right = feature.partition(" ")
            if left and not blank:  # most are one word
                codes.append(numbered[left])
                continue
            if not left or (blank and (not right or " " in right or not self.tokenizer.bigrams)):
                raise ValueError(
                    f"{feature[:60]!r} is no feature of the {self.tokenizer.name} tokenizer"
                )
            if left == NOT and blank:
                codes.append(_NOT << BITS | numbered[right])
            else:
                codes.append(numbered[left] << BITS | numbered[right])
        # New strings: the old ones lie among those of the pairs, whose memory could not be freed.
        self._words = tuple([word.encode().decode() for word in numbered])
        numbers = {word: number for number, word in enumerate(self._words, 1)}
        self._known = len(numbers)
        self._foreign_of_number = self._number_languages(numbers)
        self._numbers = numbers
        self._roles = np.zeros(self._foreign_number + 2, np.uint8)
        self._roles[[numbers[word] for word in ROLES if word in numbers]] = [
            role for word, role in ROLES.items() if word in numbers
        ]
        self._roles[_END_NUMBER] = END_OF_TEXT
        self._negators = {numbers[word] for word in NEGATORS if word in numbers}
        self._codes = np.array(codes, np.int64)
        self._tabulate(self._codes)

    def _number_languages(self, numbers: dict[str, int]) -> NDArray[np.int8]:
        """Number the words that tell the language; 1 for each foreign number, -1 for English."""
        languages = {word: 1 for word in numbers if not word.isascii() and is_foreign(word)}
        languages |= dict.fromkeys(foreign_words(), 1)
        languages |= dict.fromkeys(english_words(), -1)
        for word in languages:
            numbers.setdefault(word, len(numbers) + 1)
        self._foreign_number = len(numbers) + 1
        # One more at the end, where `_END_NUMBER` looks.
        foreign = np.zeros(self._foreign_number + 2, np.int8)
        foreign[[numbers[word] for word in languages]] = list(languages.values())
        foreign[self._foreign_number] = 1
        return foreign

    def _number_of_foreign(self, word: str) -> int:
        return self._foreign_number if is_foreign(word) else 0

    def _tabulate(self, codes: NDArray[np.int64]) -> None:
        """Lay out the columns by the code of their feature: a word's number or a packed pair."""
        columns = np.arange(1, len(codes) + 1)
        single = codes <= MASK
        negated = codes >> BITS == _NOT
        # One more at the end, where `_END_NUMBER` looks.
        self._column_of_number = np.zeros(self._foreign_number + 2, np.int32)
        self._column_of_number[codes[single]] = columns[single]
        self._column_of_negated = np.zeros(self._foreign_number + 2, np.int32)
        self._column_of_negated[codes[negated] & MASK] = columns[negated]
        single |= negated
        self._bigrams = BigramTable(codes[~single], columns[~single])

    def _word_numbers(self, texts: Sequence[str]) -> NDArray[np.int64]:
        """The numbers of the words of all texts, with `_END_NUMBER` after each text."""
        chunks: list[str] = []
        split = self.tokenizer.split
        for text in texts:
            chunks += split(text)
            chunks.append(_END)
        return self._chunks.numbers_of(chunks).astype(np.int64)


def _sums(
    values: NDArray[np.bool_] | NDArray[np.int8], starts: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The sum of the values, or how many are true, from each start to the next."""
    if not len(starts):
        return starts
    return np.add.reduceat(values, starts, dtype=np.int64)
