"""Messages that nobody asked for: that one was begun, and that it was sent."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from storage.interface import Posts
from storage.records import PostMark
from storage.rows.posts import post_key
from storage.sqlite.connection import Database
from storage.times import from_microseconds, to_microseconds


class SQLitePosts(Posts):
    def __init__(self, database: Database) -> None:
        self._database = database

    BEGIN = """
        INSERT INTO post VALUES (?, ?, ?, 0)
        ON CONFLICT DO UPDATE SET sent = sent RETURNING begun_at, sent
    """

    async def begin(self, guild_id: int, key: str, now: datetime) -> PostMark:
        row = (*post_key(guild_id, key), to_microseconds(now))

        def work(connection: sqlite3.Connection) -> PostMark:
            begun_at, sent = connection.execute(self.BEGIN, row).fetchone()
            return PostMark(from_microseconds(begun_at), bool(sent))

        return await self._database.write(work)

    SENT = "UPDATE post SET sent = 1 WHERE guild = ? AND key = ?"

    async def sent(self, guild_id: int, key: str) -> None:
        row = post_key(guild_id, key)
        await self._database.write(lambda connection: connection.execute(self.SENT, row))

    LAST_SENT = """
        SELECT max(key) FROM post WHERE guild = ?1 AND sent AND substr(key, 1, length(?2)) = ?2
    """

    async def last_sent(self, guild_id: int, beginning: str) -> str | None:
        ((key,),) = await self._database.read(self.LAST_SENT, post_key(guild_id, beginning))
        return None if key is None else str(key)
