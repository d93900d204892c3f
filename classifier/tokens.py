"""Text to tokens: the words, emoji and marks that the dictionary's features are made of.

All tokenisers work in two steps, so that the dictionary can remember the second one:
`split` cuts a text at blanks into chunks, and `chunk_words` turns one chunk into tokens, whatever
stands around it. The features of a text are its tokens and, for chat, each two neighbours and the
words under a negation (`classifier.negation`):

    words("Sooo NOT good :-) <@1>")    -> ["so", "not", "good", ":)"]
    features("Sooo NOT good")          -> ["so", "not", "good", "so not", "not good", "NOT good"]
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final, Literal

from classifier import chat2_tokens, chat_tokens
from classifier.negation import NOT, PAUSES, negated

TokenizerName = Literal["article", "chat", "chat-2"]

# Around a plain word these are tokens of their own, or nothing, whatever the word.
_SIGNS: Final = '"#$%&()*+,.!?[]{}|~\\'
_SIGNS_2: Final = '"%(),.!?[]{}|\\'

# The filters of Keras's Tokenizer, whose words the article's net was made of:
# https://github.com/keras-team/keras/blob/v2.15.0/keras/preprocessing/text.py
KERAS_FILTERS: Final = str.maketrans(dict.fromkeys('!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n', " "))


def article_words(text: str) -> list[str]:
    """The words of `text` as Keras's `Tokenizer` cuts them, in lower case.

    Only blanks part words, as there: other white space (a carriage return) stays in the word.
    """
    return [word for word in text.lower().translate(KERAS_FILTERS).split(" ") if word]


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """One way to cut texts.

    `chunk_words` may give pauses among the words: they make no features. `bigrams` says whether two
    neighbours make a feature as well, and a word under a negation; `marks` are the tokens that are
    no words. `signs` around a plain word are tokens of their own, or nothing, whatever the word.
    """

    name: TokenizerName
    split: Callable[[str], list[str]]
    chunk_words: Callable[[str], list[str]]
    bigrams: bool
    marks: frozenset[str]
    signs: str

    def words(self, text: str) -> list[str]:
        """The tokens of `text`, in order. Never raises, in time linear in the text's length."""
        return [word for word in self._tokens(text) if word not in PAUSES]

    def features(self, text: str) -> list[str]:
        """The tokens of `text`; for chat also each two neighbours, and what is negated."""
        if not self.bigrams:
            return self.words(text)
        tokens = self._tokens(text)
        words = [word for word in tokens if word not in PAUSES]
        pairs = (f"{left} {right}" for left, right in pairwise(words))
        under = (f"{NOT} {word}" for word in negated(tokens))
        # What is said again is the same object: memory is slow to get for a text of 100,000 emoji.
        once: dict[str, str] = {}
        return words + [once.setdefault(feature, feature) for feature in chain(pairs, under)]

    def _tokens(self, text: str) -> list[str]:
        return [word for chunk in self.split(text) for word in self.chunk_words(chunk)]


ARTICLE: Final = Tokenizer(
    "article", article_words, lambda word: [word], bigrams=False, marks=frozenset(), signs=_SIGNS
)
CHAT: Final = Tokenizer(
    "chat",
    chat_tokens.split,
    chat_tokens.chunk_words,
    bigrams=True,
    marks=chat_tokens.MARKS,
    signs=_SIGNS,
)
CHAT_2: Final = Tokenizer(
    "chat-2",
    chat2_tokens.split,
    chat2_tokens.chunk_words,
    bigrams=True,
    marks=chat2_tokens.NUMBER_MARKS,
    signs=_SIGNS_2,
)
TOKENIZERS: Final[dict[str, Tokenizer]] = {it.name: it for it in (ARTICLE, CHAT, CHAT_2)}
LATEST: Final = CHAT_2  # what new nets are made with
