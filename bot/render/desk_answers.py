"""What the buttons of the morning's card answer → embed. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import discord

from bot.render import palette
from bot.render.desk_words import (
    channel,
    date_and_clock,
    end,
    negative_words,
    since_then,
)
from bot.render.localizer import N_, Localizer
from bot.render.notes import KINDS
from bot.render.words import plain
from bot.reports.morning import (
    LEAST_FOR_A_PATTERN,
    Before,
    Fall,
    counted,
    pattern,
    verdict,
)
from bot.reports.note_effects import NoteEffect, about
from bot.reports.unusual.episodes import Episode
from storage.records import LONGEST_NOTE, Note

MOST_FALLS = 5
MOST_NOTES = 3

GONE = N_(
    "I no longer find that: its messages were edited or deleted, or they're older than what I "
    "keep. `/sentiment now` looks again."
)

_VERDICTS = {
    "over": N_("Yes, it seems over"),
    "probably": N_("It's probably over"),
    "too early": N_("Too early to say"),
    "not yet": N_("No, not yet"),
}


def over_embed(
    localizer: Localizer,
    episode: Episode,
    effects: Sequence[NoteEffect],
    least_people: int,
) -> discord.Embed:
    """Whether an episode is over, and what came after what moderators did meanwhile."""
    lines = [
        since_then(localizer, episode.since, least_people),
        _stretch(localizer, episode),
        *(_effect(localizer, each, least_people) for each in effects),
    ]
    return discord.Embed(
        title=localizer.gettext(_VERDICTS[verdict(episode)]),
        description="\n".join(lines),
        colour=palette.NEGATIVE if verdict(episode) == "not yet" else palette.NEUTRAL,
    )


def _stretch(localizer: Localizer, episode: Episode) -> str:
    """Where and when it was, and what it was like."""
    stretch = localizer.gettext(
        "{channel}, from {since} to {until}:",
        channel=channel(episode.channel_id),
        since=date_and_clock(episode.began),
        until=end(localizer, episode.began, episode.until),
    )
    return f"{stretch} {negative_words(localizer, counted([episode]))}"


def _effect(localizer: Localizer, effect: NoteEffect, least_people: int) -> str:
    """A note, with what came next."""
    note = localizer.gettext(
        "Noted at {time}: {note}.",
        time=date_and_clock(effect.note.at),
        note=_note(localizer, effect.note),
    )
    if not effect.messages:
        nobody = localizer.gettext("After that nobody wrote there.")
        return f"{note} {nobody}"
    if effect.people < least_people:
        return note
    then = localizer.ngettext(
        "Of the next {number} message {negative} sounded negative.",
        "Of the next {number} messages {negative} sounded negative.",
        effect.messages,
        negative=effect.negative,
    )
    return f"{note} {then}"


def _note(localizer: Localizer, note: Note) -> str:
    """Its kind, and what the moderator wrote: "slow mode (no spoilers, please)"."""
    kind = localizer.gettext(KINDS[note.kind])
    return f"{kind} ({plain(note.text, LONGEST_NOTE)})" if note.text else kind


def people_embed(localizer: Localizer, episode: Episode, name: str, people: int) -> discord.Embed:
    """How many people wrote in an episode. Who, and how much each, is not told to anybody."""
    lines = [
        localizer.gettext(
            "From {since} to {until}, in {channel}.",
            since=date_and_clock(episode.began),
            until=end(localizer, episode.began, episode.until),
            channel=channel(episode.channel_id),
        ),
        localizer.gettext(
            "I don't rank people. Who was hurt, and who tried to calm things down, sounds just as "
            "negative as who began it. Please read first."
        ),
        localizer.gettext("People who opted out aren't counted."),
    ]
    where = f"#{plain(name, 100)}"  # Babel reads no f-string within a call
    title = localizer.ngettext(
        "{number} person wrote in {name}", "{number} people wrote in {name}", people, name=where
    )
    return discord.Embed(title=title, description="\n".join(lines), colour=palette.NEUTRAL)


def before_embed(
    localizer: Localizer, before: Before, notes: Sequence[Note] = (), *, only: int | None = None
) -> discord.Embed:
    """Whether there were others like it, and what they have in common.

    `notes` are what moderators noted in all that time. `only`: no channel but this one was looked
    at.
    """
    lines = _none_before(localizer, before) if not before.others else []
    shown = before.others[:MOST_FALLS]
    lines += [_fall(localizer, each, about(each, notes)) for each in shown]
    more = len(before.others) - len(shown)
    if more:
        lines.append(localizer.ngettext("… and {number} more", "… and {number} more", more))
    if before.others:
        lines += ["", _in_common(localizer, before)]
    if only is not None:
        lines.append(
            localizer.gettext(
                "I only looked at {channel}: there's too much to look through in all of them.",
                channel=channel(only),
            )
        )
    return discord.Embed(
        title=_times(localizer, before),
        description="\n".join(lines),
        colour=palette.NEUTRAL,
    )


def _none_before(localizer: Localizer, before: Before) -> list[str]:
    return [
        localizer.ngettext(
            "It's the only time in the last {number} day, which is as far back as I keep messages.",
            "It's the only time in the last {number} days, which is as far back as I keep "
            "messages.",
            before.days,
        )
    ]


def _times(localizer: Localizer, before: Before) -> str:
    if not before.others:
        return localizer.gettext("Not that I know of")
    days = localizer.ngettext("{number} day", "{number} days", before.days)
    return localizer.ngettext(
        "Yes: {number} time in {days}",
        "Yes: {number} times in {days}, this one included",
        len(before.begins),
        days=days,
    )


def _fall(localizer: Localizer, fall: Fall, notes: Sequence[Note]) -> str:
    first, *rest = map(channel, fall.channel_ids)
    began = date_and_clock(fall.began)
    if rest:
        line = localizer.gettext(
            "• {began}: {channel} first, then {others}",
            began=began,
            channel=first,
            others=localizer.listed(rest),
        )
    else:
        line = localizer.gettext("• {began}: {channel}", began=began, channel=first)
    return " – ".join([line, *(_note(localizer, note) for note in notes[:MOST_NOTES])])


def _in_common(localizer: Localizer, before: Before) -> str:
    """The weekday and the time of day of all, which are a pattern only from three on."""
    begins = before.begins
    found = pattern(begins, localizer.time_zone)
    weekday = localizer.weekday_in_full(begins[0])
    if len(begins) < LEAST_FOR_A_PATTERN:
        two = localizer.gettext("Two are not enough to call it a pattern.")
        if found.weekday is None:
            return two
        both = localizer.gettext("Both began on a {weekday}.", weekday=weekday)
        return f"{both} {two}"
    told = []
    if found.weekday is not None:
        told.append(localizer.gettext("All of them began on a {weekday}.", weekday=weekday))
    if found.hours is not None:
        told.append(_hours(localizer, begins[0], *found.hours))
    if not told:
        return localizer.gettext("They share neither a weekday nor a time of day.")
    return " ".join(told)


def _hours(localizer: Localizer, began: datetime, first: int, last: int) -> str:
    day = began.astimezone(localizer.time_zone).replace(minute=0)
    since, until = (localizer.time(day.replace(hour=hour)) for hour in (first, (last + 1) % 24))
    return localizer.gettext(
        "All of them began between {since} and {until}, by this server's clock.",
        since=since,
        until=until,
    )
