"""Where alerts and digests are posted, and what they watch."""

from __future__ import annotations

from collections.abc import Collection

import discord
from discord import app_commands

from bot.commands import rights
from bot.commands.places import counted_channels
from bot.permissions.channels import Channel, is_hidden
from storage.records import GuildSettings

Target = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
"""What a message can be posted in."""

AskedTarget = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | app_commands.AppCommandThread
)
"""The same as an option of a command."""


async def target_of(guild: discord.Guild, target_id: int) -> Target | None:
    """The channel or thread of this guild with this id, as it is now; `None`: there is none that
    the bot can see. A thread that is archived is asked of Discord."""
    found: object = guild.get_channel_or_thread(target_id)
    if found is None:
        try:
            found = await guild.fetch_channel(target_id)
        except (discord.NotFound, discord.Forbidden, discord.InvalidData):
            return None
    return found if isinstance(found, Target) and found.guild == guild else None


def may_post(target: Target) -> bool:
    """Whether the bot may post an alert there."""
    above = target.parent if isinstance(target, discord.Thread) else target
    if above is None or is_hidden(above):
        return False
    may = above.permissions_for(target.guild.me)
    in_thread = isinstance(target, discord.Thread)
    writes = may.send_messages_in_threads if in_thread else may.send_messages
    return writes and may.embed_links


def watched_channels(
    guild: discord.Guild, settings: GuildSettings, scope_id: int | None
) -> list[Channel]:
    """The channels that count of a channel, a category or the whole guild."""
    counted = (each for each in counted_channels(guild, settings) if not is_hidden(each))
    return [each for each in counted if scope_id in (None, each.id, each.category_id)]


def may_be_told(target: Target, channel_ids: Collection[int], settings: GuildSettings) -> bool:
    """Whether all who see the target may see the live figures of each of these channels."""
    channels = [target.guild.get_channel(each) for each in channel_ids]
    return all(
        isinstance(channel, Channel) and rights.may_all_see_live(target, channel, settings)
        for channel in channels
    )
