"""The people, roles and channels that somebody can name or pick, and what the bot is told."""

from __future__ import annotations

import re

from playground.errors import CommandLineError
from playground.rest.commands import OptionType
from playground.world import Channel, Guild, Json, Role, User, grants, payloads, permissions

Thing = User | Channel | Role


def find(wanted: str, kind: OptionType, guild: Guild | None, asker: User) -> Thing:
    """Whom or what `@name`, `#name`, a mention or a bare id means here.

    Raises CommandLineError with what there is.
    """
    name = re.sub(r"^<(?:@!?|@&|#)(\d+)>$", r"\1", wanted).lstrip("@#").casefold()
    offered = _offered(guild, kind, asker)
    for thing, names in offered:
        if name in (str(thing.id), *(each.casefold().lstrip("@") for each in names)):
            return thing
    sign = "#" if kind is OptionType.CHANNEL else "@"
    known = ", ".join(sign + names[0].lstrip("@") for _, names in offered)
    raise CommandLineError(f'Nothing here is called "{wanted}". There is: {known or "nothing"}.')


def _offered(
    guild: Guild | None, kind: OptionType, asker: User
) -> list[tuple[Thing, tuple[str, ...]]]:
    """What Discord offers somebody of a kind, each with its names: only channels that they see."""
    if guild is None:
        return []
    found: list[tuple[Thing, tuple[str, ...]]] = []
    if kind in (OptionType.USER, OptionType.MENTIONABLE):
        for member in guild.members.values():
            names = (member.nick, member.user.display_name, member.user.name)
            found.append((member.user, tuple(name for name in names if name)))
    if kind in (OptionType.ROLE, OptionType.MENTIONABLE):
        found += [(role, (role.name,)) for role in guild.roles.values()]
    if kind is OptionType.CHANNEL:
        viewer = guild.members[asker.id]
        seen = (each for each in guild.channels.values() if grants.may_view(guild, each, viewer))
        found += [(channel, (channel.name,)) for channel in seen]
    return found


def add_resolved(resolved: Json, thing: Thing, guild: Guild | None, asker: User) -> None:
    """Beside an id goes the thing itself; a channel with what the asker may do in it."""
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
