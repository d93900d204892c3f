"""Who may see and change what. Every rule of it is in this module, and `RULES` is the table.

- A channel's mood is for people who may read that channel and its history. A thread is read with
  the channel above it; a private thread is never counted, so nobody can ask about it.
- A sum over channels takes only channels that its viewer may read, and only they see the answer.
- Small groups stay hidden: members see whole finished days, and of each channel only days with
  enough people and messages. Trusted people see all, by the hour, in answers that only they see.
- Everything about a person is seen only by the person who asked.
- An answer is public only when it is about the very channel in which it was asked: who sees the
  answer sees that channel. It shows what any member there may see, whoever asked.
- Another member's mood: only once an administrator has turned this on, and then only for people
  who are trusted.
- Settings need Manage Server; those that open people's moods to others need Administrator.

Discord can limit only a whole command, not one of its subcommands
(https://discord.com/developers/docs/interactions/application-commands#permissions), so these
rules are checked here, each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, auto

import discord
from discord import app_commands

from bot.commands import errors
from bot.commands.errors import Refused
from bot.gateway.channels import Channel, is_hidden, may_read
from storage.records import GuildSettings

AskedPlace = Channel | app_commands.AppCommandThread
"""What a command's `channel` option takes. A thread may be archived, and so not in the cache."""


class Role(IntEnum):
    """What a member is in a server; each may do what those before it may."""

    MEMBER = auto()
    TRUSTED = auto()  # has the role that an administrator chose
    MODERATOR = auto()  # View Server Insights
    MANAGER = auto()  # Manage Server
    ADMINISTRATOR = auto()


class Where(Enum):
    """Where a command can be used."""

    EVERYWHERE = auto()
    SERVER = auto()  # not in direct messages
    READABLE = auto()  # in a server, about a channel or public thread that the viewer may read


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may use something, and where. `small_groups`: from which role on they are shown."""

    least: Role = Role.MEMBER
    where: Where = Where.SERVER
    small_groups: Role | None = None


CHECK = Rule(where=Where.EVERYWHERE)
HELP = Rule(where=Where.EVERYWHERE)
OWN_MOOD = Rule()
LOOKUP = Rule(Role.TRUSTED)  # for another member, once an administrator has turned that on
CHANNEL_MOOD = Rule(where=Where.READABLE, small_groups=Role.TRUSTED)
SERVER_MOOD = Rule(small_groups=Role.TRUSTED)
COVERAGE = Rule(where=Where.READABLE, small_groups=Role.TRUSTED)  # and never without
OWN_DATA = Rule()
SETTINGS = Rule(Role.MANAGER)
WHO_SEES_WHAT = Rule(Role.ADMINISTRATOR)
BACKFILL = Rule(Role.MANAGER, Where.READABLE)

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
    "sentiment privacy show": OWN_DATA,
    "sentiment privacy export": OWN_DATA,
    "sentiment privacy opt-out": OWN_DATA,
    "sentiment privacy opt-in": OWN_DATA,
    "sentiment privacy forget": OWN_DATA,
    "sentiment settings show": SETTINGS,
    "sentiment settings exclude": SETTINGS,
    "sentiment settings include": SETTINGS,
    "sentiment settings bot-commands": SETTINGS,
    "sentiment settings member-lookup": WHO_SEES_WHAT,
    "sentiment settings trusted-role": WHO_SEES_WHAT,
    "sentiment backfill": BACKFILL,
}
"""Every command, with the rule that it passes to the functions below."""

BUTTON_RULES: Mapping[str, Rule] = {"erase": OWN_DATA, "keep": OWN_DATA, "stop": BACKFILL}
"""The same of every kind of persistent buttons and selects."""

_NEEDED = {Role.MANAGER: errors.MANAGER_ONLY, Role.ADMINISTRATOR: errors.ADMINISTRATOR_ONLY}


def viewer_of(interaction: discord.Interaction, rule: Rule) -> discord.Member:
    """The member who asks, by a command, a button, a select or a modal, for what `rule` is about.

    Refused in a direct message, where the server is not known yet, and to people whose
    permissions do not suffice.
    """
    viewer = interaction.user
    if not isinstance(viewer, discord.Member):
        raise Refused(errors.SERVER_ONLY)
    if viewer.guild.unavailable or viewer.guild.default_role is None:
        raise Refused(errors.SERVER_NOT_READY)
    if role_of(viewer) < rule.least:
        raise Refused(_NEEDED[rule.least])
    return viewer


def require(interaction: discord.Interaction, rule: Rule, arguments: Sequence[str] = ()) -> None:
    """Refused where `rule` does not let the one who pressed do so, as things are now.

    Where it is about a readable place, the first of the arguments is the channel's id.
    """
    if rule.where is Where.EVERYWHERE:
        return
    viewer = viewer_of(interaction, rule)
    if rule.where is Where.READABLE:
        readable_channel(viewer, int(arguments[0]))


def readable_channel(viewer: discord.Member, channel_id: int | None) -> Channel:
    """Refused where the viewer may not read it, in words that do not say whether it is there."""
    channel = None if channel_id is None else viewer.guild.get_channel(channel_id)
    if not isinstance(channel, Channel) or not may_read(viewer, channel):
        raise Refused(errors.UNREADABLE_CHANNEL)
    return channel


def _is_hidden(guild: discord.Guild, channel_id: int) -> bool:
    channel = guild.get_channel(channel_id)
    return channel is not None and is_hidden(channel)


def role_of(viewer: discord.Member, settings: GuildSettings | None = None) -> Role:
    """What the viewer is; who has the trusted role is known only with the settings."""
    permissions = viewer.guild_permissions
    if permissions.administrator:
        return Role.ADMINISTRATOR
    if permissions.manage_guild:
        return Role.MANAGER
    if permissions.view_guild_insights:
        return Role.MODERATOR
    trusted = settings.trusted_role_id if settings is not None else None
    if trusted is not None and viewer.get_role(trusted) is not None:
        return Role.TRUSTED
    return Role.MEMBER


def counted_channels(guild: discord.Guild, settings: GuildSettings) -> list[Channel]:
    """The channels that no administrator left out."""
    return [
        channel
        for channel in guild.channels
        if isinstance(channel, Channel) and channel.id not in settings.ignored_channel_ids
    ]


def readable_channels(viewer: discord.Member, settings: GuildSettings) -> list[Channel]:
    """The channels that a sum for this viewer takes: readable ones that are counted."""
    counted = counted_channels(viewer.guild, settings)
    return [channel for channel in counted if may_read(viewer, channel)]


def may_backfill(viewer: discord.Member) -> bool:
    """Whether the viewer may have the past of a channel read."""
    return role_of(viewer) >= BACKFILL.least


@dataclass(frozen=True, slots=True)
class Place:
    """A channel, or a thread and the channel above it (a channel is its own channel)."""

    id: int
    name: str
    channel: Channel


def place_asked_about(
    interaction: discord.Interaction, viewer: discord.Member, asked: AskedPlace | None = None
) -> Place:
    """The place that was asked about, by default the one asked in.

    Refused where the viewer may not read it, in words that do not say whether anything is there.
    """
    place = interaction.channel if asked is None else asked
    channel_id = None if place is None else place.id
    asked_here = place is not None and place.id == interaction.channel_id
    if isinstance(place, discord.Thread | app_commands.AppCommandThread):
        if place.type is discord.ChannelType.private_thread:
            raise Refused(errors.PRIVATE_THREAD)
        channel_id = place.parent_id
    if asked_here and channel_id is not None and _is_hidden(viewer.guild, channel_id):
        raise Refused(errors.HIDDEN_FROM_ME)  # which its asker sees: nothing is given away
    channel = readable_channel(viewer, channel_id)
    assert place is not None  # noqa: S101 (of none there is no channel)
    return Place(place.id, getattr(place, "name", None) or channel.name, channel)


def require_counted(place: Place, settings: GuildSettings) -> None:
    """Refused where an administrator left the channel out."""
    if place.channel.id in settings.ignored_channel_ids:
        raise Refused(errors.CHANNEL_NOT_COUNTED)


def is_public(interaction: discord.Interaction, place: Place | None) -> bool:
    """Whether everyone sees the answer: only where it is about the place in which it was asked."""
    return place is not None and place.id == interaction.channel_id


def shows_small_groups(
    rule: Rule, viewer: discord.Member, settings: GuildSettings, *, public: bool
) -> bool:
    """Whether the answer is by the hour and of all messages. A public one never is."""
    least = rule.small_groups
    return not public and least is not None and role_of(viewer, settings) >= least


def require_live(rule: Rule, viewer: discord.Member, settings: GuildSettings) -> None:
    """Refused where the viewer may not see figures by the hour and of all messages."""
    if not shows_small_groups(rule, viewer, settings, public=False):
        raise Refused(errors.MODERATORS_ONLY)


def require_lookup(viewer: discord.Member, settings: GuildSettings) -> None:
    """Refused where the viewer may not ask for another member's mood."""
    if not settings.member_lookup or role_of(viewer, settings) < LOOKUP.least:
        raise Refused(errors.MEMBER_LOOKUP_CLOSED)
