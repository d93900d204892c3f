"""Who changed which of a guild's settings."""

from __future__ import annotations

import json
from typing import Any

from storage.chosen_json import value_from_json
from storage.records import SettingsChange
from storage.times import from_microseconds


def change_of(row: tuple[Any, ...]) -> SettingsChange:
    at, user, name, before, after = row
    values = (value_from_json(name, json.loads(each)) for each in (before, after))
    return SettingsChange(from_microseconds(at), user, name, *values)
