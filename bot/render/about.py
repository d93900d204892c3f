"""What Barometer says of itself: help, what it keeps, what is set → embed. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import discord

from bot.render import palette
from bot.render.coverage import NEVER_COUNTED
from bot.render.embeds import note_embed
from bot.render.localizer import N_, Localizer
from bot.render.words import at_most
from storage.records import USUAL_MINIMUMS, GuildSettings, Minimums, PrivacyStatus, Retention

MOST_NAMED = 25
"""More channels or roles than these are counted, not named: a field has 1,024 characters."""

Commands = Sequence[tuple[str, str]]
"""As they are typed, with what each is for."""

_TRY: Commands = (
    (
        "/sentiment check",
        N_("how a text sounds; or right-click a message → Apps → *Check sentiment*"),
    ),
)
_MOODS = (
    ("/sentiment channel", N_("the mood of this channel, or of another")),
    ("/sentiment server", N_("of all channels you can read")),
    ("/sentiment trend", N_("of any channels, from and to whenever you like")),
    ("/sentiment open", N_("all of it in a browser, as far as you may see it")),
)
_OWN_MOOD = (("/sentiment me", N_("of your own messages; only you see it")),)
_LOOKUP = (("/sentiment member", N_("of another member's messages")),)
_FOR_MODERATORS = (
    ("/sentiment now", N_("what is unusual, since when, and whether it's over")),
    ("/sentiment note", N_("note what happened when, to see it in your charts")),
    ("/sentiment alerts", N_("be told when a channel turns unusually negative")),
    ("/sentiment coverage", N_("how much of what was written counts")),
    ("/sentiment feedback", N_("how many marked messages I had judged right")),
)
_FOR_MANAGERS = (
    ("/sentiment digest", N_("post what was unusual, daily or weekly")),
    ("/sentiment settings", N_("who can see what, and which channels count")),
    ("/sentiment backfill", N_("read what was said before, or again when I judge in a new way")),
)
_PRIVACY = (("/sentiment privacy", N_("what I keep about you, and how to get or erase it")),)
_WAYS_OUT = (
    ("/sentiment privacy export", N_("get all of it as a file")),
    ("/sentiment privacy forget", N_("erase it")),
    ("/sentiment privacy opt-out", N_("erase it, and stop the counting")),
)


@dataclass(frozen=True, slots=True)
class Offered:
    """What somebody may use: in a `server` that counts, moods of channels, other members' moods,
    what moderators see (`live`), and what only people who manage the server do. Members see days by
    these `minimums`."""

    server: bool = False
    moods: bool = False
    lookup: bool = False
    live: bool = False
    manage: bool = False
    minimums: Minimums = USUAL_MINIMUMS

    @classmethod
    def to_members(cls, settings: GuildSettings) -> Self:
        """What every member may use."""
        moods = not settings.moods_for_moderators
        return cls(server=True, moods=moods, minimums=settings.minimums)


def help_embed(localizer: Localizer, offered: Offered) -> discord.Embed:
    """What Barometer does, in a few lines, and what of it the reader may use."""
    _ = localizer.gettext
    parts = [
        _(
            "I read how messages sound – positive, neutral or negative – and show the mood of a "
            "channel or of the whole server over time. I'm a small computer program that goes by "
            "words, and I can be wrong. I only understand English."
        ),
        _part(localizer, _("Try it"), _TRY),
    ]
    if offered.server:
        parts.append(_moods(localizer, offered))
    else:
        parts.append(_("In a server that I'm in there's more: ask for `/sentiment help` there."))
    if offered.live:
        parts.append(_part(localizer, _("For moderators"), _FOR_MODERATORS))
    if offered.manage:
        parts.append(_part(localizer, _("For people who manage this server"), _FOR_MANAGERS))
    kept = _("I keep how messages sounded, never what was written.") + " " + _(NEVER_COUNTED)
    if offered.server:
        kept = _part(localizer, _("Privacy"), _PRIVACY) + "\n" + kept
    description = "\n\n".join((*parts, kept))
    return discord.Embed(title="Barometer", description=description, colour=palette.POSITIVE)


def _moods(localizer: Localizer, offered: Offered) -> str:
    """The moods that somebody may see, and which days that is."""
    _ = localizer.gettext
    commands = (
        *(_MOODS if offered.moods else ()),
        *_OWN_MOOD,
        *(_LOOKUP if offered.lookup else ()),
    )
    days = []
    if offered.live:
        days.append(_("You also see live figures: today and quiet days, by the hour."))
    if offered.moods:
        days.append(
            _(
                "Members see past days on which at least {people} people wrote at least {messages} "
                "messages in a channel, and nobody most of them; so does everyone when you share "
                "an answer.",
                people=offered.minimums.people,
                messages=offered.minimums.messages,
            )
        )
    return "\n".join(filter(None, (_part(localizer, _("See moods"), commands), " ".join(days))))


def _part(localizer: Localizer, title: str, commands: Commands) -> str:
    return f"**{title}**\n{_listed(localizer, commands)}"


def _listed(localizer: Localizer, commands: Commands) -> str:
    """Each command on a line, with what it is for."""
    return "\n".join(f"`{name}` – {localizer.gettext(meaning)}" for name, meaning in commands)


def privacy_embed(
    localizer: Localizer,
    status: PrivacyStatus,
    retention: Retention,
    settings: GuildSettings,
    *,
    ways_out: bool = True,
) -> discord.Embed:
    """What is kept of a member in this server, for how long, who sees it, and how to end that; the
    `ways_out` by commands are left out where there are buttons for them."""
    _ = localizer.gettext
    title = _("Your privacy")
    if status.opted_out:
        words = _(
            "**You opted out in this server.** I keep nothing about your messages, only that you "
            "opted out, under a code instead of your id.\n\n"
            "To be counted again, use `/sentiment privacy opt-in`."
        )
        of_moderator = _of_moderator(localizer, status, retention)
        parts = (words, *of_moderator, lookup_words(localizer, settings))
        return note_embed(title, "\n\n".join(parts))
    rows, hours, channel_hours = (
        localizer.ngettext("For {number} day", "For {number} days", days)
        for days in (retention.rows_days, retention.member_days, retention.channel_days)
    )
    words = "\n\n".join((
        f"**{_counted(localizer, status)}** "
        + _(
            "I never keep what you wrote, only how it sounded: three numbers that say how "
            "negative, neutral and positive."
        ),
        "\n".join((
            f"**{rows}:** "
            + _(
                "the three numbers of each message, with its id, its channel, its time, the "
                "message it replied to, and a code instead of your id."
            ),
            f"**{hours}:** " + _("your totals by hour and channel."),
            f"**{channel_hours}:** "
            + _(
                "everybody's totals by hour and channel. Once yours are gone, nobody can tell your "
                "part in these, and erasing no longer changes them. The same goes for the past "
                "days that everyone can see: rounded figures of five people or more."
            ),
        )),
        *_of_moderator(localizer, status, retention),
        _(
            "When a channel was unusual, moderators can have me show them what was said there, and "
            "how each message sounded: only where they can read it themselves, and nothing of "
            "people who opted out."
        ),
        lookup_words(localizer, settings),
        *([_listed(localizer, _WAYS_OUT)] if ways_out else ()),
    ))  # fmt: skip
    return note_embed(title, words)


def _of_moderator(localizer: Localizer, status: PrivacyStatus, retention: Retention) -> list[str]:
    told = []
    if status.notes:
        told.append(
            localizer.ngettext(
                "I also keep {number} note you set for charts, with a code instead of your id, for "
                "up to {days} days.",
                "I also keep {number} notes you set for charts, with a code instead of your id, "
                "for up to {days} days.",
                status.notes,
                days=retention.channel_days,
            )
        )
    if status.settings_changes:
        told.append(
            localizer.ngettext(
                "I also keep that you changed {number} setting of this server, with your id, for "
                "30 days: its managers can see that.",
                "I also keep that you changed {number} settings of this server, with your id, for "
                "30 days: its managers can see that.",
                status.settings_changes,
            )
        )
    return told


def _counted(localizer: Localizer, status: PrivacyStatus) -> str:
    if status.first is None or status.last is None:
        return localizer.gettext("None of your messages in this server are counted right now.")
    first, last = (discord.utils.format_dt(time, "D") for time in (status.first, status.last))
    if first == last:
        return localizer.ngettext(
            "I've counted {number} of your messages here, on {day}.",
            "I've counted {number} of your messages here, on {day}.",
            status.messages,
            day=first,
        )
    return localizer.ngettext(
        "I've counted {number} of your messages here, from {first} to {last}.",
        "I've counted {number} of your messages here, from {first} to {last}.",
        status.messages,
        first=first,
        last=last,
    )


def lookup_words(localizer: Localizer, settings: GuildSettings) -> str:
    """For a member: whether others can look their mood up here, and who."""
    _ = localizer.gettext
    if not settings.member_lookup:
        return _("**Member lookup is off:** nobody else can see your mood in this server.")
    if not settings.moderator_role_ids:
        return _(
            "**Member lookup is on:** people with Administrator, Manage Server or View Server "
            "Insights can see your mood, from messages in channels they can read."
        )
    return _(
        "**Member lookup is on:** people with Administrator, Manage Server or View Server "
        "Insights, or with one of these roles, can see your mood, from messages in channels they "
        "can read: {roles}.",
        roles=role_mentions(localizer, settings),
    )


def role_mentions(localizer: Localizer, settings: GuildSettings) -> str:
    """The roles that administrators chose for moderators; "" for none."""
    roles = [f"<@&{role}>" for role in sorted(settings.moderator_role_ids)]
    return at_most(localizer, roles, MOST_NAMED)
