"""`/sentiment check` and the menu *Check sentiment*: the mood of one text, and why.

Both work without the message content intent and without the database, and keep nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import errors, replies
from bot.commands.errors import Refused
from bot.render.embeds import check_embed
from bot.render.localizer import N_
from classifier.pool import ScorerPool

LONGEST_MESSAGE = 4000
"""Discord's limit for people with Nitro: what can be sent can be checked."""


class Check(commands.Cog):
    def __init__(self, pool: ScorerPool) -> None:
        self._pool = pool

    @app_commands.command(description=N_("See how a text sounds, and which words make it so"))
    @app_commands.describe(text=N_("The text to check; I don't keep it"))
    async def check(
        self,
        interaction: discord.Interaction,
        text: app_commands.Range[str, 1, LONGEST_MESSAGE],
    ) -> None:
        await self._explain(interaction, text, {})

    async def check_message(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """The callback of the message menu."""
        if not message.content.strip():
            raise Refused(errors.NO_TEXT)
        people = {member.id: member.display_name for member in message.mentions}
        await self._explain(interaction, message.content, people)

    async def _explain(
        self, interaction: discord.Interaction, text: str, people: Mapping[int, str]
    ) -> None:
        await replies.defer(interaction)
        explanation = await self._pool.explain(text)
        names = {**replies.names_known(interaction), **people}
        embed = check_embed(replies.localizer_of(interaction), text, explanation, names)
        await replies.answer(interaction, embed)
