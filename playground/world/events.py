"""What happens in the world, as Discord's events: each method publishes one to the feed.

https://discord.com/developers/docs/events/gateway-events
"""

from __future__ import annotations

from collections.abc import Sequence

from playground.world import (
    Channel,
    Guild,
    Json,
    Member,
    Message,
    Role,
    User,
    World,
    grants,
    message_payloads,
    payloads,
)
from playground.world.application import Application
from playground.world.feed import VIEW_CHANGED, Event, Feed


class Events:
    """Publishes what happens; the bot's own view of channels and guilds is told to it alone."""

    def __init__(self, world: World, application: Application, feed: Feed) -> None:
        self._world = world
        self._bot = application.bot
        self._feed = feed

    async def outage_began(self, guild_id: int) -> None:
        data: Json = {"id": str(guild_id), "unavailable": True}
        await self._tell_bot("GUILD_DELETE", guild_id, data)

    async def guild_joined(self, guild: Guild) -> None:
        form = payloads.guild_create(guild, self._bot, all_members=False)
        await self._tell_bot("GUILD_CREATE", guild.id, form)

    async def member_joined(self, guild: Guild, member: Member) -> None:
        data = payloads.member(member) | {"guild_id": str(guild.id)}
        await self._tell_guild("GUILD_MEMBER_ADD", guild.id, data)

    async def member_left(self, guild: Guild, user: User) -> None:
        """Whoever left is told that the guild is gone."""
        gone: Json = {"id": str(guild.id)}
        await self._feed.publish(Event("GUILD_DELETE", gone, guild.id, only_for=user.id))
        data: Json = {"guild_id": str(guild.id), "user": payloads.user(user)}
        await self._tell_guild("GUILD_MEMBER_REMOVE", guild.id, data)

    async def member_updated(self, guild: Guild, member: Member) -> None:
        """Of itself a bot is told without the members intent."""
        data = payloads.member(member) | {"guild_id": str(guild.id)}
        await self._tell_guild("GUILD_MEMBER_UPDATE", guild.id, data)

    async def role_updated(self, guild: Guild, role: Role) -> None:
        data: Json = {"guild_id": str(guild.id), "role": payloads.role(role)}
        await self._tell_guild("GUILD_ROLE_UPDATE", guild.id, data)

    async def channel_created(self, channel: Channel) -> None:
        await self._tell_of_channel("CHANNEL_CREATE", channel)

    async def channel_updated(self, channel: Channel) -> None:
        await self._tell_of_channel("CHANNEL_UPDATE", channel)

    async def channel_came_or_went(self, channel: Channel) -> None:
        """The bot may view a channel from now on, or no longer."""
        guild = self._world.guild_of(channel)
        form = payloads.channel_for(guild, channel, guild.members[self._bot.id])
        await self._tell_bot("CHANNEL_UPDATE", guild.id, form)

    async def threads_came_into_view(self, parent: Channel) -> None:
        """The active ones of a channel that the bot may view from now on."""
        guild = self._world.guild_of(parent)
        threads = [each for each in guild.channels.values() if each.parent_id == parent.id]
        seen = [each for each in threads if each.archived_at is None and self.shows(each)]
        data: Json = {
            "guild_id": str(guild.id),
            "channel_ids": [str(parent.id)],
            "threads": [payloads.channel(each) for each in seen],
            "members": [],
        }
        await self._tell_bot("THREAD_LIST_SYNC", guild.id, data)

    async def channel_deleted(self, channel: Channel) -> None:
        """Of the threads that go with it nothing is told."""
        await self._tell_viewers("CHANNEL_DELETE", channel, payloads.channel(channel))

    async def thread_deleted(self, thread: Channel) -> None:
        full = payloads.channel(thread)
        data = {name: full[name] for name in ("id", "guild_id", "parent_id", "type")}
        await self._tell_viewers("THREAD_DELETE", thread, data)

    async def thread_created(self, thread: Channel) -> None:
        data = payloads.channel(thread) | {"newly_created": True}
        await self._tell_viewers("THREAD_CREATE", thread, data)

    async def thread_updated(self, thread: Channel) -> None:
        await self._tell_viewers("THREAD_UPDATE", thread, payloads.channel(thread))

    async def message_created(self, message: Message) -> None:
        await self._tell_message("MESSAGE_CREATE", message)

    async def message_edited(self, message: Message) -> None:
        await self._tell_message("MESSAGE_UPDATE", message)

    async def message_deleted(self, message: Message) -> None:
        channel = self._world.channel(message.channel_id)
        data = {"id": str(message.id)} | _place(channel)
        await self._tell_viewers("MESSAGE_DELETE", channel, data, only_for=message.only_for)

    async def messages_deleted(self, channel: Channel, message_ids: Sequence[int]) -> None:
        ids = [str(message_id) for message_id in message_ids]
        await self._tell_viewers("MESSAGE_DELETE_BULK", channel, {"ids": ids} | _place(channel))

    async def reaction_added(self, user: User, message: Message, emoji: str) -> None:
        channel = self._world.channel(message.channel_id)
        data = self._reaction(user, message, emoji)
        data["message_author_id"] = str(message.author.id)
        if channel.guild_id is not None:
            data["member"] = payloads.member(self._world.guild_of(channel).members[user.id])
        await self._tell_viewers("MESSAGE_REACTION_ADD", channel, data)

    async def reaction_removed(self, user: User, message: Message, emoji: str) -> None:
        channel = self._world.channel(message.channel_id)
        data = self._reaction(user, message, emoji)
        await self._tell_viewers("MESSAGE_REACTION_REMOVE", channel, data)

    def _reaction(self, user: User, message: Message, emoji: str) -> Json:
        return {
            "user_id": str(user.id),
            "message_id": str(message.id),
            "emoji": message_payloads.emoji(emoji),
            "burst": False,
            "type": 0,
            **_place(self._world.channel(message.channel_id)),
        }

    async def typing_started(self, channel: Channel, user: User, at: float) -> None:
        data: Json = {"user_id": str(user.id), "timestamp": int(at)} | _place(channel)
        if channel.guild_id is not None:
            member = self._world.guild_of(channel).members[user.id]
            data["member"] = payloads.member(member)
        await self._tell_viewers("TYPING_START", channel, data)

    async def interaction_created(self, guild_id: int | None, form: Json) -> None:
        await self._tell_bot("INTERACTION_CREATE", guild_id, form)

    async def commands_changed(self, guild_id: int | None) -> None:
        """The bot has registered commands, in one guild or (`None`) everywhere."""
        for each in [*self._world.guilds] if guild_id is None else [guild_id]:
            await self._tell_guild(VIEW_CHANGED, each, {})

    def shows(self, channel: Channel) -> bool:
        """Whether the bot is there and may see the channel."""
        return grants.sees(self._world, channel, self._bot.id)

    async def _tell_message(self, event: str, message: Message) -> None:
        channel = self._world.channel(message.channel_id)
        form = message_payloads.message_event(message, self._world)
        await self._tell_viewers(event, channel, form, only_for=message.only_for)

    async def _tell_of_channel(self, event: str, channel: Channel) -> None:
        """To whoever may not view it, it comes hidden."""
        hidden = payloads.hidden_channel(channel)
        form = payloads.channel(channel)
        await self._feed.publish(Event(event, form, channel.guild_id, channel, hidden=hidden))

    async def _tell_viewers(
        self, event: str, channel: Channel, data: Json, *, only_for: int | None = None
    ) -> None:
        await self._feed.publish(Event(event, data, channel.guild_id, channel, only_for))

    async def _tell_guild(self, event: str, guild_id: int, data: Json) -> None:
        await self._feed.publish(Event(event, data, guild_id))

    async def _tell_bot(self, event: str, guild_id: int | None, data: Json) -> None:
        await self._feed.publish(Event(event, data, guild_id, only_for=self._bot.id))


def _place(channel: Channel) -> Json:
    """Where it is, as an event says it."""
    place: Json = {"channel_id": str(channel.id)}
    return place if channel.guild_id is None else place | {"guild_id": str(channel.guild_id)}
