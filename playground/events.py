"""What happens in the world, told to the bot: each method is one event of the gateway.

https://discord.com/developers/docs/events/gateway-events
"""

from __future__ import annotations

from collections.abc import Sequence

from playground import grants, message_payloads, payloads
from playground.application import Application, Intent
from playground.gateway import Gateway
from playground.world import Channel, Guild, Json, Message, Role, World


class Events:
    """Tells the bot of what it may see."""

    def __init__(self, world: World, application: Application, gateway: Gateway) -> None:
        self._world = world
        self._application = application
        self._gateway = gateway

    async def guild_left(self, guild_id: int) -> None:
        await self._tell_guild("GUILD_DELETE", guild_id, {"id": str(guild_id)})

    async def outage_began(self, guild_id: int) -> None:
        data: Json = {"id": str(guild_id), "unavailable": True}
        await self._tell_guild("GUILD_DELETE", guild_id, data)

    async def guild_joined(self, guild: Guild) -> None:
        form = payloads.guild_create(guild, self._application.bot, all_members=False)
        await self._tell_guild("GUILD_CREATE", guild.id, form)

    async def role_updated(self, guild: Guild, role: Role) -> None:
        data: Json = {"guild_id": str(guild.id), "role": payloads.role(role)}
        await self._tell_guild("GUILD_ROLE_UPDATE", guild.id, data)

    async def own_member_updated(self, guild: Guild) -> None:
        """Of itself a bot is told without the members intent."""
        own = guild.members[self._application.bot.id]
        data = payloads.member(own) | {"guild_id": str(guild.id)}
        await self._tell_guild("GUILD_MEMBER_UPDATE", guild.id, data)

    async def channel_created(self, channel: Channel) -> None:
        await self._tell_of_channel("CHANNEL_CREATE", channel)

    async def channel_updated(self, channel: Channel) -> None:
        await self._tell_of_channel("CHANNEL_UPDATE", channel)

    async def _tell_of_channel(self, event: str, channel: Channel) -> None:
        """What the bot may not view comes hidden."""
        guild = self._world.guild_of(channel)
        own = guild.members[self._application.bot.id]
        form = payloads.channel_for(guild, channel, own)
        await self._tell_guild(event, guild.id, form)

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
        await self._tell_guild("THREAD_LIST_SYNC", guild.id, data)

    async def message_created(self, message: Message) -> None:
        await self._tell_message("MESSAGE_CREATE", message)

    async def message_edited(self, message: Message) -> None:
        await self._tell_message("MESSAGE_UPDATE", message)

    async def message_deleted(self, channel: Channel, message_id: int) -> None:
        data: Json = {"id": str(message_id), "channel_id": str(channel.id)}
        await self._tell_channel("MESSAGE_DELETE", channel, data)

    async def messages_deleted(self, channel: Channel, message_ids: Sequence[int]) -> None:
        ids = [str(message_id) for message_id in message_ids]
        data: Json = {"ids": ids, "channel_id": str(channel.id)}
        await self._tell_channel("MESSAGE_DELETE_BULK", channel, data)

    async def channel_deleted(self, channel: Channel) -> None:
        """Of the threads that go with it nothing is told."""
        await self._tell_place("CHANNEL_DELETE", channel, payloads.channel(channel))

    async def thread_deleted(self, thread: Channel) -> None:
        full = payloads.channel(thread)
        data = {name: full[name] for name in ("id", "guild_id", "parent_id", "type")}
        await self._tell_place("THREAD_DELETE", thread, data)

    async def thread_created(self, thread: Channel) -> None:
        data = payloads.channel(thread) | {"newly_created": True}
        await self._tell_place("THREAD_CREATE", thread, data)

    async def thread_updated(self, thread: Channel) -> None:
        await self._tell_place("THREAD_UPDATE", thread, payloads.channel(thread))

    async def _tell_place(self, event: str, place: Channel, data: Json) -> None:
        if self.shows(place):
            await self._gateway.dispatch(event, data, intent=Intent.GUILDS, guild_id=place.guild_id)

    async def _tell_guild(self, event: str, guild_id: int, data: Json) -> None:
        await self._gateway.dispatch(event, data, intent=Intent.GUILDS, guild_id=guild_id)

    async def _tell_message(self, event: str, message: Message) -> None:
        channel = self._world.channel(message.channel_id)
        full = message_payloads.message_event(message, self._world)
        is_readable = message_payloads.is_for(self._application.bot, message, self._world)
        reduced = full if is_readable else message_payloads.without_content(full)
        if self.shows(channel):
            await self._gateway.dispatch(
                event,
                full,
                intent=_message_intent(channel),
                guild_id=channel.guild_id,
                without_content=reduced,
            )

    async def _tell_channel(self, event: str, channel: Channel, data: Json) -> None:
        if channel.guild_id is not None:
            data["guild_id"] = str(channel.guild_id)
        if self.shows(channel):
            await self._gateway.dispatch(
                event, data, intent=_message_intent(channel), guild_id=channel.guild_id
            )

    def shows(self, channel: Channel) -> bool:
        """Whether the bot is there and may see the channel."""
        if channel.guild_id is None:
            return True
        guild = self._world.guild_of(channel)
        own = guild.members.get(self._application.bot.id)
        return own is not None and grants.may_view(guild, channel, own)


def _message_intent(channel: Channel) -> Intent:
    return Intent.DIRECT_MESSAGES if channel.guild_id is None else Intent.GUILD_MESSAGES
