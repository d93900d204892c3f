"""Whether moderators found that messages were judged right."""

from __future__ import annotations

from storage.ids import check_ids
from storage.interface import Marks
from storage.postgres.connection import Connection, Database, row_count


class PostgresMarks(Marks):
    def __init__(self, database: Database) -> None:
        self._database = database

    SET = """
        INSERT INTO mark
        SELECT message.guild, message.channel, message.message, $4
        FROM channel JOIN message ON message.guild = $1 AND message.channel = channel.id
        WHERE channel.guild = $1 AND channel.snowflake = $2 AND NOT detached
            AND message.message = $3
        ON CONFLICT (guild, channel, message) DO UPDATE SET is_right = excluded.is_right
    """

    async def set(self, guild_id: int, channel_id: int, message_id: int, right: bool) -> bool:
        check_ids(guild_id, channel_id, message_id)

        async def work(connection: Connection) -> int:
            row = (guild_id, channel_id, message_id, right)
            return row_count(await connection.execute(self.SET, *row))

        return bool(await self._database.write(work, [guild_id]))

    TOTALS = """
        SELECT count(*), count(*) FILTER (WHERE is_right)
        FROM mark JOIN channel ON channel.guild = $1 AND channel.id = mark.channel
        WHERE mark.guild = $1 AND NOT detached
    """

    async def totals(self, guild_id: int) -> tuple[int, int]:
        ((marked, right),) = await self._database.read(self.TOTALS, guild_id)
        return marked, right
