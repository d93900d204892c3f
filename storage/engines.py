"""Chooses the engine by the address of the database: the one place that knows which there are.

    data/barometer.sqlite3             a file of SQLite
    sqlite:///data/barometer.sqlite3   the same
    sqlite:////var/lib/barometer.db    a file of SQLite, from the root of the disk
    postgresql://moods@db:5432/moods   a database of PostgreSQL; postgres:// is the same

Whatever stands after `sqlite:///` is the path as it is: nothing in it is decoded.
"""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.errors import InvalidInputError
from storage.interface import Storage
from storage.postgres import address as postgres_address
from storage.records import Retention, Shards, Shortening
from storage.sqlite import engine as sqlite

# Two letters at least: `C:` is a disk of Windows.
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_HOW: Final = (
    "Name a file, as in data/barometer.sqlite3 or sqlite:///data/barometer.sqlite3, or a database "
    "of PostgreSQL, as in postgresql://user:password@host:5432/database."
)


def database_file(address: str | Path) -> Path | None:
    """The file that the storage at this address lies in; `None`: it is on a server.

    Raises `InvalidInputError` for an address that no engine is for. It is not repeated in the
    error, since it may hold a password.

        database_file("sqlite:///data/moods.db") -> Path("data/moods.db")
        database_file("C:\\\\data\\\\moods.db") -> Path("C:\\\\data\\\\moods.db")
    """
    path = str(address)
    if _is_on_server(address):
        postgres_address.check(path)
        return None
    scheme = _SCHEME.match(path) if isinstance(address, str) else None
    if scheme is not None:
        if scheme[1].lower() != "sqlite":
            raise InvalidInputError(
                f"Barometer has no storage for addresses that begin with {scheme[0]}. {_HOW}"
            )
        before, slashes, path = path.partition(":///")
        if not slashes or before != scheme[1]:
            raise InvalidInputError(f"An address of SQLite begins with sqlite:///. {_HOW}")
    if path in ("", ":memory:"):
        raise InvalidInputError(f"The address of the database names no file. {_HOW}")
    if path.endswith(("/", os.sep)) or Path(path).name in ("", ".."):
        raise InvalidInputError(f"The address of the database names a folder. {_HOW}")
    return Path(path)


def shown(address: str | Path) -> str:
    """The address as it can be shown and logged: without a password.

    Raises as `database_file`.

        shown("postgresql://moods:hunter2@db/moods") -> "postgresql://moods@db/moods"
    """
    database_file(address)
    return postgres_address.shown(str(address)) if _is_on_server(address) else str(address)


def _is_on_server(address: str | Path) -> bool:
    return isinstance(address, str) and postgres_address.is_postgres(address)


@asynccontextmanager
async def open(  # noqa: A001 - storage.open, like gzip.open
    address: str | Path,
    *,
    now: datetime,
    key_file: Path | None = None,
    backups: Path | None = None,
    exclusive: bool | Shards = False,
) -> AsyncIterator[Storage]:
    """Open the storage at this address, made or brought up to date where needed.

    `now` (aware) dates what the opening sets aside: a damaged database. `key_file` holds the key
    of the pseudonyms, and `backups` is the folder of those; by default both lie beside the
    database, and the key of one on a server in `data/barometer.key`. With `exclusive`, as the bot
    opens it, nobody else can open it so until it is closed, or the process has ended, however it
    did; others can open it without meanwhile. Shards (`exclusive=Shards(0, 15, 64)`) keep out who
    opens it for one of them, or with another number of shards in all, or with `True`; several
    processes share a database on a server so, and none a file.

    Raises `StorageError` that says what to do when it cannot be opened.
    """
    file = database_file(address)
    if file is None:
        from storage.postgres import engine as postgres  # who has a file needs none of it

        async with postgres.open_storage(str(address), key_file, exclusive=exclusive) as server:
            yield server
        return
    async with sqlite.open_storage(
        file, key_file, backups, now, exclusive=bool(exclusive)
    ) as opened:
        yield opened


async def preflight(
    address: str | Path, *, key_file: Path | None = None, backups: Path | None = None
) -> str | None:
    """What `open` would do at this address beyond opening it, or that the bot runs on it now;
    `None`: nothing.

    Reads all of it and changes nothing, also while it is in use. Raises `StorageError` where
    `open` would fail, or would have to mend.
    """
    file = database_file(address)
    if file is None:
        from storage.postgres import engine as postgres

        return await postgres.preflight(str(address), key_file)
    return await sqlite.preflight(file, key_file, backups)


async def room_of_backups(
    address: str | Path, backups: Path | None = None
) -> tuple[int, int] | None:
    """How many backups of this storage there are, and how many bytes they take in all.

    `None` where backups are the server's affair. Raises `StorageError`.
    """
    file = database_file(address)
    return None if file is None else await sqlite.room_of_backups(file, backups)


async def coming_retention(
    address: str | Path, now: datetime, chosen: Retention
) -> Shortening | None:
    """What of a `chosen` retention waits, or would from now on: see `Expiry.in_force`.

    Changes nothing. Raises `StorageError`.
    """
    file = database_file(address)
    if file is None:
        from storage.postgres import engine as postgres

        return await postgres.coming_retention(str(address), now, chosen)
    return await sqlite.coming_retention(file, now, chosen)
