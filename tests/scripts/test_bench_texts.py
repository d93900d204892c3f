from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from statistics import mean

import pytest

from scripts.bench.texts import chat_lines, tweets

WORDS = [f"word{letter}" for letter in "abcdefghij"]


@pytest.mark.parametrize("make", [tweets, chat_lines])
def test_made_up_texts_come_from_the_seed(make: Callable[[list[str], int], Iterator[str]]) -> None:
    some = list(islice(make(WORDS, 1), 100))
    assert some == list(islice(make(WORDS, 1), 100))
    assert some != list(islice(make(WORDS, 2), 100))


def test_tweets_are_of_about_ninety_characters() -> None:
    some = list(islice(tweets(WORDS, seed=1), 500))
    assert 75 < mean(map(len, some)) < 105
    assert len(set(some)) == len(some)
    for sign in "@#😂":
        assert any(sign in text for text in some)


def test_chat_lines_are_short() -> None:
    some = list(islice(chat_lines(WORDS, seed=1), 500))
    lengths = [sum(not part.startswith((":", "😂")) for part in line.split()) for line in some]
    assert (min(lengths), max(lengths)) == (2, 8)
