"""Sets the bot up in a server: a message with buttons and selects, from which all of it is done.

The buttons of the public welcome are anybody's whom the rules allow; what they answer, only who
pressed sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import discord

from bot.commands import access, errors, replies
from bot.commands.access import Right, Rule
from bot.commands.errors import Refused
from bot.commands.mood_panel import SCOPE_TYPES
from bot.commands.read_button import ReadButton
from bot.commands.readings import Readings
from bot.commands.scopes import looked_up
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from bot.gateway.channels import missing_permissions
from bot.render.about import Offered, help_embed, privacy_embed
from bot.render.first_run import PREVIEW, Circumstances, set_up_embed, welcome_embed, zone_words
from bot.render.localizer import Localizer, for_language
from bot.reports.time_zones import COMMON_ZONES, zone_name, zone_names, zone_of
from storage import Storage
from storage.records import GuildSettings, Retention

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
        self._role = persistent.kind(
            "set-role", rule=access.WHO_SEES_WHAT, pressed=self._choose_role
        )
        self._zone = persistent.kind("set-zone", rule=access.SETTINGS, pressed=self._choose_zone)
        self._told = persistent.kind("told", rule=access.OWN_DATA, pressed=self._press_told)

    @property
    def buttons(self) -> tuple[type[PersistentItem], ...]:
        return self._open, self._some, self._role, self._zone, self._told

    def welcome(
        self, guild: discord.Guild, at: datetime, *, message_content: bool
    ) -> tuple[discord.Embed, discord.ui.View]:
        """What everybody in the server is told, in its language."""
        localizer = for_language(str(guild.preferred_locale))
        embed = welcome_embed(localizer, guild.name, message_content=message_content)
        view = persistent.view(
            *([self._read.of(localizer, None, at)] if message_content else []),
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
        counted = access.counted_channels(guild, settings)
        known = Circumstances(
            message_content=interaction.client.intents.message_content,
            channels=len(access.readable_channels(viewer, settings)),
            closed=sum(bool(missing_permissions(channel)) for channel in counted),
            moderators=[role.mention for role in access.moderating_roles(guild)],
            days=self._readings.days,
            is_administrator=access.may(viewer, Right.SAY_WHO_SEES_WHAT),
        )
        embed = set_up_embed(localizer, guild.name, settings, known, now)
        items = self._items(localizer, viewer, settings, known, interaction.created_at)
        return embed, persistent.view(*items)

    def _items(
        self,
        localizer: Localizer,
        viewer: discord.Member,
        settings: GuildSettings,
        known: Circumstances,
        at: datetime,
    ) -> Iterator[PersistentItem]:
        def under(kind: type[PersistentItem], component: persistent.Component) -> PersistentItem:
            return kind.of(component, asker_id=viewer.id, at=at)

        if known.message_content and known.channels:
            yield self._read.of(localizer, viewer.id, at)
        yield under(self._told, _told_button(localizer))
        if known.message_content and known.channels > 1:
            places = discord.ui.ChannelSelect[Any](
                channel_types=SCOPE_TYPES,
                placeholder=localizer.gettext("Read only some channels"),
                max_values=MOST_OPTIONS,
            )
            yield under(self._some, places)
        if known.is_administrator:
            yield under(self._role, _role_select(localizer, settings))
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
        await self._readings.read(press.interaction, viewer, asked, self._readings.days)

    async def _choose_role(self, press: Press) -> None:
        viewer = access.viewer_of(press.interaction, access.WHO_SEES_WHAT)
        role_id = int(press.chosen[0]) if press.chosen else None
        if role_id == viewer.guild.id:
            raise Refused(errors.EVERYONE_IS_NO_ROLE)
        await self._change(
            press, access.WHO_SEES_WHAT, lambda s: replace(s, trusted_role_id=role_id)
        )

    async def _choose_zone(self, press: Press) -> None:
        if not press.chosen:
            raise Refused(errors.OUTDATED)
        name = zone_name(press.chosen[0])
        if name is None:
            raise Refused(errors.NO_SUCH_TIME_ZONE)
        await self._change(press, access.SETTINGS, lambda s: replace(s, time_zone=name))

    async def _change(
        self, press: Press, rule: Rule, change: Callable[[GuildSettings], GuildSettings]
    ) -> None:
        """Change the settings, and show in place how they are now."""
        interaction = press.interaction
        viewer = access.viewer_of(interaction, rule)
        await interaction.response.defer()
        settings = await self._settings.change(viewer.guild.id, change)
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
            help_embed(localizer, Offered(server=True)),
            privacy_embed(localizer, status, self._retention, settings),
        ]
        await interaction.edit_original_response(
            content=localizer.gettext(PREVIEW), embeds=told, allowed_mentions=replies.NOBODY
        )


def _told_button(localizer: Localizer) -> discord.ui.Button[Any]:
    return discord.ui.Button(label=localizer.gettext("What members are told"))


def _role_select(localizer: Localizer, settings: GuildSettings) -> discord.ui.RoleSelect[Any]:
    chosen = settings.trusted_role_id
    role = discord.SelectDefaultValueType.role
    return discord.ui.RoleSelect(
        placeholder=localizer.gettext("Another role of your moderators"),
        min_values=0,
        default_values=[] if chosen is None else [discord.SelectDefaultValue(id=chosen, type=role)],
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
