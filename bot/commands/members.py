"""`/sentiment me` and `member`: how one person's messages sounded. Only who asks sees it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, errors, replies, rights
from bot.commands.circumstances import circumstances_of
from bot.commands.errors import Refused
from bot.commands.periods import PERIOD, OfferedLength
from bot.commands.places import counted_channels, readable_channels
from bot.commands.turns import Turns
from bot.ingest.gaps import Gaps
from bot.permissions.channels import Channel
from bot.render.embeds import mood_embed
from bot.render.localizer import N_, Localizer
from bot.render.words import plain
from bot.reports.missing import Circumstances, why_missing
from bot.reports.periods import DAY
from bot.reports.queries import Moods
from bot.reports.summary import Report
from storage import Storage


class MemberCommands(commands.Cog):
    """Each question reads many sums: a person has `turns`."""

    def __init__(self, moods: Moods, storage: Storage, turns: Turns, gaps: Gaps) -> None:
        self._moods = moods
        self._settings = storage.settings
        self._privacy = storage.privacy
        self._turns = turns
        self._gaps = gaps

    @app_commands.command(
        description=N_("See how your own messages sounded; only you see the answer")
    )
    @app_commands.describe(period=PERIOD)
    async def me(self, interaction: discord.Interaction, period: OfferedLength = 7 * DAY) -> None:
        viewer = access.viewer_of(interaction, access.OWN_MOOD)
        with self._turns.of(viewer.id):
            await replies.defer(interaction)
            await self._answer_about_viewer(interaction, viewer, period)

    @app_commands.command(description=N_("See another member's mood, if this server allows it"))
    @app_commands.describe(member=N_("The member"), period=PERIOD)
    async def member(
        self,
        interaction: discord.Interaction,
        member: discord.Member,
        period: OfferedLength = 7 * DAY,
    ) -> None:
        viewer = access.viewer_of(interaction, access.OWN_MOOD)
        with self._turns.of(viewer.id):
            await replies.defer(interaction)
            if member.id == viewer.id:
                await self._answer_about_viewer(interaction, viewer, period)
            else:
                await self._answer_about_other(interaction, viewer, member, period)

    async def _answer_about_viewer(
        self, interaction: discord.Interaction, viewer: discord.Member, period: timedelta
    ) -> None:
        localizer = replies.localizer_of(interaction)
        _, embed = await self.own(interaction.client, viewer, localizer, period)
        await replies.answer(interaction, embed)

    async def own(
        self,
        client: discord.Client,
        viewer: discord.Member,
        localizer: Localizer,
        period: timedelta,
    ) -> tuple[Report, discord.Embed]:
        """How the viewer's own messages sounded, for them alone."""
        report = await self._moods.of_member(viewer.guild.id, viewer.id, None, period)
        title = localizer.gettext("How your messages sounded")
        settings = await self._settings.get(viewer.guild.id)
        channels = counted_channels(viewer.guild, settings)
        missing = why_missing(
            report,
            self._circumstances(client, viewer, channels),
            opted_out=(await self._privacy.status(viewer.guild.id, viewer.id)).opted_out,
            may_backfill=rights.may_backfill(viewer),
        )
        return report, mood_embed(localizer, title, report, missing=missing)

    async def _answer_about_other(
        self,
        interaction: discord.Interaction,
        viewer: discord.Member,
        member: discord.Member,
        period: timedelta,
    ) -> None:
        settings = await self._settings.get(viewer.guild.id)
        access.require_lookup(viewer, settings)
        if member.bot:
            raise Refused(errors.BOTS_ARE_NOT_COUNTED)
        channels = readable_channels(viewer, settings)
        ids = [channel.id for channel in channels]
        report = await self._moods.of_member(viewer.guild.id, member.id, ids, period)
        localizer = replies.localizer_of(interaction)
        title = localizer.gettext("Mood of {name}", name=plain(member.display_name, 40))
        missing = why_missing(
            report,
            self._circumstances(interaction.client, viewer, channels),
            of_somebody_else=True,
        )
        note = localizer.gettext("Only from channels you can read.")
        await replies.answer(interaction, mood_embed(localizer, title, report, note, missing))

    def _circumstances(
        self, client: discord.Client, viewer: discord.Member, channels: Sequence[Channel]
    ) -> Circumstances:
        return circumstances_of(client, viewer.guild, channels, self._gaps)
