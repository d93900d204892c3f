"""Who changed which of a guild's settings, for some time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from storage.pseudonyms import Pseudonyms
from storage.records import ChangedBy
from storage.times import to_microseconds

_NOTE = """
    INSERT INTO settings_change (guild, at, setting, before, after) VALUES (?, ?, ?, ?, ?)
    RETURNING id
"""
_NOTE_AUTHOR = "INSERT INTO settings_change_author VALUES (?, ?, ?)"


def note_changes(
    connection: sqlite3.Connection,
    guild: int,
    changed: Mapping[str, tuple[Any, Any]],
    by: ChangedBy | None,
    pseudonyms: Pseudonyms,
) -> None:
    """Note what was `changed`, from what to what as JSON takes it; of nobody nothing is noted."""
    if by is None:
        return
    at, author = to_microseconds(by.at), pseudonyms.of(guild, by.user_id)
    for name, values in changed.items():
        row = (guild, at, name, *map(json.dumps, values))
        (number,) = connection.execute(_NOTE, row).fetchone()
        connection.execute(_NOTE_AUTHOR, (number, by.user_id, author))


OF_GUILD = """
    SELECT at, user, setting, before, after
    FROM settings_change LEFT JOIN settings_change_author ON change = id
    WHERE guild = ? ORDER BY id DESC LIMIT ?
"""
CHANGED_BY = """
    SELECT at, user, setting, before, after
    FROM settings_change_author JOIN settings_change ON id = change
    WHERE author = ? ORDER BY id
"""
OLD_CHANGES = """
    DELETE FROM settings_change WHERE id IN (SELECT id FROM settings_change WHERE at < ? LIMIT ?)
"""
_FORGET_AUTHOR = "DELETE FROM settings_change_author WHERE author = ?"


def forget_author(connection: sqlite3.Connection, author: bytes) -> None:
    """Forget who it was of what the member with this pseudonym changed."""
    connection.execute(_FORGET_AUTHOR, (author,))
