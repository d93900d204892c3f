"""How Barometer introduces itself to a server, and is set up there → embed. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.render import palette
from bot.render.about import lookup_words
from bot.render.localizer import N_, Localizer
from bot.render.readings import left_unread_words
from bot.render.words import at_most, plain
from bot.reports.time_zones import zone_of
from storage.records import GuildSettings

MOST_ROLES = 10

ONLY_ENGLISH = N_("I only understand English: messages in other languages have no mood.")
NO_TEXT_YET = N_(
    "Discord doesn't let me read messages yet, so there is nothing to count. Whoever runs me can "
    "see in my log how to change that."
)
PREVIEW = N_(
    "This is what every member can look up, with `/sentiment help` and `/sentiment privacy show`. "
    "The figures are yours."
)


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What is known of a server beside its settings.

    `message_content`: Discord gives the bot what is written. `channels` both the bot and the reader
    can read; `closed` are so many that the bot cannot. `moderators` are mentions of the roles that
    may moderate; `days` back can be read. Only an administrator may choose who sees what.
    """

    message_content: bool
    channels: int
    closed: int
    moderators: Sequence[str]
    days: int
    is_administrator: bool


def welcome_embed(localizer: Localizer, server: str, *, message_content: bool) -> discord.Embed:
    """What everybody in a new server is told."""
    _ = localizer.gettext
    parts = [
        _(
            "I show how the mood of a server changes. I read how messages sound – positive, "
            "neutral or negative – and keep three numbers of each, never what was written."
        )
        + " "
        + _(ONLY_ENGLISH),
        _(
            "**If you manage this server:** I can read what was said before I came, so that "
            "there's something to see at once. And tell me who moderates here, and your time zone."
        ),
        _(
            "**Everyone** can look up what I keep, who sees it and how to opt out with "
            "`/sentiment privacy show`. `/sentiment help` tells you the rest."
        ),
    ]
    if not message_content:
        parts.insert(1, _(NO_TEXT_YET))
    return _hello(localizer, server, "\n\n".join(parts))


def set_up_embed(
    localizer: Localizer, server: str, settings: GuildSettings, known: ServerFacts, now: datetime
) -> discord.Embed:
    """What whoever manages the server can choose, with how it is now."""
    embed = _hello(localizer, server, localizer.gettext(ONLY_ENGLISH))
    for name, value in (
        (localizer.gettext("1. What was said before"), _past(localizer, known)),
        (localizer.gettext("2. Your moderators"), _moderators(localizer, settings, known)),
        (localizer.gettext("3. Your time zone"), _time_zone(localizer, settings.time_zone, now)),
        (localizer.gettext("What members are told"), _members(localizer, settings)),
    ):
        embed.add_field(name=name, value=value, inline=False)
    return embed


def _hello(localizer: Localizer, server: str, words: str) -> discord.Embed:
    title = localizer.gettext("Hello! I'm in {server}.", server=plain(server, 100))
    return discord.Embed(title=title, description=words, colour=palette.POSITIVE)


def _past(localizer: Localizer, known: ServerFacts) -> str:
    if not known.message_content:
        return localizer.gettext(NO_TEXT_YET)
    can_read = localizer.ngettext(
        "I can read the last {days} days of the channel that both of us can read, its threads "
        "included. Then there's something to see at once.",
        "I can read the last {days} days of the {number} channels that both of us can read, their "
        "threads included. Then there's something to see at once.",
        known.channels,
        days=known.days,
    )
    return "\n".join((can_read, *left_unread_words(localizer, known.closed, ())))


def _moderators(localizer: Localizer, settings: GuildSettings, known: ServerFacts) -> str:
    _ = localizer.gettext
    by_permission = [] if settings.live_for_role_only else known.moderators
    chosen = [f"<@&{role}>" for role in sorted(settings.moderator_role_ids)]
    roles = list(dict.fromkeys((*by_permission, *chosen)))
    lines = [_("They see today and quiet days, by the hour; members see past days.")]
    if roles:
        named = at_most(localizer, roles, MOST_ROLES)
        lines.append(_("Right now that's people with {roles}, and administrators.", roles=named))
    else:
        lines.append(_("Right now that's administrators alone."))
    if known.is_administrator:
        lines.append(_("If your moderators have other roles, choose them below."))
    else:
        lines.append(_("An administrator can choose other roles."))
    return "\n".join(lines)


def _time_zone(localizer: Localizer, name: str, now: datetime) -> str:
    return localizer.gettext(
        "Charts and live figures are on the clock of **{zone}**, where it's {time} now. If yours "
        "isn't in the list below, use `/sentiment settings time-zone:`.",
        zone=zone_words(name),
        time=localizer.time(now.astimezone(zone_of(name))),
    )


def _members(localizer: Localizer, settings: GuildSettings) -> str:
    told = localizer.gettext(
        "What I keep, for how long, and who sees it: the button below shows it to you."
    )
    return f"{lookup_words(localizer, settings)}\n{told}"


def zone_words(name: str) -> str:
    """A zone as people read it.

    >>> zone_words("America/New_York")
    'America/New York'
    """
    return name.replace("_", " ")
