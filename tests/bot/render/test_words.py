from __future__ import annotations

import pytest

from bot.render.words import count, figure, mood_words, percent, plain


@pytest.mark.parametrize(
    ("mood", "words"),
    [
        (1.0, "very positive"),
        (0.6, "very positive"),
        (0.45, "quite positive"),
        (0.1, "a little positive"),
        (0.09, "balanced"),
        (0.0, "balanced"),
        (-0.09, "balanced"),
        (-0.2, "a little negative"),
        (-0.3, "quite negative"),
        (-1.0, "very negative"),
    ],
)
def test_a_mood_has_words(mood: float, words: str) -> None:
    assert mood_words(mood) == words


@pytest.mark.parametrize(
    ("mood", "text"), [(0.234, "+0.23"), (-0.1, "−0.10"), (0.004, "0.00"), (-0.004, "0.00")]
)
def test_a_figure_has_a_sign_and_two_digits(mood: float, text: str) -> None:
    assert figure(mood) == text


def test_counts_and_shares_are_written_for_people() -> None:
    assert count(1, "message") == "1 message"
    assert count(0, "message") == "0 messages"
    assert count(12345, "message") == "12,345 messages"
    assert percent(0.256) == "26%"


def test_what_people_wrote_does_not_act() -> None:
    text = plain(
        "**bold** `code` [here](https://example.org)\n# big @everyone <@123456789012345678>", 200
    )
    assert "\n" not in text
    assert "**bold**" not in text
    assert "`code`" not in text.replace("\\`", "")
    assert "@everyone" not in text
    assert "<@1" not in text


def test_long_text_is_cut_with_a_mark() -> None:
    assert plain("abc def ghi", 8) == "abc def…"
    assert plain("abc def", 7) == "abc def"
