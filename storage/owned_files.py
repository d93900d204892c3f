"""Files that only their owner may read, and that are still there after a power cut."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

OWNER_ONLY: Final = 0o600
_OF_OTHERS: Final = 0o077


def create_owned(path: Path) -> BinaryIO:
    """Make the file, which must not exist yet, with mode 0600; open for writing."""
    return open(path, "xb", opener=_owner_only)


def append_to_owned(path: Path) -> BinaryIO:
    """Open the file to read it and to write at its end; made with mode 0600 if it is missing."""
    return open(path, "a+b", opener=_owner_only)


@contextmanager
def replacing_owned(path: Path, unfinished: Path) -> Iterator[BinaryIO]:
    """Write the file anew with mode 0600, in `unfinished` (beside it) until the block has ended.

    A crash leaves the old file or the new one, whole; a failure removes what is unfinished.
    """
    unfinished.unlink(missing_ok=True)
    try:
        with create_owned(unfinished) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(path.parent)


def replace_owned(path: Path, content: bytes) -> None:
    """Give the file this content and mode 0600; a crash leaves the old file or the new one."""
    with replacing_owned(path, path.with_name(path.name + ".new")) as file:
        file.write(content)


def take_from_others(path: Path) -> None:
    """Let only the owner read a file which exists, and which is this user's to change."""
    if os.name == "nt":  # keeps permissions elsewhere
        return
    with suppress(OSError):
        if path.stat().st_mode & _OF_OTHERS:
            path.chmod(OWNER_ONLY)


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_ONLY)


def sync_folder(folder: Path) -> None:
    """Make the names in this folder last: a new file's name lies in its folder, not in the file."""
    if os.name == "nt":  # has no way to open a folder, and needs none
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
