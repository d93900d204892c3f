"""Which guild gets a digest, where and when, and up to when it has told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from storage.errors import InvalidInputError
from storage.ids import check_ids
from storage.records import Digest
from storage.times import from_microseconds, to_microseconds


def digest_row(digest: Digest) -> tuple[int, int, int | None, int, bool, int]:
    """Raises `InvalidInputError` for what is out of range."""
    check_ids(digest.guild_id, digest.target_id)
    if digest.hour not in range(24) or digest.weekday not in (None, *range(7)):
        raise InvalidInputError("A digest has an hour of 0 to 23, and a weekday of 0 to 6.")
    return (
        *(digest.guild_id, digest.target_id, digest.weekday, digest.hour),
        *(digest.only_unusual, to_microseconds(digest.told_until)),
    )


def digest_of(row: Sequence[Any]) -> Digest:
    """A digest of the columns that `digest_row` gives."""
    guild, target, weekday, hour, only_unusual, told_until = row
    told = from_microseconds(told_until)
    return Digest(guild, target, weekday, hour, bool(only_unusual), told)
