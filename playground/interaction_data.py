"""From what was typed or given to the `data` of an interaction: typed, resolved options.

https://discord.com/developers/docs/interactions/receiving-and-responding
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from playground import grants, message_payloads, payloads, permissions
from playground.command_line import CommandLine
from playground.commands import CommandType, OptionType
from playground.errors import CommandLineError
from playground.world import Channel, Guild, Json, Member, Message, Role, User, World

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
            value = _value(option, values[name], guild)
            if isinstance(value, User | Channel | Role):
                _add_resolved(resolved, value, guild, asker)
                value = str(value.id)
            options.append({"name": name, "type": int(kind), "value": value})
        elif option.get("required"):
            raise CommandLineError(f"This command needs {name}: {option['description']}")
    data = _head(line.command)
    for branch in reversed(line.branches):
        options = [{"name": branch["name"], "type": branch["type"], "options": options}]
    data["options"] = options
    return data | {"resolved": resolved} if resolved else data


def of_message_menu(command: Json, message: Message, world: World) -> Json:
    """The data of a context menu on a message: the message itself comes along."""
    form = message_payloads.message(message, world, with_reference=False)
    resolved = {"messages": {str(message.id): form}}
    return _head(command) | {"target_id": str(message.id), "resolved": resolved}


def _head(command: Json) -> Json:
    head = {key: command[key] for key in ("id", "name", "guild_id") if key in command}
    return head | {"type": int(CommandType(command["type"]))}


def _value(option: Json, given: Any, guild: Guild | None) -> Any:
    """One option's value: of the option's type, and among its choices and bounds."""
    kind = OptionType(option["type"])
    if option.get("choices"):
        return _choice(option, given)
    if isinstance(given, Member):
        return given.user
    if not isinstance(given, str):
        return given
    match kind:
        case OptionType.STRING:
            return _text(option, given)
        case OptionType.INTEGER | OptionType.NUMBER:
            return _number(option, given)
        case OptionType.BOOLEAN:
            if given.lower() in _YES + _NO:
                return given.lower() in _YES
            raise CommandLineError(f"{option['name']} is either true or false.")
        case _:
            return _thing(option, given, guild)


def _choice(option: Json, given: Any) -> Any:
    for choice in option["choices"]:
        if given == choice["value"] or str(given).lower() == choice["name"].lower():
            return choice["value"]
    names = ", ".join(choice["name"] for choice in option["choices"])
    raise CommandLineError(f'{option["name"]} cannot be "{given}". Choose one of: {names}.')


def _text(option: Json, given: str) -> str:
    shortest, longest = option.get("min_length", 0), option.get("max_length", 6000)
    if not shortest <= len(given) <= longest:
        raise CommandLineError(f"{option['name']} must have {shortest} to {longest} characters.")
    return given


def _number(option: Json, given: str) -> int | float:
    try:
        number = int(given) if option["type"] == OptionType.INTEGER else float(given)
    except ValueError:
        raise CommandLineError(f"{option['name']} must be a number.") from None
    if not option.get("min_value", number) <= number <= option.get("max_value", number):
        raise CommandLineError(
            f"{option['name']} must be from {option.get('min_value')} to {option.get('max_value')}."
        )
    return number


def _thing(option: Json, given: str, guild: Guild | None) -> User | Channel | Role:
    """Whom or what `@name`, `#name`, a mention or a bare id means in this guild."""
    kind = OptionType(option["type"])
    wanted = re.sub(r"^<(?:@!?|@&|#)(\d+)>$", r"\1", given).lstrip("@#").casefold()
    for thing, names in _things(guild, kind):
        if wanted in (str(thing.id), *(name.casefold().lstrip("@") for name in names)):
            allowed = option.get("channel_types")
            if isinstance(thing, Channel) and allowed and thing.type not in allowed:
                raise CommandLineError(f"{option['name']} cannot be #{thing.name}.")
            return thing
    known = ", ".join(("#" if kind is OptionType.CHANNEL else "@") + names[0].lstrip("@")
                      for _, names in _things(guild, kind))  # fmt: skip
    raise CommandLineError(f'Nothing here is called "{given}". There is: {known or "nothing"}.')


def _things(
    guild: Guild | None, kind: OptionType
) -> list[tuple[User | Channel | Role, tuple[str, ...]]]:
    """Everything in a guild that an option of this kind can name, each with its names."""
    if guild is None:
        return []
    found: list[tuple[User | Channel | Role, tuple[str, ...]]] = []
    if kind in (OptionType.USER, OptionType.MENTIONABLE):
        for member in guild.members.values():
            names = (member.nick, member.user.display_name, member.user.name)
            found.append((member.user, tuple(name for name in names if name)))
    if kind in (OptionType.ROLE, OptionType.MENTIONABLE):
        found += [(role, (role.name,)) for role in guild.roles.values()]
    if kind is OptionType.CHANNEL:
        found += [(channel, (channel.name,)) for channel in guild.channels.values()]
    return found


def _add_resolved(
    resolved: Json, thing: User | Channel | Role, guild: Guild | None, asker: User
) -> None:
    """Beside the id goes the thing itself; a channel with what the asker may do in it."""
    key = str(thing.id)
    if isinstance(thing, Role):
        resolved.setdefault("roles", {})[key] = payloads.role(thing)
        return
    if isinstance(thing, Channel):
        granted = permissions.ALL
        if guild is not None:
            granted = grants.in_channel(guild, thing, guild.members[asker.id])
        form = payloads.channel(thing) | {"permissions": payloads.bits(granted)}
        resolved.setdefault("channels", {})[key] = form
        return
    resolved.setdefault("users", {})[key] = payloads.user(thing)
    member = guild.members.get(thing.id) if guild else None
    if guild is not None and member is not None:
        granted = grants.in_guild(guild, member)
        form = payloads.member(member, with_user=False, granted=granted)
        form = {name: value for name, value in form.items() if name not in ("mute", "deaf")}
        resolved.setdefault("members", {})[key] = form
