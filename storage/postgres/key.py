"""The key of the pseudonyms: in a file on each machine, and never in the database.

All processes that share a database have the same key. The database knows only how to tell it from
another one: the pseudonym that it makes of nobody in no guild.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any, Final

from storage.errors import StorageError
from storage.pseudonyms import Pseudonyms, load_key

DEFAULT: Final = Path("data/barometer.key")
"""Where the key is unless BAROMETER_KEY_FILE names another file."""

_FINGERPRINT = "SELECT fingerprint FROM identity_key"
_NOTE = "INSERT INTO identity_key VALUES ($1)"


async def key_of(connection: Any, key_file: Path | None) -> Pseudonyms:
    """The pseudonyms of the key in the file; made for a database that is new.

    Raises `StorageError` for a key that is missing, or another database's.
    """
    fingerprint = await connection.fetchval(_FINGERPRINT)
    path = key_file or DEFAULT
    pseudonyms = await asyncio.to_thread(_load, path, is_new=fingerprint is None)
    if fingerprint is None:
        await connection.execute(_NOTE, pseudonyms.fingerprint)
    elif pseudonyms.fingerprint != fingerprint:
        raise _another(path)
    return pseudonyms


async def check_key(connection: Any, key_file: Path | None) -> None:
    """Raise `StorageError` as `key_of`; makes none."""
    fingerprint = await connection.fetchval(_FINGERPRINT)
    path = key_file or DEFAULT
    pseudonyms = await asyncio.to_thread(_load, path, is_new=False)
    if pseudonyms.fingerprint != fingerprint:
        raise _another(path)


def refuse_unmakable(key_file: Path | None) -> None:
    """Raise `StorageError` where `key_of` would for a database that is new; makes nothing."""
    path = key_file or DEFAULT
    if path.exists():
        load_key(path, needed=True)
        return
    there = next(folder for folder in path.absolute().parents if folder.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise StorageError(
            f"Couldn't create the key file {path}: {there} isn't a folder that you can write to. "
            "Set BAROMETER_KEY_FILE to a file in one."
        )


def _load(path: Path, *, is_new: bool) -> Pseudonyms:
    if not is_new and not path.exists():
        raise StorageError(
            f"The key file {path} is missing, and this database needs it: without it nobody's "
            "opt-out can be recognised. Copy it here from the machine that made the database, or "
            "name it in BAROMETER_KEY_FILE. All processes that share a database need the same key."
        )
    if is_new:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(
                f"Couldn't create the folder {path.parent}: {error.strerror}. Name a key file in a "
                "folder that you can write to: BAROMETER_KEY_FILE."
            ) from error
    return Pseudonyms(load_key(path, needed=not is_new))


def _another(path: Path) -> StorageError:
    return StorageError(
        f"The key file {path} isn't the one that this database was made with. Put the right one "
        "there, or name it in BAROMETER_KEY_FILE: with this one nobody's opt-out can be recognised."
    )
