"""Brings a database file to the schema that this code knows.

`migrations/0001_….sql`, `0002_….sql`, … are applied in order, each in one transaction. The last
statement of each sets `PRAGMA user_version` to its own number, so that a migration and the record
of it are committed together. Foreign keys must be off meanwhile. Migration 2 needs the pseudonyms
of the members it finds: the SQL function `member_key` is there for it, and no longer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from storage.errors import StorageError
from storage.pseudonyms import Pseudonyms
from storage.sqlite.schema_version import schema_of
from storage.sqlite.transaction import transaction

APPLICATION_ID = 0x4261726F  # "Baro", https://www.sqlite.org/pragma.html#pragma_application_id

# Where a file has its `user_version`: https://www.sqlite.org/fileformat.html#the_database_header
_USER_VERSION = slice(60, 64)


def version_of(database: Path) -> int:
    """The schema of a file, without opening it as a database; 0 for one that is none."""
    with database.open("rb") as file:
        return int.from_bytes(file.read(_USER_VERSION.stop)[_USER_VERSION])


def scripts() -> list[str]:
    """The text of every migration, in order."""
    folder = files("storage.sqlite").joinpath("migrations")
    paths = sorted(folder.iterdir(), key=lambda path: path.name)
    return [path.read_text(encoding="utf-8") for path in paths if path.name.endswith(".sql")]


def migrate(
    connection: sqlite3.Connection, migrations: Sequence[str], pseudonyms: Pseudonyms
) -> None:
    """Apply the migrations that the database does not have yet.

    Raises `StorageError` for a database that a newer version has made.
    """
    refuse_newer(connection, len(migrations))
    if schema_of(connection) == len(migrations):
        return
    connection.create_function("member_key", 2, pseudonyms.of, deterministic=True)
    for number, script in enumerate(migrations, start=1):
        with transaction(connection):
            if schema_of(connection) < number:
                for statement in _statements(script):
                    connection.execute(statement)
    # From here on it is an error to call it (older Pythons cannot remove it altogether).
    connection.create_function("member_key", 2, None)


def refuse_newer(connection: sqlite3.Connection, known: int) -> None:
    """Raise `StorageError` for a database whose schema is beyond the one that is `known`."""
    if schema_of(connection) > known:
        raise StorageError(
            f"The database has schema {schema_of(connection)}, and this version of Barometer knows "
            f"{known}: it was made by a newer version. Update Barometer, restore a backup from "
            "before (`barometer restore --list`), or use another database file."
        )


def refuse_foreign(connection: sqlite3.Connection) -> None:
    """Raise `StorageError` for a database of some other program, before anything touches it."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and application != APPLICATION_ID:
        raise StorageError("The file is another program's database. Use another file.")


def has_pseudonyms(connection: sqlite3.Connection) -> bool:
    """Whether members stand in the database by a pseudonym: since version 2."""
    return schema_of(connection) >= 2


def _statements(script: str) -> Iterator[str]:
    # Not executescript(): it would commit the transaction around it.
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
