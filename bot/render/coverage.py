"""How much of what was written the moods are made of → embed. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass

import discord

from bot.render import palette
from bot.render.localizer import N_, Localizer
from bot.render.missing import TOO_FEW_PEOPLE
from bot.render.words import sentence, when
from bot.reports.coverage import Coverage
from bot.reports.missing import Circumstances
from storage.records import MOST_COUNTED

NEVER_COUNTED = N_(
    "I never count bots and their commands, webhooks (such as bridges, PluralKit or Tupperbox), "
    "private threads, forwards, polls, stickers, pictures without text, or anybody who opted out."
)


def coverage_embed(
    localizer: Localizer,
    title: str,
    coverage: Coverage,
    circumstances: Circumstances,
    *,
    left_out: int = 0,
    unreadable: int = 0,
) -> discord.Embed:
    """The messages of a window by what became of them, with what each means.

    `left_out` and `unreadable` are how many channels are not in it: those that administrators left
    out, and those that the bot may not read.
    """
    if coverage.hidden:
        lines = [localizer.gettext(TOO_FEW_PEOPLE)]
    else:
        lines = [_messages(localizer, coverage), *_parts(localizer, coverage)]
    lines += ["", published_words(localizer, coverage), *_channels(localizer, left_out, unreadable)]
    if circumstances.has_gap:
        lines.append(localizer.gettext("I'm still reading what was said here earlier."))
    lines += ["", localizer.gettext(NEVER_COUNTED)]
    embed = discord.Embed(title=title, description="\n".join(lines), colour=palette.NEUTRAL)
    embed.set_footer(text=localizer.gettext("Up to now."))
    return embed


def _messages(localizer: Localizer, coverage: Coverage) -> str:
    period = sentence(when(localizer, coverage.window))
    return localizer.ngettext(
        "{period}, I know of {number} message:",
        "{period}, I know of {number} messages:",
        coverage.messages,
        period=period,
    )


def _parts(localizer: Localizer, coverage: Coverage) -> list[str]:
    return [
        localizer.gettext(
            "• **{number}** ({share}): {meaning}",
            number=part.messages,
            share=localizer.percent(coverage.share(part.messages)),
            meaning=part.meaning,
        )
        for part in parts_of(localizer, coverage)
    ]


@dataclass(frozen=True, slots=True)
class Part:
    """So many messages, by what became of them, and what that means."""

    name: str
    messages: int
    meaning: str


def parts_of(localizer: Localizer, coverage: Coverage) -> list[Part]:
    """The parts of a coverage; of one that is hidden none."""
    if coverage.hidden:
        return []
    figures = coverage.figures
    parts = (
        ("scored", figures.scored, N_("judged, and in the volume of charts")),
        (
            "counted",
            figures.counted,
            N_("of these count towards the mood: a person's first {most} an hour in each channel"),
        ),
        ("not_scored", figures.not_scored, N_("in another language, or with too few words I know")),
        (
            "unsure",
            figures.unsure,
            N_("could have meant one thing or the other, and so have no mood"),
        ),
    )
    return [
        Part(name, number, localizer.gettext(meaning, most=MOST_COUNTED))
        for name, number, meaning in parts
    ]


def published_words(localizer: Localizer, coverage: Coverage) -> str:
    """How many of its finished days members see."""
    number = coverage.shown_days + coverage.hidden_days
    if not number:
        return localizer.gettext("Members see no day of it yet.")
    return localizer.ngettext(
        "Members see {shown} of {number} finished day with messages: quiet days are hidden.",
        "Members see {shown} of {number} finished days with messages: quiet days are hidden.",
        number,
        shown=coverage.shown_days,
    )


def _channels(localizer: Localizer, left_out: int, unreadable: int) -> list[str]:
    lines = []
    if left_out:
        lines.append(
            localizer.ngettext(
                "{number} channel is left out by this server's settings.",
                "{number} channels are left out by this server's settings.",
                left_out,
            )
        )
    if unreadable:
        lines.append(
            localizer.ngettext(
                "{number} channel I can't read: I lack a permission there.",
                "{number} channels I can't read: I lack a permission there.",
                unreadable,
            )
        )
    return lines
