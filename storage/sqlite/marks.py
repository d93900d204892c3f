"""Whether moderators found that messages were judged right."""

from __future__ import annotations

from storage.ids import check_ids
from storage.interface import Marks
from storage.sqlite.connection import Database


class SQLiteMarks(Marks):
    def __init__(self, database: Database) -> None:
        self._database = database

    SET = """
        INSERT INTO mark
        SELECT message.channel, message.message, ?4
        FROM channel CROSS JOIN message ON message.channel = channel.id AND message.message = ?3
        WHERE channel.guild = ?1 AND channel.snowflake = ?2
        ON CONFLICT DO UPDATE SET is_right = excluded.is_right
    """

    async def set(self, guild_id: int, channel_id: int, message_id: int, right: bool) -> bool:
        check_ids(guild_id, channel_id, message_id)
        row = (guild_id, channel_id, message_id, right)
        return bool(await self._database.write(lambda c: c.execute(self.SET, row).rowcount))

    TOTALS = """
        SELECT count(*), coalesce(sum(is_right), 0)
        FROM channel CROSS JOIN mark ON mark.channel = channel.id
        WHERE channel.guild = ?
    """

    async def totals(self, guild_id: int) -> tuple[int, int]:
        ((marked, right),) = await self._database.read(self.TOTALS, (guild_id,))
        return marked, right
