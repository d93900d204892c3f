"""Who is among the readers of a channel, told by roles: the bot does not know its members."""

from __future__ import annotations

import discord

from bot.permissions.channels import Channel, is_hidden, needed_to_read


def roles_that_show(channel: Channel) -> list[discord.Role] | None:
    """The roles of which everybody who sees this channel has at least one.

    Administrators, who see every channel, and other bots aside. `None` where somebody may see it
    who has none of them: a person who was let in by name, or a role that Discord does not tell.
    """
    guild = channel.guild
    if is_hidden(channel):
        return None
    if channel.permissions_for(guild.default_role).view_channel:
        return [guild.default_role]
    by_name = {guild.me.id, guild.owner_id, *(role.id for role in guild.roles)}
    for who, overwrite in channel.overwrites.items():
        if overwrite.view_channel and who.id not in by_name:
            return None
    shut = channel.overwrites_for(guild.default_role).view_channel is False
    return [
        role
        for role in guild.roles
        if (
            channel.overwrites_for(role).view_channel
            or (not shut and role.permissions.view_channel)
        )
        and not (role.is_default() or role.permissions.administrator or role.is_bot_managed())
    ]


def always_reads(role: discord.Role, channel: Channel) -> bool:
    """Whether everybody with this role may read the channel, whatever else is said of them there.

    Discord asks in this order: what roles may in the server, what the channel says of everyone, of
    what roles is denied there, what is allowed to one of them, and of the person alone:
    https://discord.com/developers/docs/topics/permissions#permission-overwrites
    """
    if is_hidden(channel):
        return False
    if role.permissions.administrator:
        return True
    guild, denied = channel.guild, discord.Permissions.none()
    for who, overwrite in channel.overwrites.items():
        if who.id not in (guild.me.id, guild.owner_id, guild.id):
            is_role = guild.get_role(who.id) is not None
            deny = overwrite.pair()[1]
            if not is_role and (deny & needed_to_read(channel)).value:
                return False
            denied |= deny
    allow, deny = channel.overwrites_for(guild.default_role).pair()
    may = (guild.default_role.permissions | role.permissions) & ~deny | allow
    may &= ~denied
    if not role.is_default():
        may |= channel.overwrites_for(role).pair()[0]
    return may >= needed_to_read(channel)
