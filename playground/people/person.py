"""One person in Discord's app: what they see there, and what they do, within their rights.

Whatever Discord would refuse raises RestError with Discord's status and code.
"""

from __future__ import annotations

from collections.abc import Mapping

from playground import forms
from playground.errors import (
    RestError,
    invalid_form,
    missing_access,
    missing_permissions,
    system_message,
    unknown,
)
from playground.forms import MOST_FILES, MessageForm
from playground.interactions.answers import Answers
from playground.people.places import Places
from playground.people.talk import Talk
from playground.rest import posting
from playground.rest.posting import HISTORY_LIMIT
from playground.world import (
    Channel,
    ChannelType,
    Guild,
    Json,
    Message,
    MessageType,
    User,
    World,
    grants,
    message_payloads,
)
from playground.world.permissions import ALL, Permission
from playground.world.timeline import Timeline

THREADED = (ChannelType.TEXT, ChannelType.NEWS)
LONGEST_NAME = 100
MOST_REACTIONS = 20
SAID = (MessageType.DEFAULT, MessageType.REPLY)
"""What people say themselves; the rest Discord says of them."""


class Person:
    """What somebody may do at most; `user` is who does it."""

    def __init__(self, user: User, discord: Talk, places: Places, answers: Answers) -> None:
        self.user = user
        self._talk = discord
        self._places = places
        self._answers = answers
        self._world: World = discord.world

    def granted(self, channel: Channel) -> Permission:
        """What they may do in a channel. Raises RestError if they don't see it."""
        if not grants.sees(self._world, channel, self.user.id):
            raise missing_access()
        if channel.guild_id is None:
            return ALL
        guild = self._world.guild_of(channel)
        return grants.in_channel(guild, channel, guild.members[self.user.id])

    def channels(self, guild: Guild) -> list[Channel]:
        """Those of a guild that they see, threads among them, as Discord lists them."""
        seen = [each for each in guild.channels.values() if self._sees(each)]
        return sorted(seen, key=lambda each: (each.is_thread, each.position, each.id))

    def channel(self, channel_id: int) -> Channel:
        """A channel by its id. Raises RestError if it isn't there, or not for them."""
        channel = self._world.channel(channel_id)
        self.granted(channel)
        return channel

    def message(self, channel_id: int, message_id: int) -> Message:
        """A message by its id, an ephemeral one of theirs too. Raises RestError."""
        channel = self.channel(channel_id)
        own = self._answers.ephemeral.get(message_id)
        if own is not None and own.channel_id == channel.id and own.only_for == self.user.id:
            return own
        self._require(channel, Permission.READ_MESSAGE_HISTORY)
        return self._world.message(channel.id, message_id)

    def read(
        self,
        channel: Channel,
        *,
        before: int | None = None,
        after: int | None = None,
        around: int | None = None,
        limit: int = 50,
    ) -> list[Message]:
        """A page of a channel, newest first, with the ephemeral answers that are theirs.

        `limit` is 1 to 100. Of `around`, `before` and `after` (ids) the first that is there says
        where the page is; else it is the newest.
        """
        if not 1 <= limit <= HISTORY_LIMIT:
            raise invalid_form(f"limit: int value should be between 1 and {HISTORY_LIMIT}.")
        if not self.granted(channel) & Permission.READ_MESSAGE_HISTORY:
            return []
        own = [
            each
            for each in self._answers.ephemeral.values()
            if each.only_for == self.user.id and each.channel_id == channel.id
        ]
        seen = Timeline[Message]()
        if around is not None:
            for message in own + self._world.history_around(channel, around, limit):
                seen.add(message)
            return seen.around(around, limit)
        after = after if before is None else None
        for message in own + self._world.history(channel, before=before, after=after, limit=limit):
            seen.add(message)
        return seen.page(before=before, after=after, limit=limit)

    def form(self, message: Message) -> Json:
        """A message as Discord's JSON, with their own reactions marked as theirs."""
        return message_payloads.message(message, self._world, viewer=self.user.id)

    async def write(
        self,
        channel: Channel,
        text: str,
        *,
        reply_to: Message | None = None,
        files: Mapping[str, bytes] | None = None,
        alt_texts: Mapping[str, str] | None = None,
    ) -> Message:
        """Say something, in answer to a message and with `files` by name if there are any.

        `alt_texts` say by the same names what is to be seen on pictures.
        """
        needed = Permission.SEND_MESSAGES
        if channel.is_thread:
            needed = Permission.SEND_MESSAGES_IN_THREADS
        needed |= Permission.ATTACH_FILES if files else 0
        needed |= Permission.READ_MESSAGE_HISTORY if reply_to else 0
        self._require(channel, needed)
        posting.check(forms.read(MessageForm, {"content": text}), may_be_empty=bool(files))
        if len(files or {}) > MOST_FILES:
            raise invalid_form(f"files: Must be {MOST_FILES} or fewer in length.")
        if reply_to is not None and (
            reply_to.channel_id != channel.id or reply_to.only_for is not None
        ):
            raise invalid_form("message_reference: Unknown message")
        return await self._talk.send_message(
            self.user,
            channel,
            text,
            reply_to=reply_to,
            files=files,
            alt_texts=alt_texts,
            allowed_mentions=self._pings(channel),
        )

    async def edit(self, message: Message, text: str) -> None:
        """Change what they said themselves."""
        channel = self.channel(message.channel_id)
        if message.author is not self.user:
            raise RestError(403, 50005, "Cannot edit a message authored by another user")
        if message.type not in SAID:
            raise system_message()
        read = forms.read(MessageForm, {"content": text})
        posting.check(read, may_be_empty=bool(message.attachments))
        await self._talk.edit_message(message, text, allowed_mentions=self._pings(channel))

    async def delete(self, message: Message) -> None:
        """Delete a message: their own, or any for which they have Manage Messages."""
        channel = self.channel(message.channel_id)
        if message.only_for is not None:
            raise unknown("Message")
        if message.type is MessageType.THREAD_STARTER:
            raise system_message()
        if message.author is not self.user:
            self._require(channel, Permission.MANAGE_MESSAGES)
        await self._talk.delete_message(message)

    async def react(self, message: Message, emoji: str) -> None:
        """Add a reaction: an emoji itself, or `name:id` of the server's own.

        With one that is there already it needs no right to add reactions.
        """
        channel = self._channel_of_public(message)
        known = posting.emoji(emoji, self._world, channel)
        needed = Permission.READ_MESSAGE_HISTORY
        if known not in message.reactions:
            needed |= Permission.ADD_REACTIONS
            if len(message.reactions) >= MOST_REACTIONS:
                raise RestError(400, 30010, "Maximum number of reactions reached (20)")
        self._require(channel, needed)
        await self._talk.add_reaction(self.user, message, known)

    async def take_back(self, message: Message, emoji: str) -> None:
        """Remove their own reaction."""
        channel = self._channel_of_public(message)
        known = posting.emoji(emoji, self._world, channel)
        await self._talk.remove_reaction(self.user, message, known)

    async def open_thread(
        self, channel: Channel, name: str, *, from_message: Message | None = None
    ) -> Channel:
        """Open a public thread, of itself or from a message of the channel."""
        self._require(channel, Permission.CREATE_PUBLIC_THREADS)
        if channel.type not in THREADED:
            raise RestError(400, 50024, "Cannot execute action on this channel type")
        if not 0 < len(name.strip()) <= LONGEST_NAME:
            raise invalid_form(f"name: Must be between 1 and {LONGEST_NAME} in length.")
        if from_message is not None and from_message.id in self._world.channels:
            raise RestError(400, 160004, "A thread has already been created for this message")
        if from_message is not None and from_message.only_for is not None:
            raise unknown("Message")
        return await self._places.create_thread(
            channel, name.strip(), self.user, from_message=from_message
        )

    def _sees(self, channel: Channel) -> bool:
        return grants.sees(self._world, channel, self.user.id)

    def _require(self, channel: Channel, needed: Permission) -> None:
        if self.granted(channel) & needed != needed:
            raise missing_permissions()

    def _channel_of_public(self, message: Message) -> Channel:
        if message.only_for is not None:
            raise unknown("Message")
        return self.channel(message.channel_id)

    def _pings(self, channel: Channel) -> Json | None:
        """Whom their mentions ping: everybody and any role only with the right to."""
        if self.granted(channel) & Permission.MENTION_EVERYONE or channel.guild_id is None:
            return None
        roles = self._world.guild_of(channel).roles.values()
        return {"parse": ["users"], "roles": [str(each.id) for each in roles if each.mentionable]}
