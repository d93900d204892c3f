"""The bot's replies as text for a terminal. Pure: a reply in, lines out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from playground.interactions import Reply
from playground.world import Json, World

WIDTH = 80
_MENTION = re.compile(r"<(@!?|@&|#)(\d+)>")
_TIME = re.compile(r"<t:(-?\d+)(?::\w)?>")
_EMOJI = re.compile(r"<a?:(\w+):\d+>")
_MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*|__|~~|```\w*|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")


def show(reply: Reply, world: World, saved: Mapping[str, Path]) -> str:
    """A reply with its embeds, pictures (as paths in `saved`) and buttons, ready to print."""
    to_whom = ", only for you to see" if reply.ephemeral else ""
    lines = [f"Barometer{to_whom} ({reply.seconds * 1000:.0f} ms):"]
    lines += _wrapped(plain(reply.content, world), "  ")
    for embed in reply.embeds:
        lines += ["  ┌" + "─" * (WIDTH - 4)]
        lines += [f"  │ {line}".rstrip() for line in _embed(embed, world)]
        lines += ["  └" + "─" * (WIDTH - 4)]
    lines += [f"  Picture: {path}" for path in saved.values()]
    labels = [f"[{label}]" for label in reply.buttons]
    return "\n".join(lines + (["  " + " ".join(labels)] if labels else []))


def plain(text: str, world: World) -> str:
    """Discord's markdown and mentions as a reader sees them: bold off, `<#1>` as its name."""
    text = _MENTION.sub(lambda found: _mentioned(found[1], int(found[2]), world), text)
    text = _TIME.sub(
        lambda found: f"{datetime.fromtimestamp(int(found[1]), UTC):%d %b %H:%M}", text
    )
    text = _EMOJI.sub(r":\1:", text)
    return _MARKS.sub(lambda found: found[1] or "", text)


def _embed(embed: Json, world: World) -> list[str]:
    lines: list[str] = []
    if embed.get("title"):
        lines += [plain(embed["title"], world).upper()]
    lines += _wrapped(plain(embed.get("description", ""), world), "")
    for field in embed.get("fields", []):
        name, value = plain(field["name"], world), plain(field["value"], world)
        if "\n" in value or len(name) + len(value) > WIDTH - 8:
            lines += [f"{name}:", *_wrapped(value, "  ")]
        else:
            lines += [f"{name}: {value}"]
    if embed.get("footer"):
        lines += ["", *_wrapped(plain(embed["footer"]["text"], world), "")]
    return lines


def _wrapped(text: str, indent: str) -> list[str]:
    width = WIDTH - 6
    rows = text.split("\n") if text else []
    return [
        indent + line for row in rows for line in (textwrap.wrap(row, width - len(indent)) or [""])
    ]


def _mentioned(kind: str, snowflake: int, world: World) -> str:
    if kind == "#":
        channel = world.channels.get(snowflake)
        return f"#{channel.name}" if channel else "#unknown"
    if kind == "@&":
        roles = (guild.roles.get(snowflake) for guild in world.guilds.values())
        return next((f"@{role.name}" for role in roles if role), "@unknown")
    user = world.users.get(snowflake)
    return f"@{user.display_name}" if user else "@unknown"
