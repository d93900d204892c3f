"""Who may do what: Discord's permissions, computed as its documentation says.

https://discord.com/developers/docs/topics/permissions#permission-overwrites
"""

from __future__ import annotations

from enum import IntFlag
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.world import Channel, Guild, Member, Overwrite


class Permission(IntFlag):
    """The permissions that the playground's people and its bot are told apart by."""

    KICK_MEMBERS = 1 << 1
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    VIEW_GUILD_INSIGHTS = 1 << 19
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    SEND_MESSAGES_IN_THREADS = 1 << 38
    MODERATE_MEMBERS = 1 << 40


NONE = Permission(0)
ALL = ~NONE

GUILD_WIDE = (
    Permission.KICK_MEMBERS
    | Permission.MANAGE_GUILD
    | Permission.VIEW_GUILD_INSIGHTS
    | Permission.MODERATE_MEMBERS
)
NEED_A_VOICE = Permission.MENTION_EVERYONE | Permission.EMBED_LINKS | Permission.ATTACH_FILES

EVERYONE = (
    Permission.ADD_REACTIONS
    | Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_EXTERNAL_EMOJIS
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
)


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
