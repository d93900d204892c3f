"""Other languages are left alone, and English is not.

data/chat/ holds chat lines in eight languages, written for these tests. Every second line, from
the first, was there to tune the word lists; the others only judged them.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

import classifier
from classifier.dictionary import Dictionary
from classifier.language import english_words, foreign_words, is_foreign
from classifier.model_file import read
from classifier.scorer import Scorer
from classifier.tokens import CHAT, CHAT_2

LINES = Path(__file__).parent / "sentences" / "chat"


def lines(language: str) -> list[str]:
    return (LINES / f"{language}.txt").read_text(encoding="utf-8").splitlines()


def share_not_scored(scorer: Scorer, texts: list[str]) -> float:
    return float(np.mean([score.status == "not_scored" for score in scorer.score(texts)]))


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return classifier.load()


@pytest.mark.parametrize(
    "language",
    ["filipino", "french", "german", "portuguese", "russian", "spanish", "turkish"],
)
@pytest.mark.parametrize("half", [0, 1], ids=["tuned on", "judged on"])
def test_nine_of_ten_lines_in_another_language_are_not_scored(
    scorer: Scorer, language: str, half: int
) -> None:
    texts = lines(language)
    assert len(texts) >= 60
    assert share_not_scored(scorer, texts[half::2]) >= 0.9


@pytest.mark.parametrize("half", [0, 1], ids=["tuned on", "judged on"])
def test_at_most_three_of_a_hundred_english_lines_pass_for_another_language(half: int) -> None:
    texts = lines("english")[half::2]
    assert len(texts) >= 150
    dictionary = read(classifier.DEFAULT_MODEL).dictionary
    assert np.mean(dictionary.encode(texts).foreign > 0) <= 0.03


@pytest.mark.shared
@pytest.mark.parametrize("file", ["goemotions-dev.csv", "emocontext-dev.csv", "meld-dev.csv"])
def test_at_most_three_of_a_hundred_english_messages_are_not_scored(
    scorer: Scorer, shared: Path, file: str
) -> None:
    with (shared / "data" / "dev" / file).open(encoding="utf-8", newline="") as rows:
        texts = [row["text"] for row in csv.DictReader(rows)]
    assert share_not_scored(scorer, texts) <= 0.03


@pytest.mark.parametrize(
    "text",
    ["lol", "nice", "😂😂😂", ":)", "ok", "danke bro, you saved me", "la la land was great",
     "my bf is filipino and i love his family", "so naïve of him", "that pokémon is broken"],
)  # fmt: skip
def test_english_with_a_few_foreign_words_is_scored_as_ever(scorer: Scorer, text: str) -> None:
    (score,) = scorer.score([text])
    assert score.status != "not_scored"


@pytest.mark.parametrize(
    "word", ["und", "gracias", "değil", "degil", "hindi", "привет", "こんにちは", "señal", "ça"]
)
def test_listed_words_and_letters_that_english_lacks_are_foreign(word: str) -> None:
    assert is_foreign(word)


@pytest.mark.parametrize(
    "word", ["the", "good", "qwrtz", "café", "die", "no", "😂", ":пон:", "2nite", "", "don't"]
)
def test_english_unknown_and_shared_words_and_emoji_are_not_foreign(word: str) -> None:
    assert not is_foreign(word)


def test_no_word_speaks_for_english_and_another_language() -> None:
    assert len(english_words()) > 3000
    assert len(foreign_words()) > 3000
    assert not english_words() & foreign_words()
    assert {"die", "no", "me"}.isdisjoint(english_words() | foreign_words())


def test_every_listed_word_is_one_that_the_tokeniser_makes() -> None:
    for word in english_words() | foreign_words():
        assert CHAT.words(word) == CHAT_2.words(word) == [word]


def test_foreign_words_count_against_english_ones_whether_known_or_not() -> None:
    texts = ["und", "und привет", "привет! the", "the good", "zzz 😂 !", "", "naïve día día"]
    for features in ([], ["und", "the", "zzz", "día"]):
        assert Dictionary(features).encode(texts).foreign.tolist() == [1, 2, 0, -2, 0, 0, 1]


def test_a_listed_word_without_a_feature_stays_unknown() -> None:
    dictionary = Dictionary(["good"])
    assert dictionary.unknown_words("good und the привет qwrtz") == [
        "und",
        "the",
        "привет",
        "qwrtz",
    ]
    assert dictionary.encode(["good und the привет qwrtz"]).unknown.tolist() == [4]
