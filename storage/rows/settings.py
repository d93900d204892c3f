"""What a guild's administrators chose."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from storage.chosen_json import retention_from_json, to_json
from storage.errors import InvalidInputError
from storage.records import (
    POSSIBLE_COMMAND_MARKS,
    USUAL_COMMAND_MARKS,
    GuildSettings,
    Minimums,
)

# As the columns' CHECKs have it: names, never anybody's text.
_TIME_ZONE: Final = re.compile(r"[A-Za-z0-9/_+-]{1,40}")

_LANGUAGE: Final = re.compile(r"[A-Za-z-]{2,10}")


def settings_row(settings: GuildSettings) -> tuple[Any, ...]:
    """The columns of table `guild_settings`. Raises `InvalidInputError` for what they refuse."""
    language, retention = settings.language, settings.retention
    if not _TIME_ZONE.fullmatch(settings.time_zone):
        raise InvalidInputError("A time zone is a name such as Europe/Berlin, or UTC.")
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise InvalidInputError("A language is a name such as en-GB.")
    return (
        settings.guild_id,
        settings.member_lookup,
        _bits(settings.command_marks),
        settings.live_for_role_only,
        settings.time_zone,
        settings.moods_for_moderators,
        settings.minimums.people,
        settings.minimums.messages,
        language,
        None if retention is None else json.dumps(to_json(retention)),
    )


def settings_of(guild_id: int, rows: Sequence[Any]) -> GuildSettings:
    if not rows:
        return GuildSettings(guild_id)
    (
        (lookup, marks, role_only, zone, moods, people, messages, language, kept, left_out, roles),
    ) = rows
    return GuildSettings(
        guild_id,
        bool(lookup),
        frozenset(json.loads(roles)),
        frozenset(json.loads(left_out)),
        command_marks(marks),
        bool(role_only),
        zone,
        bool(moods),
        Minimums(people, messages),
        None if kept is None else retention_from_json(json.loads(kept)),
        language,
    )


def _bits(marks: str) -> int | None:
    """One bit for each sign; `None` for the usual ones. Raises `InvalidInputError` for others."""
    if not set(marks) <= set(POSSIBLE_COMMAND_MARKS):
        raise InvalidInputError(f"Commands begin with some of {POSSIBLE_COMMAND_MARKS} only.")
    if set(marks) == set(USUAL_COMMAND_MARKS):
        return None
    return sum(1 << number for number, m in enumerate(POSSIBLE_COMMAND_MARKS) if m in marks)


def command_marks(bits: int | None) -> str:
    """The signs of which the column of that name has a bit."""
    if bits is None:
        return USUAL_COMMAND_MARKS
    return "".join(m for number, m in enumerate(POSSIBLE_COMMAND_MARKS) if bits >> number & 1)
