from __future__ import annotations

import pytest

from classifier.faces import face_of


@pytest.mark.parametrize(
    ("chunk", "name"),
    [
        ("(◕‿◕)", ":happy:"),
        ("(≧▽≦)", ":happy:"),
        ("ಠ_ಠ", ":angry:"),
        ("(╯°□°)╯︵", ":tableflip:"),
        ("┻━┻", ":tableflip:"),
        ("¯\\_(ツ)_/¯", ":shrug:"),
        ("(╥﹏╥)", ":sad:"),
    ],
)
def test_a_face_of_signs_has_the_name_of_its_mood(chunk: str, name: str) -> None:
    assert face_of(chunk) == name


@pytest.mark.parametrize("chunk", ["naïve", "ありがとう", "привет", "😂", "ψυχή", "5°"])
def test_words_and_emoji_are_no_faces(chunk: str) -> None:
    assert face_of(chunk) is None
