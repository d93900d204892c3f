"""Once an hour: what was kept for long enough goes, as does what is left of guilds without us; and
a backup is made."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bot.logs import describe
from storage.records import Retention

if TYPE_CHECKING:
    from storage import Storage

log = logging.getLogger(__name__)

KEPT_AFTER_LEAVING = timedelta(days=7)
"""A guild that was left by mistake can come back for so long, and finds its moods."""

GuildIds = Callable[[], Awaitable[Collection[int] | None]]
"""Asks for the guilds that the bot is in, also those of which Discord has an outage; `None`: not
known."""

Clock = Callable[[], datetime | None]
"""The time by Discord's clock; `None`: not known yet, or not certain."""


class Maintenance:
    """Tidies up soon after the start, and then every `pause` seconds.

    What fails is logged and tried again after `retry` seconds; the other steps go on. Nothing is
    done before the time is certain: what a wrong clock would delete is gone for good. `doubt` says
    in words why it is not, which is logged once in `pause` seconds.
    Use it as an async context manager. Leaving it stops between two transactions.
    """

    def __init__(
        self,
        storage: Storage,
        retention: Retention,
        *,
        clock: Clock,
        doubt: Callable[[], str | None] = lambda: None,
        first_pause: float = 60.0,
        pause: float = 3600.0,
        retry: float = 300.0,
    ) -> None:
        self._storage = storage
        self._retention = retention
        self._clock = clock
        self._doubt = doubt
        self._next_doubt = 0.0
        self._room = 0
        self._first_pause = first_pause
        self._pause = pause
        self._retry = retry
        self._guild_ids: GuildIds | None = None
        self._loop: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._loop = asyncio.create_task(self._work(), name="maintenance")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.wait([self._loop])

    def follow(self, guild_ids: GuildIds) -> None:
        """Ask here from now on which guilds the bot is in."""
        self._guild_ids = guild_ids

    async def tidy(self) -> bool:
        """Do all of it once; whether nothing failed."""
        now = self._clock()
        if now is None:
            self._tell_doubt()
            return False
        done = True
        for step in (self._expire, self._part_with_guilds, self._back_up):
            try:
                await step(now)
            except Exception as error:
                log.error("Maintenance failed: %s", describe(error))
                done = False
        return done

    async def _work(self) -> None:
        pause = self._first_pause
        while True:
            await asyncio.sleep(pause)
            pause = self._pause if await self.tidy() else self._retry

    def _tell_doubt(self) -> None:
        at = asyncio.get_running_loop().time()
        if at >= self._next_doubt and (words := self._doubt()) is not None:
            self._next_doubt = at + self._pause
            log.warning(words)

    async def _expire(self, now: datetime) -> None:
        expired = await self._storage.retention.expire(now, self._retention)
        log.info("Deleted what was kept long enough: %s", expired)

    async def _back_up(self, now: datetime) -> None:
        files = self._storage.files
        if files is None:
            return
        await files.backup(now)
        room = await files.room()
        if room > self._room:
            log.info("The backups take %.1f MB", room / 1e6)
        self._room = room

    async def _part_with_guilds(self, now: datetime) -> None:
        """Mark the guilds that the bot is not in, and erase those marked long enough ago.

        Nothing is done while the bot is not connected, or cannot ask: an old mark may be of a guild
        that it has come back to since.
        """
        # In this order: a guild that is joined meanwhile is on no list, and not judged.
        known = await self._storage.guilds.known()
        present = await self._guild_ids() if self._guild_ids else None
        if present is None:
            return
        await self._storage.guilds.present(present)
        for guild_id in known.difference(present):
            await self._storage.guilds.left(guild_id, now)
        for guild_id in await self._storage.guilds.erase_left(now - KEPT_AFTER_LEAVING, now):
            log.info("Erased guild %d, which the bot has left", guild_id)
