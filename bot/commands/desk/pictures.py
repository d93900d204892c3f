"""The charts of the desk: strips of the morning, the course after an episode, a calendar."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

import discord

from bot.commands.desk.looks import FoundEpisode, Viewing
from bot.permissions.channels import Channel
from bot.render import charts
from bot.render.chart_pool import ChartPool, ChartsBusyError
from bot.render.charts import Picture
from bot.render.localizer import Localizer
from bot.reports.course import Course, Moment
from bot.reports.day_squares import day_squares
from bot.reports.message_courses import courses
from bot.reports.morning import Before
from bot.reports.periods import DAY, HOUR, Window, floor
from bot.reports.side_by_side import MOST_STRIPS, Strips, strips
from bot.reports.unusual.episodes import Episode
from bot.reports.watching import Look
from storage import Storage
from storage.records import Note


class Audience(Protocol):
    """To whom a picture is shown: in which guild, in which words and on which clock, and from how
    many writers on they are told a figure."""

    @property
    def guild(self) -> discord.Guild: ...
    @property
    def localizer(self) -> Localizer: ...
    @property
    def least_people(self) -> int: ...


class DeskPictures:
    """Draws them; an answer goes without where too many others are being drawn."""

    def __init__(self, storage: Storage, pool: ChartPool) -> None:
        self._messages = storage.messages
        self._pool = pool

    async def morning(
        self,
        embed: discord.Embed,
        audience: Audience,
        look: Look,
        unusual: Sequence[Episode],
        channels: Collection[Channel],
        now: datetime,
    ) -> discord.File | None:
        """Of what `strips` says."""
        picture = await self.strips(audience, look, unusual, channels, now)
        return await self._attach(embed, audience, picture)

    async def strips(
        self,
        audience: Audience,
        look: Look,
        unusual: Sequence[Episode],
        channels: Collection[Channel],
        now: datetime,
    ) -> Strips:
        """A strip a channel: those that were unusual, and as many others as fit."""
        first = {each.channel_id for each in unusual}
        watched = [channel for channel in channels if channel.id in look.baselines]
        shown = sorted(watched, key=lambda channel: channel.id not in first)[:MOST_STRIPS]
        window = _window(audience, look.since, now)
        made = await self._courses(audience, look, unusual, shown, window)
        return replace(strips(window, made), channels=len(channels))

    async def after(
        self,
        embed: discord.Embed,
        viewing: Viewing,
        found: FoundEpisode,
        notes: Sequence[Note],
        now: datetime,
    ) -> discord.File | None:
        """Of what `course_after` says."""
        picture = await self.course_after(viewing, found, notes, now)
        return await self._attach(embed, viewing, picture)

    async def course_after(
        self, viewing: Viewing, found: FoundEpisode, notes: Sequence[Note], now: datetime
    ) -> Course:
        """The channel's course from a day before an episode up to now."""
        window = _window(viewing, found.episode.began - DAY, now)
        moments = [Moment(note.at, note.kind, note.text) for note in notes]
        (course,) = await self._courses(
            viewing, found.look, [found.episode], [found.channel], window, moments
        )
        return course

    async def before(
        self, embed: discord.Embed, viewing: Viewing, before: Before, now: datetime
    ) -> discord.File | None:
        """The days that are kept, those marked on which a fall began."""
        episodes = [each for fall in (before.asked, *before.others) for each in fall.episodes]
        zone, since = viewing.localizer.time_zone, now - before.days * DAY
        picture = day_squares(viewing.guild.name, since, now, episodes, zone)
        return await self._attach(embed, viewing, picture)

    async def _courses(
        self,
        audience: Audience,
        look: Look,
        episodes: Sequence[Episode],
        channels: Sequence[Channel],
        window: Window,
        moments: Sequence[Moment] = (),
    ) -> list[Course]:
        names = {channel.id: f"#{channel.name}" for channel in channels}
        scores = await self._messages.scores(audience.guild.id, list(names), *window.span)
        return await asyncio.to_thread(
            courses,
            scores,
            window,
            names,
            look.baselines,
            episodes,
            least_people=audience.least_people,
            moments=moments,
        )

    async def _attach(
        self, embed: discord.Embed, audience: Audience, picture: Picture
    ) -> discord.File | None:
        """Draw it, and let the embed show it."""
        try:
            png = await self._pool.draw(audience.localizer, picture)
        except ChartsBusyError:
            return None
        embed.set_image(url="attachment://chart.png")
        described = charts.describe(audience.localizer, picture)
        return discord.File(io.BytesIO(png), "chart.png", description=described)


def _window(audience: Audience, since: datetime, now: datetime) -> Window:
    """The hours from one to the other, on the server's clock."""
    until = floor(now, HOUR) + HOUR
    return Window(floor(since, HOUR), until, zone=audience.localizer.time_zone)
