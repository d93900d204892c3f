"""`/sentiment me`, `member`, `channel`, `server` and `trend`: what was counted, summed up."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, errors, replies
from bot.commands.access import AskedPlace, Place, Rule
from bot.commands.circumstances import circumstances_of
from bot.commands.errors import Refused
from bot.commands.turns import Turns
from bot.gateway.channels import Channel
from bot.ingest.gaps import Gaps
from bot.render import charts
from bot.render.chart_pool import ChartPool, ChartsBusyError
from bot.render.embeds import mood_embed
from bot.render.localizer import N_, Localizer
from bot.render.words import blank_words, plain
from bot.reports import course
from bot.reports.missing import Circumstances, why_missing
from bot.reports.periods import DAY, HOUR, PERIODS
from bot.reports.queries import Moods
from bot.reports.summary import Report
from bot.reports.trend import Trend
from storage import Storage

READ_AGAIN = N_(
    "To have older messages judged the new way too, read the last 30 days again with "
    "`/sentiment backfill`."
)

PERIOD = app_commands.locale_str("How far to look back (7 days if left out)")


class OfferedPeriod(app_commands.Transformer):
    """A number of hours among those that are offered → how long that is."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.integer

    async def transform(self, interaction: discord.Interaction, value: int, /) -> timedelta:
        for period in PERIODS:
            if value == period // HOUR:
                return period
        raise app_commands.TransformerError(value, self.type, self)


Period = app_commands.Transform[timedelta, OfferedPeriod]


@dataclass(frozen=True, slots=True)
class Scope:
    """What an answer sums up, and how it is called. `least_writers` as in `Moods`."""

    localizer: Localizer
    name: str
    title: str
    channel_ids: list[int]
    least_writers: int | None
    circumstances: Circumstances
    note: str = ""
    may_backfill: bool = False

    def embed(self, report: Report, blank: str = "") -> discord.Embed:
        """`blank` is a sentence on what is left blank, if anything is."""
        missing = why_missing(report, self.circumstances, may_backfill=self.may_backfill)
        note = "\n".join(filter(None, (blank, self.note)))
        return mood_embed(self.localizer, self.title, report, note, missing)


class MoodCommands(commands.Cog):
    """Each question reads many sums: a person has `turns`."""

    def __init__(
        self, moods: Moods, storage: Storage, charts: ChartPool, turns: Turns, gaps: Gaps
    ) -> None:
        self._moods = moods
        self._settings = storage.settings
        self._privacy = storage.privacy
        self._gaps = gaps
        self._charts = charts
        self._turns = turns

    @app_commands.command(description="See how your own messages sounded; only you see the answer")
    @app_commands.describe(period=PERIOD)
    async def me(self, interaction: discord.Interaction, period: Period = 7 * DAY) -> None:
        viewer = access.viewer_of(interaction, access.OWN_MOOD)
        with self._turns.of(viewer.id):
            await replies.defer(interaction)
            await self._answer_about_viewer(interaction, viewer, period)

    @app_commands.command(description="See another member's mood, if this server allows it")
    @app_commands.describe(member="The member", period=PERIOD)
    async def member(
        self, interaction: discord.Interaction, member: discord.Member, period: Period = 7 * DAY
    ) -> None:
        viewer = access.viewer_of(interaction, access.OWN_MOOD)
        with self._turns.of(viewer.id):
            await replies.defer(interaction)
            if member.id == viewer.id:
                await self._answer_about_viewer(interaction, viewer, period)
            else:
                await self._answer_about_other(interaction, viewer, member, period)

    @app_commands.command(description="See the mood of a channel or thread")
    @app_commands.describe(channel="The channel or thread (this one if left out)", period=PERIOD)
    async def channel(
        self,
        interaction: discord.Interaction,
        channel: AskedPlace | None = None,
        period: Period = 7 * DAY,
    ) -> None:
        viewer = access.viewer_of(interaction, access.CHANNEL_MOOD)
        place = access.place_asked_about(interaction, viewer, channel)
        with self._turns.of(viewer.id):
            scope = await self._defer(interaction, access.CHANNEL_MOOD, viewer, place)
            await self._answer_about(interaction, viewer, scope, period)

    @app_commands.command(description="See the mood of all channels you can read, together")
    @app_commands.describe(period=PERIOD)
    async def server(self, interaction: discord.Interaction, period: Period = 7 * DAY) -> None:
        viewer = access.viewer_of(interaction, access.SERVER_MOOD)
        with self._turns.of(viewer.id):
            scope = await self._defer(interaction, access.SERVER_MOOD, viewer, None)
            await self._answer_about(interaction, viewer, scope, period)

    @app_commands.command(description="See a chart of the mood over time")
    @app_commands.describe(
        channel="A channel or thread (all you can read if left out)", period=PERIOD
    )
    async def trend(
        self,
        interaction: discord.Interaction,
        channel: AskedPlace | None = None,
        period: Period = 7 * DAY,
    ) -> None:
        viewer = access.viewer_of(interaction, access.CHANNEL_MOOD)
        place = None
        if channel is not None:
            place = access.place_asked_about(interaction, viewer, channel)
        with self._turns.of(viewer.id):
            scope = await self._defer(interaction, access.CHANNEL_MOOD, viewer, place)
            await self._answer_with_chart(interaction, viewer, scope, period)

    async def _defer(
        self,
        interaction: discord.Interaction,
        rule: Rule,
        viewer: discord.Member,
        place: Place | None,
    ) -> Scope:
        """Defer, publicly where that is allowed; say what to sum up (`None`: all channels)."""
        public = access.is_public(interaction, place)
        await replies.defer(interaction, public=public)
        settings = await self._settings.get(viewer.guild.id)
        localizer = replies.localizer_of(interaction, public=public)
        live = access.shows_live(rule, viewer, settings, public=public)
        least_writers = access.least_writers(viewer, settings) if live else None
        if place is not None:
            access.require_counted(place, settings)
            name = f"#{place.name}"
            title = localizer.gettext("Mood of #{name}", name=plain(place.name, 100))
            thread_id = None if place.id == place.channel.id else place.id
            known = self._circumstances(interaction, viewer, [place.channel], thread_id)
            may_backfill = not public and access.may_backfill(viewer)
            ids = [place.id]
            return Scope(localizer, name, title, ids, least_writers, known, "", may_backfill)
        channels = access.readable_channels(viewer, settings)
        note = localizer.ngettext(
            "From the {number} channel you can read, threads included.",
            "From the {number} channels you can read, threads included.",
            len(channels),
        )
        name = viewer.guild.name
        title = localizer.gettext("Mood of {name}", name=plain(name, 100))
        channel_ids = [channel.id for channel in channels]
        known = self._circumstances(interaction, viewer, channels)
        may_backfill = access.may_backfill(viewer)
        return Scope(localizer, name, title, channel_ids, least_writers, known, note, may_backfill)

    def _circumstances(
        self,
        interaction: discord.Interaction,
        viewer: discord.Member,
        channels: Sequence[Channel],
        thread_id: int | None = None,
    ) -> Circumstances:
        client, guild = interaction.client, viewer.guild
        return circumstances_of(client, guild, channels, self._gaps, thread_id=thread_id)

    async def _answer_about(
        self,
        interaction: discord.Interaction,
        viewer: discord.Member,
        scope: Scope,
        period: timedelta,
    ) -> None:
        report = await self._moods.of_channels(
            viewer.guild.id, scope.channel_ids, period, least_writers=scope.least_writers
        )
        await replies.answer(interaction, scope.embed(report))

    async def _answer_with_chart(
        self,
        interaction: discord.Interaction,
        viewer: discord.Member,
        scope: Scope,
        period: timedelta,
    ) -> None:
        trend = await self._moods.trend(
            viewer.guild.id, scope.channel_ids, period, least_writers=scope.least_writers
        )
        words = (blank_words(scope.localizer, trend), self._again_words(scope, trend))
        embed = scope.embed(trend.report, "\n".join(filter(None, words)))
        if not trend.has_a_course:
            await replies.answer(interaction, embed)
            return
        picture = course.of_trend(scope.name, trend)
        try:
            png = await self._charts.draw(scope.localizer, picture)
        except ChartsBusyError as error:
            raise Refused(errors.CHARTS_BUSY) from error
        described = charts.describe(scope.localizer, picture)
        file = discord.File(io.BytesIO(png), "trend.png", description=described)
        embed.set_image(url="attachment://trend.png")
        await replies.answer(interaction, embed, file=file)

    def _again_words(self, scope: Scope, trend: Trend) -> str:
        """For who can have the past read: how the new model gets to judge it, too."""
        if not scope.may_backfill or not self._moods.can_be_read_again(trend):
            return ""
        _ = scope.localizer.gettext
        changes = [change.since for change in trend.model_changes]
        return f"{charts.change_words(scope.localizer, changes)} {_(READ_AGAIN)}"

    async def _answer_about_viewer(
        self, interaction: discord.Interaction, viewer: discord.Member, period: timedelta
    ) -> None:
        report = await self._moods.of_member(viewer.guild.id, viewer.id, None, period)
        localizer = replies.localizer_of(interaction)
        title = localizer.gettext("How your messages sounded")
        settings = await self._settings.get(viewer.guild.id)
        channels = access.counted_channels(viewer.guild, settings)
        missing = why_missing(
            report,
            self._circumstances(interaction, viewer, channels),
            opted_out=(await self._privacy.status(viewer.guild.id, viewer.id)).opted_out,
        )
        await replies.answer(interaction, mood_embed(localizer, title, report, missing=missing))

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
        channels = access.readable_channels(viewer, settings)
        ids = [channel.id for channel in channels]
        report = await self._moods.of_member(viewer.guild.id, member.id, ids, period)
        localizer = replies.localizer_of(interaction)
        title = localizer.gettext("Mood of {name}", name=plain(member.display_name, 40))
        missing = why_missing(
            report,
            self._circumstances(interaction, viewer, channels),
            of_somebody_else=True,
        )
        note = localizer.gettext("Only from channels you can read.")
        await replies.answer(interaction, mood_embed(localizer, title, report, note, missing))
