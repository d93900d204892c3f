"""Makes a database ready for use: whose it is, its schema, its key, and its privacy journal."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from storage.pseudonyms import Pseudonyms, another_key, load_key
from storage.sqlite.connection import WRITER_PRAGMAS, Database, connect
from storage.sqlite.files.privacy_journal import journal_of
from storage.sqlite.log_scrubber import empty_log
from storage.sqlite.privacy_requests import catch_up
from storage.sqlite.schema import (
    has_pseudonyms,
    migrate,
    refuse_foreign,
    scripts,
)


@asynccontextmanager
async def open_database(
    path: Path, key_file: Path | None = None
) -> AsyncIterator[tuple[Database, Pseudonyms]]:
    """Open the database, made or brought up to date where needed; and the pseudonyms of its key.

    Raises `StorageError` that says what to do when a file cannot be used.
    """
    ready = partial(prepare, path=path, key_file=key_file)
    async with connect(path, ready) as (database, pseudonyms):
        yield database, pseudonyms


def prepare(
    connection: sqlite3.Connection, path: Path, key_file: Path | None, *, is_backup: bool = False
) -> Pseudonyms:
    """Make a connection ready to write; the pseudonyms by which it knows members.

    `path` is where the database lies, or will lie once it is restored: key and journal are there.
    """
    refuse_foreign(connection)
    key_file = key_file or default_key_file(path)
    journal = journal_of(path)
    needed = has_pseudonyms(connection) or journal.exists()
    pseudonyms = Pseudonyms(load_key(key_file, needed=needed))
    connection.executescript(WRITER_PRAGMAS)
    migrate(connection, scripts(), pseudonyms)
    check_key(connection, pseudonyms, key_file)
    # Not before: a migration replaces tables that others refer to.
    connection.execute("PRAGMA foreign_keys = ON")
    catch_up(connection, journal, pseudonyms, is_backup=is_backup)
    # What was replaced or erased just now, or before a crash, leaves the WAL.
    empty_log(connection)
    return pseudonyms


def default_key_file(database: Path) -> Path:
    """Where the key lies unless somebody says otherwise: beside the database."""
    return database.with_name(database.name + ".key")


def check_key(connection: sqlite3.Connection, pseudonyms: Pseudonyms, path: Path) -> None:
    """Raise `StorageError` when another key than the one in this file has made the database."""
    (fingerprint,) = connection.execute("SELECT fingerprint FROM identity_key").fetchone()
    if fingerprint != pseudonyms.fingerprint:
        raise another_key(path)
