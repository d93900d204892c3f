"""Sends what nobody asked for: an alert, a digest. It pings nobody, is tried again, and comes once.

What is posted has a key that names it among those of its guild. A stored mark says that it was
begun, and that it was sent. Between the two the answer can get lost, or the program die, with the
message sent or not: for a short while Discord itself knows a message by its nonce and sends none
twice; after that the outbox looks, before each try, whether it stands in the channel.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

import aiohttp
import discord

from bot.logs import reason
from bot.render.localizer import N_, Localizer
from storage.records import PostMark

log = logging.getLogger(__name__)

NOBODY = discord.AllowedMentions.none()

NONCE_HOLDS = timedelta(minutes=2)
"""Discord compares with those of "the past few minutes":
https://discord.com/developers/docs/resources/message#create-message"""

PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0)
"""Seconds between tries."""

NOT_ALLOWED = N_(
    "I can't post in {channel}. Please give me View Channel, Send Messages, Embed Links and "
    "Attach Files there."
)
GONE = N_("I can't post in {channel}: that channel is gone. Please choose another one.")


class UndeliverableError(Exception):
    """It cannot be posted there, and trying again would not help; the message, in English, says
    what would."""

    def __init__(self, words: str, channel_id: int) -> None:
        self._words, self._channel = words, f"<#{channel_id}>"
        super().__init__(self.said(Localizer()))

    def said(self, localizer: Localizer) -> str:
        """The same to whom it concerns."""
        return localizer.gettext(self._words, channel=self._channel)


@dataclass(frozen=True, slots=True)
class Post:
    """A message that nobody asked for, to a channel or thread of a guild.

    `key` names it among all posts of the guild, for good: `digest-2026-11-26`. Each of its `files`
    may have a description, by its name, for people who do not see it.
    """

    guild_id: int
    channel_id: int
    key: str
    content: str = ""
    embed: discord.Embed | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    view: discord.ui.View | None = None
    descriptions: Mapping[str, str] = field(default_factory=dict)

    @property
    def nonce(self) -> str:
        """At most 25 characters, as Discord takes them."""
        whole = f"{self.guild_id}:{self.key}".encode()
        return hashlib.blake2b(whole, digest_size=12).hexdigest()


class PostMarks(Protocol):
    """Remembers, over restarts, what was begun and what was sent."""

    async def begin(self, guild_id: int, key: str, now: datetime) -> PostMark:
        """The mark of a post; where it has none it is begun now."""
        ...

    async def sent(self, guild_id: int, key: str) -> None: ...


class Outbox:
    """Posts each message once. `clock` is Discord's; `sleep` waits so many seconds."""

    def __init__(
        self,
        marks: PostMarks,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._marks = marks
        self._clock = clock
        self._sleep = sleep

    async def post(self, client: discord.Client, post: Post) -> None:
        """Post it, unless that was done before.

        Raises UndeliverableError where it never can be, and what discord.py raised last where
        Discord is out of reach: then the same may be posted again later.
        """
        now = self._clock()
        mark = await self._marks.begin(post.guild_id, post.key, now)
        if mark.sent:
            return
        try:
            await self._send(client, post, mark.begun_at)
        except discord.Forbidden as error:
            raise UndeliverableError(NOT_ALLOWED, post.channel_id) from error
        except discord.NotFound as error:
            raise UndeliverableError(GONE, post.channel_id) from error
        await self._marks.sent(post.guild_id, post.key)

    async def _send(self, client: discord.Client, post: Post, begun_at: datetime) -> None:
        for pause in PAUSES:
            try:
                return await self._try(client, post, begun_at)
            except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
                if not _may_pass(error):
                    raise
                log.info("A post waits %.0f s for its next try: %s", pause, reason(error))
            await self._sleep(pause)
        return await self._try(client, post, begun_at)

    async def _try(self, client: discord.Client, post: Post, begun_at: datetime) -> None:
        # Within one try discord.py makes up to five: together they may outlast the nonce.
        nonce_holds = self._clock() - begun_at <= NONCE_HOLDS
        if nonce_holds or not await _stands_there(client, post, begun_at):
            await _send_once(client, post)


async def _send_once(client: discord.Client, post: Post) -> None:
    given: dict[str, Any] = {}
    if post.embed is not None:
        given["embed"] = post.embed
    if post.view is not None:
        given["view"] = post.view
    if post.files:  # made anew for each try: sending uses them up
        given["files"] = [
            discord.File(io.BytesIO(data), name, description=post.descriptions.get(name))
            for name, data in post.files.items()
        ]
    await _channel(client, post).send(
        post.content or None, nonce=post.nonce, allowed_mentions=NOBODY, **given
    )


def _may_pass(error: Exception) -> bool:
    """Whether another try is worth it; before most such errors discord.py has tried five times."""
    return not isinstance(error, discord.HTTPException) or error.status in (429, *range(500, 600))


async def _stands_there(client: discord.Client, post: Post, begun_at: datetime) -> bool:
    """Whether the bot has posted the same in the channel since then.

    A post is known by its buttons, where it has some: its figures may have changed meanwhile.
    """
    assert client.user is not None  # noqa: S101 (it is logged in)
    embed, buttons = post.embed or discord.Embed(), _custom_ids(post.view)
    wanted = post.content.strip(), embed.title, embed.description, set(post.files)
    async for message in _channel(client, post).history(after=begun_at - NONCE_HOLDS, limit=None):
        shown = message.embeds[0] if message.embeds else discord.Embed()
        names = {attachment.filename for attachment in message.attachments}
        said = message.content, shown.title, shown.description, names
        same = buttons & _custom_ids_of(message) if buttons else said == wanted
        if message.author.id == client.user.id and same:
            return True
    return False


def _custom_ids(view: discord.ui.View | None) -> set[str]:
    items = () if view is None else view.children
    ids = (getattr(item, "custom_id", None) for item in items)
    return {custom_id for custom_id in ids if custom_id is not None}


def _custom_ids_of(message: discord.Message) -> set[str]:
    rows = (each for each in message.components if isinstance(each, discord.ActionRow))
    ids = (component.custom_id for row in rows for component in row.children)
    return {custom_id for custom_id in ids if custom_id is not None}


def _channel(client: discord.Client, post: Post) -> discord.PartialMessageable:
    """It need not be in the cache: Discord says what is wrong with it."""
    return client.get_partial_messageable(post.channel_id, guild_id=post.guild_id)
