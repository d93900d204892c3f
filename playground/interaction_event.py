"""One use of a command or button, and the event INTERACTION_CREATE that tells the bot of it.

The event says who asks, where, and what they and the bot may do there.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from time import perf_counter

from playground import grants, message_payloads, payloads, permissions
from playground.application import Application
from playground.world import Channel, Json, Message, User, World

APPLICATION_COMMAND, MESSAGE_COMPONENT = 2, 3
BUTTON = 2
IN_GUILD, IN_BOT_DM = 0, 1
ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024


@dataclass(slots=True)
class Interaction:
    """One use of a command or button, from the asking to the end of its token.

    `pressed_on` is the message whose button was pressed, `original` the answer that the bot knows
    as `@original`: with a button that may be the same message, changed.
    """

    id: int
    token: str
    user: User
    channel: Channel
    kind: int = APPLICATION_COMMAND
    pressed_on: Message | None = None
    asked_at: float = field(default_factory=perf_counter)
    original: Message | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    first_seconds: float | None = None
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    answered: asyncio.Future[Message] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )


def event_of(interaction: Interaction, data: Json, world: World, application: Application) -> Json:
    """The event that puts a question to the bot; `data` says which command or button it is."""
    channel = interaction.channel
    event: Json = {
        "id": str(interaction.id),
        "application_id": str(application.id),
        "type": interaction.kind,
        "token": interaction.token,
        "version": 1,
        "locale": payloads.LOCALE,
        "channel_id": str(channel.id),
        "entitlements": [],
        "attachment_size_limit": ATTACHMENT_SIZE_LIMIT,
        "authorizing_integration_owners": installers(channel),
        "data": data,
    }
    if interaction.pressed_on is not None:
        event["message"] = message_payloads.message(interaction.pressed_on, world)
    if channel.guild_id is None:
        return event | {
            "context": IN_BOT_DM,
            "user": payloads.user(interaction.user),
            "channel": payloads.channel(channel),
            "app_permissions": payloads.bits(permissions.ALL),
        }
    guild = world.guild_of(channel)
    member = guild.members[interaction.user.id]
    granted = grants.in_channel(guild, channel, member)
    own = grants.in_channel(guild, channel, guild.members[application.bot.id])
    return event | {
        "context": IN_GUILD,
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": payloads.LOCALE, "features": []},
        "guild_locale": payloads.LOCALE,
        "member": payloads.member(member, granted=granted),
        "channel": payloads.channel(channel) | {"permissions": payloads.bits(granted)},
        "app_permissions": payloads.bits(own),
    }


def installers(channel: Channel) -> dict[str, str]:
    """Who installed the bot here: "0" stands for a guild (whose id is 0 in direct messages)."""
    return {"0": str(channel.guild_id or 0)}
