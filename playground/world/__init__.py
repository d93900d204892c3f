"""What there is in the loopback Discord, and what happens there.

world, entities, timeline           plain state
snowflakes                          its ids, which tell the time
application                         the bot's own: its token, its switches
permissions, grants                 who may do what
payloads, message_payloads          the JSON forms of all of it
feed, events                        what happens, told to the bot and to people who look on
"""

from playground.world.entities import (
    ENGLISH,
    EPHEMERAL,
    LOADING,
    Attachment,
    Channel,
    ChannelType,
    Emoji,
    Guild,
    Json,
    Member,
    Message,
    MessageType,
    Overwrite,
    Role,
    User,
)
from playground.world.world import World

__all__ = [
    "ENGLISH",
    "EPHEMERAL",
    "LOADING",
    "Attachment",
    "Channel",
    "ChannelType",
    "Emoji",
    "Guild",
    "Json",
    "Member",
    "Message",
    "MessageType",
    "Overwrite",
    "Role",
    "User",
    "World",
]
