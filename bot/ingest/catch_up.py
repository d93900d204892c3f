"""Closes gaps: what Discord never delivered is read from the channels' history."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

import discord

from bot.clock import utc_now
from bot.ingest.backoff import Retries
from bot.ingest.gaps import ARCHIVED_THREADS, Gaps
from bot.ingest.history import History, Place, above, places_of, read_up_to, readable, up_to_now
from bot.ingest.pipeline import Pipeline
from bot.logs import describe
from storage import Storage
from storage.records import snowflake_time

log = logging.getLogger(__name__)

OVERLAP, LONGEST_OVERLAP = timedelta(hours=1), timedelta(days=1)
"""How far before the gap reading begins, to find edits and deletions that nobody told of: as far as
the gap is long, within these."""

DISORDER = timedelta(seconds=5)
"""A message may come after others with later ids: so it may be missed although the channel was read
up to one that is so much later."""

AT_ONCE = 4
"""Channels read at the same time: while a page of one is stored, that of another is fetched."""

QUIET = timedelta(days=1)
"""A channel without a new message, and with none for so long, is not asked for its history."""


class CatchUp:
    """Reads each channel with a gap from where it is known to be read up to, until it has none.

    A guild that is new is read from when the bot joined it. A channel that is new in a known guild
    was made in the gap, and is read from its beginning. Nothing is read that is older than
    `rows_days`, because it is not stored, nor what was said before the bot came to the guild.

    Gaps are looked for each `round_seconds`, and when one opens. A channel that fails does not
    stop the others; it is tried again after pauses that double, from `retry_seconds` on. `clock`
    tells the time by Discord's clock, which knows better what is old than this machine's.

    An async context manager. How far it came is stored, and the next start goes on from there.
    """

    def __init__(
        self,
        history: History,
        pipeline: Pipeline,
        storage: Storage,
        *,
        clock: Callable[[], datetime | None],
        rows_days: int = 30,
        round_seconds: float = 60.0,
        retry_seconds: float = 15.0,
        longest_retry_seconds: float = 900.0,
    ) -> None:
        self._history = history
        self._pipeline = pipeline
        self._gaps: Gaps = pipeline.gaps
        self._storage = storage
        self._clock = clock
        self._rows_kept = timedelta(days=rows_days)
        self._round_seconds = round_seconds
        self._retry_seconds = retry_seconds
        self._client: discord.Client | None = None
        self._worker: asyncio.Task[None] | None = None
        self._retries = Retries(retry_seconds, longest_retry_seconds)
        self._passed_over: set[int] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.wait([self._worker])

    def attend(self, client: discord.Client) -> None:
        """Close the gaps in the guilds of this client, and of the one before no more."""
        if self._worker is not None:
            self._worker.cancel()
        self._retries.forget_all()  # they may have been the connection's
        self._client = client
        self._worker = asyncio.create_task(self._work(client), name="catch-up")

    async def _work(self, client: discord.Client) -> None:
        while not client.is_closed():
            self._gaps.opened.clear()
            with self._retries.round():
                for guild in client.guilds:
                    if not guild.unavailable:
                        await self._catch_up_with(guild)
                    await asyncio.sleep(0)
            try:
                await asyncio.wait_for(self._gaps.opened.wait(), self._pause())
            except TimeoutError:
                continue
            await asyncio.sleep(0.1)  # gaps come in crowds

    def _pause(self) -> float:
        """The seconds to the next round, which comes sooner for who failed."""
        next_retry = max(self._retries.seconds_to_next(), self._retry_seconds)
        return min(next_retry, self._round_seconds)

    async def _catch_up_with(self, guild: discord.Guild) -> None:
        try:
            places = list(self._due(places_of(guild)))
            gap = self._gaps.is_open(guild.id, ARCHIVED_THREADS)
            archived = gap and not self._retries.has_to_wait(guild.id, ARCHIVED_THREADS)
            if not places and not archived:
                return
            known = await self._storage.channels.contiguous(guild.id)
            if not known:
                known = await self._begin_with(guild)
            if archived:
                await self._try_to_close_archived(guild, known)
            await self._close_gaps(places, known)
        except Exception as error:
            log.error("The history of guild %d failed: %s", guild.id, describe(error))
            self._retries.failed(guild.id, ARCHIVED_THREADS)

    def _due(self, places: Iterable[Place]) -> Iterator[Place]:
        """Those with a gap that the bot may read, and whose pause after a failure is over."""
        for place in places:
            if not self._gaps.is_open(place.guild.id, place.id):
                continue
            if not readable(place):
                self._pass_over(place)
            elif not self._retries.has_to_wait(place.guild.id, place.id):
                yield place

    async def _begin_with(self, guild: discord.Guild) -> dict[int, int]:
        """Note that each place of a guild that is new is known up to when the bot joined."""
        joined = discord.utils.time_snowflake(guild.me.joined_at or self._now())
        places = list(places_of(guild))
        silent = [place for place in places if (place.last_message_id or 0) <= joined]
        for place in silent:
            self._gaps.begin(guild.id, place.id)
        await self._pipeline.store([], [read_up_to(place, joined) for place in places])
        for place in silent:  # without asking Discord for what is not there
            self._gaps.close(guild.id, place.id)
        return {place.id: joined for place in places}

    async def _try_to_close_archived(self, guild: discord.Guild, known: dict[int, int]) -> None:
        try:
            await self._close_archived(guild, known)
        except Exception as error:
            log.warning("The threads of guild %d failed: %s", guild.id, describe(error))
            self._retries.failed(guild.id, ARCHIVED_THREADS)
        else:
            self._retries.succeeded(guild.id, ARCHIVED_THREADS)

    async def _close_archived(self, guild: discord.Guild, known: dict[int, int]) -> None:
        """Read the threads that were archived since this was last done, and note when that was."""
        self._gaps.begin(guild.id, ARCHIVED_THREADS)
        began = self._now()
        done = snowflake_time(await self._storage.channels.archived_read_up_to(guild.id))
        since = max(done - overlap(done, began), self._oldest(guild))
        threads: list[discord.Thread] = []
        channels: list[discord.TextChannel | discord.ForumChannel] = [*guild.text_channels]
        for channel in (*channels, *guild.forums):
            if readable(channel):
                with suppress(discord.Forbidden, discord.NotFound):
                    threads += await self._history.archived_threads(channel, since)
        await self._close_gaps(list(self._due(threads)), known)
        still_open = {t.id for t in threads if self._gaps.is_open(guild.id, t.id)}
        if not still_open - self._passed_over and self._gaps.close(guild.id, ARCHIVED_THREADS):
            up_to = discord.utils.time_snowflake(began)
            await self._storage.channels.note_archived_read_up_to(guild.id, up_to)

    async def _close_gaps(self, places: Iterable[Place], known: dict[int, int]) -> None:
        some = asyncio.Semaphore(AT_ONCE)

        async def close(place: Place) -> None:
            async with some:
                await self._try_to_close(place, known.get(place.id))

        async with asyncio.TaskGroup() as closing:
            for place in places:
                closing.create_task(close(place), name=f"gap in {place.id}")

    async def _try_to_close(self, place: Place, known: int | None) -> None:
        try:
            if not (await self._is_left_out(place) and await self._skip(place, known or 0)):
                await self._close_gap(place, known)
        except (discord.Forbidden, discord.NotFound):
            self._pass_over(place)
            # Discord bans addresses that make many such requests.
            self._retries.failed(place.guild.id, place.id, for_long=True)
        except Exception as error:
            log.warning("The history of channel %d failed: %s", place.id, describe(error))
            self._retries.failed(place.guild.id, place.id)
        else:
            self._retries.succeeded(place.guild.id, place.id)
            self._passed_over.discard(place.id)

    async def _is_left_out(self, place: Place) -> bool:
        left_out = (await self._storage.settings.get(place.guild.id)).ignored_channel_ids
        return not left_out.isdisjoint({place.id, above(place)})

    async def _skip(self, place: Place, known: int) -> bool:
        """What is said in a channel that is left out is not counted later, either.

        False where messages from before are stored that may have been deleted: in a backup that
        was restored.
        """
        if await self._storage.messages.ids(place.guild.id, place.id, known):
            return False
        self._gaps.begin(place.guild.id, place.id)
        await self._pipeline.store([], [up_to_now(place)])
        self._gaps.close(place.guild.id, place.id)
        return True

    async def _close_gap(self, place: Place, known: int | None) -> None:
        while self._gaps.is_open(place.guild.id, place.id):
            missed = self._gaps.begin(place.guild.id, place.id)
            if missed is not None or not self._is_quiet(place, known):
                known = await self._read(place, known, missed)
            self._gaps.close(place.guild.id, place.id)

    def _is_quiet(self, place: Place, known: int | None) -> bool:
        """Whether nothing was said after `known`, nor for long before now."""
        # `place` may be from before an outage or a lost session: then it knows of nothing newer.
        guild = self._client and self._client.get_guild(place.guild.id)
        current = guild and guild.get_channel_or_thread(place.id)
        newest = current.last_message_id if isinstance(current, Place) else None
        if known is None or newest is None or newest > known:
            return False
        return snowflake_time(known) < self._now() - QUIET

    async def _read(self, place: Place, known: int | None, missed: int | None) -> int:
        """Read on to the newest message, and return its id; or tell where reading has to go on."""
        reached = (known or 0) if missed is None else missed - 1
        try:
            after, handed_in = await self._bounds(place, known, missed)
            async for page in self._history.pages(place, after, note=True, known=handed_in):
                reached = max(reached, page.last)
        except BaseException:
            if missed is not None:
                self._gaps.open(place.guild.id, place.id, reached + 1)
            raise
        return reached

    async def _bounds(self, place: Place, known: int | None, missed: int | None) -> tuple[int, int]:
        """The id after which reading begins, and the one up to which nothing is new."""
        start, handed_in = place.id - 1, 0
        if known is not None:
            until = snowflake_time(known)
            disorder = discord.utils.time_snowflake(until - DISORDER)
            # What was missed further back is an edit or a deletion of what had been handed in.
            handed_in = known if missed is None else max(min(known, missed - 1), disorder)
            start = known if missed is None else min(known, missed - 1)
            if not self._gaps.knows(place.guild.id, place.id):
                since = discord.utils.time_snowflake(until - overlap(until, self._now()))
                stored = await self._storage.messages.ids(place.guild.id, place.id, since, known)
                if stored[-1:] == [known]:  # else it may have been left out, with those before
                    handed_in = disorder
                # Of what lies before, only what is stored can have changed.
                start = min([start, handed_in, *(each - 1 for each in stored[:1])])
        return max(start, discord.utils.time_snowflake(self._oldest(place.guild))), handed_in

    def _now(self) -> datetime:
        return self._clock() or utc_now()

    def _oldest(self, guild: discord.Guild) -> datetime:
        oldest = self._now() - self._rows_kept
        joined = guild.me.joined_at
        return oldest if joined is None else max(oldest, joined)

    def _pass_over(self, place: Place) -> None:
        if place.id not in self._passed_over:
            self._passed_over.add(place.id)
            log.warning("Channel %d is passed over: I may not read its history", place.id)


def overlap(known: datetime, now: datetime) -> timedelta:
    """How far before what is known reading begins now."""
    return min(max(now - known, OVERLAP), LONGEST_OVERLAP)
