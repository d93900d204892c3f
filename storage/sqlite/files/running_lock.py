"""One bot a database: a lock on a file beside it, held for as long as the bot runs.

The operating system lets go of it when the process ends, however it ends. The file stays, empty:
whoever deleted it could do so just when another process has opened it to lock it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import BinaryIO, Final

from storage.errors import StorageError
from storage.owned_files import append_to_owned

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


# Somebody who only looks (`is_running`) has the lock for a moment, and so does a process that has
# just been killed.
_TRIES: Final = 20
_BETWEEN_TRIES: Final = 0.05  # seconds


def lock_of(database: Path) -> Path:
    """Of a database that is known by several names (symbolic links) the same one."""
    target = database.resolve()
    return target.with_name(target.name + ".lock")


@contextmanager
def running(database: Path) -> Iterator[None]:
    """Hold the lock. Raises `StorageError` while another process, or this one, has it."""
    path = lock_of(database)
    with _opened(path, database) as file:
        try:
            _take_patiently(file)
        except (BlockingIOError, PermissionError) as error:
            raise StorageError(
                f"Barometer is already running on the database {database}. Stop it first. A "
                "second bot needs a database of its own (BAROMETER_DATABASE)."
            ) from error
        except OSError as error:
            raise StorageError(
                f"The file {path} cannot be locked: {error.strerror}. Put the database on a disk "
                "of this computer."
            ) from error
        try:
            yield
        finally:
            _let_go(file)


def is_running(database: Path) -> bool:
    """Whether somebody has the lock now. Makes and changes no file."""
    with suppress(FileNotFoundError), lock_of(database).open("r+b") as file:
        try:
            _take(file)
        except OSError:
            return True
        _let_go(file)
    return False


def _opened(path: Path, database: Path) -> BinaryIO:
    try:
        return append_to_owned(path)
    except FileNotFoundError as error:
        raise StorageError(
            f"The folder {path.parent} does not exist. Create it, or name another database file."
        ) from error
    except OSError as error:
        raise StorageError(
            f"The database {database} cannot be opened: {path}: {error.strerror}. Give Barometer's "
            "user the file and its folder."
        ) from error


def _take_patiently(file: BinaryIO) -> None:
    for _ in range(_TRIES):
        with suppress(BlockingIOError, PermissionError):  # Windows gives the second
            return _take(file)
        Event().wait(_BETWEEN_TRIES)
    return _take(file)


if sys.platform == "win32":

    def _take(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _let_go(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    # Not lockf(): whenever a process closes a file, it lets go of all such locks that it has on it.

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
