"""Who may see and change what. Every rule of it is in this module.

- A channel's mood is for people who may read that channel and its history. A thread is read with
  the channel above it; a private thread is never counted, so nobody can ask about it.
- A sum over channels takes only channels that its viewer may read, and only they see the answer.
- Everything about a person is seen only by the person who asked.
- An answer is public only when it is about the very channel in which it was asked: who sees the
  answer sees that channel.
- Another member's mood: only once an administrator has turned this on, and then only for people
  with Administrator, Manage Server or View Server Insights, or with the role that was chosen.
- Settings need Manage Server; those that open people's moods to others need Administrator.

Discord can limit only a whole command, not one of its subcommands
(https://discord.com/developers/docs/interactions/application-commands#permissions), so these
rules are checked here, each time.
"""

from __future__ import annotations

from dataclasses import dataclass

import discord
from discord import app_commands

from bot import errors
from bot.errors import Refused
from storage.records import GuildSettings

Channel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
"""What holds messages or posts of its own (announcements are text, media channels are forums)."""

AskedPlace = Channel | app_commands.AppCommandThread
"""What a command's `channel` option takes. A thread may be archived, and so not in the cache."""

READING = discord.Permissions(view_channel=True, read_message_history=True)


def viewer_of(interaction: discord.Interaction) -> discord.Member:
    """The member who asks; Refused in a direct message or where the server is not known yet."""
    viewer = interaction.user
    if not isinstance(viewer, discord.Member):
        raise Refused(errors.SERVER_ONLY)
    if viewer.guild.unavailable or viewer.guild.default_role is None:
        raise Refused(errors.SERVER_NOT_READY)
    return viewer


def may_read(viewer: discord.Member, channel: Channel) -> bool:
    """Whether the viewer may read the channel's messages, old ones included.

    In voice and stage channels Discord shows the chat only to people who may connect.
    """
    permissions = channel.permissions_for(viewer)
    if isinstance(channel, discord.VoiceChannel | discord.StageChannel):
        return permissions >= READING and permissions.connect
    return permissions >= READING


def readable_channels(viewer: discord.Member, settings: GuildSettings) -> list[Channel]:
    """The channels that a sum for this viewer takes: readable ones that are counted."""
    return [
        channel
        for channel in viewer.guild.channels
        if isinstance(channel, Channel)
        and channel.id not in settings.ignored_channel_ids
        and may_read(viewer, channel)
    ]


@dataclass(frozen=True, slots=True)
class Place:
    """A channel, or a thread and the channel above it (a channel is its own channel)."""

    id: int
    name: str
    channel: Channel


def place_asked_about(
    interaction: discord.Interaction, viewer: discord.Member, asked: AskedPlace | None = None
) -> Place:
    """The place that was asked about, by default the one asked in.

    Refused where the viewer may not read it, in words that do not say whether anything is there.
    """
    place = interaction.channel if asked is None else asked
    if isinstance(place, discord.Thread | app_commands.AppCommandThread):
        if place.type is discord.ChannelType.private_thread:
            raise Refused(errors.PRIVATE_THREAD)
        channel = viewer.guild.get_channel(place.parent_id)
    else:
        channel = viewer.guild.get_channel(place.id) if place is not None else None
    if place is None or not isinstance(channel, Channel) or not may_read(viewer, channel):
        raise Refused(errors.UNREADABLE_CHANNEL)
    return Place(place.id, getattr(place, "name", None) or channel.name, channel)


def require_counted(place: Place, settings: GuildSettings) -> None:
    """Refused where an administrator left the channel out."""
    if place.channel.id in settings.ignored_channel_ids:
        raise Refused(errors.CHANNEL_NOT_COUNTED)


def is_public(interaction: discord.Interaction, place: Place) -> bool:
    """Whether everyone sees the answer: only where it is about the place in which it was asked."""
    return place.id == interaction.channel_id


def may_look_up_members(viewer: discord.Member, settings: GuildSettings) -> bool:
    """Whether the viewer may ask for another member's mood."""
    permissions = viewer.guild_permissions
    return settings.member_lookup and (
        permissions.administrator
        or permissions.manage_guild
        or permissions.view_guild_insights
        or (
            settings.trusted_role_id is not None
            and viewer.get_role(settings.trusted_role_id) is not None
        )
    )


def require_manager(viewer: discord.Member) -> None:
    """Refused without Manage Server (which Administrator includes)."""
    if not viewer.guild_permissions.manage_guild:
        raise Refused(errors.MANAGER_ONLY)


def require_administrator(viewer: discord.Member) -> None:
    """Refused without Administrator."""
    if not viewer.guild_permissions.administrator:
        raise Refused(errors.ADMINISTRATOR_ONLY)
