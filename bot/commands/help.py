"""`/sentiment help`: what the asker may use."""

from __future__ import annotations

from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, replies, rights
from bot.commands.errors import Refused
from bot.commands.rights import Right
from bot.commands.set_up import SetUp
from bot.commands.views import persistent
from bot.render.about import Offered, help_embed
from bot.render.localizer import N_
from storage import Storage, StorageError
from storage.records import GuildSettings


class Help(commands.Cog):
    def __init__(self, storage: Storage, set_up: SetUp) -> None:
        self._settings = storage.settings
        self._set_up = set_up

    @app_commands.command(description=N_("See what Barometer does, and what it keeps"))
    async def help(self, interaction: discord.Interaction) -> None:
        await replies.defer(interaction)
        localizer = replies.localizer_of(interaction)
        offered = await self._offered(interaction)
        view = None
        if offered.manage:
            at, asker_id = interaction.created_at, interaction.user.id
            view = persistent.view(self._set_up.open_button(localizer, asker_id, at))
        await replies.answer(interaction, help_embed(localizer, offered), view=view)

    async def _offered(self, interaction: discord.Interaction) -> Offered:
        try:
            viewer = access.viewer_of(interaction, access.OWN_MOOD)
        except Refused:
            return Offered()
        guild_id = viewer.guild.id
        try:
            settings = await self._settings.get(guild_id)
        except StorageError:
            settings = GuildSettings(guild_id)  # help is wanted all the more
        live = rights.has(viewer, Right.LIVE_FIGURES, settings)
        members = Offered.to_members(settings)
        return replace(
            members,
            moods=members.moods or live,
            lookup=rights.has(viewer, Right.MEMBER_LOOKUP, settings),
            live=live,
            manage=rights.may(viewer, Right.MANAGE),
        )
