"""What somebody sees of the server: its places, people and commands, as Discord's JSON."""

from __future__ import annotations

from collections.abc import Sequence

from playground.page.asking import Asked
from playground.rest.commands import Commands
from playground.world import Channel, Guild, Json, Member, User, grants, payloads
from playground.world.permissions import NONE, Permission

IN_GUILD = 0


def view(asked: Asked) -> Json:
    """All that the page shows around the messages, for one member."""
    guild, member = asked.guild, asked.member
    form = payloads.guild(guild)
    return {
        "user": with_locale(asked.user),
        "member": payloads.member(member),
        "permissions": payloads.bits(grants.in_guild(guild, member)),
        "channels": [channel(guild, each, member) for each in asked.person.channels(guild)],
        "members": [payloads.member(each) for each in guild.members.values()],
        "roles": form["roles"],
        "emojis": form["emojis"],
        "commands": usable(asked.discord.commands, guild, member),
    }


def people(guild: Guild, you: User) -> list[Json]:
    """The members whom one can be, `you` first."""
    humans = [each for each in guild.members.values() if not each.user.bot]
    humans.sort(key=lambda each: each.user.id != you.id)
    return [payloads.member(each) | {"user": with_locale(each.user)} for each in humans]


def with_locale(user: User) -> Json:
    """A user with the language of their Discord."""
    return payloads.user(user) | {"locale": user.locale}


def channel(guild: Guild, place: Channel, member: Member) -> Json:
    """A channel with what the member may do there, as a command's channel comes with it.

    Who else sees it Discord's app works out from roles and overwrites; here it is told.
    """
    granted = grants.in_channel(guild, place, member)
    viewers = [
        str(each.user.id) for each in guild.members.values() if grants.may_view(guild, place, each)
    ]
    return payloads.channel(place) | {"permissions": payloads.bits(granted), "viewers": viewers}


def usable(commands: Commands, guild: Guild, member: Member) -> Sequence[Json]:
    """The commands and menus that Discord offers the member in the server."""
    granted = grants.in_guild(guild, member)
    if not granted & Permission.USE_APPLICATION_COMMANDS:
        return []
    return [each for each in commands.of_guild(guild.id) if _is_offered(each, granted)]


def _is_offered(command: Json, granted: Permission) -> bool:
    contexts, needed = command["contexts"], command["default_member_permissions"]
    needs = NONE if needed is None else Permission(int(needed))
    return (contexts is None or IN_GUILD in contexts) and granted & needs == needs
