"""Leaving a guild."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

    from storage.database import Database


class Guilds:
    def __init__(self, database: Database) -> None:
        self._database = database

    ERASE: Final = (
        "DELETE FROM message WHERE channel IN (SELECT id FROM channel WHERE guild = ?)",
        "DELETE FROM deleted WHERE channel IN (SELECT id FROM channel WHERE guild = ?)",
        "DELETE FROM channel_hour WHERE channel IN (SELECT id FROM channel WHERE guild = ?)",
        "DELETE FROM member_hour WHERE member IN (SELECT id FROM member WHERE guild = ?)",
        "DELETE FROM channel WHERE guild = ?",
        "DELETE FROM member WHERE guild = ?",
        "DELETE FROM ignored_channel WHERE guild = ?",
        "DELETE FROM guild_settings WHERE guild = ?",
    )

    async def erase(self, guild_id: int) -> None:
        """Delete everything of the guild, but for who opted out or had their messages erased.

        Those wishes stay, so that nobody needs to say it again when the guild comes back.
        """

        def work(connection: sqlite3.Connection) -> None:
            for statement in self.ERASE:
                connection.execute(statement, (guild_id,))

        await self._database.write(work)
