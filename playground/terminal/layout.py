"""The bot's replies as text for a terminal. Pure: a reply in, lines out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from playground.interactions import Reply
from playground.rest import components
from playground.rest.components import ButtonStyle, ComponentType
from playground.world import Json, World

WIDTH = 80
_MENTION = re.compile(r"<(@!?|@&|#)(\d+)>")
_TIME = re.compile(r"<t:(-?\d+)(?::\w)?>")
_LINK = re.compile(r"\[([^\]\n]+)\]\(<?https?://[^)\s>]+>?\)")
_EMOJI = re.compile(r"<a?:(\w+):\d+>")
_MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*|__|~~|```\w*|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")

_ANY = {
    ComponentType.USER_SELECT: "any @member",
    ComponentType.ROLE_SELECT: "any @role",
    ComponentType.MENTIONABLE_SELECT: "any @member or @role",
    ComponentType.CHANNEL_SELECT: "any #channel",
}


def show(reply: Reply, world: World, saved: Mapping[str, Path]) -> str:
    """A reply with its embeds, pictures (as paths in `saved`) and components, ready to print."""
    if reply.modal is not None:
        return f"Barometer opens a form for you: {reply.modal.title}"
    to_whom = ", only for you to see" if reply.ephemeral else ""
    lines = [f"Barometer{to_whom} ({reply.seconds * 1000:.0f} ms):"]
    lines += _wrapped(plain(reply.content, world), "  ")
    for embed in reply.embeds:
        lines += ["  ┌" + "─" * (WIDTH - 4)]
        lines += [f"  │ {line}".rstrip() for line in _embed(embed, world)]
        lines += ["  └" + "─" * (WIDTH - 4)]
    for name, path in saved.items():
        lines += [f"  Picture: {path}"]
        if reply.alt_texts.get(name):
            lines += _wrapped(f"Alt text: {reply.alt_texts[name]}", "    ")
    return "\n".join(lines + _components(reply, world))


def _components(reply: Reply, world: World) -> list[str]:
    """A line for each row: buttons in brackets, a select with what it offers."""
    lines = []
    for row in reply.components:
        shown = [_button(each) for each in components.buttons([row])]
        lines += ["  " + " ".join(shown)] if shown else []
        for select in components.selects([row]):
            lines += _wrapped(f"{name_of(select)}: {offered(select, world)}", "  ")
    return lines


def _button(button: Json) -> str:
    label = button.get("label") or button.get("emoji", {}).get("name", "")
    if button["style"] == ButtonStyle.LINK:
        return f"[{label} → {button['url']}]"
    return f"({label})" if button.get("disabled") else f"[{label}]"


def name_of(select: Json) -> str:
    """What a select is called: by its placeholder, if it has one."""
    name: str = select.get("placeholder") or "Choose"
    return name


def offered(control: Json, world: World) -> str:
    """What can be chosen from a select or a group of boxes; `*` is what is chosen already."""
    if "options" in control:
        marks = {True: "*", False: ""}
        labels = [each["label"] + marks[bool(each.get("default"))] for each in control["options"]]
        return " | ".join(labels)
    preset = [_default(each, world) for each in control.get("default_values") or ()]
    return _ANY[control["type"]] + (f" (now {', '.join(preset)})" if preset else "")


def offers(select: Json, chosen: str) -> bool:
    """Whether a list has this option: several selects may be called the same."""
    return any(chosen in (each["label"], each["value"]) for each in select.get("options", ()))


def _default(value: Json, world: World) -> str:
    kinds = {"user": "@", "role": "@&", "channel": "#"}
    return _mentioned(kinds[value["type"]], int(value["id"]), world)


def plain(text: str, world: World) -> str:
    """Discord's markdown as a reader sees it: bold off, `<#1>` as its name, a link as its text."""
    text = _MENTION.sub(lambda found: _mentioned(found[1], int(found[2]), world), text)
    text = _TIME.sub(
        lambda found: f"{datetime.fromtimestamp(int(found[1]), UTC):%d %b %H:%M}", text
    )
    text = _LINK.sub(r"\1", text)
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
