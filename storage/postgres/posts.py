"""Messages that nobody asked for: that one was begun, and that it was sent."""

from __future__ import annotations

from datetime import datetime

from storage.interface import Posts
from storage.postgres.connection import Database
from storage.records import PostMark
from storage.rows.posts import post_key
from storage.times import from_microseconds, to_microseconds


class PostgresPosts(Posts):
    def __init__(self, database: Database) -> None:
        self._database = database

    BEGIN = """
        INSERT INTO post VALUES ($1, $2, $3, false)
        ON CONFLICT (guild, key) DO UPDATE SET sent = post.sent RETURNING begun_at, sent
    """

    async def begin(self, guild_id: int, key: str, now: datetime) -> PostMark:
        row = (*post_key(guild_id, key), to_microseconds(now))
        begun_at, sent = await self._database.write(lambda c: c.fetchrow(self.BEGIN, *row))
        return PostMark(from_microseconds(begun_at), sent)

    SENT = "UPDATE post SET sent = true WHERE guild = $1 AND key = $2"

    async def sent(self, guild_id: int, key: str) -> None:
        row = post_key(guild_id, key)
        await self._database.write(lambda connection: connection.execute(self.SENT, *row))

    # In whatever language the server sorts: a key's signs are those of ASCII.
    LAST_SENT = """
        SELECT max(key COLLATE "C") FROM post
        WHERE guild = $1 AND sent AND starts_with(key, $2)
    """

    async def last_sent(self, guild_id: int, beginning: str) -> str | None:
        ((key,),) = await self._database.read(self.LAST_SENT, *post_key(guild_id, beginning))
        return None if key is None else str(key)
