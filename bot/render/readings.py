"""How far a reading of the past is, and what came of it → words. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.render.coverage import published_words
from bot.render.localizer import N_, Localizer
from bot.render.words import at_most
from bot.reports.coverage import Coverage

MOST_NAMED = 3
"""More channels than these are counted, not named."""

GOING_ON = N_("If I'm restarted meanwhile, please ask again. Anything already read is kept.")
NO_MORE_NEWS = N_(
    "Discord only lets me change this message for 15 minutes, so you won't see more progress here. "
    "I'll keep reading. *Stop* still stops me, or tells you how it ended."
)
OVER = N_(
    "This reading is over: it came to its end, or I was restarted. Anything already read is kept. "
    "To read more, use `/sentiment backfill` again."
)


@dataclass(slots=True)
class ReadSoFar:
    """What has been read so far: `done` of so many `channels`, and the messages in them.

    `new` of the messages were not stored before; `judged_again` were, edited since or scored by
    another model.
    """

    channels: int
    done: int = 0
    messages: int = 0
    new: int = 0
    judged_again: int = 0


def what_words(localizer: Localizer, mentions: Sequence[str], days: int) -> str:
    """What is read; `mentions` of more than a few channels are counted."""
    if len(mentions) > MOST_NAMED:
        channels = localizer.ngettext("{number} channel", "{number} channels", len(mentions))
    else:
        channels = localizer.listed(mentions)
    return localizer.ngettext(
        "{channel}, the last {number} day",
        "{channel}, the last {number} days",
        days,
        channel=channels,
    )


def tally_words(localizer: Localizer, what: str, tally: ReadSoFar) -> str:
    """How far it is."""
    read = localizer.ngettext(
        "{number} message read, {new} of them new to me.",
        "{number} messages read, {new} of them new to me.",
        tally.messages,
        new=tally.new,
    )
    lines = [what, f"**{read}**"]
    if tally.judged_again:
        lines.append(
            localizer.ngettext(
                "{number} I already had was judged again.",
                "{number} I already had were judged again.",
                tally.judged_again,
            )
        )
    if tally.done < tally.channels and tally.channels > 1:
        lines.append(
            localizer.ngettext(
                "{done} of {number} channel done.",
                "{done} of {number} channels done.",
                tally.channels,
                done=tally.done,
            )
        )
    return "\n".join(lines)


def left_unread_words(localizer: Localizer, closed: int, failed: Sequence[str]) -> list[str]:
    """The channels that were not read: so many are `closed` to the bot, and those that `failed`,
    as mentions."""
    lines = []
    if closed:
        lines.append(
            localizer.ngettext(
                "{number} channel I can't read: I lack View Channel or Read Message History there.",
                "{number} channels I can't read: I lack View Channel or Read Message History "
                "there.",
                closed,
            )
        )
    if failed:
        channels = at_most(localizer, failed, 10)
        lines.append(
            localizer.gettext(
                "Discord didn't give me all of {channels}. Please read them again later.",
                channels=channels,
            )
        )
    return lines


def english_words(localizer: Localizer, coverage: Coverage) -> str:
    """What share of the messages the bot does not understand; "" where nothing may be told."""
    if coverage.hidden or not coverage.messages:
        return ""
    return localizer.gettext(
        "I only understand English: {share} of the messages there were in another language, or had "
        "too few words I know, and have no mood.",
        share=localizer.percent(coverage.share(coverage.figures.not_scored)),
    )


def next_words(localizer: Localizer, coverage: Coverage | None) -> list[str]:
    """What can be asked now; without live figures, which `coverage` is of, by any member."""
    _ = localizer.gettext
    title = _("What to ask now")
    lines = [f"**{title}**"]
    if coverage is not None:
        lines.append(_("`/sentiment now` – what is unusual, and since when"))
    lines.append(_("`/sentiment trend` – the mood over time, of any channels"))
    if coverage is not None:
        lines.append(_("`/sentiment alerts add` – be told when a channel turns unusually negative"))
        lines += ["", published_words(localizer, coverage)]
    return lines
