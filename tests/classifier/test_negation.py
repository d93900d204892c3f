from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.negation import END_OF_TEXT, ROLES, are_negated, negated
from classifier.tokens import CHAT


def under(text: str) -> list[str]:
    """What is negated in `text`."""
    return [feature[4:] for feature in CHAT.features(text) if feature.startswith("NOT ")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("this is not a good game at all", ["a", "good", "game"]),
        ("I don't like it, it's great", ["like", "it"]),
        ("no! great", []),
        ("No, I love it", []),
        ("never again; fine", ["again"]),
        ("not cheap but very good", ["cheap"]),
        ("it is great", []),
    ],
)
def test_a_negator_reaches_three_words_up_to_a_pause_or_a_turn(text: str, words: list[str]) -> None:
    assert under(text) == words


def test_a_negated_opinion_reaches_over_commas_to_the_end_of_its_sentence() -> None:
    words = under("I wouldn't say, after all this time, that I love it. Great music")
    assert words[0] == "say"
    assert words[-4:] == ["that", "i", "love", "it"]
    assert under("I don't think it was so very good but I liked it")[-1] == "good"


@pytest.mark.parametrize(
    "text",
    [
        "I hoped it would be great, but it wasn't.",
        "I hoped it would be great. It was not",
        "I hoped it would be great, it isnt! Sad",
    ],
)
def test_a_denial_at_the_end_takes_back_what_was_said(text: str) -> None:
    assert "great" in under(text)
    assert "sad" not in under(text)


def test_what_cannot_be_done_takes_nothing_back() -> None:
    assert under("great party, wish I could come but I can't") == []


WORDS = st.sampled_from([*ROLES, "good", "bad", "it"])


@given(st.lists(st.lists(WORDS), max_size=6))
def test_many_texts_at_once_are_read_as_each_alone(texts: list[list[str]]) -> None:
    roles = [role for text in texts for role in [*(ROLES.get(w, 0) for w in text), END_OF_TEXT]]
    ends = np.cumsum([len(text) + 1 for text in texts]) - 1
    flags = are_negated(np.array(roles, np.uint8), ends.astype(np.int64))
    for text, part in zip(texts, np.split(flags, ends + 1), strict=False):
        plain = negated(text)
        assert [w for w, flag in zip(text, part, strict=False) if flag and w not in ",."] == plain
