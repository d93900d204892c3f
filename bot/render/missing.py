"""Why there is no mood, in words. Pure functions."""

from __future__ import annotations

import discord

from bot.render.localizer import N_, Localizer
from bot.render.words import when
from bot.reports.missing import Missing, Reason
from bot.reports.summary import MINIMUM_MESSAGES, Report, Summary

PERMISSIONS = (N_("View Channel"), N_("Read Message History"), N_("Connect"))
"""The names, by Discord, of what the bot needs to read a channel."""

BACKFILL = N_("`/sentiment backfill` reads older messages.")
OTHERS_BACKFILL = N_("People who manage this server can have me read older messages.")

TOO_FEW_PEOPLE = N_(
    "I only show figures that at least three people are behind, so that nobody stands out."
)

_TITLES = {
    Reason.NO_MESSAGE_CONTENT: N_("I can't read messages."),
    Reason.NOT_ALLOWED: N_("I can't read this."),
    Reason.OPTED_OUT: N_("You opted out in this server."),
    Reason.NO_CHANNEL: N_("There's no channel to tell you about."),
    Reason.TOO_FEW_PEOPLE: N_("Too few people to tell."),
    Reason.TOO_FEW: N_("Too few messages to tell."),
    Reason.NOT_JUDGED: N_("There was nothing I could judge."),
    Reason.HIDDEN_DAYS: N_("Too few messages to tell."),
    Reason.BEING_READ: N_("I'm still reading."),
    Reason.JUST_ARRIVED: N_("I've only just arrived."),
    Reason.NOT_FINISHED: N_("Nothing to show yet."),
    Reason.NOTHING_WRITTEN: N_("Nothing was written."),
    Reason.NOT_TOLD: N_("Too few messages to tell."),
}
_REASONS = {
    Reason.NO_MESSAGE_CONTENT: N_(
        "Discord doesn't give me their text: the Message Content switch is off. Whoever runs me "
        "can turn it on, and can see in my log how."
    ),
    Reason.OPTED_OUT: N_(
        "I count nothing you write here. To be counted again, use `/sentiment privacy opt-in`."
    ),
    Reason.NO_CHANNEL: N_(
        "None of the channels that both of us can read is counted: they're left out by this "
        "server's settings, or I'm not let in."
    ),
    Reason.TOO_FEW_PEOPLE: TOO_FEW_PEOPLE,
    Reason.BEING_READ: N_("I haven't found any message so far. Please ask again in a few minutes."),
    Reason.NOT_FINISHED: N_(
        "A day shows up here once it's over (UTC) and I've read all of it, three days later at the "
        "latest."
    ),
}


def missing_lines(localizer: Localizer, missing: Missing) -> list[str]:
    """What is said in place of a mood: why there is none, and what would help."""
    told = [f"**{localizer.gettext(_TITLES[missing.reason])}**", _reason(localizer, missing)]
    lines = [" ".join(filter(None, told))]
    if missing.is_about_the_period:
        lines += [hidden_days(localizer, missing.report), *_helpful(localizer, missing)]
    return lines


def _reason(localizer: Localizer, missing: Missing) -> str:
    match missing.reason:
        case Reason.NOT_ALLOWED:
            return _permissions(localizer, missing)
        case Reason.TOO_FEW:
            return _judged(localizer, missing)
        case Reason.NOT_JUDGED:
            return _not_judged(localizer, missing)
        case Reason.HIDDEN_DAYS:  # how many messages are hidden is not told
            return localizer.gettext(
                "I only show days on which at least {people} people wrote at least {messages} "
                "messages I can judge in a channel, and nobody most of them.",
                people=missing.circumstances.minimums.people,
                messages=missing.circumstances.minimums.messages,
            )
        case Reason.NOTHING_WRITTEN:
            return localizer.gettext(
                "I know of no message {when}. What I leave out, like commands to other bots, I "
                "don't know of.",
                when=when(localizer, missing.report.window),
            )
    return localizer.gettext(_REASONS[missing.reason]) if missing.reason in _REASONS else ""


def _permissions(localizer: Localizer, missing: Missing) -> str:
    names = missing.circumstances.missing_permissions
    return localizer.gettext(
        "To read it, I need {permissions} there.",
        permissions=localizer.listed([localizer.gettext(name) for name in names]),
    )


def _judged(localizer: Localizer, missing: Missing) -> str:
    figures = missing.report.now
    judged = localizer.ngettext(
        "I could judge {number} message {when}; a mood needs at least {needed}.",
        "I could judge {number} messages {when}; a mood needs at least {needed}.",
        figures.counted,
        when=when(localizer, missing.report.window),
        needed=MINIMUM_MESSAGES,
    )
    return f"{judged} {_others(localizer, missing)}".strip()


def _not_judged(localizer: Localizer, missing: Missing) -> str:
    figures = missing.report.now
    assert isinstance(figures, Summary)  # noqa: S101 (nobody else is told of them)
    written = localizer.ngettext(
        "There was {number} message {when}.",
        "There were {number} messages {when}.",
        figures.unsure + figures.not_scored,
        when=when(localizer, missing.report.window),
    )
    return f"{written} {_others(localizer, missing)}"


def _others(localizer: Localizer, missing: Missing) -> str:
    """How many messages could not be judged, and why."""
    figures, sentences = missing.report.now, []
    if not isinstance(figures, Summary):
        return ""
    if figures.not_scored:
        sentences.append(
            localizer.ngettext(
                "{number} was in another language, or had too few words I know.",
                "{number} were in another language, or had too few words I know.",
                figures.not_scored,
            )
        )
    if figures.unsure:
        sentences.append(
            localizer.ngettext(
                "{number} could have meant one thing or the other.",
                "{number} could have meant one thing or the other.",
                figures.unsure,
            )
        )
    return " ".join(sentences)


def hidden_days(localizer: Localizer, report: Report) -> str:
    """How many days are hidden; "" where none is."""
    if not report.hidden_days:
        return ""
    return localizer.ngettext(
        "{number} quiet day is hidden, so that nobody stands out.",
        "{number} quiet days are hidden, so that nobody stands out.",
        report.hidden_days,
    )


def _helpful(localizer: Localizer, missing: Missing) -> list[str]:
    lines: list[str] = []
    if missing.since is not None:
        day = discord.utils.format_dt(missing.since, "D")
        lines.append(localizer.gettext("I've counted since {day}.", day=day))
        if missing.report.window.whole_days and missing.reason is Reason.JUST_ARRIVED:
            lines.append(localizer.gettext(_REASONS[Reason.NOT_FINISHED]))
        lines.append(localizer.gettext(BACKFILL if missing.may_backfill else OTHERS_BACKFILL))
    if missing.circumstances.has_gap and missing.reason is not Reason.BEING_READ:
        lines.append(localizer.gettext("I'm still reading what was said here earlier."))
    return lines
