"""What moderators noted, as it is drawn. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.reports.periods import DAY, HOUR, Window, floor
from storage.records import Note

MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Noted:
    """The notes of what is called `name`, latest first; those that are shown are in the window.

    `places` are the channels and threads that they are about, by id, as they are called.
    """

    name: str
    window: Window
    notes: tuple[Note, ...]
    places: Mapping[int, str]

    @property
    def shown(self) -> tuple[Note, ...]:
        return self.notes[:MOST_SHOWN]

    def place_of(self, note: Note) -> str:
        """Where a note is about; "" for the whole server."""
        return "" if note.channel_id is None else self.places.get(note.channel_id, "#?")


def noted(
    name: str, notes: Sequence[Note], places: Mapping[int, str], now: datetime, zone: tzinfo
) -> Noted:
    """Those that a viewer may see, latest first; the window begins with the first that is shown,
    and takes a day at least."""
    since = min((note.at for note in notes[:MOST_SHOWN]), default=now)
    window = Window(floor(min(since, now - DAY), HOUR), floor(now, HOUR) + HOUR, zone=zone)
    return Noted(name, window, tuple(notes), places)
