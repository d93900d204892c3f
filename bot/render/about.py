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
    ("/sentiment trend", N_("as a chart")),
    ("/sentiment me", N_("of your own messages; only you see it")),
    ("/sentiment member", N_("of somebody else's, if this server allows it")),
)
_FOR_MODERATORS = (
    ("/sentiment settings", N_("who can see what, and which channels count")),
    ("/sentiment coverage", N_("how much of what was written counts")),
    ("/sentiment backfill", N_("count older messages of a channel")),
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
        "You also see today and quiet days, in answers that only you see: ask about a channel "
        "from another one. Members see past days on which at least {people} people wrote at least "
        "{messages} messages in a channel, and nobody most of them.",
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
    localizer: Localizer, status: PrivacyStatus, retention: Retention
) -> discord.Embed:
    """What is kept of a member in this server, for how long, and how to end that."""
    _ = localizer.gettext
    title = _("Your privacy")
    if status.opted_out:
        words = _(
            "**You opted out in this server.** I keep nothing about your messages, only that you "
            "opted out, under a code instead of your id.\n\n"
            "To be counted again, use `/sentiment privacy opt-in`."
        )
        return note_embed(title, words)
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
        _listed(localizer, _WAYS_OUT),
    ))  # fmt: skip
    return note_embed(title, words)


def _counted(localizer: Localizer, status: PrivacyStatus) -> str:
    if status.first is None or status.last is None:
        return localizer.gettext("I've counted none of your messages in this server so far.")
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
    if not settings.member_lookup:
        lookup = _("**Off.** Members see only their own mood.")
    elif role is None:
        lookup = _(
            "**On** for people with Administrator, Manage Server or View Server Insights. Only "
            "messages in channels they can read are included."
        )
    else:
        lookup = _(
            "**On** for people with Administrator, Manage Server, View Server Insights or the "
            "trusted role. Only messages in channels they can read are included."
        )
    trusted = _("None")
    if role is not None:
        mention = f"<@&{role}>"
        trusted = _(
            "{role}. People with it see today, and days on which few people wrote.",
            role=mention,
        )
    channels = [f"<#{channel_id}>" for channel_id in sorted(settings.ignored_channel_ids)]
    embed = discord.Embed(title=_("Settings of this server"), colour=palette.NEUTRAL)
    # At most thirty channels, so that a field's 1,024 characters suffice.
    left_out = at_most(localizer, channels, 30) or _("None")
    for name, value in (
        (_("Member lookup"), lookup),
        (_("Trusted role"), trusted),
        (_("Channels left out"), left_out),
        (_("Commands to other bots"), _bot_commands(localizer, settings.command_marks)),
    ):
        embed.add_field(name=name, value=value, inline=False)
    return embed


def _bot_commands(localizer: Localizer, marks: str) -> str:
    if not marks:
        return localizer.gettext("Counted like any other message.")
    signs = " ".join(f"`{sign}`" for sign in marks)
    return localizer.gettext(
        "Not counted: messages that begin with {signs} and a letter right after it, like `!play`.",
        signs=signs,
    )
