"""What stands under each page of the settings: selects, buttons, and the forms they open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord

from bot.commands import rights
from bot.commands.rights import Right
from bot.commands.settings_choices import (
    AS_ON_DISCORD,
    LEAST_CHANNEL_DAYS,
    LEAST_MEMBER_DAYS,
    MOST_MESSAGES,
    MOST_PEOPLE,
)
from bot.commands.views.forms import Form
from bot.commands.views.persistent import Component, PersistentItem, view
from bot.permissions.channels import is_hidden
from bot.render.localizer import Localizer, languages
from bot.render.settings import PAGES, SettingsPage, language_name
from storage.records import POSSIBLE_COMMAND_MARKS, GuildSettings, Minimums, Retention

MOST_OPTIONS = 25
"""https://discord.com/developers/docs/components/reference#string-select"""

_TYPES = discord.ChannelType
_PLACES = [
    *(_TYPES.text, _TYPES.news, _TYPES.voice, _TYPES.stage_voice, _TYPES.forum, _TYPES.media),
    *(_TYPES.category, _TYPES.public_thread, _TYPES.news_thread),
]

Select = discord.ui.Select[Any]

Item = tuple[type[PersistentItem], Component, tuple[str, ...]]
"""A kind, one of it, and what that carries."""


@dataclass(frozen=True, slots=True)
class Controls:
    """Makes them of the kinds that the panel has registered."""

    page: type[PersistentItem]
    set: type[PersistentItem]
    who: type[PersistentItem]
    open: type[PersistentItem]
    written: Form

    def view(
        self,
        localizer: Localizer,
        viewer: discord.Member,
        settings: GuildSettings,
        now: datetime,
        page: SettingsPage,
    ) -> discord.ui.View:
        """The select of pages, and what the viewer can change on this one."""
        pages = {name: localizer.gettext(title) for name, title in PAGES.items()}
        turn = _select(localizer.gettext("Page"), pages, page)
        items: list[Item] = [(self.page, turn, ())]
        items += self._of_page(localizer, viewer, settings, page)
        return view(
            *(
                kind.of(component, asker_id=viewer.id, at=now, arguments=what)
                for kind, component, what in items
            )
        )

    def _of_page(
        self,
        localizer: Localizer,
        viewer: discord.Member,
        settings: GuildSettings,
        page: SettingsPage,
    ) -> Iterator[Item]:
        _ = localizer.gettext
        match page:
            case "left-out":
                yield self.set, _leave_out(localizer), ("leave-out",)
                if settings.ignored_channel_ids:
                    yield self.set, _count_again(localizer, viewer, settings), ("count-again",)
            case "people" if rights.may(viewer, Right.SAY_WHO_SEES_WHAT):
                yield self.who, _roles(localizer, viewer.guild, settings), ("roles",)
                for what, select in _who_sees_what(localizer, settings).items():
                    yield self.who, select, (what,)
            case "keeping":
                kept = discord.ui.Button[Any](label=_("How long I keep things"))
                yield self.open, kept, ("kept",)
                minimums = discord.ui.Button[Any](label=_("How many people and messages"))
                yield self.open, minimums, ("minimums",)
            case "time":
                yield self.set, _languages(localizer, settings), ("language",)
                zone = discord.ui.Button[Any](label=_("Time zone"))
                yield self.open, zone, ("time-zone",)
            case "commands":
                yield self.set, _marks(localizer, settings), ("marks",)

    def form(
        self,
        localizer: Localizer,
        viewer: discord.Member,
        settings: GuildSettings,
        operators: Retention,
        now: datetime,
        what: str,
    ) -> discord.ui.Modal:
        """What a button opens, filled in with how it is."""
        _ = localizer.gettext
        match what:
            case "kept":
                title, parts = _("How long I keep things"), _kept(localizer, settings, operators)
            case "minimums":
                title, parts = _("What members see"), _minimums(localizer, settings.minimums)
            case _:
                title = _("Time zone")
                parts = [
                    _input(
                        "zone",
                        _("A city near you"),
                        _("As in Europe/Berlin or New York"),
                        settings.time_zone,
                        64,
                    )
                ]
        return self.written.of(title, *parts, asker_id=viewer.id, at=now, arguments=(what,))


def _select(name: str, options: Mapping[Any, str], chosen: str) -> Select:
    """A select of one of these values, with their labels."""
    return discord.ui.Select(
        placeholder=name,
        options=[
            discord.SelectOption(label=label[:100], value=value, default=value == chosen)
            for value, label in options.items()
        ],
    )


def _leave_out(localizer: Localizer) -> Component:
    return discord.ui.ChannelSelect[Any](
        channel_types=_PLACES,
        placeholder=localizer.gettext("Leave out a channel, category or thread …"),
        max_values=MOST_OPTIONS,
    )


def _count_again(localizer: Localizer, viewer: discord.Member, settings: GuildSettings) -> Select:
    places = sorted(settings.ignored_channel_ids)[:MOST_OPTIONS]
    return discord.ui.Select(
        placeholder=localizer.gettext("Count again …"),
        max_values=len(places),
        options=[
            discord.SelectOption(label=_name(localizer, viewer, place), value=str(place))
            for place in places
        ],
    )


def _name(localizer: Localizer, viewer: discord.Member, place_id: int) -> str:
    """What a place is called, for those who can see it."""
    place = viewer.guild.get_channel_or_thread(place_id)
    channel = place.parent if isinstance(place, discord.Thread) else place
    if place is None or channel is None:
        return localizer.gettext("An archived thread, or one that's gone ({id})", id=str(place_id))
    if is_hidden(channel) or not channel.permissions_for(viewer).view_channel:
        return localizer.gettext("One that you can't see ({id})", id=str(place_id))
    if isinstance(place, discord.CategoryChannel):
        return localizer.gettext("{name} (category)", name=place.name[:80])
    return f"#{place.name}"[:100]


def _roles(localizer: Localizer, guild: discord.Guild, settings: GuildSettings) -> Component:
    there = [role for role in sorted(settings.moderator_role_ids) if guild.get_role(role)]
    kind = discord.SelectDefaultValueType.role
    return discord.ui.RoleSelect[Any](
        placeholder=localizer.gettext("No moderators' role"),
        min_values=0,
        max_values=MOST_OPTIONS,
        default_values=[
            discord.SelectDefaultValue(id=role, type=kind) for role in there[:MOST_OPTIONS]
        ],
    )


def _who_sees_what(localizer: Localizer, settings: GuildSettings) -> dict[str, Select]:
    _ = localizer.gettext
    live = {
        "everyone": _("Live figures: for everyone who moderates"),
        "chosen": _("Live figures: only for administrators and the roles above"),
    }
    moods = {
        "everyone": _("Moods of channels: for everyone who can read them"),
        "moderators": _("Moods of channels: only for moderators"),
    }
    lookup = {
        "off": _("Member lookup: off"),
        "on": _("Member lookup: on"),
    }
    return {
        "live": _select(
            _("Live figures"), live, "chosen" if settings.live_for_role_only else "everyone"
        ),
        "moods": _select(
            _("Moods of channels"),
            moods,
            "moderators" if settings.moods_for_moderators else "everyone",
        ),
        "lookup": _select(_("Member lookup"), lookup, "on" if settings.member_lookup else "off"),
    }


def _languages(localizer: Localizer, settings: GuildSettings) -> Select:
    _ = localizer.gettext
    options = {AS_ON_DISCORD: _("The language this server has on Discord")}
    options |= {code: language_name(code) for code in languages()}
    return _select(_("Language"), options, settings.language or AS_ON_DISCORD)


def _marks(localizer: Localizer, settings: GuildSettings) -> Select:
    return discord.ui.Select(
        placeholder=localizer.gettext("No signs: every message counts"),
        min_values=0,
        max_values=len(POSSIBLE_COMMAND_MARKS),
        options=[
            discord.SelectOption(
                label=localizer.gettext("{sign} as in {sign}play", sign=sign),
                value=sign,
                default=sign in settings.command_marks,
            )
            for sign in POSSIBLE_COMMAND_MARKS
        ],
    )


def _kept(
    localizer: Localizer, settings: GuildSettings, operators: Retention
) -> list[discord.ui.Label[Any]]:
    _ = localizer.gettext
    chosen = settings.retention
    shown = operators if chosen is None else operators.shorter(chosen.chosen)
    return [
        _input(
            field,
            label,
            _("{least} to {most} days", least=least, most=most),
            str(number),
            3,
        )
        for field, label, number, least, most in (
            ("rows", _("Each message's figures"), shown.rows_days, 1, operators.rows_days),
            (
                "members",
                _("Members' totals by the hour"),
                shown.member_days,
                LEAST_MEMBER_DAYS,
                operators.member_days,
            ),
            (
                "channels",
                _("Channels' totals by the hour"),
                shown.channel_days,
                LEAST_CHANNEL_DAYS,
                operators.channel_days,
            ),
        )
    ]


def _minimums(localizer: Localizer, minimums: Minimums) -> list[discord.ui.Label[Any]]:
    _ = localizer.gettext
    usual = Minimums()
    people = _("{least} to {most} in a channel on a day", least=usual.people, most=MOST_PEOPLE)
    messages = _(
        "{least} to {most} in a channel on a day", least=usual.messages, most=MOST_MESSAGES
    )
    return [
        _input("people", _("People, at least"), people, str(minimums.people), 4),
        _input("messages", _("Messages, at least"), messages, str(minimums.messages), 4),
    ]


def _input(
    field: str, label: str, description: str, value: str, longest: int
) -> discord.ui.Label[Any]:
    text = discord.ui.TextInput[Any](custom_id=field, default=value, max_length=longest)
    return discord.ui.Label(text=label, description=description, component=text)
