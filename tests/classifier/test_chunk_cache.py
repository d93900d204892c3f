from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier import chunk_cache
from classifier.chunk_cache import ChunkCache
from classifier.tokens import ARTICLE, CHAT

NUMBERS = {"good": 1, "bad": 2, "…": 3, "sooo": 4, ",": 5}


def numbers(chunks: ChunkCache, chunk: str) -> tuple[int, ...]:
    return tuple(chunks.numbers_of([chunk]).tolist())


def test_a_chunk_has_the_numbers_of_its_words_and_0_for_unknown_ones() -> None:
    chunks = ChunkCache(CHAT, NUMBERS)
    assert numbers(chunks, "good") == (1,)
    assert numbers(chunks, "good...") == (1, 3)
    assert numbers(chunks, "lamp,") == (0, 5)
    assert numbers(chunks, "soooo!!...") == (0, 0, 3)
    assert numbers(chunks, "lamp/bad") == (0, 2)
    assert numbers(chunks, "@sam") == ()
    assert numbers(ChunkCache(ARTICLE, NUMBERS), "good") == (1,)


def test_the_numbers_of_many_chunks_are_laid_end_to_end() -> None:
    chunks = ChunkCache(CHAT, NUMBERS)
    assert chunks.numbers_of(["bad,", "@sam", "good", "lamp"]).tolist() == [2, 5, 1, 0]
    assert chunks.numbers_of([]).tolist() == []


SIGNS = st.text(",.!?\"#$%&()*+[]{}|~\\'-:;/<>@^_=5", max_size=3)


@given(SIGNS, st.sampled_from(["good", "bad", "xd", "www", "d", "o", "t", "sooooo", "äh"]), SIGNS)
def test_signs_around_a_word_change_nothing_but_what_the_tokenizer_says(
    before: str, word: str, after: str
) -> None:
    chunk = f"{before}{word}{after}"
    listed = {word: place for place, word in enumerate(sorted(CHAT.marks | {",", "."}), 10)}
    listed |= NUMBERS | {"xd": 6, "www": 7, "d": 8, "o": 9, "t": 30, "soo": 31, ":)": 32}
    plain = tuple(listed.get(word, 0) for word in CHAT.chunk_words(chunk))
    chunks = ChunkCache(CHAT, listed)
    assert numbers(chunks, chunk) == plain
    assert numbers(chunks, chunk) == plain, "the same when it is remembered"


def test_a_word_with_other_letters_has_the_number_that_the_dictionary_says() -> None:
    chunks = ChunkCache(CHAT, NUMBERS, len)
    assert numbers(chunks, "lämp,") == (4, 5)
    assert numbers(chunks, "lämp/bad…") == (4, 2, 3)
    assert numbers(chunks, "lamp/bad") == (0, 2)


def test_the_dictionarys_own_words_are_there_from_the_start_if_they_are_tokens() -> None:
    assert set(ChunkCache(CHAT, NUMBERS)) == {"good", "bad", "…", ",", ""}


def test_the_memory_is_bounded_and_forgets_what_came_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunk_cache, "CAPACITY", 10)
    chunks = ChunkCache(CHAT, {"good": 1})
    met = [f"{letter}word" for letter in string.ascii_lowercase]
    for _ in range(3):
        for chunk in met:
            assert numbers(chunks, chunk) == (0,)
            assert len(chunks) <= 12
    assert "good" in chunks
    assert "aword" in chunks


@pytest.mark.parametrize(
    "chunk",
    ["@sam", "<@123>", "x.org/y", "https://x.org", "s@x.org", "555-1234", "sam#1234", "y" * 50],
)
def test_what_may_be_personal_is_never_remembered(chunk: str) -> None:
    chunks = ChunkCache(CHAT, NUMBERS)
    before = dict(chunks)
    assert chunks[chunk] == chunks[chunk]
    assert dict(chunks) == before
