"""Reads a file of SQLite table by table and guild by guild, to copy it elsewhere."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any, Final

from storage.errors import StorageError
from storage.rows.tables import Table
from storage.sqlite.connection import open_to_read
from storage.sqlite.failures import in_words
from storage.sqlite.files.running_lock import running
from storage.sqlite.opening import default_key_file, open_database
from storage.sqlite.sweeper import sweeper_of
from storage.sqlite.transaction import snapshot

_OF_CHANNEL: Final = """
    SELECT {columns} FROM channel CROSS JOIN {table} ON {table}.channel = channel.id
    WHERE channel.guild = ?
"""
_OF_GUILD: Final = "SELECT {columns} FROM {table} WHERE guild = ?"
_WHOLE: Final = "SELECT {columns} FROM {table}"

# Of these the guild is that of the channel.
_BY_CHANNEL: Final = frozenset(
    {
        *("message", "deleted", "mark", "member_hour", "channel_hour", "author_day"),
        *("published_day", "read_again"),
    }
)
_OF_CHANGE: Final = """
    SELECT guild, change, user, author
    FROM settings_change JOIN settings_change_author ON change = settings_change.id
    WHERE guild = ?
"""
# A change of the model was one for all guilds of the file.
_OF_MODEL: Final = "SELECT ?, id, model, since FROM model_change"
_GUILDS_OF_CHANNELS: Final = "SELECT DISTINCT guild FROM channel ORDER BY guild"
_GUILDS: Final = "SELECT DISTINCT guild FROM {table} ORDER BY guild"
_GUILDS_OF_AUTHORS: Final = "SELECT DISTINCT guild FROM settings_change ORDER BY guild"


class SQLiteSource:
    """A file that nobody writes to meanwhile."""

    def __init__(self, connection: sqlite3.Connection, key_file: Path, fingerprint: bytes) -> None:
        self.key_file = key_file
        self.fingerprint = fingerprint
        self._connection = connection

    def guilds(self, table: Table) -> list[int]:
        """The guilds that may have rows in the table; 0 stands for a table without guilds."""
        if not table.is_by_guild:
            return [0]
        if table.name in _BY_CHANNEL or table.name == "model_change":
            sql = _GUILDS_OF_CHANNELS
        elif table.name == "settings_change_author":
            sql = _GUILDS_OF_AUTHORS
        else:
            sql = _GUILDS.format(table=table.name)
        return [guild for (guild,) in self._connection.execute(sql)]

    def rows(self, table: Table, guild: int) -> Iterator[tuple[Any, ...]]:
        """The guild's rows, in the columns of the table, with truth values for its flags."""
        flags = [number for number, name in enumerate(table.columns) if name in table.flags]
        parameters = (guild,) if table.is_by_guild else ()
        sql = _select(table)
        for row in self._connection.execute(sql, parameters):
            if not flags:
                yield row
                continue
            values = list(row)
            for number in flags:
                values[number] = bool(values[number])
            yield tuple(values)


def _select(table: Table) -> str:
    if table.name == "model_change":
        return _OF_MODEL
    if table.name == "settings_change_author":
        return _OF_CHANGE
    if table.name in _BY_CHANNEL:
        names = [f"{table.name}.{name}" if name != "guild" else name for name in table.columns]
        return _OF_CHANNEL.format(columns=", ".join(names), table=table.name)
    sql = _OF_GUILD if table.is_by_guild else _WHOLE
    return sql.format(columns=", ".join(table.columns), table=table.name)


@asynccontextmanager
async def source(path: Path, key_file: Path | None) -> AsyncIterator[SQLiteSource]:
    """The file at this path, brought up to date and swept; no bot can run on it meanwhile.

    Raises `StorageError`, also while one does.
    """
    if not await asyncio.to_thread(path.is_file):
        raise StorageError(f"There is no database {path}.")
    with running(path):
        async with (
            open_database(path, key_file) as (database, pseudonyms),
            sweeper_of(database) as sweeper,
        ):
            await sweeper.finish()
        with in_words(path), closing(open_to_read(path)) as connection, snapshot(connection):
            yield SQLiteSource(
                connection, key_file or default_key_file(path), pseudonyms.fingerprint
            )
