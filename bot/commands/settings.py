"""`/sentiment settings`: what the server's administrators choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, errors, replies
from bot.commands.errors import Refused
from bot.commands.periods import MOST_CHOICES
from bot.gateway.channels import Channel
from bot.ingest.gaps import Gaps
from bot.render.about import settings_embed
from bot.render.localizer import N_
from bot.reports.time_zones import zone_name, zones_like
from storage import Storage
from storage.records import POSSIBLE_COMMAND_MARKS, GuildSettings

_MODERATORS = N_("Everyone who moderates")
_TRUSTED_ROLE = N_("Only administrators and the trusted role")


class SettingsCommands(commands.Cog):
    settings = app_commands.Group(
        name="settings", description=N_("What this server counts, and who can see what")
    )

    def __init__(self, storage: Storage, gaps: Gaps) -> None:
        self._storage = storage
        self._gaps = gaps

    @settings.command(description=N_("See this server's settings"))
    async def show(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.SETTINGS)
        await replies.defer(interaction)
        await self._answer(interaction, await self._storage.settings.get(viewer.guild.id))

    @settings.command(
        name="live-figures", description=N_("Choose who sees today and quiet days, by the hour")
    )
    @app_commands.describe(people=N_("Everyone who moderates, unless you choose otherwise"))
    @app_commands.choices(
        people=[
            app_commands.Choice(name=_MODERATORS, value="moderators"),
            app_commands.Choice(name=_TRUSTED_ROLE, value="trusted-role"),
        ]
    )
    async def live_figures(
        self, interaction: discord.Interaction, people: Literal["moderators", "trusted-role"]
    ) -> None:
        viewer = access.viewer_of(interaction, access.WHO_SEES_WHAT)
        role_only = people == "trusted-role"
        await self._change(interaction, viewer, lambda s: replace(s, live_for_role_only=role_only))

    @settings.command(
        name="member-lookup", description=N_("Let trusted people see a member's mood")
    )
    @app_commands.describe(state=N_("It is off unless you turn it on"))
    @app_commands.choices(
        state=[
            app_commands.Choice(name=N_("on"), value="on"),
            app_commands.Choice(name=N_("off"), value="off"),
        ]
    )
    async def member_lookup(
        self, interaction: discord.Interaction, state: Literal["on", "off"]
    ) -> None:
        viewer = access.viewer_of(interaction, access.WHO_SEES_WHAT)
        await self._change(interaction, viewer, lambda s: replace(s, member_lookup=state == "on"))

    @settings.command(
        name="trusted-role",
        description=N_("A role that sees today and quiet days, and members' moods if lookup is on"),
    )
    @app_commands.describe(role=N_("The role (none if left out)"))
    async def trusted_role(
        self, interaction: discord.Interaction, role: discord.Role | None = None
    ) -> None:
        viewer = access.viewer_of(interaction, access.WHO_SEES_WHAT)
        if role is not None and role.is_default():
            raise Refused(errors.EVERYONE_IS_NO_ROLE)
        role_id = None if role is None else role.id
        await self._change(interaction, viewer, lambda s: replace(s, trusted_role_id=role_id))

    @settings.command(description=N_("Stop counting a channel and its threads"))
    @app_commands.describe(channel=N_("The channel to leave out"))
    async def exclude(self, interaction: discord.Interaction, channel: Channel) -> None:
        viewer = access.viewer_of(interaction, access.SETTINGS)
        only = frozenset([channel.id])
        await self._change(
            interaction,
            viewer,
            lambda s: replace(s, ignored_channel_ids=s.ignored_channel_ids | only),
        )

    @settings.command(description=N_("Count a channel and its threads again"))
    @app_commands.describe(channel=N_("The channel to count again"))
    async def include(self, interaction: discord.Interaction, channel: Channel) -> None:
        viewer = access.viewer_of(interaction, access.SETTINGS)
        only = frozenset([channel.id])
        await self._change(
            interaction,
            viewer,
            lambda s: replace(s, ignored_channel_ids=s.ignored_channel_ids - only),
        )
        # What was counted before may have been edited meanwhile.
        threads = [thread.id for thread in viewer.guild.threads if thread.parent_id == channel.id]
        self._gaps.open_blindly(viewer.guild.id, [channel.id, *threads])

    @settings.command(
        name="bot-commands", description=N_("Choose which messages are commands to other bots")
    )
    @app_commands.describe(signs=N_("The signs such commands begin with, as in !?.$; – or none"))
    async def bot_commands(
        self, interaction: discord.Interaction, signs: app_commands.Range[str, 1, 40]
    ) -> None:
        viewer = access.viewer_of(interaction, access.SETTINGS)
        chosen = set() if signs.strip().casefold() == "none" else set("".join(signs.split()))
        if not chosen <= set(POSSIBLE_COMMAND_MARKS):
            raise Refused(errors.NO_COMMAND_SIGN)
        marks = "".join(sign for sign in POSSIBLE_COMMAND_MARKS if sign in chosen)
        await self._change(interaction, viewer, lambda s: replace(s, command_marks=marks))

    @settings.command(
        name="time-zone", description=N_("Choose the time zone of charts and live figures")
    )
    @app_commands.describe(zone=N_("Type a city near you, as in Europe/Berlin"))
    async def time_zone(
        self, interaction: discord.Interaction, zone: app_commands.Range[str, 1, 64]
    ) -> None:
        viewer = access.viewer_of(interaction, access.SETTINGS)
        name = zone_name(zone)
        if name is None:
            raise Refused(errors.NO_SUCH_TIME_ZONE)
        await self._change(interaction, viewer, lambda s: replace(s, time_zone=name))

    @time_zone.autocomplete("zone")
    async def _zones_like(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        names = zones_like(typed, MOST_CHOICES)
        return [app_commands.Choice(name=name, value=name) for name in names]

    async def _change(
        self,
        interaction: discord.Interaction,
        viewer: discord.Member,
        change: Callable[[GuildSettings], GuildSettings],
    ) -> None:
        """Change the settings and show how they are now."""
        await replies.defer(interaction)
        await self._answer(
            interaction, await self._storage.settings.change(viewer.guild.id, change)
        )

    async def _answer(self, interaction: discord.Interaction, settings: GuildSettings) -> None:
        embed = settings_embed(replies.localizer_of(interaction), settings)
        await replies.answer(interaction, embed)
