"""Where the server is, in words that hold no password."""

from __future__ import annotations

from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from storage.errors import InvalidInputError

_HOW: Final = "Write it as postgresql://user:password@host:5432/database."


def is_postgres(address: str) -> bool:
    """Whether this address is one of PostgreSQL.

    is_postgres("postgres://db/moods") -> True
    """
    return address.lower().startswith(("postgresql:", "postgres:"))


def check(address: str) -> None:
    """Raise `InvalidInputError`, which does not repeat it, for one that names no database."""
    parts = _parts(address)
    if not parts.path.strip("/"):
        raise InvalidInputError(f"The address of PostgreSQL names no database. {_HOW}")


def shown(address: str) -> str:
    """The address without password and options, to be shown and logged.

    shown("postgresql://moods:hunter2@db:5432/moods?ssl=require")
        -> "postgresql://moods@db:5432/moods"
    """
    parts = _parts(address)
    user = f"{unquote(parts.username)}@" if parts.username else ""
    where = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{user}{where}{parts.path}"


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where it is no number
    except ValueError:
        # From None: the error of the standard library may quote it.
        raise InvalidInputError(f"The address of PostgreSQL can't be read. {_HOW}") from None
    if not address.startswith(f"{address.partition(':')[0]}://"):
        raise InvalidInputError(f"An address of PostgreSQL begins with postgresql://. {_HOW}")
    if "@" in parts.path:  # a slash in the password ends the server's name
        raise InvalidInputError(
            f"The address of PostgreSQL can't be read: write / in a password as %2F. {_HOW}"
        )
    return parts
