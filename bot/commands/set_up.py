"""Sets the bot up in a server: a message with buttons and selects, from which all of it is done.

The buttons of the public welcome are anybody's whom the rules allow; what they answer, only who
pressed sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import discord

from bot.commands import access, errors, replies, rights, settings_choices
from bot.commands.errors import Refused
from bot.commands.mood_panel import SCOPE_TYPES
from bot.commands.places import counted_channels, readable_channels
from bot.commands.read_button import ReadButton
from bot.commands.readings import Readings
from bot.commands.rights import Right
from bot.commands.scopes import looked_up
from bot.commands.settings_choices import SettingsUpdate
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from bot.permissions.channels import missing_permissions
from bot.render.about import Offered, help_embed, privacy_embed
from bot.render.first_run import PREVIEW, ServerFacts, set_up_embed, welcome_embed, zone_words
from bot.render.localizer import Localizer
from bot.reports.time_zones import COMMON_ZONES, zone_names, zone_of
from storage import Storage
from storage.records import ChangedBy, GuildSettings, Retention

MOST_OPTIONS = 25
"""https://discord.com/developers/docs/components/reference#string-select"""


class SetUp:
    """Register its `buttons` at the start."""

    def __init__(
        self,
        storage: Storage,
        readings: Readings,
        read: ReadButton,
        retention: Retention,
        clock: Callable[[], datetime],
    ) -> None:
        self._settings = storage.settings
        self._privacy = storage.privacy
        self._readings = readings
        self._read = read
        self._retention = retention
        self._clock = clock
        self._open = persistent.kind("set-up", rule=access.SETTINGS, pressed=self._press_open)
        self._some = persistent.kind("read-some", rule=access.READ_ALL, pressed=self._choose_places)
        self._roles = persistent.kind(
            "set-roles", rule=access.WHO_SEES_WHAT, pressed=self._choose_roles
        )
        self._zone = persistent.kind("set-zone", rule=access.SETTINGS, pressed=self._choose_zone)
        self._told = persistent.kind("told", rule=access.OWN_DATA, pressed=self._press_told)

    @property
    def buttons(self) -> tuple[type[PersistentItem], ...]:
        return self._open, self._some, self._roles, self._zone, self._told

    async def welcome(
        self, guild: discord.Guild, *, message_content: bool
    ) -> tuple[discord.Embed, discord.ui.View]:
        """What everybody in the server is told, in its language."""
        settings, at = await self._settings.get(guild.id), self._clock()
        localizer = replies.public_localizer(guild, settings)
        embed = welcome_embed(localizer, guild.name, message_content=message_content)
        read = self._read.of(localizer, settings, None, at)
        view = persistent.view(
            *([read] if message_content else []),
            self.open_button(localizer, None, at),
            self._told.of(_told_button(localizer), asker_id=None, at=at),
        )
        return embed, view

    def open_button(
        self, localizer: Localizer, asker_id: int | None, at: datetime
    ) -> PersistentItem:
        """A button that opens the panel for whoever manages the server."""
        label = localizer.gettext("Set up")
        return self._open.of(discord.ui.Button(label=label), asker_id=asker_id, at=at)

    async def panel(
        self, interaction: discord.Interaction, viewer: discord.Member
    ) -> tuple[discord.Embed, discord.ui.View]:
        """What the viewer can choose, with how it is now."""
        return self._panel(interaction, viewer, await self._settings.get(viewer.guild.id))

    def _panel(
        self, interaction: discord.Interaction, viewer: discord.Member, settings: GuildSettings
    ) -> tuple[discord.Embed, discord.ui.View]:
        localizer = replies.localizer_of(interaction, zone_of(settings.time_zone))
        guild, now = viewer.guild, self._clock()
        counted = counted_channels(guild, settings)
        known = ServerFacts(
            message_content=interaction.client.intents.message_content,
            channels=len(readable_channels(viewer, settings)),
            closed=sum(bool(missing_permissions(channel)) for channel in counted),
            moderators=[role.mention for role in rights.moderating_roles(guild)],
            days=self._readings.days(settings, now),
            is_administrator=rights.may(viewer, Right.SAY_WHO_SEES_WHAT),
        )
        embed = set_up_embed(localizer, guild.name, settings, known, now)
        items = self._items(localizer, viewer, settings, known, interaction.created_at)
        return embed, persistent.view(*items)

    def _items(
        self,
        localizer: Localizer,
        viewer: discord.Member,
        settings: GuildSettings,
        known: ServerFacts,
        at: datetime,
    ) -> Iterator[PersistentItem]:
        def under(kind: type[PersistentItem], component: persistent.Component) -> PersistentItem:
            return kind.of(component, asker_id=viewer.id, at=at)

        if known.message_content and known.channels:
            yield self._read.of(localizer, settings, viewer.id, at)
        yield under(self._told, _told_button(localizer))
        if known.message_content and known.channels > 1:
            places = discord.ui.ChannelSelect[Any](
                channel_types=SCOPE_TYPES,
                placeholder=localizer.gettext("Read only some channels"),
                max_values=MOST_OPTIONS,
            )
            yield under(self._some, places)
        if known.is_administrator:
            yield under(self._roles, _role_select(localizer, viewer.guild, settings))
        yield under(self._zone, _zone_select(localizer, settings, self._clock()))

    async def _press_open(self, press: Press) -> None:
        interaction = press.interaction
        viewer = access.viewer_of(interaction, access.SETTINGS)
        await replies.defer(interaction)
        embed, view = await self.panel(interaction, viewer)
        await replies.answer(interaction, embed, view=view)

    async def _choose_places(self, press: Press) -> None:
        viewer = access.viewer_of(press.interaction, access.READ_ALL)
        if not press.chosen:
            raise Refused(errors.OUTDATED)
        asked = await looked_up(viewer.guild, [int(each) for each in press.chosen])
        await self._readings.read(press.interaction, viewer, asked)

    async def _choose_roles(self, press: Press) -> None:
        viewer = access.viewer_of(press.interaction, access.WHO_SEES_WHAT)
        await self._change(press, viewer, settings_choices.chosen("roles", press))

    async def _choose_zone(self, press: Press) -> None:
        viewer = access.viewer_of(press.interaction, access.SETTINGS)
        if not press.chosen:
            raise Refused(errors.OUTDATED)
        await self._change(press, viewer, settings_choices.time_zone(press.chosen[0]))

    async def _change(self, press: Press, viewer: discord.Member, change: SettingsUpdate) -> None:
        """Change the settings, and show in place how they are now."""
        interaction = press.interaction
        await interaction.response.defer()
        by = ChangedBy(viewer.id, self._clock())
        settings = await self._settings.change(viewer.guild.id, change, by)
        embed, view = self._panel(interaction, viewer, settings)
        await replies.answer(interaction, embed, view=view)

    async def _press_told(self, press: Press) -> None:
        """Show what every member can look up: the figures in it are those of who presses."""
        interaction = press.interaction
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        await replies.defer(interaction)
        localizer = replies.localizer_of(interaction)
        settings = await self._settings.get(viewer.guild.id)
        status = await self._privacy.status(viewer.guild.id, viewer.id)
        told = [
            help_embed(localizer, Offered.to_members(settings)),
            privacy_embed(
                localizer, status, settings.kept(self._clock(), self._retention), settings
            ),
        ]
        await interaction.edit_original_response(
            content=localizer.gettext(PREVIEW), embeds=told, allowed_mentions=replies.NOBODY
        )


def _told_button(localizer: Localizer) -> discord.ui.Button[Any]:
    return discord.ui.Button(label=localizer.gettext("What members are told"))


def _role_select(
    localizer: Localizer, guild: discord.Guild, settings: GuildSettings
) -> discord.ui.RoleSelect[Any]:
    there = [role for role in sorted(settings.moderator_role_ids) if guild.get_role(role)]
    kind = discord.SelectDefaultValueType.role
    return discord.ui.RoleSelect(
        placeholder=localizer.gettext("Other roles of your moderators"),
        min_values=0,
        max_values=MOST_OPTIONS,
        default_values=[
            discord.SelectDefaultValue(id=role, type=kind) for role in there[:MOST_OPTIONS]
        ],
    )


def _zone_select(
    localizer: Localizer, settings: GuildSettings, now: datetime
) -> discord.ui.Select[Any]:
    """The zones of many people, each with what time it is there, and the one that is set."""
    known, chosen = set(zone_names()), settings.time_zone
    names = [name for name in COMMON_ZONES if name in known]
    if chosen not in names:
        names.insert(0, chosen)
    return discord.ui.Select(
        placeholder=localizer.gettext("Your time zone"),
        options=[
            discord.SelectOption(
                label=zone_words(name),
                value=name,
                description=localizer.gettext(
                    "It's {time} there now", time=localizer.time(now.astimezone(zone_of(name)))
                ),
                default=name == chosen,
            )
            for name in names[:MOST_OPTIONS]
        ],
    )
