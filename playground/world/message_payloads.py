"""The JSON forms of messages; see `payloads` for the rest.

https://discord.com/developers/docs/resources/message
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from mimetypes import guess_type

from playground.world import Attachment, Channel, Json, Message, MessageType, User, World, payloads

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
HAS_THREAD = 1 << 5
REFERRING = (MessageType.REPLY, MessageType.THREAD_STARTER)
"""What comes with the message that it refers to."""


def message(
    message: Message, world: World, *, viewer: int | None = None, with_reference: bool = True
) -> Json:
    """A message as the REST API gives it; what it answers comes along, one step deep.

    The reactions of the user whose id is `viewer` are marked as one's own.
    """
    where = world.channel(message.channel_id)
    payload: Json = {
        "id": str(message.id),
        "channel_id": str(message.channel_id),
        "author": payloads.user(message.author),
        "type": int(message.type),
        "content": message.content,
        "timestamp": payloads.timestamp(message.created_at),
        "edited_timestamp": payloads.timestamp(message.edited_at) if message.edited_at else None,
        "tts": False,
        "pinned": False,
        "flags": message.flags,
        "mention_everyone": message.mention_everyone,
        "mentions": [payloads.user(person) for person in message.mentions],
        "mention_roles": [str(role_id) for role_id in message.mention_roles],
        "attachments": _loose_attachments(message),
        "embeds": [_embed(embed, message.attachments) for embed in message.embeds],
        "components": message.components,
    }
    if message.reactions:
        each = message.reactions.items()
        payload["reactions"] = [_reaction(emoji, users, viewer) for emoji, users in each]
    thread = world.channels.get(message.id)
    if thread is not None:
        payload |= {"flags": message.flags | HAS_THREAD, "thread": payloads.channel(thread)}
    if message.webhook_id is not None:
        payload["webhook_id"] = payload["application_id"] = str(message.webhook_id)
    if message.interaction is not None:
        payload["interaction_metadata"] = message.interaction
    if message.reply_to is not None:
        there = where
        if message.type is MessageType.THREAD_STARTER:
            there = world.channel(where.parent_id or 0)
        payload["message_reference"] = _reference(message.reply_to, there)
        if with_reference and message.type in REFERRING:
            payload["referenced_message"] = _referenced(message.reply_to, there, world)
    return payload


def message_event(told: Message, world: World) -> Json:
    """A message as MESSAGE_CREATE and MESSAGE_UPDATE carry it: with its guild and member.

    Of reactions there are events of their own: which are one's own differs from viewer to viewer.
    """
    payload = message(told, world)
    payload.pop("reactions", None)
    where = world.channel(told.channel_id)
    if where.guild_id is None:
        return payload
    payload["guild_id"] = str(where.guild_id)
    author = world.guild_of(where).members.get(told.author.id)
    if author is not None and told.webhook_id is None:
        payload["member"] = payloads.member(author, with_user=False)
    return payload


def is_for(bot: User, form: Json, *, direct: bool) -> bool:
    """Whether a bot reads the message without the message content intent.

    That is so for its own messages, those that mention it, and direct messages.
    """
    own = str(bot.id)
    return direct or own in (form["author"]["id"], *(each["id"] for each in form["mentions"]))


def without_content(event: Json) -> Json:
    """A message as a bot without the message content intent receives it."""
    hidden: Json = {"content": "", "embeds": [], "attachments": [], "components": []}
    if event.get("referenced_message"):
        hidden["referenced_message"] = event["referenced_message"] | hidden
    return event | hidden


def emoji(key: str) -> Json:
    """An emoji as a reaction names it: by its id, if it is a server's own."""
    name, _, emoji_id = key.partition(":")
    return {"id": emoji_id or None, "name": name}


def content_type(attachment: Attachment) -> str:
    """By its first bytes for a picture of the bot's, else by its name."""
    if attachment.data.startswith(PNG_SIGNATURE):
        return "image/png"
    return guess_type(attachment.filename)[0] or "application/octet-stream"


def attachment(attachment: Attachment) -> Json:
    payload: Json = {
        "id": str(attachment.id),
        "filename": attachment.filename,
        "size": len(attachment.data),
        "url": attachment.url,
        "proxy_url": attachment.url,
        "content_type": content_type(attachment),
        **_size(attachment),
    }
    return payload | {"description": attachment.description} if attachment.description else payload


def _size(attachment: Attachment) -> Json:
    """Width and height in pixels of a PNG: https://www.w3.org/TR/png-3/#11IHDR"""
    header = attachment.data[:24]
    if not header.startswith(PNG_SIGNATURE) or len(header) < 24:
        return {}
    width, height = struct.unpack(">II", header[16:])
    return {"width": width, "height": height}


def _reaction(key: str, user_ids: list[int], viewer: int | None) -> Json:
    return {
        "emoji": emoji(key),
        "count": len(user_ids),
        "count_details": {"burst": 0, "normal": len(user_ids)},
        "me": viewer in user_ids,
        "me_burst": False,
        "burst_colors": [],
    }


def _reference(message_id: int, where: Channel) -> Json:
    reference: Json = {"type": 0, "message_id": str(message_id), "channel_id": str(where.id)}
    return reference if where.guild_id is None else reference | {"guild_id": str(where.guild_id)}


def _referenced(message_id: int, where: Channel, world: World) -> Json | None:
    """The message answered, or `None` when it is gone."""
    found = world.find_message(where.id, message_id)
    return message(found, world, with_reference=False) if found else None


def _embed(embed: Json, attachments: Iterable[Attachment]) -> Json:
    """An embed with its `attachment://name` pictures pointing at the uploaded files.

    Their alt texts come along.
    """
    files = {f"attachment://{each.filename}": each for each in attachments}
    shown: Json = {"type": "rich"} | embed
    for place in ("image", "thumbnail"):
        file = files.get(shown.get(place, {}).get("url"))
        if file is not None:
            size = _size(file)
            shown[place] = shown[place] | {"url": file.url, "proxy_url": file.url} | size
            if file.description:
                shown[place]["description"] = file.description
    shown["fields"] = [{"inline": False} | field for field in shown.get("fields", [])]
    return shown


def _loose_attachments(message: Message) -> list[Json]:
    """The files that no embed shows: Discord lists only those."""
    shown = {
        embed.get(place, {}).get("url")
        for embed in message.embeds
        for place in ("image", "thumbnail")
    }
    return [
        attachment(each)
        for each in message.attachments
        if f"attachment://{each.filename}" not in shown
    ]
