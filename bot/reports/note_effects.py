"""What came after moderators' notes, and which notes are about which fall. Pure functions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from bot.reports.morning import TOGETHER, Fall
from bot.reports.talk import Row, rows_of
from storage.records import Note, Scores, snowflake_time

NEXT = 12
"""Of so many messages after a note it is told how they sounded."""

CHUNK = 100


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
    made = []
    for note in notes:
        after = _after(scores, note.at)
        negative = sum(row.word == "negative" for row in after)
        made.append(NoteEffect(note, len(after), negative, len({row.person for row in after})))
    return made


def _after(scores: Scores, moment: datetime) -> list[Row]:
    """The next messages that count. A lively channel has ten thousands of them: only a few at a
    time are looked at."""
    found: list[Row] = []
    first = bisect_right(scores.message_ids, moment, key=snowflake_time)
    while first < len(scores) and len(found) < NEXT:
        columns = (getattr(scores, column.name)[first : first + CHUNK] for column in fields(Scores))
        found += (row for row in rows_of(Scores(*columns)) if row.counts)
        first += CHUNK
    return found[:NEXT]


def about(fall: Fall, notes: Iterable[Note]) -> Sequence[Note]:
    """The notes about a time in a fall or soon after it: whoever notes something may be late."""
    return [note for note in notes if fall.began - TOGETHER < note.at < fall.until + TOGETHER]
