"""What people say: messages, written, changed, deleted, and reacted to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from playground.rest import posting
from playground.rest.api import Upload
from playground.world import Channel, Json, Message, MessageType, User, World
from playground.world.events import Events


class Talk:
    """Each method is done by somebody who may (`people` asks whether they may)."""

    world: World
    _events: Events
    files_url: str

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
        files: Mapping[str, bytes] | None = None,
        alt_texts: Mapping[str, str] | None = None,
        allowed_mentions: Json | None = None,
    ) -> Message:
        """Somebody writes; `at` (default: now) is also the time of the message's id.

        `files` are attached, by their names, with the `alt_texts` of those that have one.
        `allowed_mentions`, in Discord's form, is whom the text may ping (default: everybody).
        """
        message = Message(self.world.ids.make(at), channel.id, author, text, type)
        if reply_to is not None:
            message.type, message.reply_to = MessageType.REPLY, reply_to.id
        if webhook:
            message.webhook_id = author.id
        posting.set_mentions(message, self.world, allowed_mentions)
        uploads = [Upload(n, name, data) for n, (name, data) in enumerate((files or {}).items())]
        described = [
            {"id": each.index, "description": (alt_texts or {}).get(each.filename)}
            for each in uploads
        ]
        body = {"attachments": described}
        posting.attach(message, body, uploads, self.world, self.files_url)
        if channel.archived_at is not None:  # writing brings a thread back
            channel.archived_at = None
            await self._events.thread_updated(channel)
        self.world.add_message(message)
        await self._events.message_created(message)
        return message

    async def edit_message(
        self,
        message: Message,
        text: str,
        *,
        at: datetime | None = None,
        allowed_mentions: Json | None = None,
    ) -> None:
        message.content = text
        message.edited_at = at or self.world.now()
        posting.set_mentions(message, self.world, allowed_mentions)
        await self._events.message_edited(message)

    async def delete_message(self, message: Message) -> None:
        self.world.remove_message(message)
        await self._events.message_deleted(message)

    async def bulk_delete(self, messages: Sequence[Message]) -> None:
        """A moderator deletes several messages of one channel at once."""
        for message in messages:
            self.world.remove_message(message)
        channel = self.world.channel(messages[0].channel_id)
        await self._events.messages_deleted(channel, [message.id for message in messages])

    async def add_reaction(self, user: User, message: Message, emoji: str) -> None:
        """Somebody reacts with an emoji (of a server's own: `name:id`); twice is as once."""
        reacted = message.reactions.setdefault(emoji, [])
        if user.id not in reacted:
            reacted.append(user.id)
            await self._events.reaction_added(user, message, emoji)

    async def remove_reaction(self, user: User, message: Message, emoji: str) -> None:
        """Somebody takes a reaction back; one that is not there is none to take."""
        reacted = message.reactions.get(emoji, [])
        if user.id not in reacted:
            return
        reacted.remove(user.id)
        if not reacted:
            del message.reactions[emoji]
        await self._events.reaction_removed(user, message, emoji)

    async def repeat_create(self, message: Message) -> None:
        """Deliver MESSAGE_CREATE once more, as the gateway sometimes does."""
        await self._events.message_created(message)

    async def repeat_update(self, message: Message) -> None:
        """Deliver MESSAGE_UPDATE without an edit, as for a link preview or a pin."""
        await self._events.message_edited(message)
