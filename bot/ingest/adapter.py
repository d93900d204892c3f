"""Discord's JSON → discord.Message → IncomingMessage: what counts, and what is taken of it."""

from __future__ import annotations

from typing import Any

import discord

from bot.ingest.events import IncomingMessage, are_ids

UNPARSABLE = (LookupError, TypeError, ValueError, AttributeError)
"""What discord.py raises where a message is not as it expects."""

Found = discord.Message | discord.Object
"""A message of the history; an Object is one that discord.py cannot parse."""

_COUNTED_TYPES = (discord.MessageType.default, discord.MessageType.reply)


def parsed(channel: discord.abc.MessageableChannel, data: Any) -> Found:
    """The message of which Discord says this (an `id` among it), if it can be understood."""
    try:
        return discord.Message(state=channel._state, channel=channel, data=data)
    except UNPARSABLE:
        return discord.Object(data["id"])


def incoming(message: discord.Message) -> IncomingMessage | None:
    """What Barometer counts of a message, or `None` where it does not count.

    Not counted: bots, webhooks, system messages, direct messages, private threads (what is said
    there is not the channel's mood), channels that this client does not know, and messages as
    first sent without text. An edit that takes the text away does count: it has to replace the
    score. Nor is counted what Discord cannot have sent (an id out of range, a text that is none, a
    time without a zone): it would be refused together with the whole batch that it is in.
    """
    if not isinstance(message.content, str):
        return None
    if message.edited_at is not None and message.edited_at.utcoffset() is None:
        return None
    if message.guild is None or message.author.bot or message.webhook_id is not None:
        return None
    if message.type not in _COUNTED_TYPES:
        return None
    if not message.content and message.edited_at is None:
        return None
    channel = message.channel
    if isinstance(channel, discord.Thread):
        if channel.is_private():
            return None
        parent_id: int | None = channel.parent_id
        category_id = None if channel.parent is None else channel.parent.category_id
    elif isinstance(channel, discord.abc.GuildChannel):
        parent_id, category_id = None, channel.category_id
    else:  # a PartialMessageable: nobody can say who may read it
        return None
    reference = message.reference if message.type is discord.MessageType.reply else None
    reply_to = reference.message_id if reference is not None else None
    if not are_ids(message.id, message.author.id, reply_to):
        return None
    return IncomingMessage(
        message_id=message.id,
        guild_id=message.guild.id,
        channel_id=channel.id,
        parent_id=parent_id,
        author_id=message.author.id,
        reply_to=reply_to,
        edited_at=message.edited_at,
        text=message.content,
        category_id=category_id,
    )
