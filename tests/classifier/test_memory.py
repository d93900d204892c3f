from __future__ import annotations

import string

import pytest

from classifier import memory
from classifier.memory import ChunkMemory
from classifier.tokens import ARTICLE, CHAT

NUMBERS = {"good": 1, "bad": 2, "…": 3, "sooo": 4, ",": 5}


def test_a_chunk_has_the_numbers_of_its_words_and_0_for_unknown_ones() -> None:
    chunks = ChunkMemory(CHAT, NUMBERS)
    assert chunks["good"] == (1,)
    assert chunks["good..."] == (1, 3)
    assert chunks["lamp,"] == (0, 5)
    assert chunks["soooo!!..."] == (0, 0, 3)
    assert chunks["lamp/bad"] == (0, 2)
    assert chunks["@sam"] == ()
    assert ChunkMemory(ARTICLE, NUMBERS)["good"] == (1,)


def test_a_word_with_other_letters_has_the_number_that_the_dictionary_says() -> None:
    chunks = ChunkMemory(CHAT, NUMBERS, len)
    assert chunks["lämp,"] == (4, 5)
    assert chunks["lämp/bad…"] == (4, 2, 3)
    assert chunks["lamp/bad"] == (0, 2)


def test_the_dictionarys_own_words_are_there_from_the_start_if_they_are_tokens() -> None:
    assert dict(ChunkMemory(CHAT, NUMBERS)) == {"good": (1,), "bad": (2,), "…": (3,), ",": (5,)}


def test_the_memory_is_bounded_and_forgets_what_came_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "CAPACITY", 10)
    chunks = ChunkMemory(CHAT, {"good": 1})
    met = [f"{letter}word" for letter in string.ascii_lowercase]
    for _ in range(3):
        for chunk in met:
            assert chunks[chunk] == (0,)
            assert len(chunks) <= 11
    assert "good" in chunks
    assert "aword" in chunks


@pytest.mark.parametrize(
    "chunk",
    ["@sam", "<@123>", "x.org/y", "https://x.org", "s@x.org", "555-1234", "sam#1234", "y" * 50],
)
def test_what_may_be_personal_is_never_remembered(chunk: str) -> None:
    chunks = ChunkMemory(CHAT, NUMBERS)
    before = dict(chunks)
    assert chunks[chunk] == chunks[chunk]
    assert dict(chunks) == before
