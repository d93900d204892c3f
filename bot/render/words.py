"""Figures and names as people read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.reports.moods import Window

# The least mood of each step, for the positive side; the negative side mirrors it.
_MOOD_STEPS = ((0.6, "very"), (0.3, "quite"), (0.1, "a little"))


def mood_words(mood: float) -> str:
    """A mood (-1..1) in words: -0.45 → "quite negative", 0.02 → "balanced"."""
    side = "positive" if mood > 0 else "negative"
    for least, words in _MOOD_STEPS:
        if abs(mood) >= least:
            return f"{words} {side}"
    return "balanced"


def figure(mood: float) -> str:
    """A mood or a change of it with its sign: 0.234 → "+0.23", -0.1 → "−0.10", 0.001 → "0.00"."""
    text = f"{mood:+.2f}"
    return "0.00" if float(text) == 0 else text.replace("-", "−")


def when(window: Window) -> str:
    """The period as part of a sentence: "in the last 7 days", or "yesterday" of whole days."""
    only_yesterday = window.whole_days and window.period == "24 hours"
    return "yesterday" if only_yesterday else f"in the last {window.period}"


def period_before(window: Window) -> str:
    """What the period is compared with: "the 7 days before"."""
    only_a_day = window.whole_days and window.period == "24 hours"
    return "the day before" if only_a_day else f"the {window.period} before"


def percent(share: float) -> str:
    """A share (0..1): 0.256 → "26%"."""
    return f"{share:.0%}"


def count(number: int, noun: str) -> str:
    """A number of things: (1234, "message") → "1,234 messages"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


# What begins something in Discord's markdown, wherever it stands: emphasis, spoilers, code, links,
# and whatever is written in angle brackets. At the start of a line: headings, quotes and lists.
# A backslash takes the meaning from any sign:
# https://support.discord.com/hc/en-us/articles/210298617-Markdown-Text-101
_MARKUP = re.compile(r"[\\*_~`|\[\]<]|:(?=/)|^[#>+-]")
_NUMBERED = re.compile(r"^(\d+)\.")
# Controls, halves of a surrogate pair, and what turns the direction of all that follows.
_UNSHOWABLE = re.compile(
    "[\0-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_ZERO_WIDTH_SPACE = "\u200b"


def plain(text: str, limit: int) -> str:
    """What somebody wrote, on one line and cut at `limit` characters; nothing in it acts.

    Markdown and links are escaped and mentions are broken, so the answer may be up to twice as
    long.
    """
    line = _UNSHOWABLE.sub("", " ".join(text.split())).strip()
    cut = line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
    escaped = _NUMBERED.sub(r"\1\\.", _MARKUP.sub(r"\\\g<0>", cut))
    return escaped.replace("@", "@" + _ZERO_WIDTH_SPACE)
