"""Who a member is, without their id: an HMAC made with a key that lies outside of the database."""

from __future__ import annotations

import hmac
import os
import secrets
import struct
from functools import lru_cache
from pathlib import Path
from typing import Final

from storage.errors import InvalidInputError, StorageError
from storage.owned_files import replace_owned

KEY_BYTES: Final = 32
PSEUDONYM_BYTES: Final = 16
# The user id that stands for a whole guild: no snowflake is 0.
WHOLE_GUILD: Final = 0
_REMEMBERED: Final = 16_384


def pseudonym(key: bytes, guild: int, user: int) -> bytes:
    """16 bytes that stand for one user in one guild: the first half of an HMAC-SHA256 (RFC 2104).

    Both ids enter as 8 bytes, big-endian. Without the key nobody can find the ids, not even by
    trying all of them. User 0 stands for the guild itself.

        pseudonym(bytes(32), 900, 5).hex() -> "1daf9fe9e4cedd9556973f974e12c383"
    """
    return hmac.digest(key, struct.pack(">qq", guild, user), "sha256")[:PSEUDONYM_BYTES]


class Pseudonyms:
    """The pseudonyms that one key makes."""

    def __init__(self, key: bytes) -> None:
        # Most messages come from members who wrote just now.
        self._of = lru_cache(maxsize=_REMEMBERED)(lambda *ids: pseudonym(key, *ids))

    def of(self, guild: int, user: int) -> bytes:
        """The member's pseudonym; `InvalidInputError` for ids beyond 64 bits."""
        try:
            return self._of(guild, user)
        except struct.error as error:
            raise InvalidInputError("An id is outside the signed 64-bit range.") from error

    @property
    def fingerprint(self) -> bytes:
        """Tells this key from another one: the pseudonym of nobody in no guild."""
        return self.of(0, 0)


def load_key(path: Path, *, needed: bool) -> bytes:
    """The key in this file; made (mode 0600) where it is missing and nothing needs the old one.

    Raises `StorageError` when the file cannot be read or made, does not hold a key, or is missing
    although it is `needed`: what it made can be recognised with no other.
    """
    key = _read(path)
    if key is None:
        if needed:
            raise StorageError(
                f"The key file {path} is missing. Put it back: without it nobody's opt-out can be "
                "recognised. To start over with nothing, move the database away too, with its "
                "-wal, .wishes and other files."
            )
        return _make_key(path)
    return key


def refuse_unusable_key(path: Path) -> None:
    """Raise `StorageError` where `load_key` would, if no old key is needed; makes nothing."""
    if _read(path) is not None:
        return
    folder = path.absolute().parent
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise StorageError(
            f"Couldn't create the key file {path}: {folder} isn't a folder that you can write to. "
            "Set BAROMETER_KEY_FILE to a file in one, or leave it empty."
        )


def _read(path: Path) -> bytes | None:
    """The key in this file; `None` where there is no file."""
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _in_words(path, "read", error) from error
    if len(key) != KEY_BYTES:
        raise StorageError(
            f"The key file {path} isn't a key: it has {len(key)} bytes instead of {KEY_BYTES}. "
            "Put the right file back; without it nobody's opt-out can be recognised."
        )
    return key


def another_key(path: Path) -> StorageError:
    """What to raise when a database was made with another key than the one in this file."""
    return StorageError(
        f"The key file {path} belongs to another database. Put the right one back: with this "
        "one nobody's opt-out can be recognised."
    )


def _make_key(path: Path) -> bytes:
    key = secrets.token_bytes(KEY_BYTES)
    try:
        replace_owned(path, key)  # a half-written key would lock everybody out
    except OSError as error:
        raise _in_words(path, "create", error) from error
    return key


def _in_words(path: Path, what: str, error: OSError) -> StorageError:
    return StorageError(
        f"Couldn't {what} the key file {path}: {error.strerror}. Give Barometer's user the file "
        "and its folder, or name another file."
    )
