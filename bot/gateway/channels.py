"""Channels that hold messages, and who may read them: Discord's own rules."""

from __future__ import annotations

import discord

Channel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
"""What holds messages or posts of its own (announcements are text, media channels are forums)."""

READING = discord.Permissions(view_channel=True, read_message_history=True)


def may_read(viewer: discord.Member, channel: Channel) -> bool:
    """Whether the viewer may read the channel's messages, old ones included.

    In voice and stage channels Discord shows the chat only to people who may connect.
    """
    permissions = channel.permissions_for(viewer)
    if isinstance(channel, discord.VoiceChannel | discord.StageChannel):
        return permissions >= READING and permissions.connect
    return permissions >= READING
