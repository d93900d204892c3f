"""Typed commands: `/sentiment trend period:7 days channel:#general`, as Discord's own box reads.

What may be typed comes wholly from the commands that the bot registered; nothing is built in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from playground.errors import CommandLineError
from playground.languages import shown
from playground.rest.commands import CommandType, OptionType
from playground.world import Json

_BRANCHES = (OptionType.SUBCOMMAND, OptionType.GROUP)


@dataclass(frozen=True, slots=True)
class CommandLine:
    """A command as typed: which one, the way to its subcommand, and each option's text.

    >>> "/sentiment trend period:7 days channel:#general"  # doctest: +SKIP
    CommandLine(command={"name": "sentiment", ...}, branches=({"name": "trend", ...},),
                options=..., texts={"period": "7 days", "channel": "#general"})

    `typing` is the option that stands last: the one being typed, if the line is not done yet.
    """

    command: Json
    branches: tuple[Json, ...]
    options: tuple[Json, ...]
    texts: dict[str, str]
    typing: str | None = None

    def with_texts(self, options: Mapping[str, Any]) -> Self:
        """The same line with values for options; numbers and booleans as they would be typed."""
        told = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in options.items()
        }
        return replace(self, texts=self.texts | told)

    def being_typed(self, option: str) -> Self:
        """The same line while this option is being typed."""
        return replace(self, typing=option)


def parse(line: str, commands: Sequence[Json]) -> CommandLine:
    """Find the command and the text of each option.

    Text before the first `name:` belongs to the first option that is not named. Raises
    CommandLineError with a hint when there is no such command or option.
    """
    words = line.strip().removeprefix("/")
    slash = [command for command in commands if command["type"] == CommandType.SLASH]
    command, rest = _take(words, slash, "command", "/")
    branches: list[Json] = []
    options: list[Json] = command.get("options", [])
    while any(option["type"] in _BRANCHES for option in options):
        typed = " ".join(["/" + command["name"], *(branch["name"] for branch in branches)])
        branch, rest = _take(rest, options, "subcommand", typed + " ")
        branches.append(branch)
        options = branch.get("options", [])
    texts, typing = _split_options(rest, options)
    return CommandLine(command, tuple(branches), tuple(options), texts, typing)


def usage(commands: Sequence[Json], locale: str) -> list[str]:
    """A line for everything that can be typed, as `/sentiment member member: [period:]`.

    Below it stands what it does, in the language.
    """
    found = []
    waiting = [("/" + each["name"], each) for each in commands if each["type"] == CommandType.SLASH]
    while waiting:
        typed, node = waiting.pop(0)
        options = node.get("options", [])
        if any(option["type"] in _BRANCHES for option in options):
            waiting = [(f"{typed} {option['name']}", option) for option in options] + waiting
        else:
            found.append(" ".join([typed, *(_option_usage(option) for option in options)]))
            described = shown(node, "description", locale)
            found += [f"    {described}"] if described else []
    return found


def _option_usage(option: Json) -> str:
    text = f"{option['name']}:"
    return text if option.get("required") else f"[{text}]"


def _take(words: str, choices: Sequence[Json], what: str, prefix: str) -> tuple[Json, str]:
    """The choice that the first word names, and the words after it."""
    word, _, rest = words.strip().partition(" ")
    for choice in choices:
        if choice["name"] == word.lower():
            return choice, rest.strip()
    names = ", ".join(prefix + choice["name"] for choice in choices) or "none yet"
    if not word:
        raise CommandLineError(f"Say which {what}: {names}.")
    raise CommandLineError(f'There is no {what} "{word}". There is: {names}.')


def _split_options(text: str, options: Sequence[Json]) -> tuple[dict[str, str], str | None]:
    """The text of each option, and which of them stands last."""
    names = [option["name"] for option in options]
    if not names:
        if text:
            raise CommandLineError(f'This command takes no options, so "{text}" is too much.')
        return {}, None
    marker = re.compile(r"(?:^|\s)(" + "|".join(map(re.escape, names)) + r"):")
    first, *named = marker.split(text)
    texts = {name: value.strip() for name, value in zip(named[::2], named[1::2], strict=True)}
    if first.strip():
        free = [name for name in names if name not in texts]
        if not free:
            known = ", ".join(f"{name}:" for name in names)
            raise CommandLineError(f'"{first.strip()}" belongs to no option. Options: {known}.')
        texts[free[0]] = first.strip()
    return texts, named[-2] if named else next(iter(texts), None)
