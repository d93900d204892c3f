"""Who may see and change what: `RULES` is the table.

`rights` says what gives somebody which right, `places` what may be asked about.

- A channel's mood is for people who may read that channel and its history. A thread is read with
  the channel above it; a private thread is never counted, so nobody can ask about it.
- A sum over channels takes only channels that its viewer may read.
- Small groups stay hidden: members see published days, of enough people and messages. People with
  the right to *live figures* see all, by the hour, in answers that only they see. They can compare
  before with after, and so work out one person's part. Where an administrator says so, nobody else
  sees moods of channels at all.
- An answer is seen only by the person who asked, and is the same wherever they ask. They can share
  the mood of channels: then it is told anew, of channels that everybody there can read, and shows
  what any member may see, whoever asked. Nothing about a person can be shared.
- Another member's mood needs the right to *member lookup*, which nobody has until an administrator
  turns it on. Without it no live figure comes from fewer than three writers.
- Settings need Manage Server; those that say who sees what need Administrator.

Discord can limit only a whole command, not one of its subcommands
(https://discord.com/developers/docs/interactions/application-commands#permissions), so these
rules are checked here, each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

import discord

from bot.commands import errors, rights
from bot.commands.errors import Refused
from bot.commands.places import readable_channel
from bot.commands.rights import Right
from bot.reports.writers import LEAST_WRITERS
from storage.records import GuildSettings


class Where(Enum):
    """Where a command can be used."""

    EVERYWHERE = auto()
    SERVER = auto()  # not in direct messages
    READABLE = auto()  # in a server, about a channel or public thread that the viewer may read


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may use something (`None`: everybody), and where. `live`: it has live figures."""

    needs: Right | None = None
    where: Where = Where.SERVER
    live: bool = False


CHECK = Rule(where=Where.EVERYWHERE)
HELP = Rule(where=Where.EVERYWHERE)
OWN_MOOD = Rule()
LOOKUP = Rule(Right.MEMBER_LOOKUP)
CHANNEL_MOOD = Rule(where=Where.READABLE, live=True)
SERVER_MOOD = Rule(live=True)
COVERAGE = Rule(where=Where.READABLE, live=True)  # and never without
NOW = Rule(where=Where.READABLE, live=True)  # and never without
NOW_AGAIN = Rule(live=True)  # and never without
EPISODE = Rule(where=Where.READABLE, live=True)  # and never without
NOTES = Rule(live=True)  # and never without
OWN_DATA = Rule()
SETTINGS = Rule(Right.MANAGE)
WHO_SEES_WHAT = Rule(Right.SAY_WHO_SEES_WHAT)
BACKFILL = Rule(Right.MANAGE, Where.READABLE)
READ_ALL = Rule(Right.MANAGE)
FEEDBACK = Rule(live=True)  # and never without
EXPORT = Rule(live=True)  # and never without
DIGEST = Rule(Right.MANAGE)
DIGEST_TARGET = Rule(Right.MANAGE, Where.READABLE)
ALERTS = Rule(Right.MANAGE, live=True)  # and never without
ALERTS_SEEN = Rule(live=True)  # and never without

RULES: Mapping[str, Rule] = {
    "Check sentiment": CHECK,
    "sentiment check": CHECK,
    "sentiment help": HELP,
    "sentiment me": OWN_MOOD,
    "sentiment member": OWN_MOOD,  # oneself; for another member, LOOKUP holds
    "sentiment channel": CHANNEL_MOOD,
    "sentiment server": SERVER_MOOD,
    "sentiment trend": CHANNEL_MOOD,
    "sentiment coverage": COVERAGE,
    "sentiment now": NOW,
    "sentiment note add": NOTES,
    "sentiment note list": NOTES,
    "sentiment note remove": NOTES,
    "sentiment open": OWN_MOOD,  # what the page shows has its own rules
    "sentiment privacy show": OWN_DATA,
    "sentiment privacy export": OWN_DATA,
    "sentiment privacy opt-out": OWN_DATA,
    "sentiment privacy opt-in": OWN_DATA,
    "sentiment privacy forget": OWN_DATA,
    "sentiment settings": SETTINGS,  # with buttons for WHO_SEES_WHAT
    "sentiment backfill": BACKFILL,
    "sentiment feedback": FEEDBACK,
    "sentiment digest set": DIGEST_TARGET,
    "sentiment digest show": DIGEST,
    "sentiment digest remove": DIGEST,
    "sentiment alerts add": ALERTS,
    "sentiment alerts list": ALERTS_SEEN,
    "sentiment alerts remove": ALERTS,
    "sentiment alerts test": ALERTS,
}
"""Every command, with the rule that it passes to the functions below."""

BUTTON_RULES: Mapping[str, Rule] = {
    "erase": OWN_DATA,
    "keep": OWN_DATA,
    "stop": READ_ALL,
    "read-all": READ_ALL,
    "read-some": READ_ALL,
    "set-up": SETTINGS,
    "set-zone": SETTINGS,
    "set-roles": WHO_SEES_WHAT,
    "told": OWN_DATA,
    "now-about": NOW_AGAIN,
    "now-period": NOW_AGAIN,
    "over": EPISODE,
    "people": EPISODE,
    "before": EPISODE,
    "mood-places": SERVER_MOOD,
    "mood-period": SERVER_MOOD,
    "mood-view": SERVER_MOOD,
    "mood-page": SERVER_MOOD,
    "mood-share": SERVER_MOOD,
    "trend": SERVER_MOOD,
    "export": EXPORT,
    "messages": EPISODE,
    "moved": EPISODE,
    "mark": EPISODE,
    "digest-open": NOW_AGAIN,
    "settings-page": SETTINGS,
    "settings-set": SETTINGS,
    "settings-open": SETTINGS,
    "settings-who": WHO_SEES_WHAT,
    "alert-open": ALERTS_SEEN,
    "alert-snooze": ALERTS_SEEN,
    "alert-not-useful": ALERTS_SEEN,
    "alert-useful": ALERTS_SEEN,
}
"""The same of every kind of persistent buttons and selects."""

PAGE_RULES: Mapping[str, Rule] = {
    "me": OWN_MOOD,
    "morning": NOW_AGAIN,
    "episode": NOW_AGAIN,
    "before": NOW_AGAIN,
    "messages": NOW_AGAIN,
    "course": SERVER_MOOD,
    "compare": SERVER_MOOD,
    "channels": SERVER_MOOD,
    "week": SERVER_MOOD,
    "picture": SERVER_MOOD,
    "table": EXPORT,
    "coverage": EXPORT,
    "notes": NOTES,
    "own mood": OWN_MOOD,
    "own data": OWN_DATA,
}
"""The same of every question of the page in a browser; which channels it is about is looked up, and
whether they are readable, by those who answer it."""

_REFUSALS = {
    Right.MANAGE: errors.MANAGER_ONLY,
    Right.SAY_WHO_SEES_WHAT: errors.ADMINISTRATOR_ONLY,
}


def viewer_of(interaction: discord.Interaction, rule: Rule) -> discord.Member:
    """The member who asks, by a command, a button, a select or a modal, for what `rule` is about.

    Refused in a direct message, where the server is not known yet, to people whose permissions do
    not suffice, and where the bot is no member: who installed it for themselves has it there.
    """
    viewer = interaction.user
    if not isinstance(viewer, discord.Member):
        raise Refused(errors.SERVER_ONLY)
    if interaction.is_user_integration() and not interaction.is_guild_integration():
        raise Refused(errors.NOT_IN_THIS_SERVER)
    require_permissions(viewer, rule)
    return viewer


def require_permissions(viewer: discord.Member, rule: Rule) -> None:
    """Refused where the server is not known yet, and where the viewer's permissions in it do not
    suffice, however they ask."""
    guild = viewer.guild
    if guild.unavailable or guild.default_role is None or guild.me is None:
        raise Refused(errors.SERVER_NOT_READY)
    if rule.needs is not None and not rights.may(viewer, rule.needs):
        raise Refused(_REFUSALS[rule.needs])


def require(interaction: discord.Interaction, rule: Rule, arguments: Sequence[str] = ()) -> None:
    """Refused where `rule` does not let the one who pressed do so, as things are now.

    Where it is about a readable place, the first of the arguments is the channel's id.
    """
    if rule.where is Where.EVERYWHERE:
        return
    viewer = viewer_of(interaction, rule)
    if rule.where is Where.READABLE:
        readable_channel(viewer, int(arguments[0]))


def require_sharing(interaction: discord.Interaction) -> None:
    """Refused where whoever presses may not write, and so not have an answer posted either."""
    permissions, in_thread = (
        interaction.permissions,
        isinstance(interaction.channel, discord.Thread),
    )
    if not (permissions.send_messages_in_threads if in_thread else permissions.send_messages):
        raise Refused(errors.MAY_NOT_WRITE_HERE)


def shows_live(
    rule: Rule, viewer: discord.Member, settings: GuildSettings, *, shared: bool = False
) -> bool:
    """Whether the answer is by the hour and of all messages. A shared one never is."""
    return rule.live and not shared and rights.has(viewer, Right.LIVE_FIGURES, settings)


def require_moods(viewer: discord.Member, settings: GuildSettings, *, shared: bool = False) -> None:
    """Refused where moods of channels are for moderators alone: also to share one."""
    if not settings.moods_for_moderators:
        return
    if shared:
        raise Refused(errors.NOT_TO_BE_SHARED)
    if not rights.has(viewer, Right.LIVE_FIGURES, settings):
        raise Refused(errors.MOODS_FOR_MODERATORS)


def least_writers(viewer: discord.Member, settings: GuildSettings) -> int:
    """From how many writers on the viewer is shown a live figure.

    One of fewer would be some member's mood, for people who may not look members up.
    """
    return 1 if rights.has(viewer, Right.MEMBER_LOOKUP, settings) else LEAST_WRITERS


def require_live(rule: Rule, viewer: discord.Member, settings: GuildSettings) -> None:
    """Refused where the viewer may not see figures by the hour and of all messages."""
    if not shows_live(rule, viewer, settings):
        raise Refused(errors.MODERATORS_ONLY)


def require_lookup(viewer: discord.Member, settings: GuildSettings) -> None:
    """Refused where the viewer may not ask for another member's mood."""
    if not settings.member_lookup:
        raise Refused(errors.MEMBER_LOOKUP_OFF)
    if not rights.has(viewer, Right.MEMBER_LOOKUP, settings):
        raise Refused(errors.MEMBER_LOOKUP_NOT_YOURS)
