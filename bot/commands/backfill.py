"""`/sentiment backfill`: has the past of channels read."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access
from bot.commands.readings import LONGEST_DAYS, Readings
from bot.commands.scopes import AskedScope
from bot.render.localizer import N_


class BackfillCommands(commands.Cog):
    def __init__(self, readings: Readings) -> None:
        self._readings = readings

    @app_commands.command(
        description=N_("Read the past of channels, or read it again; for moderators")
    )
    @app_commands.describe(
        channel=N_("A channel, thread or category (all you can read if left out)"),
        days=N_("How many days to go back"),
    )
    async def backfill(
        self,
        interaction: discord.Interaction,
        channel: AskedScope | None = None,
        days: app_commands.Range[int, 1, LONGEST_DAYS] = LONGEST_DAYS,
    ) -> None:
        viewer = access.viewer_of(interaction, access.BACKFILL)
        asked = () if channel is None else (channel,)
        await self._readings.read(interaction, viewer, asked, days)
