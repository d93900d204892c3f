"""Lets each guild's digest be posted when its hour has come, and once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Literal

from bot.reports.periods import HOUR, Span, floor
from bot.reports.rhythm import Rhythm
from bot.reports.time_zones import zone_of
from bot.schedule.worker import LEASE, JobKind
from storage.interface import Storage
from storage.records import ChangedBy, Digest

JOB = "digest"

TIME_TO_CATCH_UP = timedelta(hours=1)
"""After an absence, gaps are given so much time to be read before a digest tells of them."""

Outcome = Literal["told", "not yet", "refused"]
"""`told` also if there was nothing to say; `refused`: it cannot be posted there, as things are."""

Tell = Callable[[Digest, Span, bool], Awaitable[Outcome]]
"""Posts what a digest has to tell of a stretch of time, under the `key_of` its end; with `True`
only if all of it was read."""

_KEYS = "digest-"
_KEY = f"{_KEYS}%Y-%m-%d-%H%M"


def key_of(due: datetime) -> str:
    """What the outbox knows the digest by that was due then (aware).

    >>> key_of(datetime(2026, 5, 20, 9, tzinfo=UTC))
    'digest-2026-05-20-0900'
    """
    return due.astimezone(UTC).strftime(_KEY)


def _due_of(key: str) -> datetime:
    return datetime.strptime(key, _KEY).replace(tzinfo=UTC)


class Digesting:
    """The job of every guild that has a digest.

    How far a digest has told stands in the storage: so what was due several times in an absence is
    caught up once, and then tells of all of it; a restart tells nothing twice. It looks once an
    hour at least, so that another time zone of the guild holds. Whatever zone and rhythm are set
    meanwhile, a day has one digest at most (see `Rhythm.may_follow`): the marks of the outbox say
    when the last one was due, also of one that was removed since.
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

    async def set(self, digest: Digest, by: ChangedBy) -> None:
        """Let the guild have this digest."""
        await self._storage.digests.set(digest, by)
        await self._storage.jobs.schedule(JOB, digest.guild_id, by.at)

    async def next_due(self, digest: Digest, now: datetime) -> datetime:
        """When the next one comes (UTC), as zone and rhythm are now."""
        zone, rhythm = await self._zone(digest.guild_id), _rhythm(digest)
        last = await self._last_posted(digest.guild_id)
        due = rhythm.next(now, zone)
        while last is not None and not rhythm.may_follow(due, last, zone):
            due = rhythm.next(due, zone)
        return due

    async def remove(self, guild_id: int, by: ChangedBy) -> bool:
        """False when the guild has none."""
        return await self._storage.digests.remove(guild_id, by)

    async def _plan(self, _: int, now: datetime) -> datetime:
        """Let every digest have its job: it may have been set as the program ended."""
        await self._storage.jobs.schedule_missing(JOB, await self._storage.digests.guilds(), now)
        return now + HOUR

    async def _run(self, guild_id: int, now: datetime) -> datetime | None:
        digest = await self._storage.digests.get(guild_id)
        if digest is None:
            return None
        rhythm, zone = _rhythm(digest), await self._zone(guild_id)
        last = await self._last_posted(guild_id)
        due = rhythm.last(now, zone)
        # Where the last is the same one, it was posted just before the program ended.
        if due > digest.told_until and (last in (None, due) or rhythm.may_follow(due, last, zone)):
            span = (_since(digest, due, last, zone), due)
            outcome = await self._try(digest, span, now)
            if outcome == "not yet":
                return now + LEASE
            if outcome == "told":
                await self._storage.digests.told(digest, due)
        return min(rhythm.next(now, zone), floor(now, HOUR) + HOUR)

    async def _last_posted(self, guild_id: int) -> datetime | None:
        """When the last one was due that was posted; `None`: within 30 days none was."""
        key = await self._storage.posts.last_sent(guild_id, _KEYS)
        return None if key is None else _due_of(key)

    async def _zone(self, guild_id: int) -> tzinfo:
        return zone_of((await self._storage.settings.get(guild_id)).time_zone)

    async def _try(self, digest: Digest, span: Span, now: datetime) -> Outcome:
        if self._tell is None:
            return "not yet"
        first = self._first_tries.setdefault(digest.guild_id, now)
        outcome = await self._tell(digest, span, now - first < TIME_TO_CATCH_UP)
        if outcome != "not yet":
            del self._first_tries[digest.guild_id]
        return outcome


def _rhythm(digest: Digest) -> Rhythm:
    return Rhythm(digest.weekday, digest.hour)


def _since(digest: Digest, due: datetime, last: datetime | None, zone: tzinfo) -> datetime:
    """From when on it tells: a whole day or week, and what no digest told of before that; where
    zone or rhythm changed since the last one was due, what came after that."""
    whole = _before(digest, due, zone)
    if last is not None and _before(digest, whole, zone) < last < due:
        return last
    return min(whole, digest.told_until)


def _before(digest: Digest, due: datetime, zone: tzinfo) -> datetime:
    return _rhythm(digest).last(due - timedelta(microseconds=1), zone)
