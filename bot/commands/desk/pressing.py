"""What every button that shows something of people's own words checks, at each press."""

from __future__ import annotations

from datetime import datetime, timedelta

import discord

from bot.commands import access, errors, replies
from bot.commands.errors import Refused
from bot.commands.places import Place, readable_channel, require_counted
from bot.commands.views.persistent import Press
from bot.permissions.channels import Channel, missing_permissions
from storage.interface import SettingsByGuild
from storage.records import GuildSettings

LASTING = timedelta(days=1)
"""For so long a button works: what was unusual is judged anew each day."""


def viewer_and_channel(press: Press, now: datetime) -> tuple[discord.Member, Channel]:
    """Who presses, and the channel that the first argument names.

    Refused where they may not read it now, or the bot may not, where the button is more than a day
    old, where an age-restricted channel would be read out in another one, and where Discord gives
    no texts.
    """
    interaction = press.interaction
    viewer = access.viewer_of(interaction, access.EPISODE)
    channel = readable_channel(viewer, int(press.asked.arguments[0]))
    if not press.asked.is_fresh(now, LASTING):
        raise Refused(errors.NOT_LASTING)
    age_restricted = _is_age_restricted(interaction.channel)
    require_text(interaction.client, channel, age_restricted=age_restricted)
    return viewer, channel


def require_text(client: discord.Client, channel: Channel, *, age_restricted: bool) -> None:
    """Refused where the bot may not read the channel, or Discord gives it no texts, and where an
    age-restricted channel would be read out where that is not: `age_restricted`."""
    if channel.is_nsfw() and not age_restricted:
        raise Refused(errors.AGE_RESTRICTED)
    if missing_permissions(channel):
        raise Refused(errors.CANNOT_READ_HISTORY)
    if not client.intents.message_content:
        raise Refused(errors.NO_MESSAGE_CONTENT)


def _is_age_restricted(channel: object) -> bool:
    """Of where the answer is shown. Of a thread it is as the channel above it."""
    if isinstance(channel, Channel | discord.Thread):
        return channel.is_nsfw()
    return False


async def require_open(
    settings: SettingsByGuild, viewer: discord.Member, channel: Channel
) -> GuildSettings:
    """What the server chose. Refused where the viewer may not see live figures by that, or the
    channel is left out."""
    chosen = await settings.get(viewer.guild.id)
    access.require_live(access.EPISODE, viewer, chosen)
    require_counted(Place(channel.id, channel.name, channel), chosen)
    return chosen


async def defer(interaction: discord.Interaction, *, in_place: bool) -> None:
    """Tell Discord that an answer is coming: a new one that only its viewer sees, or `in_place` of
    the one pressed on, if only they see that."""
    message = interaction.message
    if in_place and message is not None and message.flags.ephemeral:
        await interaction.response.defer()
    else:
        await replies.defer(interaction)
