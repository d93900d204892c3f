"""What a guild's administrators chose."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from storage.chosen_json import differences, retention_from_json
from storage.ids import check_ids
from storage.interface import SettingsByGuild
from storage.pseudonyms import WHOLE_GUILD, Pseudonyms
from storage.records import (
    ChangedBy,
    ChosenRetention,
    GuildSettings,
    Minimums,
    SettingsChange,
)
from storage.rows.settings import settings_of, settings_row
from storage.rows.settings_changes import change_of
from storage.sqlite.connection import Database
from storage.sqlite.files import privacy_journal
from storage.sqlite.files.privacy_journal import ChosenSettings, Entry, journal_of
from storage.sqlite.settings_changes import OF_GUILD, note_changes


class SQLiteSettings(SettingsByGuild):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._journal = journal_of(database.path)
        self._pseudonyms = pseudonyms

    async def get(self, guild_id: int) -> GuildSettings:
        return settings_of(guild_id, await self._database.read(_GET, (guild_id,)))

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

        def work(connection: sqlite3.Connection) -> GuildSettings:
            before = load(connection, guild_id)
            after = change(before)
            if after.guild_id != guild_id:
                raise ValueError(f"settings of guild {after.guild_id} for guild {guild_id}")
            if after != before:
                save(connection, after)
                changed = differences(before, after)
                note_changes(connection, guild_id, changed, by, self._pseudonyms)
                note_chosen(
                    connection, guild_id, journal=self._journal, pseudonyms=self._pseudonyms
                )
            return after

        return await self._database.write(work)

    async def changes(self, guild_id: int, limit: int) -> list[SettingsChange]:
        rows = await self._database.read(OF_GUILD, (guild_id, limit))
        return [change_of(row) for row in rows]


_GET = """
    SELECT member_lookup, command_marks, live_for_role_only, time_zone, moods_for_moderators,
        least_people, least_messages, language, retention, (
        SELECT json_group_array(channel) FROM ignored_channel
        WHERE ignored_channel.guild = guild_settings.guild), (
        SELECT json_group_array(role) FROM moderator_role
        WHERE moderator_role.guild = guild_settings.guild)
    FROM guild_settings WHERE guild = ?
"""


async def minimums_of(database: Database, guild: int) -> Minimums:
    return settings_of(guild, await database.read(_GET, (guild,))).minimums


def load(connection: sqlite3.Connection, guild: int) -> GuildSettings:
    return settings_of(guild, connection.execute(_GET, (guild,)).fetchall())


_SAVE = """
    INSERT INTO guild_settings (
        guild, member_lookup, command_marks, live_for_role_only, time_zone, moods_for_moderators,
        least_people, least_messages, language, retention)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET member_lookup = excluded.member_lookup,
        command_marks = excluded.command_marks, live_for_role_only = excluded.live_for_role_only,
        time_zone = excluded.time_zone, moods_for_moderators = excluded.moods_for_moderators,
        least_people = excluded.least_people, least_messages = excluded.least_messages,
        language = excluded.language, retention = excluded.retention
"""
_CLEAR_IGNORED = "DELETE FROM ignored_channel WHERE guild = ?"
_ADD_IGNORED = "INSERT INTO ignored_channel VALUES (?, ?)"
_CLEAR_ROLES = "DELETE FROM moderator_role WHERE guild = ?"
_ADD_ROLE = "INSERT INTO moderator_role VALUES (?, ?)"


def save(connection: sqlite3.Connection, settings: GuildSettings) -> None:
    connection.execute(_SAVE, settings_row(settings))
    guild, left_out, roles = (
        settings.guild_id,
        settings.ignored_channel_ids,
        settings.moderator_role_ids,
    )
    connection.execute(_CLEAR_IGNORED, (guild,))
    connection.executemany(_ADD_IGNORED, [(guild, channel) for channel in left_out])
    connection.execute(_CLEAR_ROLES, (guild,))
    connection.executemany(_ADD_ROLE, [(guild, role) for role in roles])


def note_chosen(
    connection: sqlite3.Connection, guild: int, *, journal: Path, pseudonyms: Pseudonyms
) -> None:
    """Write into the journal what is chosen now: no restored backup brings back what was before."""
    privacy_journal.append(journal, _chosen(load(connection, guild), pseudonyms))


def replay_chosen(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Choose what the journal knows and the database does not yet; or no longer, as a backup."""
    for entry in last_chosen(entries).values():
        if load(connection, entry.settings.guild_id) != entry.settings:
            save(connection, entry.settings)


_GUILDS = "SELECT guild FROM guild_settings"


def unwritten_chosen(
    connection: sqlite3.Connection, entries: Iterable[Entry], pseudonyms: Pseudonyms
) -> list[ChosenSettings]:
    """What the database knows of guilds of which the journal knows nothing."""
    written = last_chosen(entries)
    guilds = [guild for (guild,) in connection.execute(_GUILDS)]
    known = [_chosen(load(connection, guild), pseudonyms) for guild in guilds]
    return [chosen for chosen in known if chosen.guild not in written]


def last_chosen(entries: Iterable[Entry]) -> dict[bytes, ChosenSettings]:
    """By the guild's pseudonym: what was chosen last, and not erased since."""
    chosen: dict[bytes, ChosenSettings] = {}
    for entry in entries:
        if isinstance(entry, ChosenSettings):
            chosen[entry.guild] = entry
        elif entry.action == "erase-guild":
            chosen.pop(entry.member, None)
    return chosen


def close_unwritten(
    connection: sqlite3.Connection, entries: Iterable[Entry], pseudonyms: Pseudonyms
) -> list[int]:
    """Turn member lookup off, take the chosen roles and leave moods of channels and live figures to
    administrators, where the journal knows no settings.

    Returns the guilds in which that changed anything.
    """
    closed = []
    for chosen in unwritten_chosen(connection, entries, pseudonyms):
        before = chosen.settings
        after = replace(
            before,
            member_lookup=False,
            moderator_role_ids=frozenset(),
            live_for_role_only=True,
            moods_for_moderators=True,
        )
        if after != before:
            save(connection, after)
            closed.append(after.guild_id)
    return closed


def _chosen(settings: GuildSettings, pseudonyms: Pseudonyms) -> ChosenSettings:
    return ChosenSettings(pseudonyms.of(settings.guild_id, WHOLE_GUILD), settings)
