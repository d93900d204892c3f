"""What a guild's administrators chose."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from storage.records import GuildSettings

if TYPE_CHECKING:
    import sqlite3

    from storage.sqlite.connection import Database


class Settings:
    def __init__(self, database: Database) -> None:
        self._database = database

    GET = """
        SELECT member_lookup, trusted_role, (
            SELECT json_group_array(channel) FROM ignored_channel
            WHERE ignored_channel.guild = guild_settings.guild)
        FROM guild_settings WHERE guild = ?
    """

    async def get(self, guild_id: int) -> GuildSettings:
        """The guild's settings; the defaults when none were saved."""
        found = await self._database.read(self.GET, (guild_id,))
        if not found:
            return GuildSettings(guild_id)
        ((member_lookup, trusted_role, ignored),) = found
        return GuildSettings(
            guild_id, bool(member_lookup), trusted_role, frozenset(json.loads(ignored))
        )

    SAVE = """
        INSERT INTO guild_settings VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET member_lookup = excluded.member_lookup,
            trusted_role = excluded.trusted_role
    """
    CLEAR_IGNORED = "DELETE FROM ignored_channel WHERE guild = ?"
    ADD_IGNORED = "INSERT INTO ignored_channel VALUES (?, ?)"

    async def save(self, settings: GuildSettings) -> None:
        """Replace the guild's settings. Raises `StorageError` when they cannot be written."""
        guild = settings.guild_id
        row = (guild, settings.member_lookup, settings.trusted_role_id)
        ignored = [(guild, channel) for channel in settings.ignored_channel_ids]

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(self.SAVE, row)
            connection.execute(self.CLEAR_IGNORED, (guild,))
            connection.executemany(self.ADD_IGNORED, ignored)

        await self._database.write(work)
