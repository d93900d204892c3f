"""What people read and write: messages, reactions and threads, within the rights of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playground import forms
from playground.errors import PageError
from playground.forms import MOST_FILES, MessageForm
from playground.page.asking import Api, Asked, is_number, number
from playground.rest.api import Upload
from playground.rest.posting import HISTORY_LIMIT
from playground.world import EPHEMERAL, Json, Message, payloads

LONGEST_FILE_NAME = 100
_NOT_IN_A_NAME = re.compile(r"[^\w.-]|^\.+", re.ASCII)
"""Discord writes such signs as "_", too."""


def add_routes(api: Api) -> None:
    messages = "/channels/{channel}/messages"
    reaction = messages + "/{message}/reactions/{emoji}"
    api.add("GET", messages, history)
    api.add("POST", messages, send)
    api.add("PATCH", messages + "/{message}", edit)
    api.add("DELETE", messages + "/{message}", delete)
    api.add("PUT", reaction, react)
    api.add("DELETE", reaction, take_back)
    api.add("POST", "/channels/{channel}/threads", open_thread)


async def history(asked: Asked) -> list[Json]:
    """A page of a channel's messages, newest first, with those that only this member sees.

    It is before, after or around the message with an id, as with Discord, or the newest.
    """
    found = asked.person.read(
        asked.channel,
        before=_place(asked, "before"),
        after=_place(asked, "after"),
        around=_place(asked, "around"),
        limit=_limit(asked),
    )
    return [asked.person.form(each) for each in found]


async def send(asked: Asked) -> Json:
    channel, text = asked.channel, asked.body.get("content") or ""
    if not isinstance(text, str):
        raise PageError(400, '"content" must be a text.')
    if len(asked.files) > MOST_FILES:
        raise PageError(400, f"A message can have at most {MOST_FILES} files.")
    reply_to = _named(asked, "reply_to")
    files = by_name(asked.files)
    alt_texts = _alt_texts(asked, list(files))
    message = await asked.person.write(
        channel, text, reply_to=reply_to, files=files, alt_texts=alt_texts
    )
    return asked.person.form(message)


async def edit(asked: Asked) -> Json:
    message = asked.message
    await asked.person.edit(message, asked.text("content"))
    return asked.person.form(message)


async def delete(asked: Asked) -> None:
    """Delete a message; one that only this member sees is dismissed."""
    message = asked.message
    if message.flags & EPHEMERAL:
        await asked.discord.dismiss(message)
    else:
        await asked.person.delete(message)


async def react(asked: Asked) -> None:
    await asked.person.react(asked.message, asked.path["emoji"])


async def take_back(asked: Asked) -> None:
    await asked.person.take_back(asked.message, asked.path["emoji"])


async def open_thread(asked: Asked) -> Json:
    """Open a thread, from a message if one is named."""
    begun_by = _named(asked, "message_id")
    thread = await asked.person.open_thread(
        asked.channel, asked.text("name"), from_message=begun_by
    )
    return payloads.channel(thread)


def by_name(files: Sequence[Upload]) -> dict[str, bytes]:
    """Files by their names, each name once."""
    found: dict[str, bytes] = {}
    for index, file in enumerate(files, start=1):
        name = _NOT_IN_A_NAME.sub("_", file.filename)[-LONGEST_FILE_NAME:] or "file"
        found[name if name not in found else f"{index}-{name}"] = file.data
    return found


def _alt_texts(asked: Asked, names: Sequence[str]) -> dict[str, str]:
    """What the body says of the files with these names, each by its number. Raises RestError."""
    form = forms.read(MessageForm, {"attachments": asked.body.get("attachments")})
    numbers = {str(number): name for number, name in enumerate(names)}
    return {
        numbers[str(entry["id"])]: entry["description"].strip()
        for entry in form["attachments"] or ()
        if str(entry["id"]) in numbers and (entry.get("description") or "").strip()
    }


def _place(asked: Asked, name: str) -> int | None:
    """The id that the query gives as the place of a page, if it gives one. Raises PageError."""
    text = asked.query.get(name)
    return None if text is None else number(text, "message")


def _limit(asked: Asked) -> int:
    """How many messages a page may have. Raises PageError for what is no number."""
    text = asked.query.get("limit", "50")
    if not is_number(text):
        raise PageError(400, f'"limit" must be a number from 1 to {HISTORY_LIMIT}.')
    return int(text)


def _named(asked: Asked, key: str) -> Message | None:
    """The message of this channel that the body names, if it names one."""
    value = asked.body.get(key)
    if value is None:
        return None
    return asked.person.message(asked.channel.id, number(str(value), "message"))
