"""What a guild's administrators chose."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from storage.batch import check_ids
from storage.interface import Settings
from storage.records import GuildSettings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from storage.sqlite.connection import Database


class SQLiteSettings(Settings):
    def __init__(self, database: Database) -> None:
        self._database = database

    GET = """
        SELECT member_lookup, trusted_role, live_for_role_only, (
            SELECT json_group_array(channel) FROM ignored_channel
            WHERE ignored_channel.guild = guild_settings.guild)
        FROM guild_settings WHERE guild = ?
    """

    async def get(self, guild_id: int) -> GuildSettings:
        return _settings(guild_id, await self._database.read(self.GET, (guild_id,)))

    async def change(
        self, guild_id: int, change: Callable[[GuildSettings], GuildSettings]
    ) -> GuildSettings:
        check_ids(guild_id)

        def work(connection: sqlite3.Connection) -> GuildSettings:
            before = _settings(guild_id, connection.execute(self.GET, (guild_id,)).fetchall())
            after = change(before)
            if after.guild_id != guild_id:
                raise ValueError(f"settings of guild {after.guild_id} for guild {guild_id}")
            if after != before:
                self._save(connection, after)
            return after

        return await self._database.write(work)

    SAVE = """
        INSERT INTO guild_settings (guild, member_lookup, trusted_role, live_for_role_only)
        VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET member_lookup = excluded.member_lookup,
            trusted_role = excluded.trusted_role, live_for_role_only = excluded.live_for_role_only
    """
    CLEAR_IGNORED = "DELETE FROM ignored_channel WHERE guild = ?"
    ADD_IGNORED = "INSERT INTO ignored_channel VALUES (?, ?)"

    def _save(self, connection: sqlite3.Connection, settings: GuildSettings) -> None:
        guild = settings.guild_id
        role, role_only = settings.trusted_role_id, settings.live_for_role_only
        connection.execute(self.SAVE, (guild, settings.member_lookup, role, role_only))
        connection.execute(self.CLEAR_IGNORED, (guild,))
        ignored = [(guild, channel) for channel in settings.ignored_channel_ids]
        connection.executemany(self.ADD_IGNORED, ignored)


def _settings(guild_id: int, rows: Sequence[Any]) -> GuildSettings:
    if not rows:
        return GuildSettings(guild_id)
    ((member_lookup, trusted_role, live_for_role_only, ignored),) = rows
    return GuildSettings(
        guild_id,
        bool(member_lookup),
        trusted_role,
        frozenset(json.loads(ignored)),
        bool(live_for_role_only),
    )
