"""What somebody may do beyond what every member may, and what gives them that right.

`GIVEN_BY` says which permissions do. They count as they are in the whole server: who may manage
messages in one channel alone does not moderate the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from enum import Enum, auto

import discord

from bot.permissions.audience import always_reads, roles_that_show
from bot.permissions.channels import Channel
from storage.records import GuildSettings


class Right(Enum):
    """What somebody may do in a server beyond what every member may."""

    LIVE_FIGURES = auto()  # today and quiet days, by the hour
    MEMBER_LOOKUP = auto()  # another member's mood, once an administrator has turned that on
    MANAGE = auto()  # say what is counted, and read the past
    SAY_WHO_SEES_WHAT = auto()


_MODERATORS = discord.Permissions(
    moderate_members=True,
    manage_messages=True,
    kick_members=True,
    ban_members=True,
    view_guild_insights=True,
    manage_guild=True,
    administrator=True,
)
_ADMINISTRATORS = discord.Permissions(administrator=True)

GIVEN_BY: Mapping[Right, discord.Permissions] = {
    Right.LIVE_FIGURES: _MODERATORS,  # only `_ADMINISTRATORS` where that has been narrowed
    Right.MEMBER_LOOKUP: discord.Permissions(
        view_guild_insights=True, manage_guild=True, administrator=True
    ),
    Right.MANAGE: discord.Permissions(manage_guild=True, administrator=True),
    Right.SAY_WHO_SEES_WHAT: _ADMINISTRATORS,
}
"""Any one of these permissions gives the right."""

GIVEN_BY_CHOSEN_ROLES = frozenset({Right.LIVE_FIGURES, Right.MEMBER_LOOKUP})
"""What the roles that an administrator chose give as well (`GuildSettings.moderator_role_ids`)."""


def has(viewer: discord.Member, right: Right, settings: GuildSettings) -> bool:
    """Whether the viewer has this right, as the guild's administrators have set it."""
    role_ids = {role.id for role in viewer.roles}
    return _gives(viewer.guild_permissions, role_ids, right, settings)


def may(viewer: discord.Member, right: Right) -> bool:
    """Whether the viewer's permissions give this right, which no role that was chosen does."""
    return _any_of(viewer.guild_permissions, GIVEN_BY[right])


def may_backfill(viewer: discord.Member) -> bool:
    """Whether the viewer may have the past of a channel read."""
    return may(viewer, Right.MANAGE)


def moderating_roles(guild: discord.Guild) -> list[discord.Role]:
    """The roles of people who moderate, the highest first; those of bots are left out."""
    wanted = GIVEN_BY[Right.LIVE_FIGURES]
    roles = [role for role in guild.roles if _any_of(role.permissions, wanted)]
    people = [role for role in roles if not role.is_default() and not role.is_bot_managed()]
    return sorted(people, reverse=True)


def may_all_see_live(
    target: Channel | discord.Thread, watched: Channel, settings: GuildSettings
) -> bool:
    """Whether all who can see the target may see the live figures of the watched channel.

    Asked before each message that nobody asked for. The bot does not know the members: so it is
    only if every role that shows the target gives that right and reads the watched channel, and
    nobody was let in by name. A thread is seen by whoever sees the channel above it.
    """
    place = target.parent if isinstance(target, discord.Thread) else target
    roles = roles_that_show(place) if isinstance(place, Channel) else None
    if roles is None:
        return False
    everyone = watched.guild.default_role.permissions
    return all(
        _gives(role.permissions | everyone, {role.id}, Right.LIVE_FIGURES, settings)
        and always_reads(role, watched)
        for role in roles
    )


def _gives(
    permissions: discord.Permissions, role_ids: Set[int], right: Right, settings: GuildSettings
) -> bool:
    """Whether these permissions in the whole server, or one of these roles, give the right."""
    if right is Right.MEMBER_LOOKUP and not settings.member_lookup:
        return False
    if right in GIVEN_BY_CHOSEN_ROLES and not settings.moderator_role_ids.isdisjoint(role_ids):
        return True
    narrowed = right is Right.LIVE_FIGURES and settings.live_for_role_only
    return _any_of(permissions, _ADMINISTRATORS if narrowed else GIVEN_BY[right])


def _any_of(permissions: discord.Permissions, wanted: discord.Permissions) -> bool:
    return bool(permissions.value & wanted.value)
