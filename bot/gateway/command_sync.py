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
    "type",
    "description",
    "required",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
)


async def sync_if_changed(tree: app_commands.CommandTree[Any]) -> bool:
    """Send the global commands to Discord if it holds different ones; True if they were sent."""
    held = [command.to_dict() for command in await tree.fetch_commands()]
    kinds = (discord.AppCommandType.chat_input, discord.AppCommandType.message)
    ours = [command.to_dict(tree) for kind in kinds for command in tree.get_commands(type=kind)]
    if {_key(c): shape(c) for c in held} == {_key(c): shape(c) for c in ours}:
        return False
    await tree.sync()
    log.info("Told Discord about %d changed commands", len(ours))
    return True


def shape(payload: Mapping[str, Any]) -> dict[str, Any]:
    """What a person would notice of a command or option, without ids and Discord's defaults.

    Not the places where a command works: discord.py 2.7.1 misreads those that Discord holds
    (it takes `"contexts": [0, 1]` for `[0]`).
    """
    noticed = {key: payload[key] for key in _COMPARED if payload.get(key)}
    noticed["options"] = [shape(option) for option in payload.get("options") or ()]
    noticed["choices"] = [(c["name"], c["value"]) for c in payload.get("choices") or ()]
    noticed["channel_types"] = sorted(payload.get("channel_types") or ())
    return noticed


def _key(payload: Mapping[str, Any]) -> tuple[int, str]:
    return payload["type"], payload["name"]
