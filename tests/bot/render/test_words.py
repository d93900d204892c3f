from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.localizer import Localizer
from bot.render.words import at_most, mood_words, named, plain, time_before, when
from bot.reports.periods import DAY, finished_days, up_to_now


@pytest.mark.parametrize(
    ("mood", "words"),
    [
        (1.0, "very positive"),
        (0.6, "very positive"),
        (0.45, "mostly positive"),
        (0.1, "slightly positive"),
        (0.09, "balanced"),
        (0.0, "balanced"),
        (-0.09, "balanced"),
        (-0.2, "slightly negative"),
        (-0.3, "mostly negative"),
        (-1.0, "very negative"),
    ],
)
def test_a_mood_has_words(mood: float, words: str) -> None:
    assert mood_words(Localizer(), mood) == words


@pytest.mark.parametrize(
    ("length", "whole_days", "inside", "before"),
    [
        (DAY, False, "in the last 24 hours", "the 24 hours before"),
        (DAY, True, "yesterday", "the day before"),
        (7 * DAY, False, "in the last 7 days", "the 7 days before"),
        (90 * DAY, True, "in the last 90 days", "the 90 days before"),
        (timedelta(hours=1), False, "in the last 1 hour", "the 1 hour before"),
    ],
)
def test_a_window_has_words(length: timedelta, whole_days: bool, inside: str, before: str) -> None:
    now = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
    window = (finished_days if whole_days else up_to_now)(length, now)
    assert when(Localizer(), window) == inside
    assert time_before(Localizer(), window) == before


def test_of_many_things_some_are_named() -> None:
    assert at_most(Localizer(), [], 2) == ""
    assert at_most(Localizer(), ["a", "b"], 2) == "a, b"
    assert at_most(Localizer(), ["a", "b", "c", "d"], 2) == "a, b and 2 more"


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


# A second reader of Discord's markdown, after its article "Markdown Text 101" and the reference's
# "Message Formatting": what would act in a line whose escaped signs were taken out.
ACTS = {
    "bold, italics, underline": r"[*_]",
    "strike-through, spoiler, code": r"~~|\|\||`",
    "masked link": r"\[[^]]*\]\(",
    "link": r"\b[a-z]+://",
    "mention, emoji, time or command": r"<(@|#|a?:|t:|/|id:)",
    "mention of a member or a role": r"@[!&]?\d",
    "mention of all": r"@(everyone|here)",
    "heading, small print, quote or list": r"^(#{1,3}|-#|>|>>>|[-+*]|\d+\.) ",
    "second line": r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]",
    "other direction": r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]",
}


def acting(line: str) -> list[str]:
    """What Discord would make of `line` other than its letters."""
    unescaped = re.sub(r"\\[!-/:-@\[-`{-~]", "\N{WHITE SQUARE}", line)
    return [name for name, pattern in ACTS.items() if re.search(pattern, unescaped)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("**b**", "bold, italics, underline"),
        ("||s||", "strike-through, spoiler, code"),
        ("[a](b)", "masked link"),
        ("see https://example.org", "link"),
        ("<:joy:1>", "mention, emoji, time or command"),
        ("<@1>", "mention of a member or a role"),
        ("hi @here", "mention of all"),
        ("# hi", "heading, small print, quote or list"),
        ("1. hi", "heading, small print, quote or list"),
        ("a\nb", "second line"),
    ],
)
def test_the_second_reader_sees_what_acts(line: str, name: str) -> None:
    assert name in acting(line)


TURNS_DIRECTION = set(
    map(chr, (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
"""Bidi_Control: https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt"""

PIECES = st.sampled_from([
    "@everyone", "@here", "<@1234567890>", "<@!12345678901234567>", "<@&123>", "<#123>", "</a b:1>",
    "<id:guide>", "<t:1:R>", "<:a:1>", "<a:b:2>", "**", "__", "_", "~~", "||", "`", "```", "\\",
    "[a](http://b)", "[", "](", ")", "https://x.y/_z_*", "steam://x", "#", "##", "-#", ">",
    ">>>", "-", "+", "1.", "123.", "\n", "\u2028", "\x85", "\0", "\u202e", "\u2067", "\ud800", " ",
    "\u061c", "a", "é",
])  # fmt: skip


@given(st.one_of(st.lists(PIECES).map("".join), st.text()), st.integers(2, 300))
def test_whatever_people_wrote_does_not_act(text: str, limit: int) -> None:
    line = plain(text, limit)
    assert acting(line) == []
    assert len(line) <= 2 * limit
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in line)
    assert not TURNS_DIRECTION & set(line)


def test_a_second_link_is_as_dead_as_the_first() -> None:
    assert acting(plain("[a](b) [click](https://example.org) **x** [c](d)", 200)) == []


def test_what_is_plain_already_stays_as_it_is() -> None:
    text = "It's 10:30 (or so) – see #general, isn't it? 50% + more & 1.5 - fine; שלום 👩\u200d👩"
    assert plain(text, 200) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<@1> hi", "@Ann hi"),
        ("<@!1> hi", "@Ann hi"),
        ("<@&2>!", "@Mods!"),
        ("<@3> hi", " hi"),
        ("see <#4>", "see "),
        ("<:smile:5> <a:dance:6>", ":smile: :dance:"),
        ("<@> <@x> 1 < 2 @1", "<@> <@x> 1 < 2 @1"),
        ("<<@1>>", "<@Ann>"),
    ],
)
def test_mentions_become_names_as_far_as_these_are_known(text: str, shown: str) -> None:
    assert named(text, {1: "Ann", 2: "Mods"}) == shown


def test_a_name_that_looks_like_a_mention_does_not_act() -> None:
    assert "<@2>" not in plain(named("<@1>", {1: "<@2> **x** @everyone"}), 300)
    assert "@everyone" not in plain(named("<@1>", {1: "everyone"}), 300)
