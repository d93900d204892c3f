"""What moderators note on the axis of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

NoteKind = Literal["slow mode", "event", "rule", "raid", "other"]

NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)
"""New ones go to the end: the storage knows them by their number."""

LONGEST_NOTE = 60
"""So many letters a note has at most."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a moderator noted on the axis of time: the only text that is kept, in their own words.

    It is about the time `at` in a channel or thread, or in the whole server (`None`); `set_at` is
    when it was noted (both UTC). `text` is one line of up to `LONGEST_NOTE` letters, or empty.
    """

    id: int
    channel_id: int | None
    at: datetime
    set_at: datetime
    kind: NoteKind
    text: str
