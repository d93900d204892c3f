"""What is in the loopback Discord, found by id.

Nothing here speaks to anybody: `payloads` gives the JSON forms, `server` tells the bot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TypeVar

from playground import errors
from playground.world.entities import (
    Attachment,
    Channel,
    ChannelType,
    Guild,
    Member,
    Message,
    Overwrite,
    Role,
    User,
)
from playground.world.permissions import EVERYONE, Permission
from playground.world.snowflakes import Snowflakes, utc_now
from playground.world.timeline import Timeline

Thing = TypeVar("Thing")


class World:
    """Everything that exists, found by id; raises `RestError` where Discord answers 404.

    What time it is there `now` (aware) says: ids and all that happens are dated by it.
    """

    def __init__(self, now: Callable[[], datetime] = utc_now) -> None:
        self.now = now
        self.ids = Snowflakes(now)
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.attachments: dict[int, Attachment] = {}
        self._timelines: dict[int, Timeline[Message]] = defaultdict(Timeline)

    def add_user(self, name: str, display_name: str | None = None, *, bot: bool = False) -> User:
        user = User(self._old_id(), name, display_name or name.title(), bot)
        self.users[user.id] = user
        return user

    def add_guild(
        self,
        name: str,
        owner: User,
        *,
        everyone: Permission = EVERYONE,
        at: datetime | None = None,
    ) -> Guild:
        """A server that was made `at` a time, which decides on its shard; long ago by default."""
        guild = Guild(self.ids.make(at) if at else self._old_id(), name, owner.id)
        guild.roles[guild.id] = Role(guild.id, "@everyone", everyone)
        self.guilds[guild.id] = guild
        self.add_member(guild, owner)
        return guild

    def add_role(self, guild: Guild, name: str, permissions: Permission) -> Role:
        role = Role(self._old_id(), name, permissions, position=len(guild.roles))
        guild.roles[role.id] = role
        return role

    def add_member(
        self, guild: Guild, user: User, *roles: Role, joined_at: datetime | None = None
    ) -> Member:
        joined_at = joined_at or self.now() - timedelta(days=200)
        member = Member(user, joined_at, [role.id for role in roles])
        guild.members[user.id] = member
        return member

    def add_channel(
        self,
        guild: Guild,
        name: str,
        *,
        type: ChannelType = ChannelType.TEXT,  # noqa: A002 (Discord's own word)
        parent: Channel | None = None,
        topic: str | None = None,
        overwrites: Iterable[Overwrite] = (),
        id: int | None = None,  # noqa: A002 (Discord's own word)
    ) -> Channel:
        channel = Channel(id or self._old_id(), name, type, guild.id, parent.id if parent else None)
        channel.topic = topic
        channel.position = len(guild.channels)
        channel.overwrites = list(overwrites)
        return self._keep(channel, guild)

    def add_thread(
        self,
        parent: Channel,
        name: str,
        owner: User,
        *,
        private: bool = False,
        at: datetime | None = None,
        id: int | None = None,  # noqa: A002 (Discord's own word)
    ) -> Channel:
        """A thread under a channel, or a post in a forum; its owner is in it.

        One that is opened from a message has its `id`.
        """
        kind = ChannelType.PRIVATE_THREAD if private else ChannelType.PUBLIC_THREAD
        thread = Channel(id or self.ids.make(at), name, kind, parent.guild_id, parent.id, owner.id)
        thread.invited = frozenset({owner.id})
        return self._keep(thread, self.guild_of(parent))

    def direct_channel(self, user: User) -> Channel:
        """The channel between the bot and one person, made at the first asking."""
        for channel in self.channels.values():
            if channel.type is ChannelType.DM and channel.recipients == [user]:
                return channel
        channel = Channel(self.ids.make(), user.name, ChannelType.DM, recipients=[user])
        return self._keep(channel)

    def remove_channel(self, channel: Channel) -> None:
        """A channel goes with its threads and all that was said there."""
        guild = self.guild_of(channel)
        gone = [each for each in guild.channels.values() if channel.id in (each.id, each.parent_id)]
        for each in gone:
            # What is in a category is no thread of it, and stays.
            if each is channel or each.is_thread:
                del guild.channels[each.id], self.channels[each.id]
                self._timelines.pop(each.id, None)

    def add_message(self, message: Message) -> None:
        timeline = self._timelines[message.channel_id]
        timeline.add(message)
        self.channels[message.channel_id].last_message_id = timeline.last_id

    def remove_message(self, message: Message) -> None:
        self._timelines[message.channel_id].remove(message.id)

    def history(
        self, channel: Channel, *, before: int | None, after: int | None, limit: int
    ) -> list[Message]:
        """A page of a channel's messages, newest first; see `Timeline.page`."""
        return self._timelines[channel.id].page(before=before, after=after, limit=limit)

    def history_around(self, channel: Channel, message_id: int, limit: int) -> list[Message]:
        """The messages beside one, newest first; see `Timeline.around`."""
        return self._timelines[channel.id].around(message_id, limit)

    def archived_threads(self, parent: Channel) -> list[tuple[datetime, Channel]]:
        """The public threads of a channel that are archived, and since when; the last first."""
        found = [
            (each.archived_at, each)
            for each in self.guild_of(parent).channels.values()
            if each.parent_id == parent.id
            and each.type is ChannelType.PUBLIC_THREAD
            and each.archived_at is not None
        ]
        return sorted(found, key=lambda pair: pair[0], reverse=True)

    def messages(self, channel: Channel) -> list[Message]:
        """All of a channel, oldest first."""
        return list(self._timelines[channel.id])

    def user(self, user_id: int) -> User:
        return _found(self.users, user_id, "User")

    def guild(self, guild_id: int) -> Guild:
        return _found(self.guilds, guild_id, "Guild")

    def guild_of(self, channel: Channel) -> Guild:
        return self.guild(channel.guild_id or 0)

    def member(self, guild_id: int, user_id: int) -> Member:
        return _found(self.guild(guild_id).members, user_id, "Member")

    def channel(self, channel_id: int) -> Channel:
        return _found(self.channels, channel_id, "Channel")

    def message(self, channel_id: int, message_id: int) -> Message:
        self.channel(channel_id)
        found = self.find_message(channel_id, message_id)
        if found is None:
            raise errors.unknown("Message")
        return found

    def find_message(self, channel_id: int, message_id: int) -> Message | None:
        return self._timelines[channel_id].find(message_id)

    def _keep(self, channel: Channel, guild: Guild | None = None) -> Channel:
        if guild is not None:
            guild.channels[channel.id] = channel
        self.channels[channel.id] = channel
        return channel

    def _old_id(self) -> int:
        """An id from before anybody spoke: people and places are older than the messages."""
        return self.ids.make(self.now() - timedelta(days=400))


def _found(things: dict[int, Thing], key: int, name: str) -> Thing:
    try:
        return things[key]
    except KeyError:
        raise errors.unknown(name) from None
