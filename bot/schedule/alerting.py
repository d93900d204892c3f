"""Tells when a channel becomes unusual, and when it is over, soon after what was said is stored.

Nobody is polled: the pipeline says in which guilds messages were stored. All that must outlive a
restart is stored, and what was not over before it is looked at again a few minutes after it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, Protocol, Self

from bot.logs import reason
from bot.outage import Failing
from bot.reports import alerts
from bot.reports.alerts import FRESH
from bot.reports.periods import DAY, HOUR
from bot.reports.time_zones import zone_of
from bot.reports.unusual.episodes import Episode
from bot.reports.watching import MOST_LOOKED_THROUGH, Look, Watching
from bot.schedule.worker import JobKind
from storage import Storage
from storage.records import Alert, AlertPost, Change, GuildSettings, ScoredMessage

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=5)
"""How often what is not over is looked at where nothing is said: it may be over by the clock, or
wait for the end of quiet hours, or for Discord."""

SHARE_OF_TIME = 0.05
"""At most so much of the time is spent looking at one guild."""

LONGEST_PAUSE = FRESH / 2
"""However long a look takes: what calls must still be fresh when it is looked for."""


Sent = Literal["call", "all_clear"]


class Posting(Protocol):
    """Posts in the guild's channels, as Discord and the server's settings let it."""

    def watched(self, settings: GuildSettings, scope_id: int | None) -> list[int] | None:
        """The channels of a place that count, by id; `None` while the guild is not there."""
        ...

    async def call(
        self, settings: GuildSettings, alert: Alert, post: AlertPost, episodes: Sequence[Episode]
    ) -> bool:
        """Post, once, that something is unusual; False where that can't be posted there now."""
        ...

    async def all_clear(
        self, settings: GuildSettings, alert: Alert, post: AlertPost, since: datetime
    ) -> bool:
        """Post, once, that it is over."""
        ...


@dataclass(slots=True)
class _Checked:
    """What is known of an alert's guild while it is looked at."""

    settings: GuildSettings
    posts: list[AlertPost]
    now: datetime
    looked: timedelta = timedelta(0)


class Alerting:
    """Looks at a guild's watched channels `pause` seconds after messages of it were stored.

    Use it as an async context manager: it ends what it is about with the block. `on_sent` is told
    of each post. Of several processes each looks at the guilds that it `serves`.
    """

    def __init__(
        self,
        storage: Storage,
        watching: Watching,
        clock: Callable[[], datetime],
        *,
        pause: float = 2.0,
        on_sent: Callable[[Sent], None] = lambda _: None,
        serves: Callable[[int], bool] = lambda _: True,
    ) -> None:
        self._serves = serves
        self._on_sent = on_sent
        self._storage = storage.alerts
        self._messages = storage.messages
        self._settings = storage.settings
        self._watching = watching
        self._clock = clock
        self._pause = pause
        self._posting: Posting | None = None
        self._changed: dict[int, set[int] | None] = {}  # guild → its channels; None: any
        self._running: dict[int, asyncio.Task[None]] = {}
        self._looking = asyncio.Lock()
        self._failing = Failing()
        self._not_before: dict[int, datetime] = {}  # post → the next try
        self._watched: frozenset[int] = frozenset()
        self._all_until: datetime | None = None

    @property
    def kinds(self) -> list[JobKind]:
        return [JobKind("check-alerts", self._check_unfinished, each_process=True)]

    async def __aenter__(self) -> Self:
        self._watched = await self._storage.watched_guilds()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._posting = None
        running = list(self._running.values())
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)

    def attend(self, posting: Posting) -> None:
        """Post by this from now on."""
        self._posting = posting

    def watch(self, guild_id: int) -> None:
        """An alert was added there."""
        self._watched |= {guild_id}
        self._look_soon(guild_id, None)

    def stored(self, changes: Sequence[Change]) -> None:
        """These changes, which came as they happened, were stored now."""
        messages = [change for change in changes if isinstance(change, ScoredMessage)]
        said: dict[int, set[int]] = {}
        for each in messages:
            if each.edited_at is None:
                said.setdefault(each.guild_id, set()).add(each.parent_id or each.channel_id)
        for guild_id, channels in said.items():
            if guild_id in self._watched:
                self._look_soon(guild_id, channels)

    def _look_soon(self, guild_id: int, channels: set[int] | None) -> None:
        before = self._changed.get(guild_id, set())
        any_of_them = before is None or channels is None
        self._changed[guild_id] = None if any_of_them else {*(before or ()), *(channels or ())}
        if self._posting is not None and guild_id not in self._running:
            task = asyncio.create_task(self._look(guild_id), name=f"alerts of {guild_id}")
            self._running[guild_id] = task

    async def _look(self, guild_id: int) -> None:
        """Look as long as anything changes, and pause in between."""
        pause = self._pause
        try:
            while guild_id in self._changed:
                await asyncio.sleep(pause)
                took = timedelta(0)
                try:
                    took = await self.check(guild_id, self._changed.pop(guild_id))
                except Exception as error:
                    self._failing.failed(guild_id)
                    log.error("The alerts of guild %d failed: %s", guild_id, reason(error))
                else:
                    if (length := self._failing.succeeded(guild_id)) is not None:
                        log.info("The alerts of guild %d work again after %s", guild_id, length)
                rest = min(LONGEST_PAUSE, took * (1 / SHARE_OF_TIME - 1))
                pause = max(self._pause, rest.total_seconds())
        finally:
            del self._running[guild_id]

    async def _check_unfinished(self, _: int, now: datetime) -> datetime:
        """Have looked at what is not over; and soon after the start, at every watched guild.

        More than once: the shard of a guild may have to wait for its turn to connect, and what was
        said meanwhile is read after that.
        """
        self._all_until = self._all_until or now + FRESH
        guilds = await self._storage.unfinished_guilds()
        self._watched = await self._storage.watched_guilds()
        looked_at = guilds | self._watched if now <= self._all_until else guilds
        for guild_id in filter(self._serves, looked_at):
            self._look_soon(guild_id, None)
        return now + EVERY

    async def check(self, guild_id: int, changed: Collection[int] | None = None) -> timedelta:
        """Look at the channels that changed (`None`: at all), and tell what there is to tell.

        Returns how long it looked, without the wait for other guilds' turns and for Discord.
        """
        found = await self._storage.of_guild(guild_id)
        posts = await self._storage.posts(guild_id)
        now = self._clock()
        for post in posts:
            if post.alert_id is None and post.over_at is None:  # it was removed
                await self._storage.over(guild_id, post.id, now)
        if not found:
            return timedelta(0)
        known = _Checked(await self._settings.get(guild_id), posts, now)
        for alert in found:
            await self._check(alert, known, changed)
        return known.looked

    async def _check(self, alert: Alert, known: _Checked, changed: Collection[int] | None) -> None:
        posting, settings = self._posting, known.settings
        channels = None if posting is None else posting.watched(settings, alert.scope_id)
        if posting is None or channels is None:
            return
        open_posts = alerts.unfinished(alert, known.posts)
        told = {channel: at for post in open_posts for channel, at in post.called.items()}
        among = None if changed is None else {*changed, *told}
        if among is not None and among.isdisjoint(channels) and not open_posts:
            return
        since = min([known.now - DAY, *(at - HOUR for at in told.values())])
        factors = alerts.factors(alert, channels, known.posts)
        loop = asyncio.get_running_loop()
        async with self._looking:
            began = loop.time()
            look = await self._watching.look(
                settings.guild_id,
                channels,
                since,
                most=MOST_LOOKED_THROUGH,
                among=channels if among is None else among,
                factors=factors,
            )
            known.looked += timedelta(seconds=loop.time() - began)
        new = alerts.newly_called(look, open_posts, known.now)
        called = await self._not_edited(settings.guild_id, new)
        for part in alerts.apart(alert, called, known.now):
            noted = await self._storage.note(settings.guild_id, alert.id, part, known.now)
            open_posts += [] if noted is None else [noted]
        for post in open_posts:
            if self._not_before.get(post.id, known.now) <= known.now:
                await self._settle(posting, alert, post, look, known)

    async def _not_edited(
        self, guild_id: int, called: Mapping[int, Episode]
    ) -> dict[int, datetime]:
        """When each of these channels was called, unless that was by a message that was edited."""
        if not called:
            return {}
        ids = [episode.called_id for episode in called.values()]
        edited = await self._messages.edited(guild_id, called, ids)
        return {
            channel: episode.called
            for channel, episode in called.items()
            if episode.called_id not in edited
        }

    async def _settle(
        self, posting: Posting, alert: Alert, post: AlertPost, look: Look, known: _Checked
    ) -> None:
        """Tell what is still to be told of one post, if that may be now."""
        guild_id, now = known.settings.guild_id, known.now
        over = alerts.over(post, look.episodes, now)
        may_tell = alerts.may_tell(alert, post, now, zone_of(known.settings.time_zone))
        if over is not None and (post.posted_at is None or over.is_gone):
            await self._storage.over(guild_id, post.id, over.at)
        elif post.posted_at is None:
            episodes = alerts.episodes_of(post, look.episodes)
            if not may_tell or not alerts.has_room(alert, known.posts, now):
                return
            if await self._told(post, now, posting.call(known.settings, alert, post, episodes)):
                self._on_sent("call")
                await self._storage.posted(guild_id, post.id, now)
                known.posts.append(replace(post, posted_at=now))
        elif over is not None and may_tell:
            sent = posting.all_clear(known.settings, alert, post, over.at)
            if await self._told(post, now, sent):
                self._on_sent("all_clear")
                await self._storage.over(guild_id, post.id, over.at)

    async def _told(self, post: AlertPost, now: datetime, sending: Awaitable[bool]) -> bool:
        """Whether it was sent. What could not be is tried again, but not with every message."""
        self._not_before[post.id] = now + EVERY
        if not await sending:
            return False
        del self._not_before[post.id]
        return True
