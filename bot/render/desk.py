"""The morning's card: what was unusual in which channels → embed. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import discord

from bot.render import palette
from bot.render.desk_words import (
    VERDICTS,
    back_to,
    chance_words,
    channel,
    clock,
    date_and_clock,
    end,
    negative_words,
    part_of_day,
    since_then,
)
from bot.render.localizer import Localizer
from bot.render.words import plain, sentence
from bot.reports.channel_baselines import NotYet
from bot.reports.morning import Fall, Morning, counted, falls, is_slide, together
from bot.reports.unusual.baseline import LEAST_DAYS, LEAST_MESSAGES
from bot.reports.unusual.episodes import Episode

MOST_LINES = 10


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What a look was about: how far back, up to when, and how its channels are called.

    `length` may be the moment since when, and is `None` for "since yesterday morning".
    `least_people` is from how many writers on a figure is told (see `bot.reports.writers`).
    `has_gap`: the past is being read yet. `cut_short`: too much was written to look that far back.
    """

    now: datetime
    length: timedelta | datetime | None
    names: Mapping[int, str]
    least_people: int
    has_gap: bool = False
    cut_short: bool = False


def morning_embed(localizer: Localizer, morning: Morning, asked: LookedAt) -> discord.Embed:
    """What was unusual, the strongest first; on a good day a line."""
    if not morning.unusual:
        lines = [
            _nothing_unusual(localizer, morning, asked),
            _cut_short(localizer, morning, asked),
            _waiting(localizer, morning),
            _reading(localizer, asked),
        ]
        return discord.Embed(
            description="\n".join(filter(None, lines)), colour=palette.of_mood(None)
        )
    found = falls(morning.unusual)
    lines = [
        *_in_short(localizer, found, morning, asked),
        "",
        *_channels(localizer, morning, one_fall=len(found) == 1),
        "",
        _others(localizer, morning),
        _cut_short(localizer, morning, asked),
        _waiting(localizer, morning),
        _reading(localizer, asked),
    ]
    embed = discord.Embed(
        title=headline(localizer, found, asked),
        description="\n".join(lines).rstrip(),
        colour=palette.NEGATIVE,
    )
    looked_at = localizer.ngettext(
        "From {number} channel you can read, threads included.",
        "From {number} channels you can read, threads included.",
        morning.channels,
    )
    return embed.set_footer(text=looked_at)


def headline(localizer: Localizer, found: list[Fall], asked: LookedAt) -> str:
    """ "Yesterday evening: unusually negative in 3 channels, most of all in #general"."""
    worst = max((fall.worst for fall in found), key=lambda each: each.evidence)
    name = f"#{plain(asked.names[worst.channel_id], 60)}"
    when = part_of_day(localizer, worst.began, asked.now)
    if len(found) > 1:
        return localizer.ngettext(
            "Unusually negative {number} time, most of all in {name}: {when}",
            "Unusually negative {number} times, most of all in {name}: {when}",
            len(found),
            name=name,
            when=when,
        )
    channels = len(found[0].channel_ids)
    if channels == 1:
        return localizer.gettext(
            "{when}: unusually negative in {name}", when=sentence(when), name=name
        )
    return localizer.ngettext(
        "{when}: unusually negative in {number} channel, most of all in {name}",
        "{when}: unusually negative in {number} channels, most of all in {name}",
        channels,
        when=sentence(when),
        name=name,
    )


def _in_short(
    localizer: Localizer, found: list[Fall], morning: Morning, asked: LookedAt
) -> list[str]:
    """All that was unusual in one sentence, how likely it is by chance, and what came after."""
    if len(found) > 1:
        return [chance_words(localizer, morning.months)]
    (fall,) = found
    stretch = localizer.gettext(
        "From {since} to {until}:",
        since=date_and_clock(fall.began),
        until=end(localizer, fall.began, fall.until),
    )
    return [
        f"{stretch} {negative_words(localizer, counted(fall.episodes))}",
        chance_words(localizer, morning.months),
        _after(localizer, morning, asked),
    ]


def _after(localizer: Localizer, morning: Morning, asked: LookedAt) -> str:
    """What came after, of all channels together."""
    since = together(morning.unusual)
    told = since_then(localizer, since, asked.least_people)
    return f"{told} {localizer.gettext(VERDICTS[since.verdict])}"


def _channels(localizer: Localizer, morning: Morning, *, one_fall: bool) -> list[str]:
    """A line an episode; with the day in it where there is more than one evening to tell of."""
    lines = [_line(localizer, each, one_fall=one_fall) for each in morning.by_strength[:MOST_LINES]]
    more = len(morning.unusual) - len(lines)
    if more > 0:
        lines.append(localizer.ngettext("… and {number} more", "… and {number} more", more))
    return lines


def _line(localizer: Localizer, episode: Episode, *, one_fall: bool) -> str:
    began = clock(episode.began) if one_fall else date_and_clock(episode.began)
    if is_slide(episode):
        return localizer.ngettext(
            "🔻 {channel}: from {began} on a bit darker than usual, message after message "
            "({negative} of {number} negative)",
            "🔻 {channel}: from {began} on a bit darker than usual, message after message "
            "({negative} of {number} negative)",
            episode.messages,
            channel=channel(episode.channel_id),
            began=began,
            negative=episode.negative,
        )
    return localizer.ngettext(
        "🔻 {channel}: **{negative} of {number}** negative (usually {usual}), from {began}",
        "🔻 {channel}: **{negative} of {number}** negative (usually {usual}), from {began}",
        episode.messages,
        channel=channel(episode.channel_id),
        negative=episode.negative,
        usual=localizer.percent(episode.usual),
        began=began,
    )


def _others(localizer: Localizer, morning: Morning) -> str:
    others = morning.watched - len({each.channel_id for each in morning.unusual})
    if others < 1:
        return ""
    return localizer.ngettext(
        "Nothing unusual in the other channel.",
        "Nothing unusual in the other {number} channels.",
        others,
    )


def _nothing_unusual(localizer: Localizer, morning: Morning, asked: LookedAt) -> str:
    if not morning.watched:
        return ""
    messages = localizer.ngettext("{number} message", "{number} messages", morning.messages)
    since = back_to(localizer, morning.since if asked.cut_short else asked.length)
    if morning.channels == 1:
        (channel_id,) = asked.names
        return localizer.gettext(
            "Nothing unusual in {channel} and its threads {since} ({messages}).",
            channel=channel(channel_id),
            since=since,
            messages=messages,
        )
    return localizer.ngettext(
        "Nothing unusual in {number} channel and its threads {since} ({messages}).",
        "Nothing unusual in {number} channels and their threads {since} ({messages}).",
        morning.watched,
        since=since,
        messages=messages,
    )


def _cut_short(localizer: Localizer, morning: Morning, asked: LookedAt) -> str:
    if not asked.cut_short:
        return ""
    return localizer.gettext(
        "So much was written that I only looked back to {time}. For more, ask about one channel.",
        time=date_and_clock(morning.since),
    )


def _reading(localizer: Localizer, asked: LookedAt) -> str:
    if not asked.has_gap:
        return ""
    return localizer.gettext("I'm still reading what was said here earlier.")


def _waiting(localizer: Localizer, morning: Morning) -> str:
    """Of which channels it is worth a line each morning that nothing is known of them yet.

    Channels in which nobody writes, or always the same one or two, are never known: of them it is
    told only where there is no other.
    """
    waiting = morning.waiting
    if morning.watched:
        waiting = {
            channel_id: each
            for channel_id, each in waiting.items()
            if (each.messages or channel_id in morning.heard) and not _has_enough(each)
        }
    return waiting_words(localizer, waiting)


def waiting_words(localizer: Localizer, waiting: Mapping[int, NotYet]) -> str:
    """Where it is not known yet what is usual, and how far the furthest of these channels is."""
    if not waiting:
        return ""
    furthest = max(waiting, key=lambda each: (waiting[each].messages, waiting[each].days))
    needed = {"days": LEAST_DAYS, "messages": LEAST_MESSAGES}
    if len(waiting) == 1:
        takes = localizer.gettext(
            "⏳ In {channel} I don't know yet what's usual. That takes {days} days and {messages} "
            "messages from at least three people.",
            channel=channel(furthest),
            **needed,
        )
        return f"{takes} {_so_far(localizer, waiting[furthest])}"
    takes = localizer.ngettext(
        "⏳ In {number} channel I don't know yet what's usual. That takes {days} days and "
        "{messages} messages from at least three people in each.",
        "⏳ In {number} channels I don't know yet what's usual. That takes {days} days and "
        "{messages} messages from at least three people in each.",
        len(waiting),
        **needed,
    )
    first = localizer.gettext("{channel} is furthest.", channel=channel(furthest))
    return f"{takes} {first} {_so_far(localizer, waiting[furthest])}"


def _has_enough(so_far: NotYet) -> bool:
    """Whether it has days and messages, and so only lacks people."""
    return so_far.days >= LEAST_DAYS and so_far.messages >= LEAST_MESSAGES


def _so_far(localizer: Localizer, so_far: NotYet) -> str:
    days = localizer.ngettext("{number} day", "{number} days", so_far.days)
    if so_far.since_new_model is not None:
        return localizer.ngettext(
            "So far: {days}, {number} message since I judge in a new way.",
            "So far: {days}, {number} messages since I judge in a new way.",
            so_far.messages,
            days=days,
        )
    return localizer.ngettext(
        "So far: {days}, {number} message.",
        "So far: {days}, {number} messages.",
        so_far.messages,
        days=days,
    )
