"""The gaps of one guild: which are due, and what is known of where they begin."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import discord

from bot.ingest.backoff import Retries
from bot.ingest.gap_reader import GapReader, overlap
from bot.ingest.gaps import ARCHIVED_THREADS, Gaps
from bot.ingest.history import History
from bot.ingest.message_channels import (
    MessageChannel,
    ThreadParent,
    message_channels_of,
    read_up_to,
    readable,
)
from bot.ingest.pipeline import Pipeline
from bot.logs import reason
from storage import Storage
from storage.records import snowflake_time

log = logging.getLogger(__name__)

AT_ONCE = 8
"""Channels of a guild read at the same time."""


class GuildGaps:
    """Begins to close gaps, each in a task of its own among `readings`, and never waits for one.

    Of what fails, `retries` says when it is tried again. Nothing is begun that is not yet ended.
    """

    def __init__(
        self,
        history: History,
        pipeline: Pipeline,
        storage: Storage,
        reader: GapReader,
        retries: Retries,
        guild_id: int,
        client: discord.Client,
        readings: asyncio.TaskGroup,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._history = history
        self._pipeline = pipeline
        self._gaps: Gaps = pipeline.gaps
        self._channels = storage.channels
        self._reader = reader
        self._retries = retries
        self._id = guild_id
        self._client = client
        self._readings = readings
        self._clock = clock
        self._some = asyncio.Semaphore(AT_ONCE)
        self._knowing = asyncio.Lock()
        self._begun: set[int] = set()  # channels, and ARCHIVED_THREADS
        self._passed_over: set[int] = set()

    def begin_what_is_due(self) -> None:
        """Begin to close the gaps whose time has come, unless Discord has an outage here.

        A guild that discord.py knows only half is logged, and holds up no other.
        """
        guild = self._client.get_guild(self._id)
        if guild is None or guild.unavailable:
            return
        try:
            self._begin_in(guild)
        except Exception as error:
            log.error("The gaps of guild %d cannot be told: %s", guild.id, reason(error))

    def _begin_in(self, guild: discord.Guild) -> None:
        places = list(self._due(message_channels_of(guild)))
        due = {place.id for place in places}
        if self._is_due(ARCHIVED_THREADS):
            due.add(ARCHIVED_THREADS)
        if due:
            self._note_begun(due)
            closing = self._close(guild, places, due)
            self._readings.create_task(closing, name=f"gaps of guild {self._id}")

    def _note_begun(self, channel_ids: Iterable[int]) -> None:
        for channel_id in channel_ids:
            self._begun.add(channel_id)
            self._retries.begun(self._id, channel_id)

    def _note_failed(self, channel_id: int, *, for_long: bool = False) -> None:
        self._begun.discard(channel_id)
        self._retries.failed(self._id, channel_id, for_long=for_long)

    def _note_closed(self, channel_id: int) -> None:
        self._begun.discard(channel_id)
        self._retries.succeeded(self._id, channel_id)

    def _is_due(self, channel_id: int) -> bool:
        """Whether there is a gap, nobody is closing it, and its pause after a failure is over."""
        return (
            self._gaps.is_open(self._id, channel_id)
            and channel_id not in self._begun
            and not self._retries.has_to_wait(self._id, channel_id)
        )

    def _due(self, places: Iterable[MessageChannel]) -> Iterator[MessageChannel]:
        for place in places:
            if self._is_due(place.id):
                if readable(place):
                    yield place
                else:
                    self._pass_over(place)

    async def _close(
        self, guild: discord.Guild, places: list[MessageChannel], due: set[int]
    ) -> None:
        """Begin with the gaps in these places, and in the archived threads if they are due."""
        try:
            async with self._knowing:
                known = await self._channels.contiguous(guild.id) or await self._begin_with(guild)
        except Exception as error:
            log.error("The history of guild %d failed: %s", guild.id, reason(error))
            for channel_id in due:
                self._note_failed(channel_id)
            return
        self._begin_closing(places, known, self._readings)
        if ARCHIVED_THREADS in due:
            self._readings.create_task(self._try_to_close_archived(guild, known))

    async def _begin_with(self, guild: discord.Guild) -> dict[int, int]:
        """Note that each place of a guild that is new is known up to when the bot joined."""
        joined = discord.utils.time_snowflake(guild.me.joined_at or self._clock())
        places = list(message_channels_of(guild))
        silent = [place for place in places if (place.last_message_id or 0) <= joined]
        for place in silent:
            self._gaps.begin(guild.id, place.id)
        await self._pipeline.store([], [read_up_to(place, joined) for place in places])
        for place in silent:  # without asking Discord for what is not there
            self._gaps.close(guild.id, place.id)
        return {place.id: joined for place in places}

    def _begin_closing(
        self, places: Iterable[MessageChannel], known: dict[int, int], tasks: asyncio.TaskGroup
    ) -> None:
        for place in places:
            closing = self._try_to_close(place, known.get(place.id))
            tasks.create_task(closing, name=f"gap in {place.id}")

    async def _try_to_close(self, place: MessageChannel, known: int | None) -> None:
        try:
            async with self._some:
                await self._reader.close(place, known, lambda: self._newest(place.id))
        except (discord.Forbidden, discord.NotFound):
            self._pass_over(place)
            # Discord bans addresses that make many such requests.
            self._note_failed(place.id, for_long=True)
        except Exception as error:
            log.warning("The history of channel %d failed: %s", place.id, reason(error))
            self._note_failed(place.id)
        else:
            self._note_closed(place.id)
            self._passed_over.discard(place.id)

    def _newest(self, place_id: int) -> int | None:
        """The newest message by the client's own memory, which lives through outages.

        0: there never was one. Discord may know none of a thread that holds what it began with.
        """
        guild = self._client.get_guild(self._id)
        current = guild and guild.get_channel_or_thread(place_id)
        if not isinstance(current, MessageChannel):
            return None
        return current.last_message_id or (None if isinstance(current, discord.Thread) else 0)

    async def _try_to_close_archived(self, guild: discord.Guild, known: dict[int, int]) -> None:
        try:
            listed = await self._close_archived(guild, known)
        except Exception as error:
            log.warning("The threads of guild %d failed: %s", guild.id, reason(error))
            listed = False
        if listed:
            self._note_closed(ARCHIVED_THREADS)
        else:
            self._note_failed(ARCHIVED_THREADS)

    async def _close_archived(self, guild: discord.Guild, known: dict[int, int]) -> bool:
        """Read the threads that were archived since this was last done, and note when that was.

        False where not all channels told of theirs.
        """
        self._gaps.begin(guild.id, ARCHIVED_THREADS)
        began = self._clock()
        done = await self._channels.archived_read_up_to(guild.id)
        since = self._reader.oldest(guild, done)
        if not self._gaps.is_blind(guild.id, ARCHIVED_THREADS):
            read_at = snowflake_time(done)
            since = max(read_at - overlap(read_at, began), since)
        parents: list[ThreadParent] = [*guild.text_channels, *guild.forums]
        parents = [parent for parent in parents if readable(parent)]
        lists = await asyncio.gather(*(self._archived(parent, since) for parent in parents))
        threads = [thread for found in lists for thread in found or ()]
        due = list(self._due(threads))
        self._note_begun(thread.id for thread in due)
        async with asyncio.TaskGroup() as closing:
            self._begin_closing(due, known, closing)
        if None in lists:
            return False
        still_open = {t.id for t in threads if self._gaps.is_open(guild.id, t.id)}
        if not still_open - self._passed_over and self._gaps.close(guild.id, ARCHIVED_THREADS):
            up_to = discord.utils.time_snowflake(began)
            await self._channels.note_archived_read_up_to(guild.id, up_to)
        return True

    async def _archived(self, parent: ThreadParent, since: datetime) -> list[discord.Thread] | None:
        """The threads archived since then under this channel; `None` where they cannot be told."""
        try:
            async with self._some:
                return await self._history.archived_threads(parent, since)
        except (discord.Forbidden, discord.NotFound):
            return []
        except Exception as error:
            log.warning("The threads of channel %d failed: %s", parent.id, reason(error))
            return None

    def _pass_over(self, place: MessageChannel) -> None:
        if place.id not in self._passed_over:
            self._passed_over.add(place.id)
            log.warning("Channel %d is passed over: I may not read its history", place.id)
