"""What a question is about: a place that its viewer may read, and that counts.

A place is a channel, or a thread with the channel above it. Whoever may not read one is told so in
words that do not say whether it is there.
"""

from __future__ import annotations

from dataclasses import dataclass

import discord
from discord import app_commands

from bot.commands import errors
from bot.commands.errors import Refused
from bot.permissions.channels import Channel, is_hidden, lies_in, may_read
from storage.records import GuildSettings

AskedPlace = Channel | app_commands.AppCommandThread
"""What a command's `channel` option takes. A thread may be archived, and so not in the cache."""


@dataclass(frozen=True, slots=True)
class Place:
    """A channel, or a thread and the channel above it (a channel is its own channel)."""

    id: int
    name: str
    channel: Channel


def place_asked_about(
    interaction: discord.Interaction,
    viewer: discord.Member,
    asked: AskedPlace | discord.Thread | None = None,
) -> Place:
    """The place that was asked about, by default the one asked in.

    Refused where the viewer may not read it, in words that do not say whether anything is there.
    """
    place = interaction.channel if asked is None else asked
    return readable_place(viewer, place, asked_in=interaction.channel_id)


def readable_place(
    viewer: discord.Member, place: discord.abc.Snowflake | None, *, asked_in: int | None = None
) -> Place:
    """The same of a place that was looked up; `asked_in` is the id of where it was asked, if that
    was in Discord."""
    channel_id = None if place is None else place.id
    asked_here = place is not None and place.id == asked_in
    if isinstance(place, discord.Thread | app_commands.AppCommandThread):
        if place.type is discord.ChannelType.private_thread:
            raise Refused(errors.PRIVATE_THREAD)
        channel_id = place.parent_id
    if asked_here and channel_id is not None and _is_hidden(viewer.guild, channel_id):
        raise Refused(errors.HIDDEN_FROM_ME)  # which its asker sees: nothing is given away
    channel = readable_channel(viewer, channel_id)
    assert place is not None  # noqa: S101 (of none there is no channel)
    return Place(place.id, getattr(place, "name", None) or channel.name, channel)


def place_to_post_in(
    interaction: discord.Interaction,
    viewer: discord.Member,
    asked: AskedPlace | discord.Thread | None = None,
) -> Place:
    """Where the viewer wants something posted that nobody asked for, by default where they are.

    Refused where they may not read or write, and in a private thread: who is in there, Discord
    does not tell. Who else reads it is asked of `may_all_see_live` at each post.
    """
    place = interaction.channel if asked is None else asked
    if place is not None and place.type is discord.ChannelType.private_thread:
        raise Refused(errors.PRIVATE_TARGET)
    found = place_asked_about(interaction, viewer, asked)
    may = found.channel.permissions_for(viewer)
    in_thread = found.id != found.channel.id
    if not (may.send_messages_in_threads if in_thread else may.send_messages):
        raise Refused(errors.MAY_NOT_HAVE_IT_POSTED)
    if isinstance(found.channel, discord.ForumChannel) and not in_thread:
        raise Refused(errors.UNREADABLE_CHANNEL)
    return found


def here(interaction: discord.Interaction) -> AskedPlace | discord.Thread:
    """The place in which somebody asks. Refused where nothing is counted."""
    if not isinstance(interaction.channel, Channel | discord.Thread):
        raise Refused(errors.UNREADABLE_CHANNEL)
    return interaction.channel


def require_counted(place: Place, settings: GuildSettings) -> None:
    """Refused where an administrator left the channel, the thread or their category out."""
    if place.id in settings.ignored_channel_ids or not is_counted(place.channel, settings):
        raise Refused(errors.CHANNEL_NOT_COUNTED)


def readable_channel(viewer: discord.Member, channel_id: int | None) -> Channel:
    """Refused where the viewer may not read it, in words that do not say whether it is there."""
    channel = None if channel_id is None else viewer.guild.get_channel(channel_id)
    if not isinstance(channel, Channel) or not may_read(viewer, channel):
        raise Refused(errors.UNREADABLE_CHANNEL)
    return channel


def _is_hidden(guild: discord.Guild, channel_id: int) -> bool:
    channel = guild.get_channel(channel_id)
    return channel is not None and is_hidden(channel)


def is_counted(channel: Channel, settings: GuildSettings) -> bool:
    """Whether no administrator left out the channel, or the category that it is in."""
    return not lies_in(channel, settings.ignored_channel_ids)


def is_left_out(guild: discord.Guild, place_id: int | None, settings: GuildSettings) -> bool:
    """Whether an administrator left out this channel or category, or the one that it is in."""
    place = None if place_id is None else guild.get_channel(place_id)
    if isinstance(place, Channel):
        return not is_counted(place, settings)
    return place_id in settings.ignored_channel_ids


def counted_channels(guild: discord.Guild, settings: GuildSettings) -> list[Channel]:
    """The channels that no administrator left out."""
    return [
        channel
        for channel in guild.channels
        if isinstance(channel, Channel) and is_counted(channel, settings)
    ]


def readable_channels(viewer: discord.Member, settings: GuildSettings) -> list[Channel]:
    """The channels that a sum for this viewer takes: readable ones that are counted."""
    counted = counted_channels(viewer.guild, settings)
    return [channel for channel in counted if may_read(viewer, channel)]
