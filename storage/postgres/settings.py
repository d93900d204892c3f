"""What a guild's administrators chose."""

from __future__ import annotations

import json
from collections.abc import Callable

from storage.chosen_json import differences, retention_from_json
from storage.ids import check_ids
from storage.interface import SettingsByGuild
from storage.postgres.connection import Connection, Database
from storage.postgres.settings_changes import OF_GUILD, note_changes
from storage.pseudonyms import Pseudonyms
from storage.records import ChangedBy, ChosenRetention, GuildSettings, SettingsChange
from storage.rows.settings import settings_of, settings_row
from storage.rows.settings_changes import change_of


class PostgresSettings(SettingsByGuild):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    async def get(self, guild_id: int) -> GuildSettings:
        return await self._database.read_with(lambda reader: load(reader, guild_id))

    # Of all guilds: a sweep asks, which deletes what is kept no longer.
    RETENTIONS = "SELECT guild, retention FROM guild_settings WHERE retention IS NOT NULL"

    async def retentions(self) -> dict[int, ChosenRetention]:
        found = await self._database.read(self.RETENTIONS)
        return {guild: retention_from_json(json.loads(chosen)) for guild, chosen in found}

    async def change(
        self,
        guild_id: int,
        change: Callable[[GuildSettings], GuildSettings],
        by: ChangedBy | None = None,
    ) -> GuildSettings:
        check_ids(guild_id, None if by is None else by.user_id)

        async def work(connection: Connection) -> GuildSettings:
            before = await load(connection, guild_id)
            after = change(before)
            if after.guild_id != guild_id:
                raise ValueError(f"settings of guild {after.guild_id} for guild {guild_id}")
            if after != before:
                await _save(connection, after)
                changed = differences(before, after)
                await note_changes(connection, guild_id, changed, by, self._pseudonyms)
            return after

        return await self._database.write(work, [guild_id])

    async def changes(self, guild_id: int, limit: int) -> list[SettingsChange]:
        rows = await self._database.read(OF_GUILD, guild_id, limit)
        return [change_of(tuple(row)) for row in rows]


_GET = """
    SELECT member_lookup, command_marks, live_for_role_only, time_zone, moods_for_moderators,
        least_people, least_messages, language, retention,
        array_to_json(ARRAY(SELECT channel FROM ignored_channel WHERE guild = $1))::text,
        array_to_json(ARRAY(SELECT role FROM moderator_role WHERE guild = $1))::text
    FROM guild_settings WHERE guild = $1
"""


async def load(connection: Connection, guild: int) -> GuildSettings:
    return settings_of(guild, await connection.fetch(_GET, guild))


_SAVE = """
    INSERT INTO guild_settings (
        guild, member_lookup, command_marks, live_for_role_only, time_zone, moods_for_moderators,
        least_people, least_messages, language, retention)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (guild) DO UPDATE SET member_lookup = excluded.member_lookup,
        command_marks = excluded.command_marks, live_for_role_only = excluded.live_for_role_only,
        time_zone = excluded.time_zone, moods_for_moderators = excluded.moods_for_moderators,
        least_people = excluded.least_people, least_messages = excluded.least_messages,
        language = excluded.language, retention = excluded.retention
"""
_CLEAR_IGNORED = "DELETE FROM ignored_channel WHERE guild = $1"
_ADD_IGNORED = "INSERT INTO ignored_channel SELECT $1, unnest($2::bigint[])"
_CLEAR_ROLES = "DELETE FROM moderator_role WHERE guild = $1"
_ADD_ROLES = "INSERT INTO moderator_role SELECT $1, unnest($2::bigint[])"


async def _save(connection: Connection, settings: GuildSettings) -> None:
    guild = settings.guild_id
    await connection.execute(_SAVE, *settings_row(settings))
    await connection.execute(_CLEAR_IGNORED, guild)
    await connection.execute(_ADD_IGNORED, guild, list(settings.ignored_channel_ids))
    await connection.execute(_CLEAR_ROLES, guild)
    await connection.execute(_ADD_ROLES, guild, list(settings.moderator_role_ids))
