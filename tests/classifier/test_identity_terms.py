from __future__ import annotations

import numpy as np
import pytest

from classifier.identity_terms import (
    OTHERS,
    names_somebody,
    neutral_words,
    neutralised,
    term_lists,
)
from classifier.tokens import CHAT


@pytest.mark.parametrize(
    "feature",
    ["muslim", "muslims", "deaf", "gay friend", "my mom", "she's", "latoya", "NOT_trans", "syria"],
)
def test_a_word_for_a_group_or_a_person_names_somebody_also_in_a_pair(feature: str) -> None:
    assert names_somebody(feature)


@pytest.mark.parametrize("feature", ["", "good", "so good", "'s", "friend", ":)", "NOT_good", "!"])
def test_other_features_name_nobody(feature: str) -> None:
    assert not names_somebody(feature)


def test_slurs_insults_and_moods_keep_their_weight() -> None:
    hurtful = {"bitch", "slut", "retard", "retarded", "tranny", "faggot", "hoe", "cripple"}
    assert not neutral_words() & (hurtful | {"depressed", "crazy", "lame", "ugly", "jesus"})


def test_words_with_a_commoner_meaning_are_left_alone() -> None:
    common = {"turkey", "will", "mark", "joy", "hope", "grace", "angel", "min", "may", "mute", "ho"}
    assert not neutral_words() & common


def test_every_word_that_gets_no_weight_is_one_that_the_tokenizer_makes() -> None:
    assert [word for word in neutral_words() if CHAT.words(word) != [word]] == []


def test_a_term_that_is_audited_is_neutralised_unless_it_is_among_the_others() -> None:
    for terms in term_lists():
        words = {word for term in terms.terms for word in CHAT.words(term)}
        assert words <= terms.words if terms.axis != OTHERS else not terms.words


def test_rows_of_words_that_name_somebody_become_zero_and_all_others_stay() -> None:
    kernel = np.arange(10, dtype=np.float32).reshape(5, 2) + 1
    features, neutral = neutralised(["good", "gay", "so gay", "so good"], kernel)
    assert features[:4] == ["good", "gay", "so gay", "so good"]
    assert neutral[:5].tolist() == [[1, 2], [3, 4], [0, 0], [0, 0], [9, 10]]
    assert kernel[2].tolist() == [5, 6]  # what was given is not changed
    assert neutral.dtype == np.float32


def test_words_that_the_dictionary_lacked_become_known_without_weight() -> None:
    features, neutral = neutralised(["good", "gay"], np.ones((3, 2), np.int8))
    added = features[2:]
    assert set(added) == neutral_words() - {"gay"}
    assert added == sorted(added)
    assert neutral.shape == (1 + len(features), 2)
    assert not neutral[3:].any()


def test_doing_it_twice_changes_nothing_more() -> None:
    once = neutralised(["good", "her smile"], np.ones((3, 1), np.float32))
    again = neutralised(*once)
    assert again[0] == once[0]
    assert np.array_equal(again[1], once[1])
