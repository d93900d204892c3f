"""Where history is: channels, and threads under them."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.permissions.channels import may_read
from storage.records import ReadUpTo

MessageChannel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
"""What has a history. (A forum has posts, which are threads.)"""

ThreadParent = discord.TextChannel | discord.ForumChannel
"""What has threads under it."""


def message_channels_of(guild: discord.Guild) -> Iterator[MessageChannel]:
    """The channels with a history, and the active public threads."""
    for channel in guild.channels:
        if isinstance(channel, MessageChannel):
            yield channel
    yield from (thread for thread in guild.threads if not thread.is_private())


def readable(place: MessageChannel | discord.ForumChannel) -> bool:
    """Whether the bot may read the place's history."""
    channel = place.parent if isinstance(place, discord.Thread) else place
    return channel is not None and may_read(place.guild.me, channel)


def above(place: MessageChannel) -> int | None:
    """The channel above a thread."""
    return place.parent_id if isinstance(place, discord.Thread) else None


def read_up_to(place: MessageChannel, message_id: int) -> ReadUpTo:
    """That everything in this place up to this message has been handed in."""
    return ReadUpTo(place.guild.id, place.id, above(place), message_id)


def up_to_now(place: MessageChannel) -> ReadUpTo:
    """That everything in this place up to its newest message has been handed in."""
    return read_up_to(place, place.last_message_id or place.id)
