"""From what was typed or given to the `data` of an interaction: typed, resolved options.

https://discord.com/developers/docs/interactions/receiving-and-responding
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite, nan
from typing import Any

from playground.errors import CommandLineError
from playground.interactions import things
from playground.interactions.command_line import CommandLine
from playground.languages import shown
from playground.rest.commands import CommandType, OptionType
from playground.world import (
    Channel,
    Guild,
    Json,
    Member,
    Message,
    Role,
    User,
    World,
    message_payloads,
)

_YES = ("true", "yes", "on", "1")
_NO = ("false", "no", "off", "0")


def of_slash_command(
    line: CommandLine, given: Mapping[str, Any], guild: Guild | None, asker: User
) -> Json:
    """The data of a slash command.

    `given` are option values beside those typed: plain values, or a `User`, `Member`, `Channel`
    or `Role` of the world. Raises CommandLineError for a value that Discord would not accept.
    """
    values: Json = {**line.texts, **given}
    unknown = set(given) - {option["name"] for option in line.options}
    if unknown:
        raise CommandLineError(f"There is no option {', '.join(sorted(unknown))}.")
    options: list[Json] = []
    resolved: Json = {}
    for option in line.options:
        name, kind = option["name"], OptionType(option["type"])
        if name in values:
            value = _value(option, values[name], guild, asker)
            if isinstance(value, User | Channel | Role):
                things.add_resolved(resolved, value, guild, asker)
                value = str(value.id)
            options.append({"name": name, "type": int(kind), "value": value})
        elif option.get("required"):
            raise CommandLineError(f"This command needs {name}: {option['description']}")
    data = _data(line, options)
    return data | {"resolved": resolved} if resolved else data


def of_autocompletion(line: CommandLine, guild: Guild | None, asker: User) -> Json:
    """The data of a command that is still being typed: its last option has the focus.

    Raises CommandLineError where that option is not completed by the bot.
    """
    if line.typing is None:
        raise CommandLineError("Name the option to be completed, as in `channel:ga`.")
    if line.typing not in [option["name"] for option in line.options]:
        raise CommandLineError(f"There is no option {line.typing}.")
    options: list[Json] = []
    for option in line.options:
        name = option["name"]
        if name == line.typing:
            if not option.get("autocomplete"):
                raise CommandLineError(f"{name} is not completed by the bot.")
            typed = {"value": line.texts.get(name, ""), "focused": True}
            options.append({"name": name, "type": option["type"], **typed})
        elif name in line.texts:
            value = _value(option, line.texts[name], guild, asker)
            if isinstance(value, User | Channel | Role):
                value = str(value.id)  # the thing itself does not come along
            options.append({"name": name, "type": option["type"], "value": value})
    return _data(line, options)


def _data(line: CommandLine, options: list[Json]) -> Json:
    """A command's data: its options, inside the way to the subcommand."""
    for branch in reversed(line.branches):
        options = [{"name": branch["name"], "type": branch["type"], "options": options}]
    return _head(line.command) | {"options": options}


def of_message_menu(command: Json, message: Message, world: World) -> Json:
    """The data of a context menu on a message: the message itself comes along."""
    form = message_payloads.message(message, world, with_reference=False)
    resolved = {"messages": {str(message.id): form}}
    return _head(command) | {"target_id": str(message.id), "resolved": resolved}


def _head(command: Json) -> Json:
    head = {key: command[key] for key in ("id", "name", "guild_id") if key in command}
    return head | {"type": int(CommandType(command["type"]))}


def _value(option: Json, given: Any, guild: Guild | None, asker: User) -> Any:
    """One option's value: of the option's type, and among its choices and bounds."""
    kind = OptionType(option["type"])
    if option.get("choices"):
        return _choice(option, given, asker.locale)
    if isinstance(given, Member):
        return given.user
    if isinstance(given, User | Channel | Role):
        return given
    match kind:
        case OptionType.STRING:
            if not isinstance(given, str | int | float):
                raise CommandLineError(f"{option['name']} must be a text.")
            return _text(option, str(given))
        case OptionType.INTEGER | OptionType.NUMBER:
            return _number(option, given)
        case OptionType.BOOLEAN:
            if str(given).lower() in _YES + _NO:
                return str(given).lower() in _YES
            raise CommandLineError(f"{option['name']} is either true or false.")
        case _:
            thing = things.find(str(given), kind, guild, asker)
            allowed = option.get("channel_types")
            if isinstance(thing, Channel) and allowed and thing.type not in allowed:
                raise CommandLineError(f"{option['name']} cannot be #{thing.name}.")
            return thing


def _choice(option: Json, given: Any, locale: str) -> Any:
    for choice in option["choices"]:
        names = (choice["name"].lower(), shown(choice, "name", locale).lower())
        if given == choice["value"] or str(given).lower() in names:
            return choice["value"]
    offered = ", ".join(shown(choice, "name", locale) for choice in option["choices"])
    raise CommandLineError(f'{option["name"]} cannot be "{given}". Choose one of: {offered}.')


def _text(option: Json, given: str) -> str:
    shortest, longest = option.get("min_length", 0), option.get("max_length", 6000)
    if not shortest <= len(given) <= longest:
        raise CommandLineError(f"{option['name']} must have {shortest} to {longest} characters.")
    return given


def _number(option: Json, given: Any) -> int | float:
    try:
        number = int(str(given)) if option["type"] == OptionType.INTEGER else float(str(given))
    except ValueError:
        number = nan
    if not isfinite(number):
        raise CommandLineError(f"{option['name']} must be a number.")
    if not option.get("min_value", number) <= number <= option.get("max_value", number):
        raise CommandLineError(
            f"{option['name']} must be from {option.get('min_value')} to {option.get('max_value')}."
        )
    return number
