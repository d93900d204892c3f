"""The loopback Discord: a server on this machine to which a real bot connects.

    async with LoopbackDiscord(world) as discord:
        ...start a bot with DISCORD_API_URL=discord.url and DISCORD_TOKEN=discord.token...
        await discord.wait_until_ready()
        await discord.send_message(ana, general, "What a day!")
        reply = await discord.command(ana, general, "/sentiment server")
        changed = await discord.choose(reply, "Period", ["7 days"])
        more = await discord.press(reply, "Which messages?")
        form = await discord.press(more, "Add a note")
        done = await discord.submit(form, {"Text": "a raid"})

What goes wrong with the real one can be made to go wrong here:

    with discord.storm(503): ...                every answer has this status, 429 among them
    discord.lose_answers(2)                     requests are done, and their answers lost
    discord.set_clock(ahead=timedelta(hours=1)) answers are dated wrongly
    await discord.begin_outage(guild)           a server cannot be reached
    await discord.repeat_create(message)        an event comes twice
    await discord.gateway.drop(4000)            the socket closes, with a code or without
    await discord.gateway.ask_to_reconnect()    op 7; also invalidate(resumable=…), op 9
    discord.gateway.reachable = False           nobody is let in
    LoopbackDiscord(limits=RateLimits())        who asks too often is refused
    LoopbackDiscord(World(now))                 it is another time there

`url` ends with `/api/v10`, as `https://discord.com/api/v10` does; the gateway's address is what
`GET /gateway/bot` answers.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import AbstractContextManager, AsyncExitStack, contextmanager
from datetime import timedelta
from typing import Self

from aiohttp import web

from playground.gateway.gateway import Gateway
from playground.gateway.identify_turns import IdentifyTurns
from playground.interactions import Interactions
from playground.interactions.answers import Answers
from playground.observed import Observer
from playground.people.person import Person
from playground.people.places import Places
from playground.people.talk import Talk
from playground.people.usage import Usage
from playground.rest.api import PREFIX, UPLOAD_LIMIT, Api
from playground.rest.commands import Commands
from playground.rest.rate_limits import RateLimits
from playground.rest.routes import Rest
from playground.world import (
    User,
    World,
    message_payloads,
)
from playground.world.application import Application, Intent
from playground.world.events import Events
from playground.world.feed import Feed, Subscription

HOST = "127.0.0.1"
TOKEN = "playground.bot.token"  # noqa: S105 (a pretended one: nothing outside accepts it)


class LoopbackDiscord(Talk, Places, Usage):
    """Discord for one bot. Everything that people do there is a method."""

    def __init__(
        self,
        world: World | None = None,
        *,
        bot_name: str = "Barometer",
        token: str = TOKEN,
        switches: Intent = Intent.MESSAGE_CONTENT,
        shards: int = 1,
        max_concurrency: int = 1,
        identify_interval: float = 0.0,
        limits: RateLimits | None = None,
        observe: Observer = lambda _: None,
    ) -> None:
        """`switches` are the privileged intents turned on in the portal; `observe` sees all.

        `shards` is how many Discord tells the bot to use, `max_concurrency` how many of them may
        identify every `identify_interval` seconds (Discord's are 5; with 0 nobody waits). `limits`,
        such as `RateLimits()`, are how often it may ask (without them: as often as it likes).
        """
        self.world = world or World()
        bot = self.world.add_user(bot_name, bot=True)
        owner = self.world.add_user("developer")
        self.application = Application(bot.id, bot, owner, token, switches)
        self.token = token
        self._shards = shards
        self._turns = IdentifyTurns(max_concurrency, identify_interval)
        self._limits = limits
        self._observe = observe
        self._closing = AsyncExitStack()

    async def __aenter__(self) -> Self:
        listening = socket.create_server((HOST, 0))
        address = f"{HOST}:{listening.getsockname()[1]}"
        self.url = f"http://{address}{PREFIX}"
        files_url, gateway_url = f"http://{address}", f"ws://{address}/gateway"
        world, application = self.world, self.application
        self.files_url = files_url
        self.feed = Feed(world)
        self.gateway = Gateway(
            world, application, self.feed, self._turns, gateway_url, self._observe
        )
        self._events = Events(world, application, self.feed)
        self.commands = Commands(world.ids, self._events.commands_changed)
        self._answers = answers = Answers(world, application, self._events, base_url=files_url)
        self._interactions = Interactions(world, application, self.gateway, self._events, answers)
        rest = Rest(
            world,
            application,
            self._events,
            base_url=files_url,
            gateway_url=gateway_url,
            shards=self._shards,
            max_concurrency=self._turns.max_concurrency,
        )
        app = web.Application(client_max_size=UPLOAD_LIMIT)
        self._api = api = Api(app, self.token, self._observe, self._limits, world.now)
        rest.add_routes(api)
        self.commands.add_routes(api)
        answers.add_routes(api)
        api.refuse_the_rest()
        app.router.add_get("/gateway", self.gateway.handle)
        app.router.add_get("/attachments/{channel_id}/{attachment_id}/{name}", self._download)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        self._closing.push_async_callback(runner.cleanup)
        await runner.setup()
        await web.SockSite(runner, listening).start()
        self._closing.push_async_callback(self.gateway.close)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._closing.aclose()

    async def wait_until_ready(self, seconds: float = 60.0) -> None:
        """Return once the bot is connected and has commands. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            await self.gateway.wait_until_present()
            await self.commands.wait_until_registered()

    @contextmanager
    def storm(self, status: int) -> Iterator[None]:
        """As long as the body runs, every REST answer has this status: 429, 500, 502, 503…"""
        self._api.storm = status
        try:
            yield
        finally:
            self._api.storm = None

    def set_clock(self, *, ahead: timedelta) -> None:
        """Date every answer from now on so far ahead of the world's time, or behind it."""
        self._api.ahead = ahead

    def lose_answers(self, number: int) -> None:
        """Do what the next requests ask for, and break their connections before the answer."""
        self._api.answers_to_lose = number

    def person(self, user: User) -> Person:
        """Somebody who does only what Discord lets them do."""
        return Person(user, self, self, self._answers)

    def subscribe(self, viewer: User) -> AbstractContextManager[Subscription]:
        """What one person sees happen from now on; see `Feed.subscribe`."""
        return self.feed.subscribe(viewer)

    async def _download(self, request: web.Request) -> web.Response:
        attachment = self.world.attachments.get(int(request.match_info["attachment_id"]))
        if attachment is None:
            raise web.HTTPNotFound
        kind = message_payloads.content_type(attachment)
        # Nothing that a browser would run: what people attach is shown, or saved.
        if not kind.startswith(("image/png", "image/jpeg", "image/gif", "image/webp")):
            kind = "application/octet-stream"
        headers = {"X-Content-Type-Options": "nosniff"}
        return web.Response(body=attachment.data, content_type=kind, headers=headers)
