"""`/sentiment coverage`: how much of what was written the moods are made of."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, replies
from bot.commands.circumstances import circumstances_of
from bot.commands.periods import PERIOD, OfferedLength
from bot.commands.places import (
    AskedPlace,
    counted_channels,
    place_asked_about,
    readable_channels,
    require_counted,
)
from bot.commands.turns import Turns
from bot.gateway.channels import Channel, missing_permissions
from bot.ingest.gaps import Gaps
from bot.render.coverage import coverage_embed
from bot.render.localizer import N_
from bot.render.words import plain
from bot.reports.periods import DAY
from bot.reports.queries import Moods
from storage import Storage
from storage.records import GuildSettings


class CoverageCommands(commands.Cog):
    def __init__(self, moods: Moods, storage: Storage, turns: Turns, gaps: Gaps) -> None:
        self._moods = moods
        self._settings = storage.settings
        self._turns = turns
        self._gaps = gaps

    @app_commands.command(description=N_("See how much of what was written counts; for moderators"))
    @app_commands.describe(
        channel=N_("A channel or thread (all you can read if left out)"), period=PERIOD
    )
    async def coverage(
        self,
        interaction: discord.Interaction,
        channel: AskedPlace | None = None,
        period: OfferedLength = 7 * DAY,
    ) -> None:
        viewer = access.viewer_of(interaction, access.COVERAGE)
        place = None
        if channel is not None:
            place = place_asked_about(interaction, viewer, channel)
        with self._turns.of(viewer.id):
            await replies.defer(interaction)
            settings = await self._settings.get(viewer.guild.id)
            access.require_live(access.COVERAGE, viewer, settings)
            localizer = replies.localizer_of(interaction)
            thread_id, left_out, unreadable = None, 0, 0
            if place is not None:
                require_counted(place, settings)
                channels, ids, name = [place.channel], [place.id], f"#{plain(place.name, 100)}"
                thread_id = None if place.id == place.channel.id else place.id
            else:
                channels = readable_channels(viewer, settings)
                ids, name = [each.id for each in channels], plain(viewer.guild.name, 100)
                left_out, unreadable = _not_in_sums(viewer.guild, settings)
            least = access.least_writers(viewer, settings)
            found = await self._moods.coverage(viewer.guild.id, ids, period, least_writers=least)
            known = circumstances_of(
                interaction.client, viewer.guild, channels, self._gaps, thread_id=thread_id
            )
            title = localizer.gettext("Coverage of {name}", name=name)
            embed = coverage_embed(
                localizer, title, found, known, left_out=left_out, unreadable=unreadable
            )
            await replies.answer(interaction, embed)


def _not_in_sums(guild: discord.Guild, settings: GuildSettings) -> tuple[int, int]:
    """How many channels administrators left out, and how many others the bot may not read."""
    every = sum(isinstance(channel, Channel) for channel in guild.channels)
    counted = counted_channels(guild, settings)
    return every - len(counted), sum(bool(missing_permissions(each)) for each in counted)
