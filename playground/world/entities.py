"""Guilds, people, channels and messages: the things that a world is made of, as plain state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

from playground.world.permissions import NONE, Permission
from playground.world.snowflakes import snowflake_time

Json = dict[str, Any]

EPHEMERAL = 1 << 6
LOADING = 1 << 7

ENGLISH = "en-US"
"""A language as Discord names it: https://discord.com/developers/docs/reference#locales"""


class ChannelType(IntEnum):
    TEXT = 0
    DM = 1
    VOICE = 2
    CATEGORY = 4
    NEWS = 5
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12
    STAGE = 13
    FORUM = 15


class MessageType(IntEnum):
    """The kinds of message that the playground makes; what people say is of the first two.

    https://docs.discord.com/developers/resources/message#message-object-message-types
    """

    DEFAULT = 0
    REPLY = 19
    PIN = 6
    JOIN = 7
    THREAD_STARTER = 21


@dataclass(slots=True)
class User:
    """A person or a bot; `locale` is the language that their Discord is in."""

    id: int
    name: str
    display_name: str
    bot: bool = False
    locale: str = ENGLISH


@dataclass(slots=True)
class Role:
    """`hoist`: those who have it stand apart in the list of members. `mentionable`: by anybody."""

    id: int
    name: str
    permissions: Permission
    position: int = 0
    color: int = 0
    hoist: bool = False
    mentionable: bool = False


@dataclass(slots=True)
class Overwrite:
    """A channel's exception for one role or, with `for_member`, for one member."""

    id: int
    allow: Permission = NONE
    deny: Permission = NONE
    for_member: bool = False


@dataclass(slots=True)
class Member:
    user: User
    joined_at: datetime
    role_ids: list[int] = field(default_factory=list)
    nick: str | None = None


@dataclass(slots=True)
class Channel:
    """A channel, thread or forum post of a guild, or (without a guild) a direct message."""

    id: int
    name: str
    type: ChannelType = ChannelType.TEXT
    guild_id: int | None = None
    parent_id: int | None = None
    owner_id: int | None = None
    topic: str | None = None
    position: int = 0
    overwrites: list[Overwrite] = field(default_factory=list)
    invited: frozenset[int] = frozenset()
    recipients: list[User] = field(default_factory=list)
    last_message_id: int | None = None
    archived_at: datetime | None = None

    @property
    def is_thread(self) -> bool:
        return self.type in (ChannelType.PUBLIC_THREAD, ChannelType.PRIVATE_THREAD)

    @property
    def is_private_thread(self) -> bool:
        return self.type is ChannelType.PRIVATE_THREAD


@dataclass(slots=True)
class Emoji:
    id: int
    name: str


@dataclass(slots=True)
class Guild:
    """A server ("guild" in Discord's protocol). Its first role is `@everyone`, with its own id.

    In the system channel Discord itself posts, for instance who joined.
    """

    id: int
    name: str
    owner_id: int
    roles: dict[int, Role] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    emojis: list[Emoji] = field(default_factory=list)
    system_channel_id: int | None = None


@dataclass(slots=True)
class Attachment:
    """An uploaded file; `url` is where the server hands it out, `description` its alt text."""

    id: int
    filename: str
    data: bytes
    url: str
    description: str | None = None


@dataclass(slots=True)
class Message:
    """A message. `embeds` and `components` are Discord's JSON, kept as they were sent.

    An ephemeral one is there `only_for` the user with this id. `reactions` are the ids of those who
    reacted, by the emoji: itself, or `name:id` for one of the server's own. `reply_to` is the
    message that a reply answers, and that a thread's starter shows from the channel above.
    """

    id: int
    channel_id: int
    author: User
    content: str
    type: MessageType = MessageType.DEFAULT
    edited_at: datetime | None = None
    reply_to: int | None = None
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    webhook_id: int | None = None
    interaction: Json | None = None
    only_for: int | None = None
    reactions: dict[str, list[int]] = field(default_factory=dict)

    @property
    def created_at(self) -> datetime:
        return snowflake_time(self.id)
