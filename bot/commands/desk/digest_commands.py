"""`/sentiment digest`: what was unusual, posted daily or weekly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, replies
from bot.commands.desk.digest_posts import reach_of
from bot.commands.places import place_to_post_in
from bot.commands.targets import AskedTarget, target_of
from bot.render.digest import Reach, digest_set_embed, no_digest_embed
from bot.render.localizer import N_
from bot.reports.time_zones import zone_of
from bot.schedule.digesting import Digesting
from storage import Storage
from storage.records import ChangedBy, Digest

DAILY = 7
"""Stands for every day among the weekdays (0: Monday)."""

_EVERY = (
    (DAILY, N_("Every day")),
    (0, N_("Every Monday")),
    (1, N_("Every Tuesday")),
    (2, N_("Every Wednesday")),
    (3, N_("Every Thursday")),
    (4, N_("Every Friday")),
    (5, N_("Every Saturday")),
    (6, N_("Every Sunday")),
)


class DigestCommands(commands.Cog):
    digest = app_commands.Group(
        name="digest", description=N_("What was unusual, posted daily or weekly")
    )

    def __init__(
        self, storage: Storage, digesting: Digesting, clock: Callable[[], datetime]
    ) -> None:
        self._digests = storage.digests
        self._settings = storage.settings
        self._digesting = digesting
        self._clock = clock

    @digest.command(name="set", description=N_("Choose when and where the digest is posted"))
    @app_commands.describe(
        every=N_("Daily or weekly (daily if left out)"),
        hour=N_("At which hour of this server's clock, 0 to 23 (9 if left out)"),
        target=N_("Where to post (here if left out)"),
        only_unusual=N_("Post nothing when nothing was unusual"),
    )
    @app_commands.rename(only_unusual="only-if-unusual")
    @app_commands.choices(
        every=[app_commands.Choice(name=name, value=value) for value, name in _EVERY]
    )
    async def set_(
        self,
        interaction: discord.Interaction,
        every: int = DAILY,
        hour: app_commands.Range[int, 0, 23] = 9,
        target: AskedTarget | None = None,
        only_unusual: bool = False,
    ) -> None:
        viewer = access.viewer_of(interaction, access.DIGEST_TARGET)
        place = place_to_post_in(interaction, viewer, target)
        await replies.defer(interaction)
        now, weekday = self._clock(), None if every == DAILY else every
        digest = Digest(viewer.guild.id, place.id, weekday, hour, only_unusual, now)
        await self._digesting.set(digest, ChangedBy(viewer.id, now))
        await self._show(interaction, viewer, digest)

    @digest.command(description=N_("See when and where the digest is posted, and what it may tell"))
    async def show(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.DIGEST)
        await replies.defer(interaction)
        digest = await self._digests.get(viewer.guild.id)
        if digest is not None:
            await self._show(interaction, viewer, digest)
        else:
            localizer = replies.localizer_of(interaction)
            await replies.answer(interaction, no_digest_embed(localizer))

    @digest.command(description=N_("Stop posting the digest"))
    async def remove(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.DIGEST)
        await replies.defer(interaction)
        by = ChangedBy(viewer.id, self._clock())
        removed = await self._digesting.remove(viewer.guild.id, by)
        localizer = replies.localizer_of(interaction)
        await replies.answer(interaction, no_digest_embed(localizer, removed=removed))

    async def _show(
        self, interaction: discord.Interaction, viewer: discord.Member, digest: Digest
    ) -> None:
        settings = await self._settings.get(viewer.guild.id)
        zone = zone_of(settings.time_zone)
        target = await target_of(viewer.guild, digest.target_id)
        reach = Reach(0, 0, ("View Channel",))
        if target is not None:
            reach = reach_of(viewer, target, settings)
        due = await self._digesting.next_due(digest, self._clock())
        localizer = replies.localizer_of(interaction, zone)
        embed = digest_set_embed(localizer, digest, due, settings.time_zone, reach)
        await replies.answer(interaction, embed)
