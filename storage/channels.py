"""How far each channel has been read without a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.rows import check_ids

if TYPE_CHECKING:
    import sqlite3

    from storage.database import Database
    from storage.keys import Keys
    from storage.records import ReadUpTo


class Channels:
    def __init__(self, database: Database) -> None:
        self._database = database

    CONTIGUOUS = "SELECT snowflake, contiguous FROM channel WHERE guild = ? AND contiguous > 0"

    async def contiguous(self, guild_id: int) -> dict[int, int]:
        """By channel id: the message id up to which every message of it has been handed in.

        A channel of which nobody has said so is left out.
        """
        return dict(await self._database.read(self.CONTIGUOUS, (guild_id,)))

    TOP_LEVEL = """
        SELECT coalesce(parent, snowflake) FROM channel WHERE guild = ?1
        UNION SELECT channel FROM ignored_channel WHERE guild = ?1
    """

    async def top_level(self, guild_id: int) -> frozenset[int]:
        """The channels of which anything is kept; of a thread, the channel above it."""
        return frozenset(c for (c,) in await self._database.read(self.TOP_LEVEL, (guild_id,)))


_ADVANCE = "UPDATE channel SET contiguous = ?2 WHERE id = ?1 AND contiguous < ?2"


def note_read_up_to(connection: sqlite3.Connection, keys: Keys, read: ReadUpTo) -> None:
    check_ids(read.message_id)
    channel = keys.channel(read.guild_id, read.channel_id, read.parent_id)
    connection.execute(_ADVANCE, (channel, read.message_id))
