"""The JSON forms of what is in the world, as Discord's REST API and gateway write them.

https://discord.com/developers/docs/reference; every function is pure.
"""

from __future__ import annotations

from datetime import datetime

from playground.world import (
    ENGLISH,
    Channel,
    ChannelType,
    Emoji,
    Guild,
    Json,
    Member,
    Overwrite,
    Role,
    User,
    grants,
)
from playground.world.permissions import Permission
from playground.world.snowflakes import snowflake_time

HIDDEN_NAME, CHANNEL_OBFUSCATED = "___hidden___", 1 << 17
"""How a channel comes that one may not view."""


def timestamp(moment: datetime) -> str:
    """ISO 8601 with an offset, as Discord writes it: `2026-02-03T18:00:00.123000+00:00`."""
    return moment.isoformat(timespec="microseconds")


def bits(granted: Permission) -> str:
    return str(int(granted))


def user(person: User) -> Json:
    payload: Json = {
        "id": str(person.id),
        "username": person.name,
        "global_name": None if person.bot else person.display_name,
        "discriminator": "0000" if person.bot else "0",
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }
    return payload | {"bot": True} if person.bot else payload


def own_user(bot: User) -> Json:
    """What the bot is told about itself."""
    return user(bot) | {"mfa_enabled": False, "locale": bot.locale, "email": None, "verified": True}


def role(role: Role) -> Json:
    colors = {"primary_color": role.color, "secondary_color": None, "tertiary_color": None}
    return {
        "id": str(role.id),
        "name": role.name,
        "permissions": bits(role.permissions),
        "position": role.position,
        "color": role.color,
        "colors": colors,
        "hoist": role.hoist,
        "managed": False,
        "mentionable": role.mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def member(member: Member, *, with_user: bool = True, granted: Permission | None = None) -> Json:
    """A member; `granted` adds the permissions in the channel that an interaction came from."""
    payload: Json = {
        "avatar": None,
        "banner": None,
        "communication_disabled_until": None,
        "flags": 0,
        "joined_at": timestamp(member.joined_at),
        "nick": member.nick,
        "pending": False,
        "premium_since": None,
        "roles": [str(role_id) for role_id in member.role_ids],
        "mute": False,
        "deaf": False,
    }
    if with_user:
        payload["user"] = user(member.user)
    if granted is not None:
        payload["permissions"] = bits(granted)
    return payload


def channel(channel: Channel) -> Json:
    """Any channel: of a guild, a thread or a direct message."""
    payload: Json = {
        "id": str(channel.id),
        "type": int(channel.type),
        "flags": 0,
        "last_message_id": _optional_id(channel.last_message_id),
    }
    if channel.type is ChannelType.DM:
        return payload | {"recipients": [user(person) for person in channel.recipients]}
    payload |= {
        "guild_id": str(channel.guild_id),
        "name": channel.name,
        "parent_id": _optional_id(channel.parent_id),
        "rate_limit_per_user": 0,
    }
    if channel.is_thread:
        return payload | _thread_fields(channel)
    if channel.type in (ChannelType.VOICE, ChannelType.STAGE):
        payload |= {"bitrate": 64_000, "user_limit": 0, "rtc_region": None}
    if channel.type is ChannelType.FORUM:
        payload |= {
            "available_tags": [],
            "default_reaction_emoji": None,
            "default_sort_order": None,
            "default_forum_layout": 0,
            "default_thread_rate_limit_per_user": 0,
        }
    return payload | {
        "topic": channel.topic,
        "position": channel.position,
        "nsfw": False,
        "permission_overwrites": [_overwrite(overwrite) for overwrite in channel.overwrites],
    }


def channel_for(full: Guild, place: Channel, viewer: Member) -> Json:
    """A guild's channel as the gateway gives it to one member: hidden, if they may not view it.

    https://docs.discord.com/developers/resources/channel#channel-object-obfuscated-channels
    """
    seen = grants.may_view(full, place, viewer)
    return channel(place) if seen else hidden_channel(place)


def hidden_channel(place: Channel) -> Json:
    """A guild's channel as it comes to a bot that may not view it."""
    nobody = Overwrite(place.guild_id or 0, deny=Permission.VIEW_CHANNEL)
    return channel(place) | {
        "name": HIDDEN_NAME,
        "flags": CHANNEL_OBFUSCATED,
        "topic": None,
        "parent_id": None,
        "last_message_id": None,
        "permission_overwrites": [_overwrite(nobody)],
    }


def guild(guild: Guild) -> Json:
    """A guild as `GET /guilds/{id}` gives it."""
    nothing = (
        "afk_channel_id application_id banner description discovery_splash home_header icon "
        "incidents_data max_presences public_updates_channel_id rules_channel_id "
        "safety_alerts_channel_id splash vanity_url_code widget_channel_id"
    )
    zero = (
        "default_message_notifications explicit_content_filter max_stage_video_channel_users "
        "max_video_channel_users mfa_level nsfw_level premium_subscription_count premium_tier "
        "system_channel_flags verification_level"
    )
    return (
        dict.fromkeys(nothing.split())
        | dict.fromkeys(zero.split(), 0)
        | {
            "id": str(guild.id),
            "name": guild.name,
            "owner_id": str(guild.owner_id),
            "region": "deprecated",
            "features": [],
            "afk_timeout": 300,
            "max_members": 500_000,
            "nsfw": False,
            "preferred_locale": ENGLISH,
            "system_channel_id": _optional_id(guild.system_channel_id),
            "premium_progress_bar_enabled": False,
            "widget_enabled": False,
            "roles": [role(each) for each in guild.roles.values()],
            "emojis": [_emoji(each) for each in guild.emojis],
            "stickers": [],
        }
    )


def own_guild(guild: Guild, user: User) -> Json:
    """A guild as the list of one's own guilds gives it."""
    return {
        "id": str(guild.id),
        "name": guild.name,
        "icon": None,
        "banner": None,
        "owner": guild.owner_id == user.id,
        "permissions": bits(grants.in_guild(guild, guild.members[user.id])),
        "features": [],
    }


def guild_create(full: Guild, bot: User, *, all_members: bool) -> Json:
    """The event GUILD_CREATE. Without the members intent a bot is told only of itself."""
    present = list(full.members.values()) if all_members else [full.members[bot.id]]
    own = full.members[bot.id]
    channels = full.channels.values()
    threads = [each for each in channels if each.is_thread and each.archived_at is None]
    seen = [each for each in threads if grants.may_view(full, each, own)]
    return guild(full) | {
        "joined_at": timestamp(own.joined_at),
        "large": False,
        "unavailable": False,
        "member_count": len(full.members),
        "members": [member(each) for each in present],
        "channels": [channel_for(full, each, own) for each in channels if not each.is_thread],
        "threads": [channel(each) for each in seen],
        "hub_type": None,
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def _thread_fields(thread: Channel) -> Json:
    return {
        "owner_id": str(thread.owner_id),
        "message_count": 0,
        "member_count": len(thread.invited),
        "total_message_sent": 0,
        "thread_metadata": {
            "archived": thread.archived_at is not None,
            # Also set when a thread is made, or brought back from the archive.
            "archive_timestamp": timestamp(thread.archived_at or snowflake_time(thread.id)),
            "auto_archive_duration": 10080,
            "locked": False,
        },
    }


def _overwrite(overwrite: Overwrite) -> Json:
    return {
        "id": str(overwrite.id),
        "type": int(overwrite.for_member),
        "allow": bits(overwrite.allow),
        "deny": bits(overwrite.deny),
    }


def _emoji(emoji: Emoji) -> Json:
    flags = {"require_colons": True, "managed": False, "animated": False, "available": True}
    return {"id": str(emoji.id), "name": emoji.name, "roles": [], **flags}


def _optional_id(snowflake: int | None) -> str | None:
    return None if snowflake is None else str(snowflake)
