"""The text of stored messages, fetched from Discord for one answer to one viewer.

Whoever asks has seen to it that the viewer may read the channel now. Here it is seen to that
nothing else comes with it: only messages that are stored, in the channel itself or in its public
threads, of members who are counted at this moment. Nothing is kept, and no text is in a repr.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from typing import Protocol

import discord

from bot.commands import errors
from bot.commands.errors import Refused
from bot.ingest.adapter import Found, incoming
from bot.ingest.events import IncomingMessage
from bot.ingest.history_requests import PAGE
from bot.ingest.message_channels import MessageChannel
from bot.ingest.scoring import counted_part
from bot.permissions.channels import Channel
from bot.render.talk import Said
from bot.reports.talk import Row
from storage.interface import Messages

MOST_REQUESTS = 10
"""To Discord, for one answer."""

PATIENCE_SECONDS = 20.0


class MessageSource(Protocol):
    """What is needed of the history: one request each, in its turn among all that can wait."""

    async def look(self, place: MessageChannel, after: int) -> Sequence[Found]: ...

    async def find_thread(self, guild: discord.Guild, thread_id: int) -> discord.Thread | None: ...


class LiveText:
    """Reads for one answer about one channel, with at most so many `requests`.

    `ran_out`: they did not suffice.
    """

    def __init__(
        self,
        source: MessageSource,
        messages: Messages,
        channel: Channel,
        *,
        requests: int = MOST_REQUESTS,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._source = source
        self._messages = messages
        self._channel = channel
        self._left = requests
        self.ran_out = False
        self._patience_seconds = patience_seconds
        self._places: dict[int, MessageChannel | None] = {}

    async def of(self, rows: Sequence[Row]) -> dict[int, Said]:
        """What these messages say, by id. Those that are not there any more, that do not count now,
        or for which the requests do not suffice, are left out.

        Raises Refused where Discord takes too long, discord.HTTPException, StorageError.
        """
        found: list[discord.Message] = []
        async with _patience(self._patience_seconds):
            for place_id, ids in _by_place(rows).items():
                while ids and (page := await self._page(place_id, ids)) is not None:
                    messages, ids = page
                    found += messages
            return await self._counted(found)

    async def of_blocks(self, blocks: Sequence[Sequence[Row]]) -> dict[int, Said]:
        """The same of a page from the first message of each block on, in the place of that one."""
        found: list[discord.Message] = []
        async with _patience(self._patience_seconds):
            for rows in filter(None, blocks):
                place_id, ids = next(iter(_by_place(rows).items()))
                if (page := await self._page(place_id, ids)) is not None:
                    found += page[0]
            return await self._counted(found)

    async def _page(
        self, place_id: int, ids: Sequence[int]
    ) -> tuple[list[discord.Message], list[int]] | None:
        """Those of these messages that are on one page, and the ids beyond it.

        `None` where nobody may read, or no request is left.
        """
        place = await self._place(place_id)
        if place is None or not self._take_request():
            return None
        page = await self._source.look(place, ids[0] - 1)
        wanted = frozenset(ids)
        messages = [m for m in page if isinstance(m, discord.Message) and m.id in wanted]
        end = page[-1].id if len(page) >= PAGE else ids[-1]
        return messages, [each for each in ids if each > end]

    async def _place(self, place_id: int) -> MessageChannel | None:
        """The channel itself, or a public thread of it."""
        if place_id not in self._places:
            self._places[place_id] = await self._find_place(place_id)
        return self._places[place_id]

    async def _find_place(self, place_id: int) -> MessageChannel | None:
        channel = self._channel
        if place_id == channel.id:
            return channel if isinstance(channel, MessageChannel) else None
        thread = channel.guild.get_thread(place_id)
        if thread is None and self._take_request():
            thread = await self._source.find_thread(channel.guild, place_id)
        if thread is None or thread.is_private() or thread.parent_id != channel.id:
            return None
        return thread

    def _take_request(self) -> bool:
        if self._left <= 0:
            self.ran_out = True
            return False
        self._left -= 1
        return True

    async def _counted(self, found: Collection[discord.Message]) -> dict[int, Said]:
        """Those that would be counted now: the same rule as for a message that comes in."""
        guild_id = self._channel.guild.id
        known = [(m, i) for m in found if (i := incoming(m)) is not None]
        members = {(guild_id, i.author_id) for _, i in known}
        excluded = await self._messages.exclusions(members)
        said = {}
        for message, event in known:
            counted = counted_part(event, excluded)
            if isinstance(counted, IncomingMessage) and counted.text.strip():
                said[message.id] = _said(message, counted)
        return said


def _said(message: discord.Message, counted: IncomingMessage) -> Said:
    return Said(
        message_id=message.id,
        author=message.author.display_name,
        text=counted.text,
        mentioned={member.id: member.display_name for member in message.mentions},
        is_edited=message.edited_at is not None,
        link=message.jump_url,
    )


def _by_place(rows: Sequence[Row]) -> dict[int, list[int]]:
    """The ids of each channel or thread, in order."""
    ids: dict[int, list[int]] = {}
    for row in rows:
        ids.setdefault(row.place_id, []).append(row.message_id)
    return ids


@asynccontextmanager
async def _patience(seconds: float) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError:
        raise Refused(errors.DISCORD_IS_SLOW) from None
