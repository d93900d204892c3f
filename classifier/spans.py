"""Where in a text each of its tokens stands: what explanations point to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from classifier import chat2_tokens
from classifier.chat_tokens import BEFORE_SPLIT
from classifier.spelling import joined
from classifier.tokens import KERAS_FILTERS, Tokenizer

_BETWEEN_SPACES: Final = re.compile(r"\S+")
_WORD: Final = re.compile(r"[^\W_]+")
_BETWEEN_BLANKS: Final = re.compile(r"[^ ]+")


class Placed(NamedTuple):
    """A token (pauses among them), and the characters of the text that it comes from."""

    token: str
    start: int
    end: int


def placed(tokenizer: Tokenizer, text: str) -> list[Placed]:
    """The tokens of `text` in order, each with its place.

    A token whose spelling was changed ("niiice" -> "nice") has the place of what was typed; if
    that cannot be told apart within its chunk, the place of the chunk.
    """
    return [
        token
        for chunk, start, end in _chunks(tokenizer, text)
        for token in _within(tokenizer.chunk_words(chunk), text[start:end].lower(), start, end)
    ]


def _chunks(tokenizer: Tokenizer, text: str) -> Iterator[tuple[str, int, int]]:
    """The chunks that `tokenizer.split` gives, each with its place."""
    if tokenizer.name == "article":
        for match in _BETWEEN_BLANKS.finditer(text.translate(KERAS_FILTERS)):
            yield match.group().lower(), match.start(), match.end()
        return
    if tokenizer.name == "chat":
        text = BEFORE_SPLIT.sub(lambda match: " " * len(match.group()), text)
    else:
        text = chat2_tokens.readable(text)
    matches = list(_BETWEEN_SPACES.finditer(text))
    chunks = [(match.group().lower(), 1) for match in matches]
    if tokenizer.name == "chat-2" and chat2_tokens.may_be_spelt(text, len(chunks)):
        chunks = joined([chunk for chunk, _ in chunks])
    at = 0
    for chunk, count in chunks:
        yield chunk, matches[at].start(), matches[at + count - 1].end()
        at += count


def _within(tokens: list[str], typed: str, start: int, end: int) -> Iterator[Placed]:
    """The places of the tokens of one chunk, which stands at `start`..`end` as `typed`."""
    if len(tokens) == 1 and tokens[0] not in typed:
        yield Placed(tokens[0], start, end)
        return
    at = 0
    for number, token in enumerate(tokens):
        first, stop = _place(token, typed, at)
        if number + 1 == len(tokens) and token[-1].isalpha():
            while stop < len(typed) and typed[stop] == typed[stop - 1]:  # drawn out
                stop += 1
        if len(typed) != end - start:  # a letter became two when it was made small
            first, stop = 0, end - start
        yield Placed(token, start + first, start + stop)
        at = min(stop, len(typed))


def _place(token: str, typed: str, at: int) -> tuple[int, int]:
    """Where in `typed` from `at` on `token` stands; or what was typed for it."""
    found = typed.find(token, at)
    if found >= 0:
        return found, found + len(token)
    if token[0].isalnum() and (word := _WORD.search(typed, at)):
        return word.span()
    return at, len(typed)
