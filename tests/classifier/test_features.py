from __future__ import annotations

import pytest

from classifier.features import is_personal


@pytest.mark.parametrize(
    "feature",
    ["@sam", "s@example.org", "sam.example", "sam#1234", "http://x", "555-1234", "sam19871"],
)
def test_addresses_handles_and_phone_numbers_are_personal(feature: str) -> None:
    assert is_personal(feature)


@pytest.mark.parametrize(
    "feature",
    ["good", "don't", ":)", ":/", "0 0", "2nite", "24h7", "…", "?!", "o_o", ":pog:", "1⃣", "a b"],
)
def test_words_emoji_and_marks_are_not_personal(feature: str) -> None:
    assert not is_personal(feature)
