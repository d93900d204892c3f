"""Moods and times as people read them, and what people wrote, made harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from bot.render.localizer import N_, Localizer
from bot.render.spans import span_label, span_phrase
from bot.reports.periods import DAY, HOUR, Last, Period, Window
from bot.reports.published import PublishedSummary
from bot.reports.summary import Figures, Report, Summary
from bot.reports.trend import Trend

# The least mood of each step, on either side of balanced.
_MOOD_STEPS = (
    (0.6, N_("very positive"), N_("very negative")),
    (0.3, N_("mostly positive"), N_("mostly negative")),
    (0.1, N_("slightly positive"), N_("slightly negative")),
)


def mood_words(localizer: Localizer, mood: float) -> str:
    """A mood (-1..1) in words: -0.45 → "mostly negative", 0.02 → "balanced"."""
    for least, positive, negative in _MOOD_STEPS:
        if abs(mood) >= least:
            return localizer.gettext(positive if mood > 0 else negative)
    return localizer.gettext("balanced")


def figure_of(localizer: Localizer, mood: float, figures: Figures) -> str:
    """A mood of these figures with as many digits as are known: "+0.23", or "+0.2"."""
    return localizer.signed(mood, 1 if isinstance(figures, PublishedSummary) else 2)


def counts_of(localizer: Localizer, figures: Figures) -> str:
    """The figures behind a mood, as exactly as they are known.

    "58 of 100 messages positive, 12 negative" or "about 100 messages, 60% positive, 10% negative".
    """
    if isinstance(figures, PublishedSummary):
        return localizer.ngettext(
            "about {number} message, {positive} positive, {negative} negative",
            "about {number} messages, {positive} positive, {negative} negative",
            figures.counted,
            positive=localizer.percent(figures.positive),
            negative=localizer.percent(figures.negative),
        )
    assert isinstance(figures, Summary)  # noqa: S101 (there is no third kind)
    return localizer.ngettext(
        "{positive} of {number} message positive, {negative} negative",
        "{positive} of {number} messages positive, {negative} negative",
        figures.counted,
        positive=figures.positive,
        negative=figures.negative,
    )


def counts_and_usual(localizer: Localizer, report: Report) -> str:
    """The same with what of so many messages is usual, if that is known.

    "58 of 100 messages positive, 12 negative; usual 55 and 10".
    """
    counts, usual, figures = counts_of(localizer, report.now), report.usual, report.now
    if usual is None:
        return counts
    if isinstance(figures, PublishedSummary):
        positive, negative = (localizer.percent(s) for s in (usual.positive, usual.negative))
    else:
        shares = (usual.positive, usual.negative)
        positive, negative = (localizer.number(round(s * figures.counted)) for s in shares)
    return localizer.gettext(
        "{counts}; usual {positive} and {negative}",
        counts=counts,
        positive=positive,
        negative=negative,
    )


def length_words(localizer: Localizer, length: timedelta) -> str:
    """How long something is: "24 hours", "7 days"."""
    if length > DAY:
        return localizer.ngettext("{number} day", "{number} days", length // DAY)
    return localizer.ngettext("{number} hour", "{number} hours", length // HOUR)


def asked_words(localizer: Localizer, period: Period) -> str:
    """A period by itself, as it was asked for: "7 days", "3–8 Nov 2026"."""
    if isinstance(period, Last):
        return length_words(localizer, period.length)
    return span_label(localizer, period.since, period.until)


def when(localizer: Localizer, window: Window) -> str:
    """The window as part of a sentence: "in the last 7 days", or "yesterday" of whole days.

    One that was asked for by its dates is told by them: "from 3 Nov 2026 to 8 Nov 2026".
    """
    if window.dated:
        reader = localizer.in_utc() if window.whole_days else localizer
        return span_phrase(reader, window.since, window.until)
    if window.length >= 2 * DAY:
        return localizer.ngettext(
            "in the last {number} day", "in the last {number} days", window.days
        )
    if window.whole_days:
        return localizer.gettext("yesterday")
    hours = window.length // HOUR
    return localizer.ngettext("in the last {number} hour", "in the last {number} hours", hours)


def period_words(localizer: Localizer, window: Window) -> str:
    """The window as part of a title: "last 7 days", "yesterday" of whole days, "3–8 Nov 2026"."""
    if window.dated:
        reader = localizer.in_utc() if window.whole_days else localizer
        return span_label(reader, window.since, window.until)
    if window.length >= 2 * DAY:
        return localizer.ngettext("last {number} day", "last {number} days", window.days)
    if window.whole_days:
        return localizer.gettext("yesterday")
    hours = window.length // HOUR
    return localizer.ngettext("last {number} hour", "last {number} hours", hours)


def time_before(localizer: Localizer, window: Window) -> str:
    """What the window is compared with: "the 7 days before"."""
    if window.length >= 2 * DAY:
        return localizer.ngettext(
            "the {number} day before", "the {number} days before", window.days
        )
    if window.whole_days or (window.dated and window.length == DAY):
        return localizer.gettext("the day before")
    hours = window.length // HOUR
    return localizer.ngettext("the {number} hour before", "the {number} hours before", hours)


_BLANK = {
    HOUR: N_(
        "Hours in which fewer than three people wrote are left blank, so that nobody stands out."
    ),
    6 * HOUR: N_(
        "Steps of 6 hours in which fewer than three people wrote are left blank, so that nobody "
        "stands out."
    ),
    DAY: N_(
        "Days on which fewer than three people wrote are left blank, so that nobody stands out."
    ),
}


def blank_words(localizer: Localizer, trend: Trend) -> str:
    """Which steps are blank because too few people wrote; "" where none is, or all there is."""
    if not trend.hides_steps or trend.report.hidden:
        return ""
    return hidden_steps(localizer, trend.report.window.step)


def hidden_steps(localizer: Localizer, step: timedelta) -> str:
    """Which steps of such a length are left blank, and why. (One may be an hour longer.)"""
    return localizer.gettext(_BLANK[max(length for length in _BLANK if length <= step)])


def sentence(words: str) -> str:
    """With a capital letter at its beginning: "very positive" → "Very positive"."""
    return words[:1].upper() + words[1:]


def at_most(localizer: Localizer, items: Sequence[str], most: int) -> str:
    """Things that are no sentence, with commas between: "love, wonderful and 3 more"."""
    shown, more = ", ".join(items[:most]), len(items) - most
    if more <= 0:
        return shown
    return localizer.ngettext(
        "{items} and {number} more", "{items} and {number} more", more, items=shown
    )


LONGEST_LIST = 3800
"""Letters of a list in an embed, which takes 4,096:
https://discord.com/developers/docs/resources/message#embed-object"""


def fitting(parts: Iterable[str]) -> Iterator[str]:
    """As many of these lines or paragraphs as an embed has room for."""
    room = LONGEST_LIST
    for part in parts:
        room -= len(part) + 2
        if room < 0:
            return
        yield part


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


# Mentions of members, roles and channels, and emoji of a server's own, as they are sent:
# https://discord.com/developers/docs/reference#message-formatting
_MENTION = re.compile(r"<(?:@[!&]?|#)(\d{1,20})>")
_EMOJI = re.compile(r"<a?:(\w{1,32}):\d{1,20}>")


def named(text: str, names: Mapping[int, str]) -> str:
    """A text with the names of whom it mentions; mentions of others are left out.

    `names` are those of members and roles by id. An emoji of a server's own becomes ":smile:".

    >>> named("<@1> and <@2> :)", {1: "Ann"})
    '@Ann and  :)'
    """

    def name(mention: re.Match[str]) -> str:
        known = names.get(int(mention[1]))
        return f"@{known}" if known else ""

    return _EMOJI.sub(r":\1:", _MENTION.sub(name, text))


def plain_title(text: str, limit: int = 120) -> str:
    """The same for the title of an embed, in which nothing begins a heading, a quote or a list."""
    return re.sub(r"^\\([#>+-])", r"\1", plain(text, limit))


def plain(text: str, limit: int) -> str:
    """What somebody wrote, on one line and cut at `limit` characters; nothing in it acts.

    Markdown and links are escaped and mentions are broken, so the answer may be up to twice as
    long.
    """
    escaped = _NUMBERED.sub(r"\1\\.", _MARKUP.sub(r"\\\g<0>", one_line(text, limit)))
    return escaped.replace("@", "@" + _ZERO_WIDTH_SPACE)


def one_line(text: str, limit: int) -> str:
    """What somebody wrote, on one line and cut at `limit` characters, for where Discord knows no
    markdown: on buttons and in selects."""
    line = _UNSHOWABLE.sub("", " ".join(text.split())).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


_SPOILER = re.compile(r"\|\|.+?\|\|", re.DOTALL)


def without_spoilers(text: str) -> str:
    """With a bar in place of what its writer hid: "the end: ||they win||" → "the end: ▒▒▒"."""
    return _SPOILER.sub("▒▒▒", text)
