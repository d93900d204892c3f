"""What a lease and its holder can be called, in any engine."""

from __future__ import annotations

import re
from typing import Final

from storage.errors import InvalidInputError

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
