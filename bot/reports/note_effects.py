"""What came after moderators' notes, and which notes are about which fall. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.reports.morning import TOGETHER, Fall
from bot.reports.talk import rows_of
from storage.records import Note, Scores, snowflake_time

NEXT = 12
"""Of so many messages after a note it is told how they sounded."""


@dataclass(frozen=True, slots=True)
class NoteEffect:
    """A note, and the next messages of its channel (at most `NEXT`) that count in the mood.

    So many of these are negative, and so many people wrote them. What came is not what the note
    brought about: nobody knows what would have come without.
    """

    note: Note
    messages: int
    negative: int
    people: int


def effects(notes: Iterable[Note], scores: Scores) -> list[NoteEffect]:
    """What came after each note; `scores` are of one channel, and go on until now."""
    rows = [row for row in rows_of(scores) if row.counts]
    made = []
    for note in notes:
        after = [row for row in rows if snowflake_time(row.message_id) > note.at][:NEXT]
        negative = sum(row.word == "negative" for row in after)
        made.append(NoteEffect(note, len(after), negative, len({row.person for row in after})))
    return made


def about(fall: Fall, notes: Iterable[Note]) -> Sequence[Note]:
    """The notes about a time in a fall or soon after it: whoever notes something may be late."""
    return [note for note in notes if fall.began - TOGETHER < note.at < fall.until + TOGETHER]
