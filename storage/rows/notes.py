"""What moderators note on the axis of time."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

from storage.errors import InvalidInputError
from storage.records import LONGEST_NOTE, NOTE_KINDS, Note, NoteKind
from storage.times import from_microseconds

# Control characters, halves of characters, and ends of lines and paragraphs.
_REFUSED_CATEGORIES: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})

# These turn the direction of what comes after them, also beyond the note.
_TURNS_DIRECTION: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def note_of(row: tuple[Any, ...]) -> Note:
    """A note of its id, channel, two times in microseconds, number of its kind, and text."""
    number, channel, at, set_at, kind, text = row
    moments = from_microseconds(at), from_microseconds(set_at)
    return Note(number, channel, *moments, NOTE_KINDS[kind], text)


def kind_number(kind: NoteKind) -> int:
    """As the column has it, from 0 on. Raises `InvalidInputError` for another kind."""
    try:
        return NOTE_KINDS.index(kind)
    except ValueError:
        known = ", ".join(NOTE_KINDS)
        raise InvalidInputError(f"A note is of one of these kinds: {known}.") from None


def check_text(text: str) -> None:
    """Raise `InvalidInputError` unless it is one line of up to `LONGEST_NOTE` letters."""
    if len(text) > LONGEST_NOTE:
        raise InvalidInputError(f"A note has up to {LONGEST_NOTE} letters, not {len(text)}.")
    if any(
        unicodedata.category(letter) in _REFUSED_CATEGORIES or letter in _TURNS_DIRECTION
        for letter in text
    ):
        raise InvalidInputError("A note is one line, without control characters.")
