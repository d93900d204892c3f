"""A server whose members and moderators come to the page in a browser: a month of talk, and one
channel that only moderators see."""

from __future__ import annotations

import argparse
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

import aiohttp

import storage
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Overwrite, User
from playground.world.permissions import Permission
from scripts.chaos import town
from storage.records import DISCORD_EPOCH_MS, ScoredMessage

DAYS: Final = 30
_OF_MEMBERS: Final = (
    *("/course", "/course?period=720", "/compare", "/channels", "/my/mood", "/my/data"),
)
_OF_MODERATORS: Final = (
    *("/morning", "/morning?back=7", "/course", "/course?period=720", "/compare", "/channels"),
    *("/week", "/week?period=720", "/coverage", "/notes", "/my/data"),
)


@dataclass
class Visitor:
    """Somebody who is in with a browser, and what was told to them."""

    http: aiohttp.ClientSession
    guild_id: int
    moderates: bool
    random: Random

    def next(self) -> str:
        """What they ask next: every fifth time who they are, as the page does by itself."""
        if self.random.random() < 0.2:
            return "/api/me"
        views = _OF_MODERATORS if self.moderates else _OF_MEMBERS
        return f"/api/guilds/{self.guild_id}{self.random.choice(views)}"


@dataclass
class Place:
    """A guild with people, of whom some moderate; one channel is the moderators' own."""

    server: LoopbackDiscord
    guild: Guild
    people: list[User]
    moderators: int
    channels: list[Channel]
    hidden: Channel

    @classmethod
    def build(cls, server: LoopbackDiscord, options: argparse.Namespace) -> Place:
        world = server.world
        owner = world.add_user("olga")
        guild = world.add_guild("The Breakwater", owner)
        role = world.add_role(guild, "Moderators", Permission.MANAGE_MESSAGES)
        people = [world.add_user(f"person{number}") for number in range(options.people)]
        for number, person in enumerate(people):
            world.add_member(guild, person, *([role] if number < options.moderators else []))
        server.application.team = people  # so that a page on this machine is for all of them
        channels = [world.add_channel(guild, f"room-{n}") for n in range(options.channels)]
        closed = [
            Overwrite(guild.id, deny=Permission.VIEW_CHANNEL),
            Overwrite(role.id, allow=Permission.VIEW_CHANNEL),
        ]
        hidden = world.add_channel(guild, "moderators-only", overwrites=closed)
        server.invite(guild)
        return cls(server, guild, people, options.moderators, channels, hidden)

    async def remember(self, folder: Path, options: argparse.Namespace) -> None:
        """Store a month of talk, as if the bot had heard it."""
        now = datetime.now(UTC)
        async with storage.open(town.database(folder), now=now) as store:
            batch: list[ScoredMessage] = []
            for message in self._talk(options.messages, now, Random(1)):
                batch.append(message)
                if len(batch) == 5000:
                    await store.messages.apply(batch)
                    batch = []
            await store.messages.apply(batch)
            await store.published_days.publish(self.guild.id, now, patience=timedelta(0))

    def _talk(self, count: int, now: datetime, random: Random) -> Iterator[ScoredMessage]:
        places = [*self.channels, self.hidden]
        gap = DAYS * 86_400_000 / count
        start = int(now.timestamp() * 1000) - DAYS * 86_400_000 - DISCORD_EPOCH_MS
        for number in range(count):
            negative = random.random() ** 3
            positive = (1 - negative) * random.random()
            yield ScoredMessage(
                message_id=(int(start + number * gap) << 22) + number % 4096,
                guild_id=self.guild.id,
                channel_id=places[int(len(places) * random.random() ** 2)].id,
                parent_id=None,
                author_id=random.randrange(50_000, 50_200),
                reply_to=None,
                edited_at=None,
                negative=negative,
                neutral=1 - negative - positive,
                positive=positive,
                status="unsure" if number % 7 == 0 else "scored",
                model="bench-00000000",
            )

    @asynccontextmanager
    async def visitor(self, person: User, number: int) -> AsyncIterator[Visitor]:
        """Somebody who came in with their link."""
        reply = await self.server.command(person, self.channels[0], "/sentiment open")
        link = reply.message["components"][0]["components"][0]["url"]
        origin, _, token = str(link).partition("/enter/")
        jar = aiohttp.CookieJar(unsafe=True)
        connections = aiohttp.TCPConnector(limit=6)  # as many as a browser has
        async with aiohttp.ClientSession(origin, cookie_jar=jar, connector=connections) as http:
            sent, headers = {"token": token}, {"Origin": origin}
            async with http.post("/enter/", data=sent, headers=headers) as answer:
                answer.raise_for_status()
            moderates = number < self.moderators
            yield Visitor(http, self.guild.id, moderates, Random(number))

    def tells_of_moderators_things(self, body: str) -> bool:
        """Whether an answer tells of the moderators' channel, or what is live."""
        hidden = str(self.hidden.id) in body or self.hidden.name in body
        return hidden or '"live": true' in body
