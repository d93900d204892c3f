"""Reads what was said in the past from Discord's history, page by page, into the pipeline."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from types import TracebackType
from typing import Self

import discord

from bot.clock import utc_now
from bot.gateway.channels import may_read
from bot.ingest.adapter import incoming
from bot.ingest.events import Event, IncomingMessage
from bot.ingest.pipeline import Pipeline
from storage import Storage
from storage.records import DeletedMessages, ReadUpTo, snowflake_time

PAGE = 100
"""Messages a request: https://discord.com/developers/docs/resources/message#get-channel-messages"""

Place = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
"""What has a history. (A forum has posts, which are threads.)"""


@dataclass(frozen=True, slots=True)
class Page:
    """What came of a page: `messages` on it count, and `new` of them were not stored before.

    `last` is the id of the last one; after the `final` page there is nothing newer.
    """

    messages: int
    new: int
    last: int
    final: bool


class History:
    """Reads history slowly, and only while live messages are few.

    The same messages count as live ones do, for the same people. Stored messages that the history
    has no more are deleted. There is one request at a time, and they lie at least `request_seconds`
    apart: that leaves four fifths of Discord's 50 a second to all else. The limits of each route
    discord.py keeps; where it fails to, nothing is asked for `seconds_after_429`.

    The history may be `lag_seconds` behind what was told live: for so long a message that is
    missing is not taken for deleted. `clock` tells the time by Discord's clock.

    An async context manager: leaving it ends every reading of the past. What was read stays.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        storage: Storage,
        *,
        clock: Callable[[], datetime | None],
        request_seconds: float = 0.1,
        seconds_after_429: float = 10.0,
        lag_seconds: float = 30.0,
    ) -> None:
        self._pipeline = pipeline
        self._messages = storage.messages
        self._clock = clock
        self._request_seconds = request_seconds
        self._seconds_after_429 = seconds_after_429
        self._lag_seconds = lag_seconds
        self._requesting = asyncio.Lock()
        self._next_request = 0.0
        self._readings: set[asyncio.Task[object]] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        readings = list(self._readings)
        for reading in readings:
            reading.cancel()
        await asyncio.gather(*readings, return_exceptions=True)

    async def past(
        self, channel: Place | discord.ForumChannel, since: datetime
    ) -> AsyncGenerator[Page, None]:
        """Read a channel, its public threads included, from this time (aware) on.

        How far it was read is not noted: this closes no gap. Raises discord.HTTPException where
        Discord refuses, StorageError.
        """
        with self._reading():
            after = discord.utils.time_snowflake(since)
            for place in await self._with_threads(channel, since):
                async for page in self.pages(place, after, note=False):
                    yield page

    async def pages(
        self, place: Place, after: int, *, note: bool, known: int = 0
    ) -> AsyncIterator[Page]:
        """Store the messages after this id, page by page; `note` with each how far that was.

        Those up to `known` were handed in before. Of them only what changed is taken: one that was
        not counted then, as in a channel that was left out, is not counted now.

        Raises discord.HTTPException where Discord refuses, StorageError.
        """
        final = False
        while not final:
            page = await self._store_page(place, after, note=note, known=known)
            yield page
            after, final = page.last, page.final

    async def archived_threads(
        self, channel: discord.TextChannel | discord.ForumChannel, since: datetime
    ) -> list[discord.Thread]:
        """The public threads of a channel that were archived after this time (aware).

        Raises discord.HTTPException where Discord refuses.
        """
        found: list[discord.Thread] = []
        async with self._turn():
            async for thread in channel.archived_threads(limit=None):  # the last archived is first
                if thread.archive_timestamp < since:
                    break
                found.append(thread)
        return found

    @contextmanager
    def _reading(self) -> Iterator[None]:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 (a coroutine runs in one)
        self._readings.add(task)
        try:
            yield
        finally:
            self._readings.discard(task)

    async def _with_threads(
        self, channel: Place | discord.ForumChannel, since: datetime
    ) -> list[Place]:
        places: list[Place] = [] if isinstance(channel, discord.ForumChannel) else [channel]
        if isinstance(channel, discord.TextChannel | discord.ForumChannel):
            places += [thread for thread in channel.threads if not thread.is_private()]
            places += await self.archived_threads(channel, since)
        return places

    async def _store_page(self, place: Place, after: int, *, note: bool, known: int) -> Page:
        messages = await self._fetch(place, after)
        last = max((message.id for message in messages), default=after)
        stored = await self._stored(place, after, messages)
        counted = [m for m in map(incoming, messages) if m is not None]
        events: list[Event] = [m for m in counted if m.message_id in stored or _is_new(m, known)]
        if gone := await self._gone(place, after, messages, stored):
            events.append(DeletedMessages(place.guild.id, place.id, gone))
        applied = await self._pipeline.store(events, [read_up_to(place, last)] if note else [])
        return Page(len(counted), applied.inserted, last, final=len(messages) < PAGE)

    async def _stored(
        self, place: Place, after: int, page: Sequence[discord.Message]
    ) -> frozenset[int]:
        """The stored messages that belong on this page."""
        up_to = page[-1].id if len(page) == PAGE else None
        return frozenset(await self._messages.ids(place.guild.id, place.id, after, up_to))

    async def _gone(
        self, place: Place, after: int, page: Sequence[discord.Message], stored: frozenset[int]
    ) -> tuple[int, ...]:
        """The stored messages that are not on the page on which they belong: they were deleted.

        It is fetched again to be sure, when it must hold them all: a deletion is for ever. What
        came in between was stored before, so it is on it.
        """
        missing = stored - {message.id for message in page}
        if not missing:
            return ()
        await self._outwait_lag(max(missing))
        again = await self._fetch(place, after)
        if not again:
            await self._refuse_if_forbidden(place, max(missing))
        if len(again) == PAGE:
            missing = frozenset(each for each in missing if each < again[-1].id)
        return tuple(sorted(missing - {message.id for message in again}))

    async def _outwait_lag(self, message_id: int) -> None:
        """Wait until a message that was told of live must be in the history."""
        age = (self._clock() or utc_now()) - snowflake_time(message_id)
        await asyncio.sleep(min(self._lag_seconds - age.total_seconds(), self._lag_seconds))

    async def _refuse_if_forbidden(self, place: Place, message_id: int) -> None:
        """Raise discord.Forbidden where the history may not be read: then, too, it comes empty.

        https://discord.com/developers/docs/resources/message#get-channel-messages
        """
        async with self._turn():
            with suppress(discord.NotFound):
                await place.fetch_message(message_id)

    async def _fetch(self, place: Place, after: int) -> list[discord.Message]:
        """Up to a page of messages after this id, oldest first."""
        start = discord.Object(after)
        async with self._turn():
            return [m async for m in place.history(limit=PAGE, after=start, oldest_first=True)]

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Wait until it is time for the next request, and live messages are few."""
        clock = asyncio.get_running_loop().time
        async with self._requesting:
            await asyncio.sleep(self._next_request - clock())
            await self._pipeline.calm()
            self._next_request = clock() + self._request_seconds
            try:
                yield
            except discord.HTTPException as error:
                # Discord bans addresses that make many such requests.
                if error.status == HTTPStatus.TOO_MANY_REQUESTS:
                    self._next_request = clock() + self._seconds_after_429
                raise


def _is_new(message: IncomingMessage, known: int) -> bool:
    """Whether the message was sent or edited after the one that is `known`."""
    edited_since = message.edited_at is not None and message.edited_at > snowflake_time(known)
    return message.message_id > known or edited_since


def places_of(guild: discord.Guild) -> Iterator[Place]:
    """The channels with a history, and the active public threads."""
    for channel in guild.channels:
        if isinstance(channel, Place):
            yield channel
    yield from (thread for thread in guild.threads if not thread.is_private())


def readable(place: Place | discord.ForumChannel) -> bool:
    """Whether the bot may read the place's history."""
    channel = place.parent if isinstance(place, discord.Thread) else place
    return channel is not None and may_read(place.guild.me, channel)


def above(place: Place) -> int | None:
    """The channel above a thread."""
    return place.parent_id if isinstance(place, discord.Thread) else None


def read_up_to(place: Place, message_id: int) -> ReadUpTo:
    """That everything in this place up to this message has been handed in."""
    return ReadUpTo(place.guild.id, place.id, above(place), message_id)


def up_to_now(place: Place) -> ReadUpTo:
    return read_up_to(place, place.last_message_id or place.id)
