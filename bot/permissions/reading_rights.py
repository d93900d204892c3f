"""Which channels the bot may read: noticed when that changes."""

from __future__ import annotations

from collections.abc import Iterable

import discord

from bot.permissions.channels import READING, Channel, may_read


class ReadingRights:
    """Remembers of each guild what the bot may read, so that a change of it is noticed.

    Many things change it: a channel's overwrites, a role, the bot's own roles. While a channel may
    not be read, nobody tells of what is said, edited and deleted there.

    After a resumed connection many events come at once, and what the client knows is as it is after
    the last of them: so what was taken and given back is seen only by the state `before` each.
    """

    def __init__(self) -> None:
        self._readable: dict[int, frozenset[int]] = {}

    def look(self, guild: discord.Guild) -> frozenset[int]:
        """The channels that came or went since the last look; at the first one, none."""
        if guild.me is None:  # of some guilds Discord tells only half
            return frozenset()
        now = frozenset(
            channel.id
            for channel in guild.channels
            if isinstance(channel, Channel) and may_read(guild.me, channel)
        )
        before = self._readable.get(guild.id, now)
        self._readable[guild.id] = now
        return before ^ now

    def channel_changed(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> frozenset[int]:
        changed, me = self.look(after.guild), after.guild.me
        if me is not None and isinstance(before, Channel) and not may_read(me, before):
            return changed | ({after.id} & self._readable.get(after.guild.id, frozenset()))
        return changed

    def role_changed(self, before: discord.Role, after: discord.Role) -> frozenset[int]:
        own = [] if after.guild.me is None else after.guild.me.roles
        return self._roles_changed(after.guild, [before if r == after else r for r in own], own)

    def own_roles_changed(self, before: discord.Member, after: discord.Member) -> frozenset[int]:
        return self._roles_changed(after.guild, before.roles, after.roles)

    def _roles_changed(
        self, guild: discord.Guild, before: Iterable[discord.Role], after: Iterable[discord.Role]
    ) -> frozenset[int]:
        changed = self.look(guild)
        if _allow_reading(after) and not _allow_reading(before):
            return changed | self._readable.get(guild.id, frozenset())
        return changed


def _allow_reading(roles: Iterable[discord.Role]) -> bool:
    """Whether these roles together do, where no channel says otherwise."""
    value = 0
    for role in roles:
        value |= role.permissions.value
    permissions = discord.Permissions(value)
    return permissions.administrator or permissions >= READING
