"""`/sentiment privacy`: what is kept of a member, and how to end that."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from datetime import datetime

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, errors, replies
from bot.render.about import privacy_embed
from bot.render.embeds import note_embed
from bot.render.export import export_file
from storage import Storage
from storage.records import Retention

# Erases by Discord's clock, as messages are dated, not by this machine's; says what it did.
Erase = Callable[[datetime], Awaitable[str]]

SECONDS_TO_CONFIRM = 60

OPT_OUT = (
    "Leave the count of this server? I erase the scores of your messages here and keep no new "
    "ones, until you opt in again."
)
FORGET = (
    "Erase the scores of all your messages in this server? I keep only when you asked, under a "
    "code instead of your id, so that nothing from before comes back. What you write from now on "
    "is counted again; to end that, use `/sentiment privacy opt-out`."
)
EXPORTED = (
    "Here is all that I keep about you in this server, as a file for your computer (JSON). "
    "It explains itself in its first lines. Only you can see this answer."
)
COUNTED_AGAIN = (
    "You are counted in this server from now on. What you had erased, and what you wrote while you "
    "were opted out, stays out."
)


class PrivacyCommands(commands.Cog):
    privacy = app_commands.Group(
        name="privacy", description="What is kept about you, and how to end that"
    )

    def __init__(self, storage: Storage, retention: Retention) -> None:
        self._privacy = storage.privacy
        self._retention = retention

    @privacy.command(description="See what is kept about you in this server")
    async def show(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction)
        await replies.defer(interaction)
        status = await self._privacy.status(viewer.guild.id, viewer.id)
        await replies.answer(
            interaction, privacy_embed(replies.localizer_of(interaction), status, self._retention)
        )

    @privacy.command(description="Get all that is kept about you in this server, as a file")
    async def export(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction)
        await replies.defer(interaction)
        kept = await self._privacy.export(viewer.guild.id, viewer.id)
        localizer = replies.localizer_of(interaction)
        name, data = await asyncio.to_thread(
            export_file, localizer, kept, interaction.filesize_limit
        )
        embed = note_embed("Your data", EXPORTED)
        await replies.answer(interaction, embed, file=discord.File(io.BytesIO(data), name))

    @privacy.command(name="opt-out", description="Stop being counted, and erase what was counted")
    async def opt_out(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction)
        await replies.defer(interaction)

        async def opt_out(at: datetime) -> str:
            erased = await self._privacy.opt_out(viewer.guild.id, viewer.id, at)
            return replies.localizer_of(interaction).ngettext(
                "I've erased {number} message from my count, and no longer count you in this "
                "server. `/sentiment privacy opt-in` takes this back.",
                "I've erased {number} messages from my count, and no longer count you in this "
                "server. `/sentiment privacy opt-in` takes this back.",
                erased,
            )

        await self._ask(interaction, OPT_OUT, opt_out)

    @privacy.command(name="opt-in", description="Be counted again after you opted out")
    async def opt_in(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction)
        await replies.defer(interaction)
        await self._privacy.opt_in(viewer.guild.id, viewer.id, interaction.created_at)
        await replies.answer(interaction, note_embed("You are counted", COUNTED_AGAIN))

    @privacy.command(description="Erase what was counted so far, and stay counted")
    async def forget(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction)
        await replies.defer(interaction)

        async def forget(at: datetime) -> str:
            erased = await self._privacy.forget(viewer.guild.id, viewer.id, at)
            return replies.localizer_of(interaction).ngettext(
                "I've erased {number} message from my count.",
                "I've erased {number} messages from my count.",
                erased,
            )

        await self._ask(interaction, FORGET, forget)

    async def _ask(self, interaction: discord.Interaction, question: str, erase: Erase) -> None:
        confirmation = Confirmation(interaction, erase)
        await replies.answer(interaction, note_embed("Are you sure?", question), view=confirmation)


class Confirmation(discord.ui.View):
    """Two buttons under a question that only its asker sees; no answer changes nothing."""

    def __init__(self, asked: discord.Interaction, erase: Erase) -> None:
        super().__init__(timeout=SECONDS_TO_CONFIRM)
        self._asked = asked
        self._erase = erase
        self._erasing = asyncio.Lock()
        self._done: str | None = None

    @discord.ui.button(label="Yes, erase", style=discord.ButtonStyle.danger)
    async def confirm(
        self, interaction: discord.Interaction, _: discord.ui.Button[Confirmation]
    ) -> None:
        await interaction.response.defer()
        async with self._erasing:  # a second click waits, and tells what the first one did
            if self._done is None:
                self._done = await self._erase(interaction.created_at)
            self.stop()  # not before: after a failure it can be tried again
        await replies.answer(interaction, note_embed("Done", self._done))

    @discord.ui.button(label="No, keep it", style=discord.ButtonStyle.secondary)
    async def keep(
        self, interaction: discord.Interaction, _: discord.ui.Button[Confirmation]
    ) -> None:
        self.stop()
        await interaction.response.defer()
        await replies.answer(interaction, note_embed("Nothing was changed", "All stays as it was."))

    async def on_timeout(self) -> None:
        embed = note_embed("Nothing was changed", "You did not answer, so all stays as it was.")
        try:
            await replies.answer(self._asked, embed)
        except discord.HTTPException:
            return  # the answer was dismissed: there is nothing left to say it in

    async def on_error(
        self, interaction: discord.Interaction, error: Exception, _: discord.ui.Item[Confirmation]
    ) -> None:
        await errors.on_error(interaction, error)
