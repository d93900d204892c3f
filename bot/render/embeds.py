"""What is known → embed. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import discord

from bot.render import palette
from bot.render.localizer import N_, Localizer
from bot.render.missing import hidden_days, missing_lines
from bot.render.reasons import Sides, sides, why, why_not
from bot.render.words import (
    at_most,
    counts_and_usual,
    counts_of,
    figure_of,
    mood_words,
    named,
    plain,
    sentence,
    time_before,
    when,
)
from bot.reports.missing import Missing, Reason
from bot.reports.periods import DAY
from bot.reports.published import PublishedSummary
from bot.reports.summary import Figures, Report, Summary
from classifier.score import Explanation, Label, Score
from storage.records import MOST_COUNTED

CLEARLY = 0.6
"""A text whose words speak for both sides is called mixed if no label is more probable."""

COLOURS: dict[Label, int] = {
    "negative": palette.NEGATIVE,
    "neutral": palette.NEUTRAL,
    "positive": palette.POSITIVE,
}

_LONGEST_COMPARED = 200 * DAY
"""Of a longer period the one before it is never kept as a whole."""

_SURE: dict[Label, str] = {
    "negative": N_("Negative, {percent} sure"),
    "neutral": N_("Neutral, {percent} sure"),
    "positive": N_("Positive, {percent} sure"),
}
_UNSURE: dict[Label, str] = {
    "negative": N_("Not sure, maybe negative ({percent} likely)"),
    "neutral": N_("Not sure, maybe neutral ({percent} likely)"),
    "positive": N_("Not sure, maybe positive ({percent} likely)"),
}
_MIXED: dict[Label, str] = {
    "negative": N_("Mixed, maybe more negative ({percent} likely)"),
    "neutral": N_("Mixed, maybe neutral on the whole ({percent} likely)"),
    "positive": N_("Mixed, maybe more positive ({percent} likely)"),
}


def mood_embed(
    localizer: Localizer,
    title: str,
    report: Report,
    note: str = "",
    missing: Missing | None = None,
    counted_since: datetime | None = None,
) -> discord.Embed:
    """The mood of a window: in words, with the figures behind it, and how it changed.

    `note` is a sentence on what the figures are from, put last. A mood that is `missing` has its
    reason in its place. `counted_since` (aware): the bot does not know all that is asked for.
    """
    mood = report.now.mood()
    if missing is not None:
        lines = missing_lines(localizer, missing)
        if missing.reason is Reason.TOO_FEW:
            lines += _one_voice(localizer, report)
    else:
        assert mood is not None  # noqa: S101 (else it would be missing)
        lines = [
            localizer.gettext(
                "**{mood}** {when}: {counts}.",
                mood=sentence(mood_words(localizer, mood)),
                when=when(localizer, report.window),
                counts=counts_and_usual(localizer, report),
            ),
            change_words(localizer, report),
            since_words(localizer, report, counted_since),
            hidden_days(localizer, report),
            *_one_voice(localizer, report),
            _not_judged(localizer, report.now),
        ]
    if missing is None or missing.is_about_the_period:
        lines.append(note)
    embed = discord.Embed(
        title=title,
        description="\n".join(filter(None, lines)),
        colour=palette.of_mood(mood),
    )
    if missing is None or missing.is_about_the_period:
        footer = (_average(localizer, mood, report.now), _reach(localizer, report))
        embed.set_footer(text=" ".join(filter(None, footer)))
    return embed


def table_embed(localizer: Localizer) -> discord.Embed:
    """What stands above a table of figures and the chart of them."""
    words = localizer.gettext(
        "Here are the figures as a table for a spreadsheet, and the chart if there is one. The "
        "same rules hold as for the answer: nothing is shown where fewer than three people wrote, "
        "unless you're allowed to look members up."
    )
    return discord.Embed(description=words, colour=palette.NEUTRAL)


def _one_voice(localizer: Localizer, report: Report) -> list[str]:
    """How many messages there are beyond those that count, and whether most are one person's."""
    sentences = []
    if report.now.scored > report.now.counted:
        sentences.append(_in_all(localizer, report.now))
    if report.is_mostly_one_person:
        sentences.append(localizer.gettext("One person wrote more than half of these messages."))
    return sentences


def _in_all(localizer: Localizer, figures: Figures) -> str:
    if isinstance(figures, PublishedSummary):
        return localizer.ngettext(
            "There was about {number} message in all. Only a person's first {most} an hour in each "
            "channel count towards the mood.",
            "There were about {number} messages in all. Only a person's first {most} an hour in "
            "each channel count towards the mood.",
            figures.scored,
            most=MOST_COUNTED,
        )
    return localizer.ngettext(
        "There was {number} message in all. Only a person's first {most} an hour in each channel "
        "count towards the mood.",
        "There were {number} messages in all. Only a person's first {most} an hour in each "
        "channel count towards the mood.",
        figures.scored,
        most=MOST_COUNTED,
    )


def _not_judged(localizer: Localizer, summary: Figures) -> str:
    if not isinstance(summary, Summary):
        return ""  # not told to everybody
    sentences = []
    if summary.unsure:
        sentences.append(
            localizer.ngettext(
                "{number} more I couldn't judge.",
                "{number} more I couldn't judge.",
                summary.unsure,
            )
        )
    if summary.not_scored:
        sentences.append(
            localizer.ngettext(
                "{number} more had too few words I know.",
                "{number} more had too few words I know.",
                summary.not_scored,
            )
        )
    return " ".join(sentences)


def _average(localizer: Localizer, mood: float | None, figures: Figures) -> str:
    if mood is None:
        return ""
    figure = figure_of(localizer, mood, figures)
    return localizer.gettext("Average mood {figure}, on a scale from −1 to +1.", figure=figure)


def _reach(localizer: Localizer, report: Report) -> str:
    """Up to when the figures reach, in a sentence."""
    if report.window.whole_days:
        return localizer.gettext("Busy days only, up to yesterday (UTC).")
    return localizer.gettext("Up to now.")


def since_words(localizer: Localizer, report: Report, since: datetime | None) -> str:
    """Since when the bot counts, where a period, or the one before it, reaches further back."""
    window = report.window
    if since is None or (since <= window.since + window.step and report.change is not None):
        return ""
    day, again = localizer.date(since), since + 2 * window.length
    if window.dated or again <= window.until or window.length > _LONGEST_COMPARED:
        return localizer.gettext("Counting since {day}.", day=day)
    return localizer.gettext(
        "I've counted since {day}; ask again on {later} for a comparison.",
        day=day,
        later=localizer.date(again + DAY),
    )


def change_words(localizer: Localizer, report: Report) -> str:
    """The change from the time before, in a sentence; "" where there is none to compare with."""
    if report.before is None or report.change is None:
        return ""
    if not report.change_is_clear:
        message = N_("No clear change from {before} ({counts}): any difference may be chance.")
    elif report.change > 0:
        message = N_("More positive than {before} ({counts}). That is probably more than chance.")
    else:
        message = N_("More negative than {before} ({counts}). That is probably more than chance.")
    before, counts = time_before(localizer, report.window), counts_of(localizer, report.before)
    return localizer.gettext(message, before=before, counts=counts)


def check_embed(
    localizer: Localizer, text: str, explanation: Explanation, names: Mapping[int, str]
) -> discord.Embed:
    """One text's label, how sure the net is, the words that did it and the unknown ones.

    `names` are those of members and roles by id, for whom the text mentions.
    """
    _, score = localizer.gettext, explanation.score
    both = sides(text, explanation, names)
    if score.status == "not_scored":
        reason = why_not(localizer, explanation)
    else:
        reason = why(localizer, explanation, both)
    is_clear = score.status == "scored" and not _is_undecided(score, both)
    embed = discord.Embed(
        title=_verdict(localizer, score, both),
        description=f"> {plain(named(text, names), 300) or '…'}\n{reason}",
        colour=COLOURS[score.label] if is_clear else palette.NEUTRAL,
    )
    if explanation.unknown:
        unknown = _some(localizer, explanation.unknown)
        embed.add_field(name=_("Words I don't know"), value=unknown)
    embed.set_footer(text=_("A computer's guess from the words alone; it misses irony."))
    return embed


def _verdict(localizer: Localizer, score: Score, both: Sides) -> str:
    if score.status == "not_scored":
        return localizer.gettext("I can't tell")
    if _is_undecided(score, both):
        titles = _MIXED
    else:
        titles = _UNSURE if score.status == "unsure" else _SURE
    return localizer.gettext(titles[score.label], percent=localizer.percent(score.confidence))


def _is_undecided(score: Score, both: Sides) -> bool:
    """Whether the words speak for both sides, and the net does not clearly settle on one."""
    return both.is_mixed and score.confidence < CLEARLY


def _some(localizer: Localizer, words: Sequence[str]) -> str:
    """The words, each once; at most eight, so that a field's 1,024 characters suffice."""
    once = [plain(word, 40) for word in dict.fromkeys(words)]
    return at_most(localizer, once, 8)


def note_embed(title: str, words: str) -> discord.Embed:
    """A plain answer."""
    return discord.Embed(title=title, description=words, colour=palette.NEUTRAL)
