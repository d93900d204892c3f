"""What happens, told once to whoever listens: the bot's gateway, and people who look on.

    with feed.subscribe(ana) as seen:
        async for event in seen:
            print(event.name, event.data)  # MESSAGE_CREATE {"id": …}

An event has Discord's name and form; who is told of it follows from where it happened.
https://discord.com/developers/docs/events/gateway-events
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from playground.world import Channel, Json, User, World, grants

VIEW_CHANGED = "VIEW_CHANGED"
"""Not Discord's: whoever looks on may now see or do something else, and should look again."""

LONGEST_WAIT = 10_000  # events that wait for somebody who looks on; more end their looking

_CHANGE_THE_VIEW = [
    "CHANNEL_CREATE",
    "CHANNEL_UPDATE",
    "CHANNEL_DELETE",
    "THREAD_CREATE",
    "THREAD_UPDATE",
    "THREAD_DELETE",
    "THREAD_MEMBERS_UPDATE",
    "GUILD_CREATE",
    "GUILD_DELETE",
    "GUILD_UPDATE",
    "GUILD_ROLE_CREATE",
    "GUILD_ROLE_UPDATE",
    "GUILD_ROLE_DELETE",
    "GUILD_MEMBER_ADD",
    "GUILD_MEMBER_UPDATE",
    "GUILD_MEMBER_REMOVE",
]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    With `only_for` (the id of a user) that one alone is told. Else, with a `channel`, whoever may
    view it; others in its guild get `hidden` if there is such a form. Else everybody in the guild.
    Without a guild it happened in direct messages.
    """

    name: str
    data: Json
    guild_id: int | None = None
    channel: Channel | None = None
    only_for: int | None = None
    hidden: Json | None = None


Listener = Callable[[Event], Awaitable[None]]


class Feed:
    """Everything that happens in a world goes through here once."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Call `listener` with every event, whoever may see it; see `told`."""
        self._listeners.append(listener)

    async def publish(self, event: Event) -> None:
        """Tell everybody, and return once all of them have taken it in."""
        for listener in tuple(self._listeners):
            await listener(event)

    def told(self, event: Event, user_id: int) -> Json | None:
        """What somebody gets to see of an event, as things are now; `None`: nothing."""
        if event.only_for is not None:
            return event.data if event.only_for == user_id else None
        if event.channel is not None:
            seen = grants.sees(self._world, event.channel, user_id)
            return event.data if seen else self._told_in_guild(event.hidden, event, user_id)
        return self._told_in_guild(event.data, event, user_id)

    @contextmanager
    def subscribe(self, viewer: User) -> Iterator[Subscription]:
        """What one person may see from now on, and `VIEW_CHANGED` after what changes their view.

        The events of Discord's that tell of places, roles and members come first.
        """
        subscription = Subscription(self, viewer)
        self._listeners.append(subscription.hear)
        try:
            yield subscription
        finally:
            self._listeners.remove(subscription.hear)

    def _told_in_guild(self, data: Json | None, event: Event, user_id: int) -> Json | None:
        guild = self._world.guilds.get(event.guild_id or 0)
        return data if guild is not None and user_id in guild.members else None


class Subscription:
    """The events of one person, oldest first; ends if too many have not been fetched."""

    def __init__(self, feed: Feed, viewer: User) -> None:
        self._feed = feed
        self._viewer = viewer
        self._waiting: asyncio.Queue[Event] = asyncio.Queue()
        self._has_ended = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        if self._has_ended and self._waiting.empty():
            raise StopAsyncIteration
        return await self._waiting.get()

    async def hear(self, event: Event) -> None:
        if self._waiting.qsize() >= LONGEST_WAIT:
            self._has_ended = True
        if self._has_ended:
            return
        told = self._feed.told(event, self._viewer.id)
        if told is None:
            return
        # What is hidden from somebody is no channel to show, but it may have been one before.
        if told is event.data:
            self._waiting.put_nowait(Event(event.name, told))
        if event.name in _CHANGE_THE_VIEW:
            self._waiting.put_nowait(Event(VIEW_CHANGED, {}))
