"""What moved a mood → embed. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import discord

from bot.render import palette
from bot.render.localizer import N_, Localizer
from bot.render.talk import FETCHED
from bot.render.words import plain
from bot.reports.moved import Moved, Periods, hour_start

_SIDES: tuple[tuple[str, Callable[[Moved], bool]], ...] = (
    (N_("Pulled down more than before: {words}"), lambda each: each.change < 0 and each.now < 0),
    (N_("Pulled up less than before: {words}"), lambda each: each.change < 0 <= each.now),
    (N_("Pulled up more than before: {words}"), lambda each: each.change > 0 and each.now > 0),
    (N_("Pulled down less than before: {words}"), lambda each: each.now <= 0 < each.change),
)
NO_WORD = N_(
    "No word stands out that at least three people used. It may be what was said, not how."
)
NOT_SHOWN = N_(
    "Only words that at least three people used. Deleted messages, and messages of people who "
    "opted out, are not among them."
)
LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Read:
    """How many messages of a period were read, and how many there are."""

    read: int
    there: int


def moved_embed(
    localizer: Localizer,
    name: str,
    periods: Periods,
    words: Sequence[Moved],
    now: Read,
    before: Read,
) -> discord.Embed:
    """The words by what they did; how many messages of each period were read."""
    _ = localizer.gettext
    start, since, until = (
        f"<t:{int(hour_start(hour).timestamp())}:f>"
        for hour in (periods.before, periods.since, periods.until)
    )
    compared = _(
        "From {since} to {until}, compared with the time before that, back to {start}",
        since=since,
        until=until,
        start=start,
    )
    sides = [
        _(side, words=", ".join(_shown(localizer, each) for each in chosen))
        for side, is_on in _SIDES
        if (chosen := [each for each in words if is_on(each)])
    ]
    embed = discord.Embed(
        title=_("#{name}: what moved it", name=plain(name, 100)),
        description="\n".join([compared, "", *(sides or [_(NO_WORD)])]),
        colour=palette.NEUTRAL,
    )
    read = _(
        "I read {now} of {all_now} messages, and {before} of {all_before} from before, drawn "
        "evenly.",
        now=now.read,
        all_now=now.there,
        before=before.read,
        all_before=before.there,
    )
    embed.set_footer(text=" ".join((read, _(NOT_SHOWN), _(FETCHED))))
    return embed


def _shown(localizer: Localizer, each: Moved) -> str:
    word, negated = each.word
    shown = plain(word, LONGEST_WORD)
    return f"**{localizer.gettext('not {word}', word=shown) if negated else shown}**"
