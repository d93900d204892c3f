"""What moderators note on the axis of time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from storage.ids import check_ids
from storage.interface import Notes
from storage.postgres.connection import Connection, Database, row_count
from storage.postgres.named import Naming, find
from storage.pseudonyms import Pseudonyms
from storage.records import Note, NoteKind
from storage.rows.notes import check_text, kind_number, note_of
from storage.times import from_microseconds, to_microseconds


class PostgresNotes(Notes):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    ADD = """
        INSERT INTO note (guild, channel, at, kind, text, author, set_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
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
        author, number = self._pseudonyms.of(guild_id, author_id), kind_number(kind)

        async def work(connection: Connection) -> int:
            channel = None
            if channel_id is not None:
                naming = Naming()
                naming.add_channel(guild_id, channel_id, parent_id)
                named = await find(connection, naming, [guild_id], self._pseudonyms)
                await named.number_channels(connection, naming, naming.channels)
                channel = named.channels[guild_id, channel_id].number
            row = (guild_id, channel, about, number, text, author, set_at)
            return int(await connection.fetchval(self.ADD, *row))

        note = await self._database.write(work, [guild_id])
        moments = from_microseconds(about), from_microseconds(set_at)
        return Note(note, channel_id, *moments, kind, text)

    # A note about a detached channel is being swept.
    BETWEEN = """
        SELECT note.id, channel.snowflake, at, set_at, kind, text
        FROM note LEFT JOIN channel
            ON channel.guild = $1 AND channel.id = note.channel AND NOT detached
        WHERE note.guild = $1 AND at >= $3 AND at < $4 AND (
            note.channel IS NULL
            OR channel.snowflake = ANY($2::bigint[]) OR channel.parent = ANY($2::bigint[]))
        ORDER BY at, note.id
    """

    async def between(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[Note]:
        period = (to_microseconds(since), to_microseconds(until))
        found = await self._database.read(self.BETWEEN, guild_id, list(channel_ids), *period)
        return [note_of(row) for row in found]

    REMOVE = "DELETE FROM note WHERE guild = $1 AND id = $2"

    async def remove(self, guild_id: int, note_id: int) -> bool:
        key = (guild_id, note_id)
        return bool(row_count(await self._database.write(lambda c: c.execute(self.REMOVE, *key))))


OF_AUTHOR = """
    SELECT note.id, channel.snowflake, at, set_at, kind, text
    FROM note LEFT JOIN channel
        ON channel.guild = $1 AND channel.id = note.channel AND NOT detached
    WHERE note.guild = $1 AND author = $2
        AND (note.channel IS NULL OR channel.id IS NOT NULL)
    ORDER BY at, note.id
"""
_FORGET_AUTHOR = "DELETE FROM note WHERE guild = $1 AND author = $2"


async def erase_notes(connection: Connection, guild: int, author: bytes) -> None:
    """Erase what the member with this pseudonym noted."""
    await connection.execute(_FORGET_AUTHOR, guild, author)
