"""`/sentiment settings`: what the server's administrators choose, in one message that stays.

A select turns the page; what is on it changes the settings at once, in place. All is kept in the
storage and nothing here, so that the panel works after a restart, and of two people who change the
settings at the same time nobody undoes what the other one did.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import get_args

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, errors, replies, rights, settings_choices
from bot.commands.errors import Refused
from bot.commands.periods import MOST_CHOICES
from bot.commands.rights import Right
from bot.commands.settings_choices import SettingsUpdate
from bot.commands.settings_controls import Controls
from bot.commands.views import persistent
from bot.commands.views.forms import Form, Submission
from bot.commands.views.persistent import Press
from bot.ingest.gaps import Gaps
from bot.permissions.channels import Channel, lies_in
from bot.render.localizer import N_
from bot.render.settings import SettingsPage, settings_embed
from bot.render.settings_changes import changes_embed
from bot.reports.time_zones import zones_like
from storage import Storage
from storage.records import ChangedBy, GuildSettings, Retention

MOST_CHANGES = 50
"""So many of the last changes are shown, if there is room for them."""

_PAGE_OF: dict[str, SettingsPage] = {
    "leave-out": "left-out",
    "count-again": "left-out",
    "roles": "people",
    "live": "people",
    "moods": "people",
    "lookup": "people",
    "kept": "keeping",
    "minimums": "keeping",
    "time-zone": "time",
    "language": "time",
    "marks": "commands",
}
"""On which page each control stands."""


class SettingsCommands(commands.Cog):
    """The command; register its `buttons` and `forms` at the start."""

    def __init__(
        self,
        storage: Storage,
        gaps: Gaps,
        retention: Retention,
        clock: Callable[[], datetime],
    ) -> None:
        self._settings = storage.settings
        self._gaps = gaps
        self._operators = retention
        self._clock = clock
        self._page = persistent.kind("settings-page", rule=access.SETTINGS, pressed=self._turn_page)
        self._set = persistent.kind(
            "settings-set",
            rule=access.SETTINGS,
            pressed=self._choose,
            arguments="leave-out|count-again|language|marks",
        )
        self._who = persistent.kind(
            "settings-who",
            rule=access.WHO_SEES_WHAT,
            pressed=self._choose,
            arguments="roles|live|moods|lookup",
        )
        self._open = persistent.kind(
            "settings-open",
            rule=access.SETTINGS,
            pressed=self._open_form,
            arguments="kept|minimums|time-zone",
        )
        self._form = Form(
            "settings-form",
            rule=access.SETTINGS,
            submitted=self._submitted,
            arguments="kept|minimums|time-zone",
        )
        self.buttons = (self._page, self._set, self._who, self._open)
        self.forms = (self._form,)
        self._controls = Controls(self._page, self._set, self._who, self._open, self._form)

    @app_commands.command(description=N_("Choose what I count, who sees what, and for how long"))
    @app_commands.describe(time_zone=N_("To set it: type a city near you, as in Europe/Berlin"))
    @app_commands.rename(time_zone="time-zone")
    async def settings(
        self,
        interaction: discord.Interaction,
        time_zone: app_commands.Range[str, 1, 64] | None = None,
    ) -> None:
        viewer = access.viewer_of(interaction, access.SETTINGS)
        change = None if time_zone is None else settings_choices.time_zone(time_zone)
        await replies.defer(interaction)
        if change is not None:
            await self._change(interaction, viewer, "time-zone", change)
        else:
            await self._show(interaction, viewer, "all")

    @settings.autocomplete("time_zone")
    async def _zones_like(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        names = zones_like(typed, MOST_CHOICES)
        return [app_commands.Choice(name=name, value=name) for name in names]

    async def _turn_page(self, press: Press) -> None:
        viewer = access.viewer_of(press.interaction, access.SETTINGS)
        page = next((page for page in get_args(SettingsPage) if (page,) == press.chosen), None)
        if page is None:
            raise Refused(errors.OUTDATED)
        await press.interaction.response.defer()
        await self._show(press.interaction, viewer, page)

    async def _choose(self, press: Press) -> None:
        """Something was chosen from a select: change it."""
        (what,) = press.asked.arguments
        viewer = access.viewer_of(press.interaction, access.SETTINGS)
        change = settings_choices.chosen(what, press)
        await press.interaction.response.defer()
        await self._change(press.interaction, viewer, what, change)
        if what == "count-again":
            self._read_again(viewer.guild, {int(each) for each in press.chosen})

    async def _open_form(self, press: Press) -> None:
        (what,) = press.asked.arguments
        interaction = press.interaction
        viewer = access.viewer_of(interaction, access.SETTINGS)
        settings, now = await self._settings.get(viewer.guild.id), self._clock()
        localizer = replies.localizer_of(interaction)
        form = self._controls.form(localizer, viewer, settings, self._operators, now, what)
        await interaction.response.send_modal(form)

    async def _submitted(self, submission: Submission) -> None:
        (what,) = submission.asked.arguments
        viewer = access.viewer_of(submission.interaction, access.SETTINGS)
        change = settings_choices.written(what, submission, self._operators, self._clock())
        await submission.interaction.response.defer()
        await self._change(submission.interaction, viewer, what, change)

    async def _change(
        self,
        interaction: discord.Interaction,
        viewer: discord.Member,
        what: str,
        change: SettingsUpdate,
    ) -> None:
        """Change the settings, note who did, and show how they are now."""
        by = ChangedBy(viewer.id, self._clock())
        settings = await self._settings.change(viewer.guild.id, change, by)
        await self._show(interaction, viewer, _PAGE_OF[what], settings)

    async def _show(
        self,
        interaction: discord.Interaction,
        viewer: discord.Member,
        page: SettingsPage,
        settings: GuildSettings | None = None,
    ) -> None:
        localizer, now = replies.localizer_of(interaction), self._clock()
        if settings is None:
            settings = await self._settings.get(viewer.guild.id)
        if page == "changes":
            changes = await self._settings.changes(viewer.guild.id, MOST_CHANGES)
            embed = changes_embed(localizer, changes)
        else:
            embed = settings_embed(localizer, settings, self._operators, now, page)
        if page == "people" and not rights.may(viewer, Right.SAY_WHO_SEES_WHAT):
            embed.set_footer(text=localizer.gettext("Only administrators can change this."))
        view = self._controls.view(localizer, viewer, settings, now, page)
        await replies.answer(interaction, embed, view=view)

    def _read_again(self, guild: discord.Guild, ids: Collection[int]) -> None:
        """What was counted before these places were left out may have been edited meanwhile."""
        channels = (channel for channel in guild.channels if isinstance(channel, Channel))
        places = [each.id for each in (*channels, *guild.threads) if lies_in(each, ids)]
        self._gaps.open_blindly(guild.id, places)
