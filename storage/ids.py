"""The ids of Discord that are stored: 63 bits, so that they fit an engine's signed integers."""

from __future__ import annotations

from typing import Final

from storage.errors import InvalidInputError

_END_OF_IDS: Final = 2**63


def check_ids(*snowflakes: int | None) -> None:
    """Raise `InvalidInputError` for an id that Discord cannot have made."""
    for snowflake in snowflakes:
        if snowflake is not None and not 0 < snowflake < _END_OF_IDS:
            raise InvalidInputError(f"An id is not within 1..2^63-1: {snowflake}.")
