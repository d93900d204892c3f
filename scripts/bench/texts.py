"""Made-up texts for the benches: endless, fresh, and as long and as odd as real ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random
from string import ascii_lowercase

# The commonest words of English, which a dictionary in order of information does not begin with.
_COMMONEST = """\
the to i a and it you of in is for that my on me so have but be at just was this not
with i'm now can get up are like all do out go what day it's your good no know we got time really
from when about if today
"""

_ENDS = [""] * 80 + [",", ".", "!", "?"] * 4 + ["...", "!!!", " :)", " 😂"]


def tweets(words: Sequence[str], seed: int) -> Iterator[str]:
    """Tweets of about 18 words, many with a handle, a hashtag or a link never seen before."""
    writer = _Writer(words, seed)
    while True:
        said = writer.words(max(3, round(writer.random.gauss(18, 6))))
        if writer.random.random() < 0.4:
            said.insert(0, f"@{writer.letters(9)}")
        if writer.random.random() < 0.2:
            said.append(f"#{writer.word()}")
        if writer.random.random() < 0.2:
            said.append(f"http://t.co/{writer.letters(10)}")
        yield " ".join(said)


def chat_lines(words: Sequence[str], seed: int) -> Iterator[str]:
    """Lines of chat: 2 to 8 words and no more."""
    writer = _Writer(words, seed)
    while True:
        yield " ".join(writer.words(writer.random.randint(2, 8)))


class _Writer:
    """Writes words by Zipf's law: the commonest of English, then `words` in an order of the seed.

    Some are misspelt into unknown ones, capitalised or followed by punctuation or a face.
    """

    def __init__(self, words: Sequence[str], seed: int) -> None:
        self.random = Random(seed)
        self._words = [*_COMMONEST.split(), *self.random.sample(words, len(words))]
        chances = (1 / (place + 2.7) ** 1.15 for place in range(len(self._words)))
        self._cumulated = list(accumulate(chances))

    def words(self, count: int) -> list[str]:
        picked = self.random.choices(self._words, cum_weights=self._cumulated, k=count)
        return [self._typed(word) for word in picked]

    def word(self) -> str:
        return self.random.choices(self._words, cum_weights=self._cumulated)[0]

    def letters(self, count: int) -> str:
        return "".join(self.random.choices(ascii_lowercase, k=count))

    def _typed(self, word: str) -> str:
        if self.random.random() < 0.04:
            word += self.letters(3)
        if self.random.random() < 0.1:
            word = word.capitalize()
        return word + self.random.choice(_ENDS)
