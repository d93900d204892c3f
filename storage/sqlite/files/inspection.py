"""Looks at a database without changing it: what would the next start find?"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from storage.errors import StorageError
from storage.pseudonyms import Pseudonyms, load_key, refuse_unusable_key
from storage.records import Retention, Shortening
from storage.sqlite import retention_in_force
from storage.sqlite.connection import open_to_read
from storage.sqlite.failures import in_words, refuse_unwritable
from storage.sqlite.files import privacy_journal
from storage.sqlite.files.backups import found
from storage.sqlite.files.privacy_journal import journal_of
from storage.sqlite.files.replacing import unfinished
from storage.sqlite.files.restoring import fault_of_ours
from storage.sqlite.files.running_lock import is_running
from storage.sqlite.opening import check_key, default_key_file
from storage.sqlite.schema import has_pseudonyms, refuse_foreign, refuse_newer, scripts


def inspect(database: Path, folder: Path, key_file: Path | None) -> str | None:
    """What the next start will do beyond opening the database, or that the bot runs on it now;
    `None`: nothing.

    Reads all of it and changes nothing. Raises `StorageError` where the start would fail, or would
    have to put a backup (in `folder`) in the place of the database.
    """
    if not database.exists():
        _refuse_unmakable(database)
    privacy_journal.read(journal_of(database))
    if unfinished(database) is not None:
        return "A restore was interrupted; the next start finishes it."
    if key_file is not None or database.exists():  # else it is made in the folder of the database
        refuse_unusable_key(key_file or default_key_file(database))
    if not database.exists():
        if found(database, folder):
            return (
                "It is gone, but there are backups: python -m scripts.restore puts the newest "
                "in its place, or else the next start creates a new one."
            )
        return "There is none yet; it is created at the first start."
    if database.is_dir():
        raise StorageError(
            f"{database} is a folder. Set BAROMETER_DATABASE to a file, such as "
            f"{database / 'barometer.sqlite3'}."
        )
    refuse_unwritable(database)
    with _without_a_trace(database):
        fault = fault_of_ours(database, folder)
        if fault is not None:
            raise StorageError(
                f"The database {database} is damaged ({fault}). The next start moves it aside and "
                "puts the newest good backup in its place."
            )
        with in_words(database), closing(open_to_read(database)) as connection:
            _look_at(connection, database, key_file or default_key_file(database))
    return "Barometer is running on it now." if is_running(database) else None


def coming(database: Path, now: datetime, chosen: Retention) -> Shortening | None:
    """What the running bot, or its next start, will wait with; `None`: nothing. Changes nothing."""
    if not database.exists():
        return None
    with (
        _without_a_trace(database),
        in_words(database),
        closing(open_to_read(database)) as connection,
    ):
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            return None  # an empty file
        return retention_in_force.look(connection, now, chosen)


@contextmanager
def _without_a_trace(database: Path) -> Iterator[None]:
    """Let go the log and its index that SQLite makes to read, if they were not there before.

    Who may only read cannot delete them. Who may write does so with the last connection to close,
    which SQLite knows: where the bot has started meanwhile, they are its own, and stay.
    """
    log = database.with_name(database.name + "-wal")
    was_there = log.exists()
    try:
        yield
    finally:
        if not was_there and log.exists():
            uri = f"{database.resolve().as_uri()}?mode=rw"
            with suppress(sqlite3.Error), closing(sqlite3.connect(uri, uri=True)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _look_at(connection: sqlite3.Connection, database: Path, key_file: Path) -> None:
    refuse_foreign(connection)
    refuse_newer(connection, len(scripts()))
    if has_pseudonyms(connection):
        check_key(connection, Pseudonyms(load_key(key_file, needed=True)), key_file)
    lost = {row[0] for row in connection.execute("PRAGMA foreign_key_check")}
    if lost:
        tables = ", ".join(sorted(lost))
        raise StorageError(
            f"The database {database} has rows that point nowhere, in {tables}. Restore a backup."
        )


def _refuse_unmakable(database: Path) -> None:
    """Raise `StorageError` where the start cannot make the database and its folder."""
    folders = database.absolute().parents
    there = next(folder for folder in folders if folder.exists() or folder.is_symlink())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise StorageError(
            f"Couldn't create the database {database}: {there} isn't a folder that you can write "
            "to. Set BAROMETER_DATABASE to a file in one."
        )
