from __future__ import annotations

import numpy as np
import pytest

from classifier.data.synthetic.frames import FRAMES, WORDS
from classifier.data.synthetic.phrases import (
    BAD,
    EMOJI,
    EMOTES,
    EMOTICONS,
    FLAT,
    GOOD,
    SAYINGS,
    listed,
)
from classifier.data.synthetic.templates import of_words, sentences
from classifier.tokens import CHAT


def test_every_frame_is_filled_with_words() -> None:
    made = sentences(np.random.default_rng(1), 3)
    assert len(made) > 3 * len(FRAMES)
    assert not any("{" in text or "}" in text or not CHAT.words(text) for text, _ in made)


def test_moods_are_probabilities() -> None:
    moods = {mood for _, mood in [*sentences(np.random.default_rng(1), 1)]}
    moods |= {mood for _, mood in of_words({"fine": 1.0, "dire": -3.0}, np.random.default_rng(1))}
    for mood in moods:
        assert sum(mood) == pytest.approx(1)
        assert min(mood) > 0


def test_no_word_and_no_phrase_has_two_moods() -> None:
    assert not set(WORDS["good"]) & set(WORDS["bad"])
    for groups, divider in ((EMOTES, None), (EMOJI, None), (EMOTICONS, None), (SAYINGS, ",")):
        phrases = [phrase for phrase, _ in listed(groups, divider)]
        assert len(phrases) == len(set(phrases))


def test_a_strong_word_is_taken_at_its_word_and_a_weak_one_is_nearly_neutral() -> None:
    moods = of_words({"bliss": 3.0, "doom": -3.0, "meh": -0.05}, np.random.default_rng(1))
    by_text = dict(moods)
    assert by_text["bliss"] == pytest.approx(GOOD)
    assert by_text["not bliss"] == pytest.approx(BAD)
    assert by_text["doom"] == pytest.approx(BAD)
    assert by_text["meh"] == pytest.approx(FLAT, abs=0.03)


def test_the_same_seed_writes_the_same_sentences() -> None:
    first, second = (sentences(np.random.default_rng(7), 2) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "sentence",
    [
        "It's alive! :D",
        "That went better than expected",
        "That did not go as expected",
        "I wish I could show you when you are lonely or in darkness the astonishing light of your "
        "own being",
        "foo bar",
    ],
)
def test_the_articles_sentences_are_not_among_them(sentence: str) -> None:
    texts = {text.casefold() for text, _ in sentences(np.random.default_rng(1), 60)}
    assert sentence.casefold() not in texts
