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

`url` ends with `/api/v10`, as `https://discord.com/api/v10` does; the gateway's address is what
`GET /gateway/bot` answers.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Self

from aiohttp import web

from playground import posting
from playground.answers import Answers
from playground.api import EVERYTHING_ELSE, PREFIX, UPLOAD_LIMIT, Api, not_found
from playground.application import Application, Intent
from playground.commands import Commands
from playground.events import Events
from playground.gateway import Gateway
from playground.interactions import Interactions
from playground.observed import Observer
from playground.permissions import Permission
from playground.rest import Rest
from playground.usage import Usage
from playground.world import (
    Channel,
    Guild,
    Message,
    MessageType,
    Overwrite,
    Role,
    User,
    World,
)

HOST = "127.0.0.1"
TOKEN = "playground.bot.token"  # noqa: S105 (a pretended one: nothing outside accepts it)


class LoopbackDiscord(Usage):
    """Discord for one bot. Everything that people do there is a method."""

    def __init__(
        self,
        world: World | None = None,
        *,
        bot_name: str = "Barometer",
        token: str = TOKEN,
        switches: Intent = Intent.MESSAGE_CONTENT,
        shards: int = 1,
        observe: Observer = lambda _: None,
    ) -> None:
        """`switches` are the privileged intents turned on in the portal; `observe` sees all."""
        self.world = world or World()
        bot = self.world.add_user(bot_name.lower(), bot_name, bot=True)
        owner = self.world.add_user("developer")
        self.application = Application(bot.id, bot, owner, token, switches)
        self.token = token
        self._shards = shards
        self._observe = observe
        self._closing = AsyncExitStack()

    async def __aenter__(self) -> Self:
        listening = socket.create_server((HOST, 0))
        address = f"{HOST}:{listening.getsockname()[1]}"
        self.url = f"http://{address}{PREFIX}"
        files_url, gateway_url = f"http://{address}", f"ws://{address}/gateway"
        world, application = self.world, self.application
        self.gateway = Gateway(world, application, gateway_url, self._observe)
        self.commands = Commands(world.ids)
        self._events = Events(world, application, self.gateway)
        answers = Answers(world, application, self._events, base_url=files_url)
        self._interactions = Interactions(world, application, self.gateway, answers)
        rest = Rest(
            world,
            application,
            self._events,
            base_url=files_url,
            gateway_url=gateway_url,
            shards=self._shards,
        )
        app = web.Application(client_max_size=UPLOAD_LIMIT)
        self._api = api = Api(app, self.token, self._observe)
        rest.add_routes(api)
        self.commands.add_routes(api)
        answers.add_routes(api)
        api.add("*", EVERYTHING_ELSE, not_found, authorized=False)
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

    async def wait_until_ready(self, seconds: float = 30.0) -> None:
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
        """Date every answer from now on so far ahead of the real time, or behind it."""
        self._api.ahead = ahead

    def lose_answers(self, number: int) -> None:
        """Do what the next requests ask for, and break their connections before the answer."""
        self._api.answers_to_lose = number

    def invite(self, guild: Guild, *roles: Role, at: datetime | None = None) -> None:
        """Make the bot a member of a guild, before it connects; it joins now, or `at` this time."""
        joined_at = at or datetime.now(UTC)
        self.world.add_member(guild, self.application.bot, *roles, joined_at=joined_at)

    async def remove_bot(self, guild: Guild) -> None:
        """Somebody throws the bot out of a guild."""
        del guild.members[self.application.bot.id]
        await self._events.guild_left(guild.id)

    async def add_bot(self, guild: Guild, *roles: Role) -> None:
        """Somebody adds the bot to a guild while it is connected."""
        self.invite(guild, *roles)
        await self._events.guild_joined(guild)

    async def change_overwrites(self, channel: Channel, *overwrites: Overwrite) -> None:
        """Somebody gives a channel these exceptions, and no others."""
        async with self._change_of_rights(self.world.guild_of(channel), told_of=channel):
            channel.overwrites = list(overwrites)

    async def change_role(self, guild: Guild, role: Role, permissions: Permission) -> None:
        """Somebody changes what a role allows."""
        async with self._change_of_rights(guild):
            role.permissions = permissions
            await self._events.role_updated(guild, role)

    async def change_bot_roles(self, guild: Guild, *roles: Role) -> None:
        """Somebody gives the bot these roles, and no others."""
        async with self._change_of_rights(guild):
            guild.members[self.application.bot.id].role_ids = [role.id for role in roles]
            await self._events.own_member_updated(guild)

    @asynccontextmanager
    async def _change_of_rights(
        self, guild: Guild, told_of: Channel | None = None
    ) -> AsyncIterator[None]:
        """Tell the bot of each channel that comes into its view or goes out of it meanwhile."""
        channels = [each for each in guild.channels.values() if not each.is_thread]
        seen = {each.id for each in channels if self._events.shows(each)}
        yield
        for channel in channels:
            shown = self._events.shows(channel)
            if shown != (channel.id in seen) or channel is told_of:
                await self._events.channel_updated(channel)
            if shown and channel.id not in seen:
                await self._events.threads_came_into_view(channel)

    async def begin_outage(self, guild: Guild) -> None:
        """Discord cannot reach one of its guilds; the bot is still in it."""
        await self._events.outage_began(guild.id)

    async def send_message(
        self,
        author: User,
        channel: Channel,
        text: str,
        *,
        at: datetime | None = None,
        reply_to: Message | None = None,
        type: MessageType = MessageType.DEFAULT,  # noqa: A002 (Discord's own word)
        webhook: bool = False,
    ) -> Message:
        """Somebody writes; `at` (default: now) is also the time of the message's id."""
        message = Message(self.world.ids.make(at), channel.id, author, text, type)
        if reply_to is not None:
            message.type, message.reply_to = MessageType.REPLY, reply_to.id
        if webhook:
            message.webhook_id = author.id
        posting.set_mentions(message, self.world)
        if channel.archived_at is not None:  # writing brings a thread back
            channel.archived_at = None
            await self._events.thread_updated(channel)
        self.world.add_message(message)
        await self._events.message_created(message)
        return message

    async def edit_message(
        self, message: Message, text: str, *, at: datetime | None = None
    ) -> None:
        message.content = text
        message.edited_at = at or datetime.now(UTC)
        posting.set_mentions(message, self.world)
        await self._events.message_edited(message)

    async def delete_message(self, message: Message) -> None:
        self.world.remove_message(message)
        await self._events.message_deleted(self.world.channel(message.channel_id), message.id)

    async def bulk_delete(self, messages: Sequence[Message]) -> None:
        """A moderator deletes several messages of one channel at once."""
        for message in messages:
            self.world.remove_message(message)
        channel = self.world.channel(messages[0].channel_id)
        await self._events.messages_deleted(channel, [message.id for message in messages])

    async def repeat_create(self, message: Message) -> None:
        """Deliver MESSAGE_CREATE once more, as the gateway sometimes does."""
        await self._events.message_created(message)

    async def repeat_update(self, message: Message) -> None:
        """Deliver MESSAGE_UPDATE without an edit, as for a link preview or a pin."""
        await self._events.message_edited(message)

    async def create_thread(
        self, parent: Channel, name: str, owner: User, *, private: bool = False
    ) -> Channel:
        """A thread under a text channel, or a post in a forum."""
        thread = self.world.add_thread(parent, name, owner, private=private)
        await self._events.thread_created(thread)
        return thread

    async def create_channel(
        self, guild: Guild, name: str, *, category: Channel | None = None
    ) -> Channel:
        """Somebody makes a text channel."""
        channel = self.world.add_channel(guild, name, parent=category, id=self.world.ids.make())
        await self._events.channel_created(channel)
        return channel

    async def move_channel(self, channel: Channel, category: Channel | None) -> None:
        """Somebody moves a channel into a category, or out of its own."""
        channel.parent_id = None if category is None else category.id
        await self._events.channel_updated(channel)

    async def delete_channel(self, channel: Channel) -> None:
        """Somebody deletes a channel with its threads, or one thread."""
        if channel.is_thread:
            await self._events.thread_deleted(channel)
        else:
            await self._events.channel_deleted(channel)
        self.world.remove_channel(channel)

    async def archive_thread(self, thread: Channel, *, at: datetime | None = None) -> None:
        """Hide a thread from the list of active ones, until somebody writes in it."""
        thread.archived_at = at or datetime.now(UTC)
        await self._events.thread_updated(thread)

    async def _download(self, request: web.Request) -> web.Response:
        attachment = self.world.attachments.get(int(request.match_info["attachment_id"]))
        if attachment is None:
            raise web.HTTPNotFound
        return web.Response(body=attachment.data)
