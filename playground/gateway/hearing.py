"""What of the feed a bot hears: what it may see, and asked for by its intents.

https://discord.com/developers/docs/events/gateway#list-of-intents
"""

from __future__ import annotations

from playground.world import Json, User, message_payloads
from playground.world.application import Intent
from playground.world.feed import Event

_MESSAGES = Intent.GUILD_MESSAGES | Intent.DIRECT_MESSAGES
_REACTIONS = Intent.GUILD_MESSAGE_REACTIONS | Intent.DIRECT_MESSAGE_REACTIONS
_TYPING = Intent.GUILD_MESSAGE_TYPING | Intent.DIRECT_MESSAGE_TYPING
_DIRECT = Intent.DIRECT_MESSAGES | Intent.DIRECT_MESSAGE_REACTIONS | Intent.DIRECT_MESSAGE_TYPING

_NEEDED = {
    "GUILD_MEMBER_ADD": Intent.GUILD_MEMBERS,
    "GUILD_MEMBER_REMOVE": Intent.GUILD_MEMBERS,
    "GUILD_MEMBER_UPDATE": Intent.GUILD_MEMBERS,
    "TYPING_START": _TYPING,
}
_NEEDED |= dict.fromkeys(
    ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK"], _MESSAGES
)
_NEEDED |= dict.fromkeys(["MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE"], _REACTIONS)
_NEEDED |= dict.fromkeys(
    [
        "CHANNEL_CREATE",
        "CHANNEL_UPDATE",
        "CHANNEL_DELETE",
        "THREAD_CREATE",
        "THREAD_UPDATE",
        "THREAD_DELETE",
        "THREAD_LIST_SYNC",
        "GUILD_CREATE",
        "GUILD_DELETE",
        "GUILD_UPDATE",
        "GUILD_ROLE_CREATE",
        "GUILD_ROLE_UPDATE",
        "GUILD_ROLE_DELETE",
    ],
    Intent.GUILDS,
)


def needed_intent(event: Event, bot: User) -> Intent | None:
    """A bot hears the event if it has asked for any of these (`None`: always; 0: never)."""
    if event.name == "INTERACTION_CREATE":
        return None
    if event.name == "GUILD_MEMBER_UPDATE" and event.data["user"]["id"] == str(bot.id):
        return Intent.GUILDS  # of itself a bot is told without the members intent
    needed = _NEEDED.get(event.name, Intent(0))
    return needed & _DIRECT if event.guild_id is None else needed & ~_DIRECT


def without_content(event: Event, data: Json, bot: User) -> Json:
    """The event as it comes to a session that did not ask for the content of messages."""
    if event.name not in ("MESSAGE_CREATE", "MESSAGE_UPDATE"):
        return data
    if message_payloads.is_for(bot, data, direct=event.guild_id is None):
        return data
    return message_payloads.without_content(data)
