"""Who changed which of a guild's settings, for some time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from storage.postgres.connection import Connection
from storage.pseudonyms import Pseudonyms
from storage.records import ChangedBy
from storage.times import to_microseconds

_NOTE = """
    INSERT INTO settings_change (guild, at, setting, before, after) VALUES ($1, $2, $3, $4, $5)
    RETURNING id
"""
_NOTE_AUTHOR = "INSERT INTO settings_change_author VALUES ($1, $2, $3, $4)"


async def note_changes(
    connection: Connection,
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
        number = await connection.fetchval(_NOTE, guild, at, name, *map(json.dumps, values))
        await connection.execute(_NOTE_AUTHOR, guild, number, by.user_id, author)


OF_GUILD = """
    SELECT at, "user", setting, before, after
    FROM settings_change LEFT JOIN settings_change_author AS made
        ON made.guild = $1 AND made.change = settings_change.id
    WHERE settings_change.guild = $1 ORDER BY id DESC LIMIT $2
"""
CHANGED_BY = """
    SELECT at, "user", setting, before, after
    FROM settings_change_author AS made JOIN settings_change
        ON settings_change.guild = $1 AND settings_change.id = made.change
    WHERE made.guild = $1 AND made.author = $2 ORDER BY id
"""
_FORGET_AUTHOR = "DELETE FROM settings_change_author WHERE guild = $1 AND author = $2"


async def forget_author(connection: Connection, guild: int, author: bytes) -> None:
    """Forget who it was of what the member with this pseudonym changed."""
    await connection.execute(_FORGET_AUTHOR, guild, author)
