"""What people type for a time in their own language → the English that is read. Pure functions.

"letzte 7 Tage" → "last 7 days"   "vom 3. bis zum 8. Nov" → "from 3. to 8. nov"

Months and weekdays stay: `typed_dates` reads them in each language.
"""

from __future__ import annotations

import re

from bot.render.localizer import N_, Localizer

WORDS = (
    N_("now"),
    N_("today"),
    N_("yesterday"),
    N_("this week"),
    N_("last week"),
    N_("this month"),
    N_("last month"),
    N_("everything|all|all time"),
    N_("last|past"),
    N_("hours|hour|h"),
    N_("days|day|d"),
    N_("weeks|week|w"),
    N_("months|month"),
    N_("from"),
    N_("since|after"),
    N_("between"),
    N_("to|until|till"),
    N_("and"),
    N_("at"),
)
"""What is read, with `|` between several ways to say it."""

_PASSED_OVER = N_("in|on|the")
_AFTER_A_TIME = N_("o'clock")


def in_english(typed: str, reader: Localizer) -> str:
    """With the words that the reader's language has for times in English, all casefolded."""
    english = {way: _ways(message)[0] for message in WORDS for way in _told(reader, message)}
    english |= dict.fromkeys(_told(reader, _AFTER_A_TIME), "")
    passed_over = _told(reader, _PASSED_OVER)
    known = sorted([*english, *passed_over], key=len, reverse=True)
    text = " ".join(typed.casefold().split())
    if not known:
        return text
    pattern = rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, known))})(?![^\W\d_])"

    def said(found: re.Match[str]) -> str:
        if found[0] in english:
            return english[found[0]]
        # To Germans "am 5." is on the 5th, and "5 am" in the morning.
        return found[0] if re.search(r"\d ?$", text[: found.start()]) else ""

    return " ".join(re.sub(pattern, said, text).split())


def first_way(reader: Localizer, message: str) -> str:
    """How one of `WORDS` is usually said in the reader's language."""
    return reader.gettext(message).split("|")[0]


def _told(reader: Localizer, message: str) -> list[str]:
    """The ways to say it in another language than English."""
    said = reader.gettext(message)
    return [] if said == message else _ways(said)


def _ways(message: str) -> list[str]:
    return [way.strip() for way in message.casefold().split("|") if way.strip()]
