"""Closes gaps: what Discord never delivered is read from the channels' history."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Self

import discord

from bot.background import logged
from bot.ingest.backoff import Retries
from bot.ingest.gap_reader import GapReader
from bot.ingest.guild_gaps import GuildGaps
from bot.ingest.history import History
from bot.ingest.pipeline import Pipeline
from storage import Storage


class CatchUp:
    """Looks for gaps, and has each closed: guild beside guild, and channel beside channel.

    A guild that is new is read from when the bot joined it; see `GapReader` for how a channel is.
    Gaps are looked for each `round_seconds`, and when one opens. None waits for a gap of another
    guild. A channel that fails does not stop the others; it is tried again after pauses that
    double, from `retry_seconds` on. `clock` tells the time by Discord's clock, which knows better
    what is old than this machine's.

    An async context manager. How far it came is stored, and the next start goes on from there.
    """

    def __init__(
        self,
        history: History,
        pipeline: Pipeline,
        storage: Storage,
        *,
        clock: Callable[[], datetime],
        rows_days: int = 30,
        round_seconds: float = 60.0,
        retry_seconds: float = 15.0,
        longest_retry_seconds: float = 900.0,
    ) -> None:
        self._opened = pipeline.gaps.opened
        self._round_seconds = round_seconds
        self._retry_seconds = retry_seconds
        self._retries = Retries(retry_seconds, longest_retry_seconds)
        reader = GapReader(
            history, pipeline, storage, clock=clock, rows_kept=timedelta(days=rows_days)
        )
        self._make_guild = partial(
            GuildGaps, history, pipeline, storage, reader, self._retries, clock=clock
        )
        self._worker: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.wait([self._worker])

    def attend(self, client: discord.Client) -> None:
        """Close the gaps in the guilds of this client, and of the one before no more."""
        if self._worker is not None:
            self._worker.cancel()
        self._retries.forget_all()  # they may have been the connection's
        self._worker = asyncio.create_task(logged(self._work(client), "catch-up"), name="catch-up")

    def try_again(self, guild_id: int, channel_ids: Iterable[int]) -> None:
        """Let what was refused in these channels wait no longer."""
        for channel_id in channel_ids:
            self._retries.succeeded(guild_id, channel_id)
        self._opened.set()

    async def _work(self, client: discord.Client) -> None:
        guilds: dict[int, GuildGaps] = {}
        async with asyncio.TaskGroup() as readings:
            while not client.is_closed():
                self._opened.clear()
                with self._retries.round():
                    for guild in client.guilds:
                        if guild.id not in guilds:
                            guilds[guild.id] = self._make_guild(guild.id, client, readings)
                        guilds[guild.id].begin_what_is_due()
                        await asyncio.sleep(0)
                await self._until_next_round()

    async def _until_next_round(self) -> None:
        """Until a gap opens, something that failed is due again, or it is time to look anyway."""
        clock = asyncio.get_running_loop().time
        end = clock() + self._round_seconds
        while clock() < end and (next_retry := self._retries.seconds_to_next()) > 0:
            # What fails meanwhile is due no sooner than after `retry_seconds`.
            wait = min(next_retry, self._retry_seconds, end - clock())
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._opened.wait()
                break
        await asyncio.sleep(0.1)  # gaps come in crowds
