"""What nobody would send in good faith: texts, names and events, and a place to send them to."""

from __future__ import annotations

import asyncio
import copy
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import discord

from bot import app
from bot.clock import Clock
from bot.gateway.client import BarometerClient
from bot.gateway.identify_budget import IdentifyBudget
from bot.gateway.identify_turns import OwnTurns
from bot.ingest.counters import Counters
from bot.ingest.gaps import Gaps
from bot.ingest.pace import Pace
from bot.settings import Settings
from playground.interactions import Reply
from playground.observed import RestExchange
from playground.server import LoopbackDiscord
from playground.world import Guild, Json, Message, User, message_payloads, payloads
from storage.records import Change

CANARY = "canary"

PIECES = (
    "@everyone", "@here", "<@1234567890>", "<@&123>", "<#123>", "</a b:1>", "<t:1:R>", "<:a:1>",
    "**", "__", "~~", "||", "`", "```", "\\", "[a](https://b.c)", "](", "https://x.y/_z", "#", "-#",
    ">>>", "-", "1.", "\n", "\u2028", "\0", "\u202e", "\u2067", "\u200d", "😂", "👩\u200d👩", "🇩",
    "1", "1-", "a.", "a@b.", "\u0301", "\u20dd", "ﷺ", "שלום", "not", "don't", " ", ".", "love",
    "hate", "İ", "½", "9" * 40, ":" * 9, "<" * 9, "'", "^_^", "\ud800",
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**31, 2**53 + 1, 2**63, 2**64, 10**300, 1.5, float("inf"), "", " ",
    CANARY, "-1", "1", str(2**63), str(2**70), "9" * 400, [], [CANARY], {}, {"id": CANARY}, [[]],
    "2026-02-30T25:61:00", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59.999999+00:00",
)  # fmt: skip


def hostile_text(rng: random.Random, longest: int) -> str:
    """A text of at most `longest` characters, of few or many kinds of hostile pieces."""
    pieces = rng.sample(PIECES, rng.randint(1, 6))
    text = "".join(rng.choices(pieces, k=rng.choice((1, 5, 40, longest))))
    return text[:longest]


def sendable_text(rng: random.Random, longest: int) -> str:
    """A hostile text that is not empty and is Unicode: JSON of Discord's holds no other."""
    return hostile_text(rng, longest - 1).replace("\ud800", "") + "."


def mangled(rng: random.Random, data: Json) -> Json:
    """A copy of `data` in which one to three fields, however deep, are odd or gone."""
    broken = copy.deepcopy(data)
    for _ in range(rng.randint(1, 3)):
        here: Any = broken
        while True:
            keys = list(here) if isinstance(here, dict) else list(range(len(here)))
            if not keys:
                break
            key = rng.choice(keys)
            if isinstance(here[key], dict | list) and here[key] and rng.random() < 0.6:
                here = here[key]
                continue
            if rng.random() < 0.2:
                del here[key]
            else:
                here[key] = copy.deepcopy(rng.choice(ODD))
            break
    return broken


class Stage:
    """A guild on the loopback Discord, for a bot; remembers what the bot sent."""

    def __init__(self) -> None:
        self.sent: list[RestExchange] = []
        self.server = LoopbackDiscord(observe=self._observe)
        world = self.server.world
        self.ana = world.add_user("ana")
        self.guild: Guild = world.add_guild("@everyone **The** [Harbour](https://a.b)", self.ana)
        self.server.invite(self.guild)
        self.general = world.add_channel(self.guild, "general")

    def _observe(self, seen: object) -> None:
        if isinstance(seen, RestExchange) and seen.method in ("POST", "PATCH"):
            self.sent.append(seen)

    def add_member(self, name: str) -> User:
        user = self.server.world.add_user(f"user{len(self.guild.members)}", name)
        self.server.world.add_member(self.guild, user)
        return user

    async def check(self, text: str) -> Reply:
        """Ask the bot how a text sounds."""
        return await self.server.command(self.ana, self.general, "/sentiment check", text=text)

    async def ask_anything(self, options: object) -> None:
        """Use `/sentiment check` with options as they are; nobody waits for an answer."""
        command = self.server.commands.of_guild(self.guild.id)[0]
        branch = {"name": "check", "type": 1, "options": options}
        data = {"id": command["id"], "name": command["name"], "type": 1, "options": [branch]}
        asking = self.server._interactions.use_command(self.ana, self.general, data)
        await asyncio.wait([task := asyncio.ensure_future(asking)], timeout=0.2)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    def messages(self) -> list[Json]:
        """The messages that the bot sent or changed."""
        bodies = [
            e.request.get("data", e.request) for e in self.sent if isinstance(e.request, dict)
        ]
        return [b for b in bodies if isinstance(b, dict) and ("content" in b or "embeds" in b)]


@asynccontextmanager
async def playing(folder: Path) -> AsyncIterator[Stage]:
    """A stage with the bot running on it; its database is in `folder`."""
    stage = Stage()
    async with stage.server as server:
        settings = Settings.model_validate({
            "DISCORD_TOKEN": server.token,
            "DISCORD_API_URL": server.url,
            "BAROMETER_DATABASE": str(folder / "moods.sqlite3"),
        })  # fmt: skip
        stop = asyncio.Event()
        bot = asyncio.create_task(app.run(settings, stop))
        try:
            await server.wait_until_ready()
            yield stage
        finally:
            stop.set()
            async with asyncio.timeout(20):
                await bot


class Past:
    """In the place of the catch-up and of the stored channels: there is none."""

    def attend(self, client: discord.Client) -> None:
        pass

    def try_again(self, guild_id: int, channel_ids: Iterable[int]) -> None:
        pass

    async def top_level(self, guild_id: int) -> frozenset[int]:
        return frozenset()

    async def calm(self) -> None:
        """Never keep a request waiting."""


class Taken:
    """In the pipeline's place: keeps what the client offers."""

    def __init__(self) -> None:
        self.events: list[Any] = []
        self.gaps = Gaps()
        self.counters = Counters()

    def offer(self, event: Any) -> bool:
        self.events.append(event)
        return True


@asynccontextmanager
async def deaf_client() -> AsyncIterator[
    tuple[Callable[[str, Json], Awaitable[None]], Taken, Json]
]:
    """A client that is fed its events by hand: `feed(name, data)`, what it took, a sound event."""
    stage = Stage()
    message = Message(stage.server.world.ids.make(), stage.general.id, stage.ana, CANARY)
    stage.server.world.add_message(message)
    taken = Taken()
    client = BarometerClient(
        taken,
        Past(),
        Past(),
        Pace(Past().calm, seconds=0.0),
        lambda tree: None,
        message_content=True,
        identifies=IdentifyBudget(time.monotonic),
        turns=OwnTurns(time.monotonic),
        clock=Clock(),
        trace=Clock().trace(),
    )
    async with client:
        state: Any = client._connection
        own = payloads.user(stage.server.application.bot)
        state.user = discord.ClientUser(state=state, data=own)  # type: ignore[arg-type]
        bot = stage.server.application.bot
        state._add_guild_from_data(payloads.guild_create(stage.guild, bot, all_members=True))

        async def feed(name: str, data: Json) -> None:
            before = asyncio.all_tasks()
            state.parsers[name](data)
            await asyncio.gather(*(asyncio.all_tasks() - before))

        yield feed, taken, message_payloads.message_event(message, stage.server.world)


def rows(events: list[Any]) -> list[Change]:
    """What the pipeline would hand to the storage for these events, with a score of its own."""
    from bot.ingest.events import IncomingMessage
    from bot.ingest.scoring import scored_message
    from classifier.score import Score

    even = Score(0.25, 0.5, 0.25, "scored")
    return [
        scored_message(event, even, "fuzz") if isinstance(event, IncomingMessage) else event
        for event in events
    ]
