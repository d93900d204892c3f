"""`/sentiment channel`, `server` and `trend`: three ways to ask for the mood of channels."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access
from bot.commands.mood_panel import MoodPanel
from bot.commands.periods import TYPED_PERIOD, TypedPeriods
from bot.commands.places import here
from bot.commands.scopes import Asked, AskedScope
from bot.render.localizer import N_


class MoodCommands(commands.Cog):
    def __init__(self, panel: MoodPanel, periods: TypedPeriods) -> None:
        self._panel = panel
        self._periods = periods

    @app_commands.command(description=N_("See the mood of a channel, a thread or a category"))
    @app_commands.describe(
        channel=N_("What to look at (this channel if left out)"), period=TYPED_PERIOD
    )
    async def channel(
        self,
        interaction: discord.Interaction,
        channel: AskedScope | None = None,
        period: str | None = None,
    ) -> None:
        access.viewer_of(interaction, access.CHANNEL_MOOD)
        asked: Asked = here(interaction) if channel is None else channel
        await self._panel.answer(interaction, access.CHANNEL_MOOD, (asked,), period)

    @app_commands.command(description=N_("See the mood of all channels you can read, together"))
    @app_commands.describe(period=TYPED_PERIOD)
    async def server(self, interaction: discord.Interaction, period: str | None = None) -> None:
        await self._panel.answer(interaction, access.SERVER_MOOD, (), period)

    @app_commands.command(description=N_("See the mood over time, from and to whenever you like"))
    @app_commands.describe(
        channel=N_("A channel, thread or category (all you can read if left out)"),
        period=TYPED_PERIOD,
    )
    async def trend(
        self,
        interaction: discord.Interaction,
        channel: AskedScope | None = None,
        period: str | None = None,
    ) -> None:
        asked = () if channel is None else (channel,)
        await self._panel.answer(interaction, access.CHANNEL_MOOD, asked, period)

    @channel.autocomplete("period")
    @server.autocomplete("period")
    @trend.autocomplete("period")
    async def _periods_like(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await self._periods.complete(interaction, typed)
