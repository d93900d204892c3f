"""Tells Discord about the commands, and only when they changed: it counts creations."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

log = logging.getLogger(__name__)

_COMPARED = (
    "name",
    "name_localizations",
    "type",
    "description",
    "description_localizations",
    "required",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
    "value",
)
_COMPARED_IN_ANY_ORDER = ("channel_types", "contexts", "integration_types")


async def sync_if_changed(tree: app_commands.CommandTree[Any]) -> bool:
    """Send the global commands to Discord if it holds different ones; True if they were sent."""
    ours, held = await payloads(tree), await _held(tree.client)
    if {_key(c): shape(c) for c in held} == {_key(c): shape(c) for c in ours}:
        return False
    await tree.sync()
    log.info("Told Discord about %d changed commands", len(ours))
    return True


async def payloads(tree: app_commands.CommandTree[Any]) -> list[dict[str, Any]]:
    """The global commands as Discord is told of them, in all languages if there is a translator."""
    kinds = (discord.AppCommandType.chat_input, discord.AppCommandType.message)
    commands = [command for kind in kinds for command in tree.get_commands(type=kind)]
    if tree.translator is None:
        return [command.to_dict(tree) for command in commands]
    return [await command.get_translated_payload(tree, tree.translator) for command in commands]


def shape(payload: Mapping[str, Any]) -> dict[str, Any]:
    """What a person would notice of a command, option or choice, without ids and defaults."""
    noticed = {key: payload[key] for key in _COMPARED if payload.get(key)}
    noticed |= {key: sorted(payload.get(key) or ()) for key in _COMPARED_IN_ANY_ORDER}
    for parts in ("options", "choices"):
        noticed[parts] = [shape(part) for part in payload.get(parts) or ()]
    return noticed


async def _held(client: discord.Client) -> list[dict[str, Any]]:
    """The global commands as Discord holds them, in all languages.

    discord.py 2.7.1 cannot ask for the languages (`tree.fetch_commands` gets English only), and
    misreads where a command works (it takes `"contexts": [0, 1]` for `[0]`).
    """
    route = discord.http.Route(
        "GET", "/applications/{application_id}/commands", application_id=client.application_id
    )
    held: list[dict[str, Any]] = await client.http.request(
        route, params={"with_localizations": "true"}
    )
    return held


def _key(payload: Mapping[str, Any]) -> tuple[int, str]:
    return payload["type"], payload["name"]
