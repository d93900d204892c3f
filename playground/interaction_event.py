"""The event INTERACTION_CREATE: who asks, where, and what they and the bot may do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import message_payloads, payloads, permissions

if TYPE_CHECKING:
    from playground.application import Application
    from playground.interactions import Interaction
    from playground.world import Channel, Json, World

APPLICATION_COMMAND, MESSAGE_COMPONENT = 2, 3
BUTTON = 2
IN_GUILD, IN_BOT_DM = 0, 1
ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024


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
    granted = permissions.in_channel(guild, channel, member)
    own = permissions.in_channel(guild, channel, guild.members[application.bot.id])
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
