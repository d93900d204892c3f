"""`/sentiment help`."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import replies
from bot.render.about import help_embed
from bot.render.localizer import N_


class Help(commands.Cog):
    @app_commands.command(description=N_("See what Barometer does, and what it keeps"))
    async def help(self, interaction: discord.Interaction) -> None:
        embed = help_embed(replies.localizer_of(interaction))
        await interaction.response.send_message(
            embed=embed, ephemeral=True, allowed_mentions=replies.NOBODY
        )
