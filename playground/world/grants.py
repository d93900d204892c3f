"""Who may do what, computed as Discord's documentation says.

https://discord.com/developers/docs/topics/permissions#permission-overwrites
"""

from __future__ import annotations

from playground.world import Channel, Guild, Member, Overwrite, World
from playground.world.permissions import ALL, Permission

GUILD_WIDE = (
    Permission.KICK_MEMBERS
    | Permission.MANAGE_GUILD
    | Permission.VIEW_GUILD_INSIGHTS
    | Permission.MODERATE_MEMBERS
)
NEED_A_VOICE = Permission.MENTION_EVERYONE | Permission.EMBED_LINKS | Permission.ATTACH_FILES


def in_guild(guild: Guild, member: Member) -> Permission:
    """What the member's roles allow, all channels alike."""
    if member.user.id == guild.owner_id:
        return ALL
    granted = guild.roles[guild.id].permissions
    for role_id in member.role_ids:
        granted |= guild.roles[role_id].permissions
    return ALL if granted & Permission.ADMINISTRATOR else granted


def in_channel(guild: Guild, channel: Channel, member: Member) -> Permission:
    """What the member may do in one channel; a thread follows the channel above it."""
    if channel.parent_id in guild.channels:
        channel = guild.channels[channel.parent_id]
    granted = in_guild(guild, member)
    if granted & Permission.ADMINISTRATOR:
        return ALL
    overwrites = {overwrite.id: overwrite for overwrite in channel.overwrites}
    granted = _apply(granted, [overwrites[guild.id]] if guild.id in overwrites else [])
    granted = _apply(granted, [overwrites[role] for role in member.role_ids if role in overwrites])
    granted = _apply(granted, [overwrites[member.user.id]] if member.user.id in overwrites else [])
    return _implied(granted)


def may_view(guild: Guild, channel: Channel, member: Member) -> bool:
    """Whether the member sees a channel; a private thread also asks for an invitation."""
    granted = in_channel(guild, channel, member)
    if not granted & Permission.VIEW_CHANNEL:
        return False
    if not channel.is_private_thread:
        return True
    return member.user.id in channel.invited or bool(granted & Permission.MANAGE_THREADS)


def sees(world: World, channel: Channel, user_id: int) -> bool:
    """Whether somebody is there and may view the channel; a bot is in all its direct messages."""
    if channel.guild_id is None:
        there = user_id in (person.id for person in channel.recipients)
        return there or world.users[user_id].bot
    guild = world.guild_of(channel)
    member = guild.members.get(user_id)
    return member is not None and may_view(guild, channel, member)


def _implied(granted: Permission) -> Permission:
    """Take away what cannot be used without sight of the channel, or without a voice in it.

    https://discord.com/developers/docs/topics/permissions#implicit-permissions
    """
    if not granted & Permission.SEND_MESSAGES:
        granted &= ~NEED_A_VOICE
    if not granted & Permission.VIEW_CHANNEL:
        granted &= GUILD_WIDE
    return granted


def _apply(granted: Permission, overwrites: list[Overwrite]) -> Permission:
    """Overwrites of one tier act together: every denial first, then every allowance."""
    for overwrite in overwrites:
        granted &= ~overwrite.deny
    for overwrite in overwrites:
        granted |= overwrite.allow
    return granted
