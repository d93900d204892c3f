"""What SQLite says when it fails, in words that say what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import InvalidInputError, StorageError

WORDS = {
    sqlite3.SQLITE_NOTADB: "isn't a database. Move it aside, or use another file.",
    sqlite3.SQLITE_CORRUPT: "is damaged. Start Barometer again: it restores a backup.",
    sqlite3.SQLITE_BUSY: "is in use by another program. Is Barometer running twice? Stop one.",
    sqlite3.SQLITE_READONLY: "can't be written to. Give Barometer's user the file and its folder.",
    sqlite3.SQLITE_CANTOPEN: "can't be opened. Give Barometer's user the file and its folder.",
    sqlite3.SQLITE_FULL: "no longer fits on the disk. Make room.",
    sqlite3.SQLITE_IOERR: "can't be read or written: the disk reports an error. Check the disk.",
}


@contextmanager
def in_words(path: Path, what: str = "database") -> Iterator[None]:
    """Turn SQLite's exceptions into `StorageError`s that say what to do."""
    try:
        yield
    except OverflowError as error:
        raise InvalidInputError("A number is outside the signed 64-bit range.") from error
    except sqlite3.Error as error:
        words = WORDS.get(_code(error), f"gave an error: {error}.")
        raise StorageError(f"The {what} {path} {words}") from error


def is_damage(error: BaseException | None) -> bool:
    """Whether SQLite says with this that a file is damaged, or no database at all."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: BaseException | None) -> int:
    # The low byte is the error, the rest its kind: https://www.sqlite.org/rescode.html
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def refuse_unwritable(path: Path) -> None:
    """Raise `StorageError` where a database that exists cannot be opened to write."""
    if path.is_dir():
        raise StorageError(f"The database {path} is a folder. Name a file in it.")
    # SQLite opens what it may only read, and would fail no sooner than at the first message.
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        raise StorageError(f"The database {path} {WORDS[sqlite3.SQLITE_READONLY]}")
