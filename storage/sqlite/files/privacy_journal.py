"""The privacy requests, a second time, in a text file beside the database.

A backup does not know what members asked for after it was made; this file does. A line is written
and on the disk before the database commits what it says, and each member's last word stays for
good. It names nobody:

    opt-out 0f8a…(32 hexadecimal digits: the member's pseudonym)… 1452837465019238401

The last number is the snowflake up to which nothing of the member may ever be stored again.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final, Literal, get_args

from storage.errors import StorageError
from storage.owned_files import append_to_owned, replace_owned, sync_folder
from storage.pseudonyms import PSEUDONYM_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Action = Literal["opt-out", "opt-in", "forget", "erase-guild"]
_LONGEST_LINE: Final = 100


@dataclass(frozen=True, slots=True)
class PrivacyRequest:
    """What somebody asked for; `member` and `erased_up_to` as in table `wish`."""

    action: Action
    member: bytes
    erased_up_to: int


def journal_of(database: Path) -> Path:
    """Where the privacy requests of this database are written."""
    return database.with_name(database.name + ".wishes")


def append(path: Path, *requests: PrivacyRequest) -> None:
    """Write the requests at the end of the file and return once the disk has them.

    Raises `StorageError` when that fails.
    """
    try:
        is_new = not path.exists()
        with append_to_owned(path) as file:
            _drop_torn_line(file)
            file.write(_lines(requests))
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync_folder(path.parent)
    except OSError as error:
        raise StorageError(
            f"Couldn't write the privacy journal {path}: {error.strerror}. Make room, and "
            "give Barometer's user the file and its folder."
        ) from error


def rewrite(path: Path, requests: Iterable[PrivacyRequest]) -> None:
    """Make these the only requests in the file, which a crash leaves as it was or so.

    Raises `OSError` when that fails, with nothing changed.
    """
    replace_owned(path, _lines(requests))


def _lines(requests: Iterable[PrivacyRequest]) -> bytes:
    return "".join(f"{r.action} {r.member.hex()} {r.erased_up_to}\n" for r in requests).encode()


def _drop_torn_line(file: BinaryIO) -> None:
    """Cut off a last line that a crash left without its end: what it said was never committed."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_LINE))
    tail = file.read()
    file.truncate(size - len(tail) + tail.rfind(b"\n") + 1)
    file.seek(0, os.SEEK_END)


def read(path: Path) -> list[PrivacyRequest]:
    """All requests in the order in which they were written; none when there is no file.

    Raises `StorageError` when the file cannot be read or a line is damaged. A last line without
    its end was never carried out, and is passed over.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StorageError(
            f"Couldn't read the privacy journal {path}: {error.strerror}. Give Barometer's "
            "user the file."
        ) from error
    lines = content.split(b"\n")[:-1]
    return [_parse(path, number, line) for number, line in enumerate(lines, start=1)]


def _parse(path: Path, number: int, line: bytes) -> PrivacyRequest:
    try:
        action, member, erased_up_to = line.decode("ascii").split(" ")
        request = PrivacyRequest(action, bytes.fromhex(member), int(erased_up_to))  # type: ignore[arg-type]
        if action not in get_args(Action) or len(request.member) != PSEUDONYM_BYTES:
            raise ValueError
    except ValueError:  # UnicodeDecodeError is one, too
        raise StorageError(
            f"The privacy journal {path} is damaged in line {number}. Put a good copy of it "
            "back, or remove this line: a restored backup would then miss the request in it."
        ) from None
    return request
