"""Brings a database to the schema that this code knows.

`migrations/0001_….sql`, `0002_….sql`, … are applied in order, in one transaction with the record of
them, while this process alone has the lock of migrations.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any, Final

from storage.errors import StorageError

OLDEST_SERVER: Final = 15
# "Barm": the number of the advisory lock.
_MIGRATIONS: Final = 0x4261726D

_LOCK = "SELECT pg_advisory_xact_lock($1, 0)"
# Whoever writes reads the version first: see `in_doubt.py`. So this waits for what is being
# written, and whoever comes after it sees the new version, and writes nothing to tables that it
# doesn't know.
_WAIT_FOR_WRITERS = "LOCK TABLE barometer_schema IN ACCESS EXCLUSIVE MODE"
_HAS_TABLES = """
    SELECT count(*), count(*) FILTER (WHERE relname = 'barometer_schema')
    FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
"""
_MAY_CREATE = "SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)"
_IS_HALF_FILLED = "SELECT to_regclass('barometer_move') IS NOT NULL"
_CREATE = "CREATE TABLE barometer_schema (version integer NOT NULL)"
_VERSION = "SELECT version FROM barometer_schema"
_BEGIN = "INSERT INTO barometer_schema VALUES (0)"
_NOTE = "UPDATE barometer_schema SET version = $1"


def scripts() -> list[str]:
    """The text of every migration, in order."""
    folder = files("storage.postgres").joinpath("migrations")
    paths = sorted(folder.iterdir(), key=lambda path: path.name)
    return [path.read_text(encoding="utf-8") for path in paths if path.name.endswith(".sql")]


async def migrate(connection: Any, *, moving: bool = False) -> int:
    """Apply, within the caller's transaction, the migrations that the database does not have yet;
    the schema that it has then.

    With `moving`, also to one that is only half filled. Raises `StorageError` for a server that is
    too old, for another program's database, and for one that a newer version has made.
    """
    await connection.execute(_LOCK, _MIGRATIONS)
    version = await known_version(connection, moving=moving)
    if version is None:
        await connection.execute(_CREATE)
        await connection.execute(_BEGIN)
    elif version < len(scripts()):
        await connection.execute(_WAIT_FOR_WRITERS)
    for number, script in enumerate(scripts(), start=1):
        if number > (version or 0):
            await connection.execute(script)
            await connection.execute(_NOTE, number)
    return len(scripts())


async def refuse_unmakable(connection: Any) -> None:
    """Raise `StorageError` where `migrate` may not make the tables of an empty database."""
    if not await connection.fetchval(_MAY_CREATE):
        raise StorageError(
            "Barometer's user may not make tables in the database. Make the user its owner: "
            "ALTER DATABASE … OWNER TO …."
        )


async def known_version(connection: Any, *, moving: bool = False) -> int | None:
    """The version of the schema; `None` for a database that is empty. Raises as `migrate`."""
    if not moving and await connection.fetchval(_IS_HALF_FILLED):
        raise StorageError(
            "Another database is being moved to this one, and not all has arrived. Run "
            "`python -m scripts.move` again: it goes on where it was."
        )
    server = connection.get_server_version()
    if server.major < OLDEST_SERVER:
        raise StorageError(
            f"Barometer needs PostgreSQL {OLDEST_SERVER} or newer; this server is version "
            f"{server.major}."
        )
    tables, mine = await connection.fetchrow(_HAS_TABLES)
    if not mine:
        if tables:
            raise StorageError(
                "The database of PostgreSQL is another program's: it has tables that Barometer "
                "doesn't know. Create one for Barometer alone, and name that."
            )
        return None
    version = int(await connection.fetchval(_VERSION))
    known = len(scripts())
    if version > known:
        raise StorageError(
            f"The database has schema {version}, and this version of Barometer knows {known}: it "
            "was made by a newer version. Update Barometer, or use another database."
        )
    return version
