"""Names that one holder at a time has."""

from __future__ import annotations

import re
from typing import Final

from storage.errors import InvalidInputError
from storage.records import Lease
from storage.times import from_microseconds

_NAME: Final = re.compile(r"[A-Za-z0-9:./_-]{1,60}")
_HOLDER: Final = re.compile(r"[A-Za-z0-9:./_-]{1,100}")


def check_name(name: str) -> str:
    """Raise `InvalidInputError` for what is no lease's name."""
    if not _NAME.fullmatch(name):
        raise InvalidInputError(
            f'A lease\'s name is 1 to 60 of a-z, A-Z, 0-9 and ":./_-", not {name!r}.'
        )
    return name


def check_holder(holder: str) -> str:
    """Raise `InvalidInputError` for what is no holder's name."""
    if not _HOLDER.fullmatch(holder):
        raise InvalidInputError(
            f'The holder of a lease is 1 to 100 of a-z, A-Z, 0-9 and ":./_-", not {holder!r}.'
        )
    return holder


def lease_of(name: str, holder: str, until: int) -> Lease:
    """A lease of its columns; `until` is in microseconds since 1970."""
    return Lease(name, holder, from_microseconds(until))
