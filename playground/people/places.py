"""What people do to a server's places and rights: channels, threads, roles, and who is there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

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
from playground.world.application import Application
from playground.world.events import Events
from playground.world.permissions import Permission


class Places:
    """Each method is done by somebody who may; the bot and whoever looks on are told."""

    world: World
    application: Application
    _events: Events

    def invite(self, guild: Guild, *roles: Role, at: datetime | None = None) -> None:
        """Make the bot a member of a guild, before it connects; it joins now, or `at` this time."""
        joined_at = at or self.world.now()
        self.world.add_member(guild, self.application.bot, *roles, joined_at=joined_at)

    async def remove_bot(self, guild: Guild) -> None:
        """Somebody throws the bot out of a guild."""
        await self.leave(guild, self.application.bot)

    async def add_bot(self, guild: Guild, *roles: Role) -> None:
        """Somebody adds the bot to a guild while it is connected."""
        self.invite(guild, *roles)
        await self._events.guild_joined(guild)
        await self._events.member_joined(guild, guild.members[self.application.bot.id])

    async def join(self, guild: Guild, user: User, *roles: Role) -> None:
        """Somebody joins a guild, with these roles."""
        member = self.world.add_member(guild, user, *roles, joined_at=self.world.now())
        await self._events.member_joined(guild, member)

    async def leave(self, guild: Guild, user: User) -> None:
        """Somebody leaves a guild, or is thrown out."""
        del guild.members[user.id]
        await self._events.member_left(guild, user)

    async def change_overwrites(self, channel: Channel, *overwrites: Overwrite) -> None:
        """Somebody gives a channel these exceptions, and no others."""
        async with self._change_of_rights(self.world.guild_of(channel), told_of=channel):
            channel.overwrites = list(overwrites)
            await self._events.channel_updated(channel)

    async def change_role(self, guild: Guild, role: Role, permissions: Permission) -> None:
        """Somebody changes what a role allows."""
        async with self._change_of_rights(guild):
            role.permissions = permissions
            await self._events.role_updated(guild, role)

    async def change_bot_roles(self, guild: Guild, *roles: Role) -> None:
        """Somebody gives the bot these roles, and no others."""
        await self.change_roles(guild, self.application.bot, *roles)

    async def change_roles(self, guild: Guild, user: User, *roles: Role) -> None:
        """Somebody gives a member these roles, and no others."""
        async with self._change_of_rights(guild):
            member = guild.members[user.id]
            member.role_ids = [role.id for role in roles]
            await self._events.member_updated(guild, member)

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
            if shown != (channel.id in seen) and channel is not told_of:
                await self._events.channel_came_or_went(channel)
            if shown and channel.id not in seen:
                await self._events.threads_came_into_view(channel)

    async def begin_outage(self, guild: Guild) -> None:
        """Discord cannot reach one of its guilds; the bot is still in it."""
        await self._events.outage_began(guild.id)

    async def create_thread(
        self,
        parent: Channel,
        name: str,
        owner: User,
        *,
        private: bool = False,
        from_message: Message | None = None,
    ) -> Channel:
        """A thread under a text channel (from one of its messages), or a post in a forum.

        A thread from a message begins with one that shows it.
        """
        thread = self.world.add_thread(
            parent, name, owner, private=private, id=from_message.id if from_message else None
        )
        await self._events.thread_created(thread)
        if from_message is not None:
            first = Message(self.world.ids.make(), thread.id, owner, "", MessageType.THREAD_STARTER)
            first.reply_to = from_message.id
            self.world.add_message(first)
            await self._events.message_created(first)
            await self._events.message_edited(from_message)
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
        self.world.remove_channel(channel)
        if channel.is_thread:
            await self._events.thread_deleted(channel)
        else:
            await self._events.channel_deleted(channel)

    async def archive_thread(self, thread: Channel, *, at: datetime | None = None) -> None:
        """Hide a thread from the list of active ones, until somebody writes in it."""
        thread.archived_at = at or self.world.now()
        await self._events.thread_updated(thread)
