"""How far each channel has been read without a gap."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import Final, NamedTuple

from storage.ids import check_ids
from storage.interface import Channels
from storage.records import ReadUpTo
from storage.sqlite.connection import Database
from storage.sqlite.surrogates import Surrogates

# The channel that stands for all archived threads of a guild: no snowflake is 0.
_ARCHIVED_THREADS: Final = 0


class SQLiteChannels(Channels):
    def __init__(self, database: Database) -> None:
        self._database = database

    CONTIGUOUS = """
        SELECT snowflake, contiguous FROM channel
        WHERE guild = ? AND snowflake <> 0 AND contiguous > 0
    """

    async def contiguous(self, guild_id: int) -> dict[int, int]:
        return dict(await self._database.read(self.CONTIGUOUS, (guild_id,)))

    TOP_LEVEL = """
        SELECT coalesce(parent, snowflake) FROM channel
        WHERE guild = ?1 AND snowflake <> 0
        UNION SELECT channel FROM ignored_channel WHERE guild = ?1
    """

    async def top_level(self, guild_id: int) -> frozenset[int]:
        return frozenset(c for (c,) in await self._database.read(self.TOP_LEVEL, (guild_id,)))

    ARCHIVED_READ = "SELECT contiguous FROM channel WHERE guild = ? AND snowflake = ?"

    async def archived_read_up_to(self, guild_id: int) -> int:
        key = (guild_id, _ARCHIVED_THREADS)
        found = await self._database.read(self.ARCHIVED_READ, key)
        return int(found[0][0]) if found else 0

    NOTE_ARCHIVED = """
        INSERT INTO channel (guild, snowflake, contiguous) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET contiguous = max(contiguous, excluded.contiguous)
    """

    async def note_archived_read_up_to(self, guild_id: int, snowflake: int) -> None:
        check_ids(guild_id, snowflake)
        row = (guild_id, _ARCHIVED_THREADS, snowflake)
        await self._database.write(lambda connection: connection.execute(self.NOTE_ARCHIVED, row))


class AskedChannel(NamedTuple):
    """A channel or thread, and the one that was asked about: itself, or the channel above it."""

    snowflake: int
    place: int


ASKED = """
    SELECT id, snowflake, iif(
        snowflake IN (SELECT value FROM json_each(?2)), snowflake, parent)
    FROM channel
    WHERE guild = ?1
        AND (snowflake IN (SELECT value FROM json_each(?2))
            OR parent IN (SELECT value FROM json_each(?2)))
    ORDER BY 3, 2
"""


def asked_channels(
    connection: sqlite3.Connection, guild: int, channel_ids: Collection[int]
) -> dict[int, AskedChannel]:
    """By their small numbers: these channels and the threads under them, in the order of places."""
    found = connection.execute(ASKED, (guild, json.dumps(list(channel_ids))))
    return {number: AskedChannel(snowflake, place) for number, snowflake, place in found}


_READ_AGAIN = """
    UPDATE channel SET contiguous = min(contiguous, coalesce(
        (SELECT min(message) - 1 FROM message WHERE message.channel = channel.id), contiguous))
"""
_LIST_AGAIN = "DELETE FROM channel WHERE snowflake = ?"


def read_again(connection: sqlite3.Connection) -> None:
    """Forget that the stored messages were read: each may have been edited or deleted since."""
    connection.execute(_READ_AGAIN)
    connection.execute(_LIST_AGAIN, (_ARCHIVED_THREADS,))


_ADVANCE = "UPDATE channel SET contiguous = ?2 WHERE id = ?1 AND contiguous < ?2"


def note_read_up_to(connection: sqlite3.Connection, surrogates: Surrogates, read: ReadUpTo) -> None:
    check_ids(read.message_id)
    channel = surrogates.channel(read.guild_id, read.channel_id, read.parent_id)
    connection.execute(_ADVANCE, (channel, read.message_id))
