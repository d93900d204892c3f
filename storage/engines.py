"""Chooses the engine by the address of the database: the one place that knows which there are.

    data/barometer.sqlite3             a file of SQLite
    sqlite:///data/barometer.sqlite3   the same
    sqlite:////var/lib/barometer.db    a file of SQLite, from the root of the disk

Whatever stands after `sqlite:///` is the path as it is: nothing in it is decoded.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.errors import InvalidInputError
from storage.interface import Storage
from storage.records import Retention, Shortening
from storage.sqlite import engine as sqlite

# Two letters at least: `C:` is a disk of Windows.
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_HOW: Final = "Name a file, as in data/barometer.sqlite3 or sqlite:///data/barometer.sqlite3."


def database_file(address: str | Path) -> Path:
    """The file that the storage at this address lies in.

    Raises `InvalidInputError` for an address that no engine is for. It is not repeated in the
    error, since it may hold a password.

        database_file("sqlite:///data/moods.db") -> Path("data/moods.db")
        database_file("C:\\\\data\\\\moods.db") -> Path("C:\\\\data\\\\moods.db")
    """
    path = str(address)
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
    return Path(path)


@asynccontextmanager
async def open(  # noqa: A001 - storage.open, like gzip.open
    address: str | Path,
    *,
    now: datetime,
    key_file: Path | None = None,
    backups: Path | None = None,
    exclusive: bool = False,
) -> AsyncIterator[Storage]:
    """Open the storage at this address, made or brought up to date where needed.

    `now` (aware) dates what the opening sets aside: a damaged database. `key_file` holds the key
    of the pseudonyms, and `backups` is the folder of those; by default both lie beside the
    database. With `exclusive`, as the bot opens it, nobody else can open it so until it is closed,
    or the process has ended, however it did; others can open it without meanwhile.

    Raises `StorageError` that says what to do when it cannot be opened.
    """
    file = database_file(address)
    async with sqlite.open_storage(file, key_file, backups, now, exclusive=exclusive) as opened:
        yield opened


async def preflight(
    address: str | Path, *, key_file: Path | None = None, backups: Path | None = None
) -> str | None:
    """What `open` would do at this address beyond opening it, or that the bot runs on it now;
    `None`: nothing.

    Reads all of it and changes nothing, also while it is in use. Raises `StorageError` where
    `open` would fail, or would have to mend.
    """
    return await sqlite.preflight(database_file(address), key_file, backups)


async def room_of_backups(address: str | Path, backups: Path | None = None) -> tuple[int, int]:
    """How many backups of this storage there are, and how many bytes they take in all.

    Raises `StorageError`.
    """
    return await sqlite.room_of_backups(database_file(address), backups)


async def coming_retention(
    address: str | Path, now: datetime, chosen: Retention
) -> Shortening | None:
    """What of a `chosen` retention waits, or would from now on: see `Expiry.in_force`.

    Changes nothing. Raises `StorageError`.
    """
    return await sqlite.coming_retention(database_file(address), now, chosen)
