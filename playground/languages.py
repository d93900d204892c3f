"""The languages that Discord's apps can be set to, and what they show of a command in each.

https://discord.com/developers/docs/reference#locales
"""

from __future__ import annotations

from playground.world import Json

_LOCALES = """
    id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru
    uk hi th zh-CN ja zh-TW ko
"""
LOCALES = _LOCALES.split()


def shown(thing: Json, key: str, locale: str) -> str:
    """The "name" or "description" of a command, option or choice as somebody sees it."""
    text: str = (thing.get(f"{key}_localizations") or {}).get(locale) or thing.get(key, "")
    return text


def without_languages(thing: Json) -> Json:
    """A command, option or choice as Discord tells of it to a bot that does not ask for them."""
    kept = {key: value for key, value in thing.items() if not key.endswith("_localizations")}
    for parts in ("options", "choices"):
        if thing.get(parts):
            kept[parts] = [without_languages(part) for part in thing[parts]]
    return kept
