"""Moderators' notes → lists of them. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.render import palette
from bot.render.localizer import N_, Localizer
from bot.render.words import plain
from storage.records import LONGEST_NOTE, Note, NoteKind

KINDS: dict[NoteKind, str] = {
    "slow mode": N_("slow mode"),
    "event": N_("event"),
    "rule": N_("new rule"),
    "raid": N_("raid"),
    "other": N_("something else"),
}
"""The kinds of notes, by the same words wherever one is told: in lists, answers and charts."""

LONGEST_LINE = 100
"""https://discord.com/developers/docs/interactions/application-commands#autocomplete"""


def notes_embed(
    localizer: Localizer, title: str, notes: Sequence[Note], *, more: int = 0
) -> discord.Embed:
    """Notes, one a line: when, where and what; of so many `more` only their number."""
    lines = [_line(localizer, note) for note in notes]
    if not notes:
        lines.append(
            localizer.gettext(
                "None yet. `/sentiment note add` sets one: moderators see it in charts."
            )
        )
    if more:
        lines.append(localizer.ngettext("and {number} more", "and {number} more", more))
    return discord.Embed(title=title, description="\n".join(lines), colour=palette.NEUTRAL)


def note_line(localizer: Localizer, note: Note, place: str) -> str:
    """The same in plain text: "22 Nov, 18:37 · #general · slow mode: calm down"."""
    date, time = localizer.date(note.at), localizer.time(note.at)
    when = localizer.gettext("{date}, {time}", date=date, time=time)
    return " · ".join(filter(None, (when, place, _what(localizer, note, note.text))))[:LONGEST_LINE]


def _line(localizer: Localizer, note: Note) -> str:
    when = discord.utils.format_dt(note.at, "f")
    place = "" if note.channel_id is None else f"<#{note.channel_id}>"
    what = _what(localizer, note, plain(note.text, LONGEST_NOTE))
    return " · ".join(filter(None, (when, place, what)))


def _what(localizer: Localizer, note: Note, text: str) -> str:
    kind = localizer.gettext(KINDS[note.kind])
    return localizer.gettext("{kind}: {text}", kind=kind, text=text) if text else kind
