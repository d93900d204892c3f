from __future__ import annotations

import pytest

from classifier.language import is_foreign
from classifier.tokens import CHAT_2


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Sooo NOT good :-) <@1>", ["so", "not", "good", ":)"]),
        ("10/10, 7.5/10! 5/10 0/10 1/5", ["10/10", "7/10", "!", "5/10", "0/10", "0/10"]),
        ("+rep -rep +1 -500", ["+rep", "-rep", "+1", "-9"]),
        ("4.8 stars, 3 of 12, 3.50", ["4.x", "stars", "3", "of", "0", "0"]),
        ("great job /s", ["great", "job", "/s"]),
        ("#SunnyDay #1", ["sunny", "day", "1"]),
        ("in 2026 call 5551234 at 07", ["in", "0", "call", "at", "7"]),
        ("@some_one (@other_one), hi", ["hi"]),
        ("see img/smile.png or D:\\old\\grim.exe", ["see", "or"]),
        ("either/or and/or", ["either", "or", "and", "or"]),
        ("c: >w< ^w^ (:", ["c:", ">w<", "^w^", ":)"]),
        ("s t f u n00b", ["stfu", "noob"]),
        ("> quoted\nmine", ["mine"]),
    ],
)  # fmt: skip
def test_chat_is_read_the_second_way(text: str, tokens: list[str]) -> None:
    assert CHAT_2.words(text) == tokens


@pytest.mark.parametrize("face", ["( ͡° ͜ʖ ͡°)", "ಠ_ಠ", "(ノಠ益ಠ)ノ彡┻━┻", "ヽ(・∀・)ﾉ"])
def test_a_face_is_no_foreign_word(face: str) -> None:
    assert CHAT_2.words(face)
    assert not any(map(is_foreign, CHAT_2.words(face)))


def test_a_tone_tag_takes_back_all_that_was_said_before_it() -> None:
    assert "NOT nice" in CHAT_2.features("nice patch again /s")
    assert not any(it.startswith("NOT") for it in CHAT_2.features("nice patch again /srs"))
