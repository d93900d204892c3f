"""A folder for one visit, thrown away after it: where the visit was killed, by the next one.

Whoever uses such a folder has locked a file in it. The system lets go of the lock however they end,
so that what nobody has locked any more is left over.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PREFIX = "barometer-playground-"
IN_USE = "in-use"
_LOCKED_ONCE = b"Locked while it is in use.\n"
"""Stands in the file once it is locked: without it somebody may be just about to lock it."""


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is gone after the block. Raises OSError where none can be made.

    Those that killed visits have left behind go first.
    """
    _remove_leftovers(Path(tempfile.gettempdir()))
    with (
        tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name,
        (Path(name) / IN_USE).open("w+b") as file,
    ):
        with suppress(OSError):  # where files can't be locked it is never taken for left over
            _lock(file, patiently=True)
            file.write(_LOCKED_ONCE)
            file.flush()
        yield Path(name)


def _remove_leftovers(temporary: Path) -> None:
    for found in temporary.glob(f"{PREFIX}*"):
        with suppress(OSError):  # gone by now, or somebody is using it
            if _is_own(found) and _is_left_over(found):
                shutil.rmtree(found, ignore_errors=True)


def _is_own(found: Path) -> bool:
    """Whether it is a folder of this user's: others may name theirs so, too."""
    about = found.lstat()
    return stat.S_ISDIR(about.st_mode) and (sys.platform == "win32" or about.st_uid == os.getuid())


def _is_left_over(found: Path) -> bool:
    """Raises OSError where there is no such file, or somebody has locked it."""
    with (found / IN_USE).open("r+b") as file:
        _lock(file)
        return file.read() == _LOCKED_ONCE


if sys.platform == "win32":

    def _lock(file: BinaryIO, *, patiently: bool = False) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if patiently else msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: BinaryIO, *, patiently: bool = False) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if patiently else fcntl.LOCK_NB))
