"""The settings of a server, page by page → embeds. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple
from datetime import datetime
from typing import Literal

import discord
from babel import Locale

from bot.render import palette
from bot.render.about import MOST_NAMED, role_mentions
from bot.render.localizer import N_, Localizer
from bot.render.words import at_most
from storage.records import GuildSettings, Retention

SettingsPage = Literal["all", "left-out", "people", "keeping", "time", "commands", "changes"]

PAGES: Mapping[SettingsPage, str] = {
    "all": N_("Everything"),
    "left-out": N_("What I leave out"),
    "people": N_("Moderators, and who sees what"),
    "keeping": N_("How long I keep things, and from how many people"),
    "time": N_("Time zone and language"),
    "commands": N_("Commands to other bots"),
    "changes": N_("Who changed what"),
}

_FIELDS: Mapping[SettingsPage, Sequence[str]] = {
    "left-out": ("ignored_channel_ids",),
    "people": (
        "moderator_role_ids",
        "live_for_role_only",
        "moods_for_moderators",
        "member_lookup",
    ),
    "keeping": ("retention", "minimums"),
    "time": ("time_zone", "language"),
    "commands": ("command_marks",),
}
"""What each page shows, by the fields of `GuildSettings`."""

NAMES = {
    "ignored_channel_ids": N_("Left out"),
    "moderator_role_ids": N_("Moderators"),
    "live_for_role_only": N_("Live figures"),
    "moods_for_moderators": N_("Moods of channels"),
    "member_lookup": N_("Member lookup"),
    "retention": N_("How long I keep things"),
    "minimums": N_("What members see"),
    "time_zone": N_("Time zone"),
    "language": N_("Language"),
    "command_marks": N_("Commands to other bots"),
}
"""What each setting is called, by the field of `GuildSettings`."""


def settings_embed(
    localizer: Localizer,
    settings: GuildSettings,
    operators: Retention,
    now: datetime,
    page: SettingsPage = "all",
) -> discord.Embed:
    """A page of what the server's administrators chose, with what it means.

    `operators`: what whoever runs the bot keeps.
    """
    title = localizer.gettext("Settings of this server")
    if page != "all":
        title = f"{title} · {localizer.gettext(PAGES[page])}"
    embed = discord.Embed(title=title, colour=palette.NEUTRAL)
    shown = NAMES if page == "all" else _FIELDS[page]
    for name in shown:
        value = _value(localizer, settings, operators, now, name)
        embed.add_field(name=localizer.gettext(NAMES[name]), value=value, inline=False)
    return embed


def _value(
    localizer: Localizer, settings: GuildSettings, operators: Retention, now: datetime, name: str
) -> str:
    if name == "retention":
        return _keeping(localizer, settings, operators, now)
    told: Mapping[str, Callable[[Localizer, GuildSettings], str]] = {
        "ignored_channel_ids": _left_out,
        "moderator_role_ids": _moderators,
        "live_for_role_only": _live_figures,
        "moods_for_moderators": _moods,
        "member_lookup": _lookup,
        "minimums": _minimums,
        "time_zone": _time_zone,
        "language": _language,
        "command_marks": _bot_commands,
    }
    return told[name](localizer, settings)


def _left_out(localizer: Localizer, settings: GuildSettings) -> str:
    _ = localizer.gettext
    places = [f"<#{place}>" for place in sorted(settings.ignored_channel_ids)]
    if not places:
        return _("Nothing. I count every channel I can read.")
    named = at_most(localizer, places, MOST_NAMED)
    what = _(
        "Threads are left out with their channel, and channels with their category, new ones too. "
        "What I counted before stays until its time is over."
    )
    return f"{named}\n{what}"


def _moderators(localizer: Localizer, settings: GuildSettings) -> str:
    _ = localizer.gettext
    roles = role_mentions(localizer, settings)
    permissions = _(
        "People with Moderate Members, Manage Messages, Kick Members, Ban Members, View Server "
        "Insights, Manage Server or Administrator"
    )
    if settings.live_for_role_only:
        permissions = _("Administrators")
    if roles:
        return _("{people}, and everyone with {roles}.", people=permissions, roles=roles)
    return f"{permissions}."


def _live_figures(localizer: Localizer, settings: GuildSettings) -> str:
    """Who sees them, what they are, and what they make possible."""
    _ = localizer.gettext
    if not settings.live_for_role_only:
        people = _("**For everyone who moderates.**")
    elif settings.moderator_role_ids:
        people = _("**For administrators and the moderators' roles only.**")
    else:
        people = _("**For administrators only**, because no role is chosen.")
    what = _(
        "They see today and quiet days, by the hour. Anyone who compares these figures – before "
        "and after, or a server with its channels – can work out what one person added, so give "
        "them only to people you trust."
    )
    return f"{people} {what}"


def _moods(localizer: Localizer, settings: GuildSettings) -> str:
    if settings.moods_for_moderators:
        return localizer.gettext("**For moderators only.** Members see nothing but their own mood.")
    return localizer.gettext(
        "**For everyone**, of channels they can read: members see past days with enough people."
    )


def _lookup(localizer: Localizer, settings: GuildSettings) -> str:
    _ = localizer.gettext
    if not settings.member_lookup:
        return _(
            "**Off.** Members see only their own mood, and moderators no figure that fewer than "
            "three people are behind."
        )
    if not settings.moderator_role_ids:
        return _(
            "**On** for people with Administrator, Manage Server or View Server Insights. Only "
            "messages in channels they can read are included."
        )
    return _(
        "**On** for people with Administrator, Manage Server, View Server Insights or a "
        "moderators' role. Only messages in channels they can read are included."
    )


def _keeping(
    localizer: Localizer, settings: GuildSettings, operators: Retention, now: datetime
) -> str:
    _ = localizer.gettext
    now_kept = _periods(localizer, settings.kept(now, operators))
    own = settings.retention
    if own is None:
        return f"{now_kept}\n" + _("That's as long as whoever runs me allows.")
    coming = operators.shorter(own.chosen)
    if coming == settings.kept(now, operators):
        return now_kept
    return f"{now_kept}\n" + _(
        "**From {when} on:** {periods} What is older is deleted then.",
        when=discord.utils.format_dt(own.since, "f"),
        periods=_periods(localizer, coming),
    )


def _periods(localizer: Localizer, kept: Retention) -> str:
    rows, hours, channels = (
        localizer.ngettext("{number} day", "{number} days", days) for days in astuple(kept)
    )
    return localizer.gettext(
        "Each message's figures for {rows}, members' totals for {hours}, channels' totals for "
        "{channels}.",
        rows=rows,
        hours=hours,
        channels=channels,
    )


def _minimums(localizer: Localizer, settings: GuildSettings) -> str:
    return localizer.gettext(
        "Past days on which at least **{people} people** wrote at least **{messages} messages** in "
        "a channel, and nobody most of them. A change holds for days that aren't over yet.",
        people=settings.minimums.people,
        messages=settings.minimums.messages,
    )


def _time_zone(localizer: Localizer, settings: GuildSettings) -> str:
    what = localizer.gettext(
        "Charts and live figures are on its clock; the past days that everyone sees are days of "
        "UTC."
    )
    return f"**{settings.time_zone.replace('_', ' ')}.** {what}"


def _language(localizer: Localizer, settings: GuildSettings) -> str:
    _ = localizer.gettext
    name = language_name(settings.language) if settings.language else _("As this server on Discord")
    what = _("That's for what everyone reads. In answers to you I go by your own language.")
    return f"**{name}.** {what}"


def language_name(code: str) -> str:
    """A language in its own words, by its name on Discord: "de" → "Deutsch"."""
    return str(Locale.parse(code, sep="-").display_name)


def _bot_commands(localizer: Localizer, settings: GuildSettings) -> str:
    if not settings.command_marks:
        return localizer.gettext("Counted like any other message.")
    return localizer.gettext(
        "Not counted: messages that begin with {signs} and a letter right after it, like `!play`.",
        signs=_signs(settings.command_marks),
    )


def _signs(marks: str) -> str:
    return " ".join(f"`{sign}`" for sign in marks)
