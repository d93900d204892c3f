"""Messages that nobody asked for."""

from __future__ import annotations

import re
from typing import Final

from storage.errors import InvalidInputError
from storage.ids import check_ids

_KEY: Final = re.compile(r"[a-z0-9-]{1,60}")


def post_key(guild_id: int, key: str) -> tuple[int, str]:
    """The key of table `post`. Raises `InvalidInputError` for what is no key or id."""
    check_ids(guild_id)
    if not _KEY.fullmatch(key):
        raise InvalidInputError("A post's key is 1 to 60 of a-z, 0-9 and -.")
    return guild_id, key
