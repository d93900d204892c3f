"""Messages that nobody asked for: that one was begun, and that it was sent."""

from __future__ import annotations

import re
import sqlite3
from datetime import datetime
from typing import Final

from storage.batch import check_ids
from storage.errors import InvalidInputError
from storage.interface import Posts
from storage.records import PostMark
from storage.sqlite.connection import Database
from storage.times import from_microseconds, to_microseconds

_KEY: Final = re.compile(r"[a-z0-9-]{1,60}")


class SQLitePosts(Posts):
    def __init__(self, database: Database) -> None:
        self._database = database

    BEGIN = """
        INSERT INTO post VALUES (?, ?, ?, 0)
        ON CONFLICT DO UPDATE SET sent = sent RETURNING begun_at, sent
    """

    async def begin(self, guild_id: int, key: str, now: datetime) -> PostMark:
        row = (*_key(guild_id, key), to_microseconds(now))

        def work(connection: sqlite3.Connection) -> PostMark:
            begun_at, sent = connection.execute(self.BEGIN, row).fetchone()
            return PostMark(from_microseconds(begun_at), bool(sent))

        return await self._database.write(work)

    SENT = "UPDATE post SET sent = 1 WHERE guild = ? AND key = ?"

    async def sent(self, guild_id: int, key: str) -> None:
        row = _key(guild_id, key)
        await self._database.write(lambda connection: connection.execute(self.SENT, row))


def _key(guild_id: int, key: str) -> tuple[int, str]:
    check_ids(guild_id)
    if not _KEY.fullmatch(key):
        raise InvalidInputError("A post's key is 1 to 60 of a-z, 0-9 and -.")
    return guild_id, key
