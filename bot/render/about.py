"""What Barometer says of itself: help, what it keeps, what is set → embed. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.render import palette
from bot.render.coverage import NEVER_COUNTED
from bot.render.embeds import note_embed
from bot.render.localizer import N_, Localizer
from bot.render.words import at_most
from storage.records import USUAL_MINIMUMS, GuildSettings, PrivacyStatus, Retention

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
    ("/sentiment me", N_("of your own messages; only you see it")),
    ("/sentiment member", N_("of somebody else's, if this server allows it")),
)
_FOR_MODERATORS = (
    ("/sentiment now", N_("what is unusual, since when, and whether it's over")),
    ("/sentiment digest", N_("post what was unusual, daily or weekly")),
    ("/sentiment settings", N_("who can see what, and which channels count")),
    ("/sentiment note", N_("note what happened when, to see it in your charts")),
    ("/sentiment alerts", N_("be told when a channel turns unusually negative")),
    ("/sentiment coverage", N_("how much of what was written counts")),
    ("/sentiment feedback", N_("how many marked messages I had judged right")),
    (
        "/sentiment backfill",
        N_("read a channel's past, or read it again when I judge in a new way"),
    ),
)
_PRIVACY = (("/sentiment privacy", N_("what I keep about you, and how to get or erase it")),)
_WAYS_OUT = (
    ("/sentiment privacy export", N_("get all of it as a file")),
    ("/sentiment privacy forget", N_("erase it")),
    ("/sentiment privacy opt-out", N_("erase it, and stop the counting")),
)


def help_embed(localizer: Localizer) -> discord.Embed:
    """What Barometer does, in a few lines."""
    _ = localizer.gettext
    intro = _(
        "I read how messages sound – positive, neutral or negative – and show the mood of a "
        "channel or of the whole server over time. I'm a small computer program that goes by "
        "words, and I can be wrong."
    )
    more_to_see = _(
        "You also see live figures: today and quiet days, by the hour. Members see past days on "
        "which at least {people} people wrote at least {messages} messages in a channel, and "
        "nobody most of them; so does everyone when you share an answer.",
        people=USUAL_MINIMUMS.people,
        messages=USUAL_MINIMUMS.messages,
    )
    parts = (
        intro,
        _part(localizer, _("Try it"), _TRY),
        _part(localizer, _("See moods"), _MOODS),
        _part(localizer, _("For moderators"), _FOR_MODERATORS) + "\n" + more_to_see,
        _part(localizer, _("Privacy"), _PRIVACY)
        + "\n"
        + _("I keep how messages sounded, never what was written.")
        + " "
        + _(NEVER_COUNTED),
    )
    description = "\n\n".join(parts)
    return discord.Embed(title="Barometer", description=description, colour=palette.POSITIVE)


def _part(localizer: Localizer, title: str, commands: Commands) -> str:
    return f"**{title}**\n{_listed(localizer, commands)}"


def _listed(localizer: Localizer, commands: Commands) -> str:
    """Each command on a line, with what it is for."""
    return "\n".join(f"`{name}` – {localizer.gettext(meaning)}" for name, meaning in commands)


def privacy_embed(
    localizer: Localizer, status: PrivacyStatus, retention: Retention, settings: GuildSettings
) -> discord.Embed:
    """What is kept of a member in this server, for how long, who sees it, and how to end that."""
    _ = localizer.gettext
    title = _("Your privacy")
    if status.opted_out:
        words = _(
            "**You opted out in this server.** I keep nothing about your messages, only that you "
            "opted out, under a code instead of your id.\n\n"
            "To be counted again, use `/sentiment privacy opt-in`."
        )
        parts = (words, *_notes(localizer, status, retention), lookup_words(localizer, settings))
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
        *_notes(localizer, status, retention),
        _(
            "When a channel was unusual, moderators can have me show them what was said there, and "
            "how each message sounded: only where they can read it themselves, and nothing of "
            "people who opted out."
        ),
        lookup_words(localizer, settings),
        _listed(localizer, _WAYS_OUT),
    ))  # fmt: skip
    return note_embed(title, words)


def _notes(localizer: Localizer, status: PrivacyStatus, retention: Retention) -> list[str]:
    if not status.notes:
        return []
    return [
        localizer.ngettext(
            "I also keep {number} note you set for charts, with a code instead of your id, for up "
            "to {days} days.",
            "I also keep {number} notes you set for charts, with a code instead of your id, for up "
            "to {days} days.",
            status.notes,
            days=retention.channel_days,
        )
    ]


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


def settings_embed(localizer: Localizer, settings: GuildSettings) -> discord.Embed:
    """What the server's administrators chose, with what it means."""
    _ = localizer.gettext
    role = settings.trusted_role_id
    trusted = _("None")
    if role is not None:
        mention = f"<@&{role}>"
        trusted = _(
            "{role}. People with it see live figures, and members' moods when member lookup is on.",
            role=mention,
        )
    channels = [f"<#{channel_id}>" for channel_id in sorted(settings.ignored_channel_ids)]
    embed = discord.Embed(title=_("Settings of this server"), colour=palette.NEUTRAL)
    # At most thirty channels, so that a field's 1,024 characters suffice.
    left_out = at_most(localizer, channels, 30) or _("None")
    for name, value in (
        (_("Live figures"), _live_figures(localizer, settings)),
        (_("Member lookup"), _lookup(localizer, settings)),
        (_("Trusted role"), trusted),
        (_("Channels left out"), left_out),
        (_("Commands to other bots"), _bot_commands(localizer, settings.command_marks)),
        (_("Time zone"), _time_zone(localizer, settings.time_zone)),
    ):
        embed.add_field(name=name, value=value, inline=False)
    return embed


def _time_zone(localizer: Localizer, name: str) -> str:
    what = localizer.gettext(
        "Charts and live figures are on its clock; the past days that everyone sees are days of "
        "UTC."
    )
    return f"**{name.replace('_', ' ')}.** {what}"


def _live_figures(localizer: Localizer, settings: GuildSettings) -> str:
    """Who sees them, what they are, and what they make possible."""
    _ = localizer.gettext
    has_role = settings.trusted_role_id is not None
    if settings.live_for_role_only:
        people = (
            _("**For administrators and the trusted role.**")
            if has_role
            else _("**For administrators only**, because there is no trusted role.")
        )
    elif has_role:
        people = _(
            "**For everyone who moderates**: people with Moderate Members, Manage Messages, Kick "
            "Members, Ban Members, View Server Insights, Manage Server or Administrator; and for "
            "the trusted role."
        )
    else:
        people = _(
            "**For everyone who moderates**: people with Moderate Members, Manage Messages, Kick "
            "Members, Ban Members, View Server Insights, Manage Server or Administrator."
        )
    what = _(
        "They see today and quiet days, by the hour. Anyone who compares these figures – before "
        "and after, or a server with its channels – can work out what one person added, so give "
        "them only to people you trust."
    )
    return f"{people} {what}"


def _lookup(localizer: Localizer, settings: GuildSettings) -> str:
    _ = localizer.gettext
    if not settings.member_lookup:
        return _(
            "**Off.** Members see only their own mood, and moderators no figure that fewer than "
            "three people are behind."
        )
    if settings.trusted_role_id is None:
        return _(
            "**On** for people with Administrator, Manage Server or View Server Insights. Only "
            "messages in channels they can read are included."
        )
    return _(
        "**On** for people with Administrator, Manage Server, View Server Insights or the "
        "trusted role. Only messages in channels they can read are included."
    )


def lookup_words(localizer: Localizer, settings: GuildSettings) -> str:
    """For a member: whether others can look their mood up here, and who."""
    _ = localizer.gettext
    if not settings.member_lookup:
        return _("**Member lookup is off:** nobody else can see your mood in this server.")
    if settings.trusted_role_id is None:
        return _(
            "**Member lookup is on:** people with Administrator, Manage Server or View Server "
            "Insights can see your mood, from messages in channels they can read."
        )
    mention = f"<@&{settings.trusted_role_id}>"
    return _(
        "**Member lookup is on:** people with Administrator, Manage Server or View Server "
        "Insights, or with {role}, can see your mood, from messages in channels they can read.",
        role=mention,
    )


def _bot_commands(localizer: Localizer, marks: str) -> str:
    if not marks:
        return localizer.gettext("Counted like any other message.")
    signs = " ".join(f"`{sign}`" for sign in marks)
    return localizer.gettext(
        "Not counted: messages that begin with {signs} and a letter right after it, like `!play`.",
        signs=signs,
    )
