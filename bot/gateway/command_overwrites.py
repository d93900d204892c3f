"""Who may use a command, and where, as a server's administrators choose under *Integrations*.

Discord itself holds a command to that; whatever shows the same without a command asks here. See
https://discord.com/developers/docs/interactions/application-commands#permissions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import discord

from bot.permissions.channels import Channel


class _Kind(IntEnum):
    ROLE = 1
    USER = 2
    CHANNEL = 3


_USING_COMMANDS = discord.Permissions(view_channel=True, use_application_commands=True)

Choices = Mapping[tuple[int, int], bool]
"""A kind and an id → whether the command may be used."""


@dataclass(frozen=True, slots=True)
class CommandOverwrites:
    """Those of a guild: of single commands, and of the whole application for all others."""

    application_id: int
    chosen: Mapping[int, Choices]

    @classmethod
    def parse(cls, application_id: int, told: Iterable[Mapping[str, Any]]) -> CommandOverwrites:
        """As `GET /applications/{id}/guilds/{id}/commands/permissions` answers.

        Raises KeyError, TypeError or ValueError where it is no such answer.
        """
        return cls(
            application_id,
            {
                int(each["id"]): {
                    (int(one["type"]), int(one["id"])): bool(one["permission"])
                    for one in each["permissions"]
                }
                for each in told
            },
        )

    def allow(self, member: discord.Member, command_id: int) -> bool:
        """Whether the member could use this command, in a channel that they see.

        A command's own choices come before those of the whole application. Administrators can
        always use it.
        """
        if member.guild_permissions.administrator:
            return True
        asked = [self.chosen.get(each, {}) for each in (command_id, self.application_id)]
        return self._allow_person(member, asked) and self._allow_somewhere(member, asked)

    def _allow_person(self, member: discord.Member, asked: Iterable[Choices]) -> bool:
        """By name, else by any of their roles, else as everybody."""
        everyone = member.guild.id
        roles = [role.id for role in member.roles if role.id != everyone]
        for choices in asked:
            by_name = choices.get((_Kind.USER, member.id))
            if by_name is not None:
                return by_name
            by_role = {choices.get((_Kind.ROLE, role)) for role in roles} - {None}
            if by_role:
                return True in by_role
            by_everyone = choices.get((_Kind.ROLE, everyone))
            if by_everyone is not None:
                return by_everyone
        return True

    def _allow_somewhere(self, member: discord.Member, asked: list[Choices]) -> bool:
        """A page is in no channel: one in which the member could use the command will do."""
        anywhere = not any(kind == _Kind.CHANNEL for choices in asked for kind, _ in choices)
        if anywhere and member.guild_permissions.use_application_commands:
            return True
        everywhere = member.guild.id - 1
        return any(
            self._allow_in(each.id, everywhere, asked)
            and each.permissions_for(member) >= _USING_COMMANDS
            for each in member.guild.channels
            if isinstance(each, Channel)
        )

    def _allow_in(self, channel_id: int, everywhere: int, asked: Iterable[Choices]) -> bool:
        for choices in asked:
            for place in (channel_id, everywhere):
                chosen = choices.get((_Kind.CHANNEL, place))
                if chosen is not None:
                    return chosen
        return True


async def command_overwrites(client: discord.Client, guild_id: int) -> CommandOverwrites:
    """What is chosen in a guild now. Raises discord.HTTPException, and discord.InvalidData where
    the answer makes no sense."""
    application_id = client.application_id or 0
    told = await client.http.get_guild_application_command_permissions(application_id, guild_id)
    try:
        return CommandOverwrites.parse(application_id, told)
    except (KeyError, TypeError, ValueError) as error:
        raise discord.InvalidData("permissions of commands that make no sense") from error
