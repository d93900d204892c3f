"""What people read and write: messages, reactions and threads, with the permissions of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playground import message_payloads, payloads, posting
from playground.api import Upload
from playground.errors import PageError
from playground.page.asking import Api, Asked, number
from playground.permissions import Permission
from playground.world import EPHEMERAL, Channel, ChannelType, Json, Message

MOST_AT_ONCE = 100
LONGEST_THREAD_NAME = 100
LONGEST_FILE_NAME = 100
MOST_FILES = 10
THREADED = (ChannelType.TEXT, ChannelType.NEWS, ChannelType.FORUM)
_NOT_IN_A_NAME = re.compile(r"[^\w.-]|^\.+", re.ASCII)
"""Discord writes such signs as "_", too."""


def add_routes(api: Api) -> None:
    messages = "/channels/{channel}/messages"
    api.add("GET", messages, history)
    api.add("POST", messages, send)
    api.add("PATCH", messages + "/{message}", edit)
    api.add("DELETE", messages + "/{message}", delete)
    api.add("POST", "/channels/{channel}/threads", open_thread)


async def history(asked: Asked) -> list[Json]:
    """A page of a channel's messages, newest first, with those that only this member sees."""
    channel, before = asked.channel, asked.optional_id("before")
    limit = _limit(asked)
    asked.require(channel, Permission.READ_MESSAGE_HISTORY, "read older messages")
    world = asked.discord.world
    own = [
        each
        for each in asked.discord.only_for(asked.user, channel)
        if before is None or each.id < before
    ]
    said = world.history(channel, before=before, after=None, limit=limit)
    newest = sorted([*said, *own], key=lambda each: each.id, reverse=True)[:limit]
    return [shown(asked, each) for each in newest]


async def send(asked: Asked) -> Json:
    channel = asked.channel
    _require_a_voice(asked, channel)
    text = asked.body.get("content") or ""
    if not isinstance(text, str):
        raise PageError(400, '"content" must be a text.')
    posting.check({"content": text}, may_be_empty=bool(asked.files))
    if len(asked.files) > MOST_FILES:
        raise PageError(400, f"A message has at most {MOST_FILES} files.")
    reply_to = None
    if asked.body.get("reply_to") is not None:
        found = number(str(asked.body["reply_to"]), "message")
        reply_to = asked.discord.world.find_message(channel.id, found)
        if reply_to is None:
            raise PageError(404, "The message that you answer is gone.")
    message = await asked.discord.send_message(
        asked.user, channel, text, reply_to=reply_to, files=_named(asked.files)
    )
    return shown(asked, message)


async def edit(asked: Asked) -> Json:
    message = asked.message
    if message.author is not asked.user:
        raise PageError(403, "You can only edit your own messages.")
    text = asked.text("content")
    posting.check({"content": text}, may_be_empty=bool(message.attachments))
    await asked.discord.edit_message(message, text)
    return shown(asked, message)


async def delete(asked: Asked) -> None:
    """Delete a message; one that only this member sees is dismissed."""
    message = asked.message
    if message.flags & EPHEMERAL:
        await asked.discord.dismiss(message)
        return
    if message.author is not asked.user:
        asked.require(asked.channel, Permission.MANAGE_MESSAGES, "delete others' messages")
    await asked.discord.delete_message(message)


async def open_thread(asked: Asked) -> Json:
    """Open a thread, from a message if one is named."""
    parent, name = asked.channel, asked.text("name").strip()
    if not 0 < len(name) <= LONGEST_THREAD_NAME:
        raise PageError(400, f"A thread's name has 1 to {LONGEST_THREAD_NAME} characters.")
    if parent.type not in THREADED:
        raise PageError(400, f"#{parent.name} can have no threads.")
    asked.require(parent, Permission.CREATE_PUBLIC_THREADS, "open threads")
    begun_by = None
    if asked.body.get("message_id") is not None:
        found = number(str(asked.body["message_id"]), "message")
        begun_by = asked.discord.world.message(parent.id, found)
        if begun_by.id in asked.guild.channels:
            raise PageError(400, "That message has a thread already.")
    thread = await asked.discord.create_thread(parent, name, asked.user, from_message=begun_by)
    return payloads.channel(thread)


def shown(asked: Asked, message: Message) -> Json:
    return message_payloads.message(message, asked.discord.world)


def _require_a_voice(asked: Asked, channel: Channel) -> None:
    needed = Permission.SEND_MESSAGES
    if channel.is_thread:
        needed = Permission.SEND_MESSAGES_IN_THREADS
    asked.require(channel, needed, "write")
    if asked.files:
        asked.require(channel, Permission.ATTACH_FILES, "attach files")


def _named(files: Sequence[Upload]) -> dict[str, bytes]:
    """Files by their names, each name once."""
    named: dict[str, bytes] = {}
    for index, file in enumerate(files, start=1):
        name = _NOT_IN_A_NAME.sub("_", file.filename)[-LONGEST_FILE_NAME:] or "file"
        named[name if name not in named else f"{index}-{name}"] = file.data
    return named


def _limit(asked: Asked) -> int:
    limit = number(asked.query.get("limit", "50"), "page")
    if not 1 <= limit <= MOST_AT_ONCE:
        raise PageError(400, f'"limit" is from 1 to {MOST_AT_ONCE}.')
    return limit
