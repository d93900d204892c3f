"""What moderators note on the axis of time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from datetime import datetime

from storage.ids import check_ids
from storage.interface import Notes
from storage.pseudonyms import Pseudonyms
from storage.records import Note, NoteKind
from storage.rows.notes import check_text, kind_number, note_of
from storage.sqlite.connection import Database
from storage.sqlite.surrogates import Surrogates
from storage.times import from_microseconds, to_microseconds


class SQLiteNotes(Notes):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    ADD = """
        INSERT INTO note (guild, channel, at, kind, text, author, set_at)
        VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
    """

    async def add(
        self,
        guild_id: int,
        author_id: int,
        *,
        channel_id: int | None,
        parent_id: int | None = None,
        at: datetime,
        kind: NoteKind,
        text: str,
        now: datetime,
    ) -> Note:
        check_ids(guild_id, channel_id, parent_id, author_id)
        check_text(text)
        about, set_at = to_microseconds(at), to_microseconds(now)
        author = self._pseudonyms.of(guild_id, author_id)

        def work(connection: sqlite3.Connection) -> int:
            surrogates = Surrogates(connection, self._pseudonyms)
            channel = channel_id and surrogates.channel(guild_id, channel_id, parent_id)
            row = (guild_id, channel, about, kind_number(kind), text, author, set_at)
            return int(connection.execute(self.ADD, row).fetchone()[0])

        number = await self._database.write(work)
        return Note(
            number, channel_id, from_microseconds(about), from_microseconds(set_at), kind, text
        )

    # A channel of another guild is one that was deleted, and is being swept.
    BETWEEN = """
        SELECT note.id, channel.snowflake, at, set_at, kind, text
        FROM note LEFT JOIN channel ON channel.id = note.channel
        WHERE note.guild = ?1 AND at >= ?3 AND at < ?4 AND (
            note.channel IS NULL
            OR channel.guild = ?1 AND (channel.snowflake IN (SELECT value FROM json_each(?2))
                OR channel.parent IN (SELECT value FROM json_each(?2))))
        ORDER BY at, note.id
    """

    async def between(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[Note]:
        period = (to_microseconds(since), to_microseconds(until))
        asked = (guild_id, json.dumps(list(channel_ids)), *period)
        return [note_of(row) for row in await self._database.read(self.BETWEEN, asked)]

    REMOVE = "DELETE FROM note WHERE guild = ? AND id = ?"

    async def remove(self, guild_id: int, note_id: int) -> bool:
        key = (guild_id, note_id)
        removed = await self._database.erase(lambda c: c.execute(self.REMOVE, key).rowcount)
        return bool(removed)


OF_AUTHOR = """
    SELECT note.id, channel.snowflake, at, set_at, kind, text
    FROM note LEFT JOIN channel ON channel.id = note.channel
    WHERE author = ? AND (note.channel IS NULL OR channel.guild <> 0) ORDER BY at, note.id
"""
_FORGET_AUTHOR = "DELETE FROM note WHERE author = ?"


def erase_notes(connection: sqlite3.Connection, author: bytes) -> None:
    """Erase what the member with this pseudonym noted."""
    connection.execute(_FORGET_AUTHOR, (author,))
