"""What the bot does for itself, once an hour: what was kept for long enough goes, as does what is
left of guilds without us; and a backup is made."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta

from bot.schedule.worker import LEASE, JobKind
from storage.interface import Storage
from storage.records import Expired, Retention

log = logging.getLogger(__name__)

KEPT_AFTER_LEAVING = timedelta(days=7)
"""A guild that was left by mistake can come back for so long, and finds its moods."""

GuildIds = Callable[[], Awaitable[Collection[int] | None]]
"""Asks for the guilds that the bot is in, also those of which Discord has an outage; `None`: not
known."""


def in_words(expired: Expired) -> str | None:
    """What was deleted; `None`: nothing."""
    parts = (
        (expired.rows, "messages' figures"),
        (expired.member_hours, "hours of members"),
        (expired.channel_hours, "hours of channels"),
        (expired.marks, "marks of deleted messages"),
    )
    return ", ".join(f"{many:,} {what}" for many, what in parts if many) or None


class Upkeep:
    """The jobs of the whole bot. Each can be broken off, and begun again, at any point."""

    def __init__(
        self, storage: Storage, retention: Retention, *, every: timedelta = timedelta(hours=1)
    ) -> None:
        self._storage = storage
        self._retention = retention
        self._every = every
        self._room = 0  # bytes that the backups took
        self.backed_up_at: datetime | None = None  # since the start
        self._guild_ids: GuildIds | None = None

    @property
    def kinds(self) -> list[JobKind]:
        kinds = [
            JobKind("expire", self._expire, whole_bot=True),
            JobKind("part-with-guilds", self._part_with_guilds, whole_bot=True),
        ]
        if self.makes_backups:
            kinds.append(JobKind("back-up", self._back_up, whole_bot=True))
        return kinds

    @property
    def makes_backups(self) -> bool:
        """Whether backups are this program's to make: of files."""
        return self._storage.files is not None

    def follow(self, guild_ids: GuildIds) -> None:
        """Ask here from now on which guilds the bot is in."""
        self._guild_ids = guild_ids

    async def _expire(self, _: int, now: datetime) -> datetime:
        kept, waiting = await self._storage.retention.in_force(now, self._retention)
        if waiting is not None:
            log.warning("%s To keep more, change BAROMETER_KEEP_… in .env until then.", waiting)
        chosen = await self._storage.settings.retentions()
        of_guilds = {guild: kept.shorter(own.at(now)) for guild, own in chosen.items()}
        expired = await self._storage.retention.expire(now, kept, of_guilds)
        if (deleted := in_words(expired)) is not None:
            log.info("Deleted what was kept long enough: %s", deleted)
        return now + self._every

    async def _back_up(self, _: int, now: datetime) -> datetime:
        assert self._storage.files is not None  # noqa: S101 (else it is not on the schedule)
        await self._storage.files.backup(now)
        self.backed_up_at = now
        room = await self._storage.files.room()
        if room > self._room:
            log.info("The backups take %.1f MB", room / 1e6)
        self._room = room
        return now + self._every

    async def _part_with_guilds(self, _: int, now: datetime) -> datetime:
        """Mark the guilds that the bot is not in, and erase those marked long enough ago.

        Nothing is done while the bot is not connected, or cannot ask: an old mark may be of a guild
        that it has come back to since.
        """
        # In this order: a guild that is joined meanwhile is on no list, and not judged.
        known = await self._storage.guilds.known()
        present = await self._guild_ids() if self._guild_ids else None
        if present is None:
            return now + min(LEASE, self._every)
        await self._storage.guilds.present(present)
        for guild_id in known.difference(present):
            await self._storage.guilds.left(guild_id, now)
        for guild_id in await self._storage.guilds.erase_left(now - KEPT_AFTER_LEAVING, now):
            log.info("Erased guild %d, which the bot has left", guild_id)
        return now + self._every
