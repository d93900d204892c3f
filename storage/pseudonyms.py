"""Who a member is, without their id: an HMAC made with a key that lies outside of the database."""

from __future__ import annotations

import hmac
import secrets
import struct
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from storage.errors import StorageError
from storage.sqlite.files.owned import replace_owned

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

KEY_BYTES: Final = 32
MEMBER_BYTES: Final = 16
_REMEMBERED: Final = 4096


def member_key(key: bytes, guild: int, user: int) -> bytes:
    """16 bytes that stand for one user in one guild: the first half of an HMAC-SHA256 (RFC 2104).

    Both ids enter as 8 bytes, big-endian. Without the key nobody can find the ids, not even by
    trying all of them. User 0 stands for the guild itself.
    """
    return hmac.digest(key, struct.pack(">qq", guild, user), "sha256")[:MEMBER_BYTES]


def register(connection: sqlite3.Connection, key: bytes) -> None:
    """Give the connection its SQL function `member_key(guild, user)`."""
    # Most messages come from members who wrote just now.
    remembered = lru_cache(maxsize=_REMEMBERED)(partial(member_key, key))
    connection.create_function("member_key", 2, remembered, deterministic=True)


def default_key_file(database: Path) -> Path:
    return database.with_name(database.name + ".key")


def load_key(path: Path, *, needed: bool) -> bytes:
    """The key in this file; made (mode 0600) where it is missing and nothing needs the old one.

    Raises `StorageError` when the file cannot be read or made, does not hold a key, or is missing
    although it is `needed`: what it made can be recognised with no other.
    """
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        if needed:
            raise StorageError(
                f"The key file {path} is missing. Put it back: without it nobody's opt-out can be "
                "recognised. To start over with nothing, move the database away too, with its "
                "-wal, .wishes and other files."
            ) from None
        return _make_key(path)
    except OSError as error:
        raise _in_words(path, "read", error) from error
    if len(key) != KEY_BYTES:
        raise StorageError(
            f"The key file {path} does not hold a key: {len(key)} bytes in place of {KEY_BYTES}. "
            "Put the right file back; without it nobody's opt-out can be recognised."
        )
    return key


def _make_key(path: Path) -> bytes:
    key = secrets.token_bytes(KEY_BYTES)
    try:
        replace_owned(path, key)  # a half-written key would lock everybody out
    except OSError as error:
        raise _in_words(path, "made", error) from error
    return key


def check_key(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `StorageError` when another key than this connection's has made the database."""
    ((same,),) = connection.execute("SELECT fingerprint = member_key(0, 0) FROM identity_key")
    if not same:
        raise StorageError(
            f"The key file {path} belongs to another database. Put the right one back: with this "
            "one nobody's opt-out can be recognised."
        )


def _in_words(path: Path, done: str, error: OSError) -> StorageError:
    return StorageError(
        f"The key file {path} cannot be {done}: {error.strerror}. Give Barometer's user the file "
        "and its folder, or name another file."
    )
