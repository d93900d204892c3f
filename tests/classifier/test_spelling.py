from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from classifier.spelling import MASKED, joined, part_costs, parted, plain, unmasked


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("greeeat", "great"),
        ("happpyyy", "happy"),
        ("coooool", "cool"),
        ("loool", "lol"),
        ("yesssss", "yes"),
        ("bestttt", "best"),
        ("xyzzzzzy", "xyzzy"),
        ("good", "good"),
    ],
)
def test_a_drawn_out_word_becomes_the_word_that_is_known(typed: str, known: str) -> None:
    assert plain(typed) == known


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("sh!t", "shit"),
        ("s.h.i.t", "shit"),
        ("f**k", "fuck"),
        ("b*tch", "bitch"),
        ("l0ser", "loser"),
        ("1d10t", "idiot"),
        ("@$$hole", "asshole"),
        ("k1ll", "kill"),
        ("$lut", "slut"),
    ],
)
def test_a_masked_insult_is_read(typed: str, word: str) -> None:
    assert unmasked(typed) == word


@pytest.mark.parametrize(
    "chunk", ["idiot", "idiot.", "100", "**", "h8", "c++", "win/loss", "10pm", "a*b", "e.g.", "!!"]
)
def test_what_masks_no_insult_is_left_alone(chunk: str) -> None:
    assert unmasked(chunk) is None


def test_short_spellings_of_oaths_are_known() -> None:
    assert [MASKED.get(word) for word in ("fck", "btch", "tea")] == ["fuck", "bitch", None]


def test_single_letters_are_joined_only_where_they_spell_an_insult() -> None:
    assert joined(["s", "t", "f", "u", "noob"]) == [("stfu", 4), ("noob", 1)]
    assert joined(["a", "b", "c", "i", "a"]) == [(letter, 1) for letter in "abcia"]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("lovethisgame", ["love", "this", "game"]),
        ("sunnyday", ["sunny", "day"]),
        ("grateful", ["grateful"]),
        ("qqxzjv", ["qqxzjv"]),
    ],
)
def test_a_joined_tag_is_parted_into_known_words(tag: str, words: list[str]) -> None:
    assert parted(tag) == words


@given(st.text(st.sampled_from("abcdeinostz"), max_size=50))
def test_nothing_is_lost_by_parting(tag: str) -> None:
    assert "".join(parted(tag)) == tag


@given(st.lists(st.sampled_from(["no", "pain", "again", "the", "best", "i", "zq"]), max_size=5))
def test_a_tag_is_parted_in_the_cheapest_way_there_is(words: list[str]) -> None:
    tag = "".join(words)
    assume(len(tag) > 3 and tag not in part_costs())
    if ways := list(every_way(tag)):
        assert cost(parted(tag)) == pytest.approx(min(map(cost, ways)))
    else:
        assert parted(tag) == [tag]


def every_way(tag: str) -> Iterator[list[str]]:
    """Each way to cut `tag` into words."""
    if not tag:
        yield []
    for end in range(1, len(tag) + 1):
        if tag[:end] in part_costs():
            yield from ([tag[:end], *rest] for rest in every_way(tag[end:]))


def cost(words: list[str]) -> float:
    return sum(part_costs()[word] for word in words)
