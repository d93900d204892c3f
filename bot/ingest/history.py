"""Reads what was said in the past from Discord's history, page by page, into the pipeline."""

from __future__ import annotations

import asyncio
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Collection,
    Coroutine,
    Iterator,
    Sequence,
)
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Self, TypeVar

import discord

from bot.background import logged
from bot.ingest.adapter import Found, incoming
from bot.ingest.deletions import FEW, Deletions, Suspects
from bot.ingest.events import Event
from bot.ingest.history_requests import PAGE, THREADS_PAGE, HistoryRequests
from bot.ingest.message_channels import MessageChannel, ThreadParent, read_up_to
from bot.ingest.pipeline import Pipeline
from storage import Storage
from storage.records import DeletedMessages, ReadUpTo

AT_ONCE = 32
"""Pages fetched and stored at the same time, of all guilds together: so many are in memory."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageRead:
    """What came of a page: `messages` on it count, `new` of them were not stored before, and
    `judged_again` were, edited since or scored by another model.

    `last` is the id of the last one; after the `final` page there is nothing newer.
    """

    messages: int
    new: int
    last: int
    final: bool
    judged_again: int = 0


class History:
    """Reads history slowly, and only while live messages are few.

    The same messages count as live ones do, for the same people. Stored messages that the history
    has no more are deleted (see `Deletions`); many of a page, only when a second look,
    `second_look_seconds` later, shows the same.

    A channel that Discord says to wait with waits alone.

    `model` is the version of the net that scores.

    The history may be `lag_seconds` behind what was told live: for so long a message that is
    missing is not taken for deleted. `clock` tells the time by Discord's clock.

    An async context manager: leaving it ends every reading of the past. What was read stays.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        storage: Storage,
        requests: HistoryRequests,
        *,
        model: str,
        clock: Callable[[], datetime],
        lag_seconds: float = 30.0,
        second_look_seconds: float = 180.0,
    ) -> None:
        self._pipeline = pipeline
        self._requests = requests
        self._messages = storage.messages
        self._model_versions = storage.model_versions
        self._model = model
        self._clock = clock
        self._second_look_seconds = second_look_seconds
        self._deletions = Deletions(requests, clock=clock, lag_seconds=lag_seconds)
        self._some = asyncio.Semaphore(AT_ONCE)
        self._some_lists = asyncio.Semaphore(AT_ONCE)
        self._readings: set[asyncio.Task[object]] = set()
        self._past_of: list[int] = []  # guilds

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        readings = list(self._readings)
        for reading in readings:
            reading.cancel()
        await asyncio.gather(*readings, return_exceptions=True)

    @property
    def readings(self) -> int:
        """How many readings of the past are under way."""
        return len(self._past_of)

    def is_reading(self, guild_id: int) -> bool:
        """Whether the past of a channel of this guild is being read."""
        return guild_id in self._past_of

    async def past(
        self, channel: MessageChannel | discord.ForumChannel, since: datetime
    ) -> AsyncGenerator[PageRead, None]:
        """Read a channel, its public threads included, from this time (aware) on.

        What another model scored is scored again, and of each channel or thread that was read to
        its end it is noted since when one model has scored it. How far it was read is not noted:
        this closes no gap. Raises discord.HTTPException where Discord refuses, StorageError.
        """
        with self._reading(channel.guild.id):
            after = discord.utils.time_snowflake(since)
            for place in await self._with_threads(channel, since):
                async for page in self.pages(place, after, note=False, read_again=True):
                    yield page
                await self._model_versions.note_read_again(
                    place.guild.id, place.id, self._model, since, self._clock()
                )

    async def pages(
        self,
        place: MessageChannel,
        after: int,
        *,
        note: bool,
        known: int = 0,
        read_again: bool = False,
    ) -> AsyncIterator[PageRead]:
        """Store the messages after this id, page by page; `note` with each how far that was.

        Those up to `known` were handed in before. Of them only what changed is taken: one that was
        not counted then, as in a channel that was left out, is not counted now, edited or not.
        With `read_again` what another model scored is scored again.

        Where many messages of a page are missing, nothing is noted from there on until the second
        look is over, after the last page; without `note` nobody waits for that.

        Raises discord.HTTPException where Discord refuses, IncompleteHistoryError, StorageError.
        """
        final = False
        suspects: list[Suspects] = []
        while not final:
            sure = note and not suspects
            store = partial(self._store_page, place, after, suspects, note=sure)
            page = await self._patiently(partial(store, known=known, read_again=read_again))
            yield page
            after, final = page.last, page.final
        if suspects:
            look = self._look_again(place, suspects, read_up_to(place, after) if note else None)
            if note:
                await look
            else:
                self._look_later(look)

    async def archived_threads(
        self, channel: ThreadParent, since: datetime
    ) -> list[discord.Thread]:
        """The public threads of a channel that were archived after this time (aware).

        Raises discord.HTTPException where Discord refuses, TimeoutError.
        """
        found: list[discord.Thread] = []
        before: datetime | None = None
        while True:  # the last archived is first
            page = await self._patiently(
                partial(self._requests.archived_threads, channel, before), self._some_lists
            )
            found += [thread for thread in page if thread.archive_timestamp >= since]
            if len(page) < THREADS_PAGE or page[-1].archive_timestamp < since:
                return found
            before = page[-1].archive_timestamp

    @contextmanager
    def _reading(self, guild_id: int) -> Iterator[None]:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 (a coroutine runs in one)
        self._readings.add(task)
        self._past_of.append(guild_id)
        try:
            yield
        finally:
            self._past_of.remove(guild_id)
            self._readings.discard(task)

    async def _with_threads(
        self, channel: MessageChannel | discord.ForumChannel, since: datetime
    ) -> list[MessageChannel]:
        places: list[MessageChannel] = (
            [] if isinstance(channel, discord.ForumChannel) else [channel]
        )
        if isinstance(channel, discord.TextChannel | discord.ForumChannel):
            places += [thread for thread in channel.threads if not thread.is_private()]
            places += await self.archived_threads(channel, since)
        return places

    def _look_later(self, look: Coroutine[None, None, None]) -> None:
        looking = asyncio.create_task(logged(look, "second look"), name="second look")
        self._readings.add(looking)
        looking.add_done_callback(self._readings.discard)

    async def _look_again(
        self, place: MessageChannel, suspects: Sequence[Suspects], read: ReadUpTo | None
    ) -> None:
        """Minutes later, delete what is missing still, and note how far the place was read."""
        await asyncio.sleep(self._second_look_seconds)
        gone: set[int] = set()
        for each in suspects:
            gone |= await self._patiently(partial(self._deletions.gone_after_all, place, each))
        await self._pipeline.store(_deleted(place, gone), [read] if read else [])

    async def _store_page(
        self,
        place: MessageChannel,
        after: int,
        doubtful: list[Suspects],
        *,
        note: bool,
        known: int,
        read_again: bool,
    ) -> PageRead:
        """Store a page; if many messages are missing on it, they are added to the `doubtful`."""
        messages = await self._requests.page(place, after)
        last = max((message.id for message in messages), default=after)
        stored = await self._stored(place, after, messages)
        understood = (m for m in messages if not isinstance(m, discord.Object))
        found = [m for m in map(incoming, understood) if m is not None]
        counted = [replace(m, read_again=read_again) for m in found]
        events: list[Event] = [m for m in counted if m.message_id > known or m.message_id in stored]
        if missing := stored - {message.id for message in messages}:
            suspects = Suspects(after, missing)
            events += _deleted(place, await self._deletions.gone(place, suspects))
            if len(missing) > FEW:
                doubtful.append(suspects)
        noted = [read_up_to(place, last)] if note and not doubtful else []
        applied = await self._pipeline.store(events, noted)
        final = len(messages) < PAGE
        return PageRead(len(counted), applied.inserted, last, final, applied.updated)

    async def _stored(
        self, place: MessageChannel, after: int, page: Sequence[Found]
    ) -> frozenset[int]:
        """The stored messages that belong on this page."""
        up_to = page[-1].id if len(page) == PAGE else None
        return frozenset(await self._messages.ids(place.guild.id, place.id, after, up_to))

    async def _patiently(
        self, work: Callable[[], Awaitable[T]], some: asyncio.Semaphore | None = None
    ) -> T:
        """Do it as one of `AT_ONCE`; where Discord says to wait with it, wait beside them."""
        while True:
            async with some or self._some:
                try:
                    return await work()
                except discord.RateLimited as limited:
                    pause = limited.retry_after
            await asyncio.sleep(pause)


def _deleted(place: MessageChannel, message_ids: Collection[int]) -> list[Event]:
    ids = tuple(sorted(message_ids))
    return [DeletedMessages(place.guild.id, place.id, ids)] if ids else []
