"""Lets each guild's digest be posted when its hour has come, and once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Literal

from bot.reports.periods import HOUR, Span, floor
from bot.reports.rhythm import Rhythm
from bot.reports.time_zones import zone_of
from bot.schedule.worker import LEASE, JobKind
from storage.interface import Storage
from storage.records import Digest

JOB = "digest"

TIME_TO_CATCH_UP = timedelta(hours=1)
"""After an absence, gaps are given so much time to be read before a digest tells of them."""

Outcome = Literal["told", "not yet", "refused"]
"""`told` also if there was nothing to say; `refused`: it cannot be posted there, as things are."""

Tell = Callable[[Digest, Span, bool], Awaitable[Outcome]]
"""Posts what a digest has to tell of a stretch of time; with `True` only if all of it was read."""


class Digesting:
    """The job of every guild that has a digest.

    How far a digest has told stands in the storage: so what was due several times in an absence is
    caught up once, and then tells of all of it; a restart tells nothing twice. It looks once an
    hour at least, so that another time zone of the guild holds.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._tell: Tell | None = None
        self._first_tries: dict[int, datetime] = {}

    @property
    def kinds(self) -> list[JobKind]:
        return [JobKind("plan-digests", self._plan, whole_bot=True), JobKind(JOB, self._run)]

    def follow(self, tell: Tell) -> None:
        """Let this post the digests from now on."""
        self._tell = tell

    async def set(self, digest: Digest, now: datetime) -> None:
        """Let the guild have this digest."""
        await self._storage.digests.set(digest)
        await self._storage.jobs.schedule(JOB, digest.guild_id, now)

    async def remove(self, guild_id: int) -> bool:
        """False when the guild has none."""
        return await self._storage.digests.remove(guild_id)

    async def _plan(self, _: int, now: datetime) -> datetime:
        """Let every digest have its job: it may have been set as the program ended."""
        await self._storage.jobs.schedule_missing(JOB, await self._storage.digests.guilds(), now)
        return now + HOUR

    async def _run(self, guild_id: int, now: datetime) -> datetime | None:
        digest = await self._storage.digests.get(guild_id)
        if digest is None:
            return None
        settings = await self._storage.settings.get(guild_id)
        rhythm, zone = Rhythm(digest.weekday, digest.hour), zone_of(settings.time_zone)
        due = rhythm.last(now, zone)
        if due > digest.told_until:
            # The first one tells of a whole day or week, too.
            before = rhythm.last(due - timedelta(microseconds=1), zone)
            outcome = await self._try(digest, (min(before, digest.told_until), due), now)
            if outcome == "not yet":
                return now + LEASE
            if outcome == "told":
                await self._storage.digests.told(digest, due)
        return min(rhythm.next(now, zone), floor(now, HOUR) + HOUR)

    async def _try(self, digest: Digest, span: Span, now: datetime) -> Outcome:
        if self._tell is None:
            return "not yet"
        first = self._first_tries.setdefault(digest.guild_id, now)
        outcome = await self._tell(digest, span, now - first < TIME_TO_CATCH_UP)
        if outcome != "not yet":
            del self._first_tries[digest.guild_id]
        return outcome
