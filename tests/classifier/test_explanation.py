from __future__ import annotations

import pytest

from classifier.explanation import by_word
from classifier.score import Contribution
from classifier.spans import placed
from classifier.tokens import CHAT_2


def told(text: str, parts: dict[str, float]) -> dict[str, float]:
    """What each word of `text` contributed; a word that comes again counts as one here."""
    sums: dict[str, float] = {}
    for it in contributions(text, parts):
        sums[it.feature] = sums.get(it.feature, 0) + it.log_odds
    return sums


def contributions(text: str, parts: dict[str, float]) -> tuple[Contribution, ...]:
    return by_word(placed(CHAT_2, text), parts, CHAT_2.marks)


def test_a_pair_with_a_function_word_counts_for_the_word_that_says_something() -> None:
    assert told("the sun", {"the": 0.1, "sun": 1, "the sun": 2}) == {"the": 0.1, "sun": 3}
    assert told("sun is", {"sun is": 2}) == {"sun": 2, "is": 0}
    assert told("hot sun", {"hot sun": 2}) == {"hot": 1, "sun": 1}


def test_what_is_negated_counts_for_the_negated_word() -> None:
    said = contributions("not happy", {"not": -1, "happy": 1, "not happy": -2, "NOT happy": -3})
    assert [(it.feature, it.log_odds, it.negated) for it in said] == [
        ("not", -1, False),
        ("happy", -4, True),
    ]


def test_a_feature_that_comes_again_is_shared_by_its_places() -> None:
    assert [it.log_odds for it in contributions("wow wow wow", {"wow": 3, "wow wow": 2})] == (
        pytest.approx([1.5, 2, 1.5])
    )


def test_numbers_marks_and_single_letters_explain_nothing() -> None:
    said = contributions("l 10 !! 😂 sun", {})
    assert [it.feature for it in said if it.content] == ["😂", "sun"]


@pytest.mark.parametrize("text", ["no. fun, no sun!", "i hate mondays but i love you, i do not /s"])
def test_all_of_every_part_is_given_to_words(text: str) -> None:
    parts = {
        feature: float(n + 1) for n, feature in enumerate(dict.fromkeys(CHAT_2.features(text)))
    }
    assert sum(it.log_odds for it in contributions(text, parts)) == pytest.approx(
        sum(parts.values())
    )
