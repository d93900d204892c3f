"""Channels that hold messages, and who may read them: Discord's own rules."""

from __future__ import annotations

import discord

Channel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
"""What holds messages or posts of its own (announcements are text, media channels are forums)."""

HIDDEN_NAME = "___hidden___"
"""How Discord calls, for the bot alone, every channel that the bot may not view:
https://docs.discord.com/developers/resources/channel#channel-object-obfuscated-channels"""

READING = discord.Permissions(view_channel=True, read_message_history=True)


def is_hidden(channel: discord.abc.GuildChannel) -> bool:
    """Whether the bot may not view the channel.

    Then its name and its overwrites are not the channel's own: it cannot be named, nor can anybody
    say by it who may read what. (discord.py 2.7.1 drops the flag that tells so.)
    """
    everyone = discord.PermissionOverwrite(view_channel=False)
    made_up = channel.name == HIDDEN_NAME and channel.overwrites == {
        channel.guild.default_role: everyone
    }
    return made_up or not channel.permissions_for(channel.guild.me).view_channel


def may_read(viewer: discord.Member, channel: Channel) -> bool:
    """Whether the viewer may read the channel's messages, old ones included.

    In voice and stage channels Discord shows the chat only to people who may connect. Of a hidden
    channel nobody can say, and so it is nobody's to read.
    """
    if is_hidden(channel):
        return False
    permissions = channel.permissions_for(viewer)
    if isinstance(channel, discord.VoiceChannel | discord.StageChannel):
        return permissions >= READING and permissions.connect
    return permissions >= READING


def missing_permissions(channel: Channel) -> tuple[str, ...]:
    """What the bot lacks to read the channel, by Discord's own names; () where it may."""
    if is_hidden(channel):
        return ("View Channel", "Read Message History")
    permissions = channel.permissions_for(channel.guild.me)
    lacking = [] if permissions.read_message_history else ["Read Message History"]
    if isinstance(channel, discord.VoiceChannel | discord.StageChannel) and not permissions.connect:
        lacking.append("Connect")
    return tuple(lacking)
