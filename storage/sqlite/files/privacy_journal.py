"""The privacy requests, and what administrators chose, a second time: in a text file beside the
database.

A backup does not know what was asked for after it was made; this file does. A line is written
and on the disk before the database commits what it says, and each member's last word stays for
good. It names nobody:

    opt-out 0f8a…(32 hexadecimal digits: the member's pseudonym)… 1452837465019238401
    settings 77c1…(the guild's pseudonym)… {"guild_id":900,"member_lookup":false,…}

The number is the snowflake up to which nothing of the member may ever be stored again. Of a guild
the last line holds; the lines before the guild was erased do not.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Literal, get_args

from storage.chosen_json import from_json, to_json
from storage.errors import InvalidInputError, StorageError
from storage.owned_files import append_to_owned, replace_owned, sync_folder
from storage.pseudonyms import PSEUDONYM_BYTES
from storage.records import GuildSettings

Action = Literal["opt-out", "opt-in", "forget", "erase-guild"]
_SETTINGS: Final = "settings"
_LONG_LINE: Final = 10_000


@dataclass(frozen=True, slots=True)
class PrivacyRequest:
    """What somebody asked for; `member` and `erased_up_to` as in table `wish`."""

    action: Action
    member: bytes
    erased_up_to: int


@dataclass(frozen=True, slots=True)
class ChosenSettings:
    """What the administrators of a guild chose; `guild` is its pseudonym, by which it is erased."""

    guild: bytes
    settings: GuildSettings


Entry = PrivacyRequest | ChosenSettings


def journal_of(database: Path) -> Path:
    """Where the privacy requests of this database, and its guilds' settings, are written."""
    return database.with_name(database.name + ".wishes")


def append(path: Path, *entries: Entry) -> None:
    """Write the entries at the end of the file and return once the disk has them.

    Raises `StorageError` when that fails.
    """
    try:
        is_new = not path.exists()
        with append_to_owned(path) as file:
            _drop_torn_line(file)
            file.write(_lines(entries))
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync_folder(path.parent)
    except OSError as error:
        raise StorageError(
            f"Couldn't write the privacy journal {path}: {error.strerror}. Make room, and "
            "give Barometer's user the file and its folder."
        ) from error


def rewrite(path: Path, entries: Iterable[Entry]) -> None:
    """Make these the only entries in the file, which a crash leaves as it was or so.

    Raises `OSError` when that fails, with nothing changed.
    """
    replace_owned(path, _lines(entries))


def _lines(entries: Iterable[Entry]) -> bytes:
    return "".join(f"{_line(entry)}\n" for entry in entries).encode()


def _line(entry: Entry) -> str:
    if isinstance(entry, PrivacyRequest):
        return f"{entry.action} {entry.member.hex()} {entry.erased_up_to}"
    chosen = json.dumps(to_json(entry.settings), separators=(",", ":"))
    return f"{_SETTINGS} {entry.guild.hex()} {chosen}"


def _drop_torn_line(file: BinaryIO) -> None:
    """Cut off a last line that a crash left without its end: what it said was never committed."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONG_LINE))
    tail = file.read()
    if b"\n" not in tail:
        file.seek(0)
        tail = file.read()
    file.truncate(size - len(tail) + tail.rfind(b"\n") + 1)
    file.seek(0, os.SEEK_END)


def read(path: Path) -> list[Entry]:
    """All entries in the order in which they were written; none when there is no file.

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


def _parse(path: Path, number: int, line: bytes) -> Entry:
    try:
        action, pseudonym, rest = line.decode("ascii").split(" ")
        who = bytes.fromhex(pseudonym)
        if action not in (*get_args(Action), _SETTINGS) or len(who) != PSEUDONYM_BYTES:
            raise ValueError
        if action == _SETTINGS:
            return ChosenSettings(who, from_json(json.loads(rest)))
        return PrivacyRequest(action, who, int(rest))  # type: ignore[arg-type]
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        InvalidInputError,
    ):  # UnicodeDecodeError is a ValueError
        raise StorageError(
            f"The privacy journal {path} is damaged in line {number}. Put a good copy of it "
            "back, or remove this line: a restored backup would then miss what it says."
        ) from None
