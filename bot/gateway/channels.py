"""Channels that hold messages, and who may read them: Discord's own rules."""

from __future__ import annotations

from collections.abc import Collection

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
    return _is_hidden(channel, channel.permissions_for(channel.guild.me))


def _is_hidden(channel: discord.abc.GuildChannel, of_bot: discord.Permissions) -> bool:
    """The same where the bot's permissions there are known: to work them out takes a while."""
    if not of_bot.view_channel:
        return True
    return channel.name == HIDDEN_NAME and channel.overwrites == {
        channel.guild.default_role: discord.PermissionOverwrite(view_channel=False)
    }


def may_read(viewer: discord.Member, channel: Channel) -> bool:
    """Whether the viewer may read the channel's messages, old ones included.

    In voice and stage channels Discord shows the chat only to people who may connect. Of a hidden
    channel nobody can say, and so it is nobody's to read.
    """
    if is_hidden(channel):
        return False
    return channel.permissions_for(viewer) >= needed_to_read(channel)


def lies_in(place: Channel | discord.Thread, ids: Collection[int]) -> bool:
    """Whether the place, the channel above it or its category is among these."""
    channel = place.parent if isinstance(place, discord.Thread) else place
    above = () if channel is None else (channel.id, channel.category_id)
    return any(each in ids for each in (place.id, *above))


def read_by_everybody_in(here: Channel, channel: Channel) -> bool:
    """Whether all who see what is said `here` can read the channel, whatever roles they have.

    They can in the channel itself, and where everybody in the server can: no role and nobody is
    kept out. Where both have the same overwrites, the same people see both.
    """
    if channel == here:
        return True
    if is_hidden(channel) or is_hidden(here):
        return False
    needed = needed_to_read(channel)
    if needed == READING and channel.overwrites == here.overwrites:
        return True
    denied = (overwrite.pair()[1] for overwrite in channel.overwrites.values())
    kept_out = any(each.value & needed.value for each in denied)
    return not kept_out and channel.permissions_for(channel.guild.default_role) >= needed


def needed_to_read(channel: Channel) -> discord.Permissions:
    """What it takes to read the channel."""
    if isinstance(channel, discord.VoiceChannel | discord.StageChannel):
        return READING | discord.Permissions(connect=True)
    return READING


def missing_permissions(channel: Channel) -> tuple[str, ...]:
    """What the bot lacks to read the channel, by Discord's own names; () where it may."""
    permissions = channel.permissions_for(channel.guild.me)
    if _is_hidden(channel, permissions):
        return ("View Channel", "Read Message History")
    lacking = [] if permissions.read_message_history else ["Read Message History"]
    if isinstance(channel, discord.VoiceChannel | discord.StageChannel) and not permissions.connect:
        lacking.append("Connect")
    return tuple(lacking)
