"""Which guild gets a digest, where and when, and up to when it has told."""

from __future__ import annotations

from datetime import datetime

from storage.interface import Digests
from storage.postgres.connection import Connection, Database, row_count
from storage.records import Digest
from storage.rows.digests import digest_of, digest_row
from storage.times import to_microseconds


class PostgresDigests(Digests):
    def __init__(self, database: Database) -> None:
        self._database = database

    # Of all guilds: which of them have one.
    GUILDS = "SELECT guild FROM digest"

    async def guilds(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.GUILDS))

    GET = """
        SELECT guild, target, weekday, hour, only_unusual, told_until FROM digest WHERE guild = $1
    """

    async def get(self, guild_id: int) -> Digest | None:
        for row in await self._database.read(self.GET, guild_id):
            return digest_of(row)
        return None

    SET = """
        INSERT INTO digest VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (guild) DO UPDATE SET target = excluded.target, weekday = excluded.weekday,
            hour = excluded.hour, only_unusual = excluded.only_unusual,
            told_until = excluded.told_until
    """

    async def set(self, digest: Digest) -> None:
        row = digest_row(digest)
        await self._database.write(lambda connection: connection.execute(self.SET, *row))

    # Another digest may have been set meanwhile: that has told nothing yet.
    TOLD = "UPDATE digest SET told_until = $3 WHERE guild = $1 AND told_until = $2"

    async def told(self, digest: Digest, until: datetime) -> bool:
        row = (digest.guild_id, to_microseconds(digest.told_until), to_microseconds(until))
        return bool(row_count(await self._database.write(lambda c: c.execute(self.TOLD, *row))))

    REMOVE = "DELETE FROM digest WHERE guild = $1"

    async def remove(self, guild_id: int) -> bool:
        done = await self._database.write(lambda c: c.execute(self.REMOVE, guild_id))
        return bool(row_count(done))


_REMOVE_FROM = "DELETE FROM digest WHERE guild = $1 AND target = $2"


async def remove_from(connection: Connection, guild: int, target: int) -> None:
    """Remove the digest that is posted in this channel or thread, which is gone."""
    await connection.execute(_REMOVE_FROM, guild, target)
