"""`/sentiment coverage`: how much of what was written the moods are made of."""

from __future__ import annotations

from datetime import timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, replies
from bot.commands.circumstances import circumstances_of
from bot.commands.periods import PERIOD, OfferedLength
from bot.commands.places import AskedPlace, counted_channels, place_asked_about
from bot.commands.scopes import Scope, scope_of
from bot.commands.turns import Turns
from bot.ingest.gaps import Gaps
from bot.permissions.channels import Channel, missing_permissions
from bot.render.coverage import coverage_embed
from bot.render.localizer import N_, Localizer
from bot.render.words import plain_title
from bot.reports.coverage import Coverage
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
        asked = () if channel is None else (channel,)
        for each in asked:  # before the wait: who may not read it is told at once
            place_asked_about(interaction, viewer, each)
        with self._turns.of(viewer.id):
            await replies.defer(interaction)
            settings = await self._settings.get(viewer.guild.id)
            access.require_live(access.COVERAGE, viewer, settings)
            scope = scope_of(viewer, settings, asked, asked_in=interaction.channel_id)
            localizer = replies.localizer_of(interaction)
            asking = (viewer, settings, scope, localizer, period)
            _, embed = await self.of(interaction.client, *asking)
            await replies.answer(interaction, embed)

    async def of(
        self,
        client: discord.Client,
        viewer: discord.Member,
        settings: GuildSettings,
        scope: Scope,
        localizer: Localizer,
        period: timedelta,
    ) -> tuple[Coverage, discord.Embed]:
        """The coverage of what a viewer who sees live figures may read."""
        guild, ids = viewer.guild, list(scope.place_names)
        least = access.least_writers(viewer, settings)
        found = await self._moods.coverage(guild.id, ids, period, least_writers=least)
        known = circumstances_of(
            client, guild, scope.channels, self._gaps, thread_id=scope.thread_id
        )
        left_out, unreadable = (0, 0) if scope.asked_ids else _not_in_sums(guild, settings)
        name = plain_title(scope.name(localizer), 100)
        title = localizer.gettext("Coverage of {name}", name=name)
        return found, coverage_embed(
            localizer, title, found, known, left_out=left_out, unreadable=unreadable
        )


def _not_in_sums(guild: discord.Guild, settings: GuildSettings) -> tuple[int, int]:
    """How many channels administrators left out, and how many others the bot may not read."""
    every = sum(isinstance(channel, Channel) for channel in guild.channels)
    counted = counted_channels(guild, settings)
    return every - len(counted), sum(bool(missing_permissions(each)) for each in counted)
