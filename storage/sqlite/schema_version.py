"""Which schema a database has, and whether it is still the one that this process knows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from storage.errors import OutdatedError


def schema_of(connection: sqlite3.Connection) -> int:
    """The number of the last migration that the database has; 0 for one that is empty."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def refuse_outdated(connection: sqlite3.Connection, database: Path, known: int) -> None:
    """Raise `OutdatedError` where the schema has come to be beyond the one that is `known`.

    Within a transaction that writes: then nobody changes it before that ends.
    """
    if (schema := schema_of(connection)) > known:
        raise OutdatedError(database, schema, known)
