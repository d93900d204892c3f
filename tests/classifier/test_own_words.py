from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.own_words import own_words


def own(text: str) -> str:
    return " ".join(own_words(text).split())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("> you are all idiots\nwho wrote this?", "who wrote this?"),
        ("agreed\n> it is bad\n> so bad", "agreed"),
        (">>> all of this\nis quoted", ""),
        ("5 > 3 and 3 >2", "5 > 3 and 3 >2"),
        (">_< ow", ">_< ow"),
        ("use `kill -9` then", "use then"),
        ("```py\nraise Death\n``` helps", "helps"),
        ("``a b c`` ok", "ok"),
        ("```never closed", ""),
        ("it`s fine, isn`t it", "it`s fine, isn`t it"),
    ],
)
def test_quotes_and_code_are_not_the_writers_own(text: str, left: str) -> None:
    assert own(text) == left


@pytest.mark.parametrize(
    "command",
    ["!play sad song", "?kick @sam", ";;skip", ".mute him", "t!daily", "$work", "+np", "pls beg"],
)
def test_a_command_to_a_bot_is_not_talk(command: str) -> None:
    assert own(command) == ""


@pytest.mark.parametrize(
    "talk",
    ["!!! no", "? what", "...so sad", "/s", "+rep nice guy", "pls help me", "wow! great", "$5 off"],
)
def test_talk_that_looks_a_little_like_a_command_is_read(talk: str) -> None:
    assert own(talk) == talk


@given(st.text(st.sampled_from("`> \n!a.;/$x"), max_size=80))
def test_what_is_left_stays_in_its_place(text: str) -> None:
    left = own_words(text)
    assert len(left) == len(text)
    assert all(new in (old, " ") for new, old in zip(left, text, strict=True))
