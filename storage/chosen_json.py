"""What administrators chose, as JSON: for the journal, and for the log of changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, Final

from storage.records import (
    UNIX_EPOCH,
    Alert,
    ChosenRetention,
    Digest,
    GuildSettings,
    Minimums,
    Retention,
)

_RECORDS: Final[Mapping[str, tuple[type[Digest] | type[Alert], str]]] = {
    "digest": (Digest, "told_until"),
    "alert": (Alert, "set_at"),
}
"""With the field of each that is a time."""

_TRUSTED_ROLE: Final = "trusted_role_id"  # one role, until there could be several


def to_json(chosen: GuildSettings | ChosenRetention | Digest | Alert) -> dict[str, Any]:
    """All of it, as `json.dumps` takes it. Two of the same become the same."""
    return {each.name: _plain(getattr(chosen, each.name)) for each in fields(chosen)}


def _plain(value: Any) -> Any:
    match value:
        case frozenset():
            return sorted(value)
        case datetime():
            return value.isoformat()
        case Mapping():
            return dict(value)
        case Minimums() | Retention() | ChosenRetention():
            return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value


def from_json(chosen: Mapping[str, Any]) -> GuildSettings:
    """What an older version did not know is as if nobody had chosen it.

    Raises ValueError, TypeError, LookupError, AttributeError or StorageError for what is none.
    """
    known = {each.name: chosen[each.name] for each in fields(GuildSettings) if each.name in chosen}
    known |= {name: frozenset(ids) for name, ids in known.items() if isinstance(ids, list)}
    if chosen.get(_TRUSTED_ROLE) is not None:
        known.setdefault("moderator_role_ids", frozenset([chosen[_TRUSTED_ROLE]]))
    if "minimums" in known:
        known["minimums"] = Minimums(**known["minimums"])
    if known.get("retention") is not None:
        known["retention"] = retention_from_json(known["retention"])
    return GuildSettings(**known)


def retention_from_json(chosen: Mapping[str, Any]) -> ChosenRetention:
    """Raises as `from_json`."""
    since = datetime.fromisoformat(chosen["since"])
    return ChosenRetention(Retention(**chosen["chosen"]), Retention(**chosen["before"]), since)


def differences(before: GuildSettings, after: GuildSettings) -> dict[str, tuple[Any, Any]]:
    """By field what it was and what it is; of a set of ids what was taken out and what was added.

    >>> differences(GuildSettings(1), GuildSettings(1, ignored_channel_ids=frozenset({5})))
    {'ignored_channel_ids': ([], [5])}
    """
    found = {}
    for each in fields(GuildSettings):
        old, new = getattr(before, each.name), getattr(after, each.name)
        if old != new:
            pair = (old - new, new - old) if isinstance(old, frozenset) else (old, new)
            found[each.name] = (_plain(pair[0]), _plain(pair[1]))
    return found


def digest_difference(before: Digest | None, after: Digest | None) -> dict[str, tuple[Any, Any]]:
    """The same of a guild's digest; how far one has told is nobody's choice."""
    old, new = (
        None if each is None else to_json(replace(each, told_until=UNIX_EPOCH))
        for each in (before, after)
    )
    return {} if old == new else {"digest": (old, new)}


def alert_difference(before: Alert | None, after: Alert | None) -> dict[str, tuple[Any, Any]]:
    """The same of one of a guild's alerts, without what is snoozed."""
    old, new = (
        None if each is None else to_json(replace(each, snoozed={})) for each in (before, after)
    )
    return {} if old == new else {"alert": (old, new)}


def value_from_json(name: str, value: Any) -> Any:
    """One field's value, of what `differences` made of it, or a digest or an alert. Raises as
    `from_json`."""
    if name in _RECORDS:
        record, moment = _RECORDS[name]
        if value is None:
            return None
        return record(**{**value, moment: datetime.fromisoformat(value[moment])})
    return getattr(from_json({"guild_id": 1, name: value}), name)
