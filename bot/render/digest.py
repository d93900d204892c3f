"""A server's digest, and how it is set → embeds. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import discord

from bot.render import palette
from bot.render.desk import LookedAt, morning_embed
from bot.render.desk_words import channel, date_and_clock
from bot.render.export import link
from bot.render.localizer import N_, Localizer
from bot.reports.morning import Morning
from bot.reports.periods import floor
from bot.reports.unusual.episodes import Episode
from storage.records import DISCORD_EPOCH_MS, UNIX_EPOCH, Digest

MOST_LINKS = 5

NEAR = timedelta(minutes=5)
"""A link leads to no message, but to a time that is this round: nobody is pointed at."""

_MONDAY = datetime(2026, 1, 5, tzinfo=UTC)
_DAILY, _WEEKLY = N_("Daily digest"), N_("Weekly digest")


@dataclass(frozen=True, slots=True)
class DigestContent:
    """What there is to tell: in channels whose live figures all its readers may see (`None`: there
    is no such channel), and whether anything was unusual `elsewhere`.

    `knows_usual`: of some channel it is known what is usual, or else nothing could be found.
    """

    morning: Morning | None
    elsewhere: bool
    knows_usual: bool = True

    @property
    def is_unusual(self) -> bool:
        return self.elsewhere or (self.morning is not None and bool(self.morning.unusual))


def digest_embed(
    localizer: Localizer, digest: Digest, told: DigestContent, asked: LookedAt
) -> discord.Embed:
    """What was unusual since `asked.length`; of what not all may see, only that something was."""
    if told.morning is None:
        embed = discord.Embed(description=_in_short(localizer, told, asked))
        embed.colour = discord.Colour(palette.NEGATIVE if told.elsewhere else palette.NEUTRAL)
    else:
        embed = morning_embed(localizer, told.morning, asked)
        lines = [
            embed.description or "",
            _links(localizer, digest.guild_id, told.morning),
            _elsewhere(localizer) if told.elsewhere else "",
            _period(localizer, asked) if told.morning.unusual else "",
        ]
        embed.description = "\n\n".join(filter(None, lines))
        footer = localizer.ngettext(
            "From {number} channel that everybody here can read, threads included.",
            "From {number} channels that everybody here can read, threads included.",
            told.morning.channels,
        )
        embed.set_footer(text=footer)
    label = _DAILY if digest.weekday is None else _WEEKLY
    return embed.set_author(name=localizer.gettext(label))


def _in_short(localizer: Localizer, told: DigestContent, asked: LookedAt) -> str:
    """For readers of whom some may see no figures at all."""
    assert isinstance(asked.length, datetime)  # noqa: S101 (a digest tells since when)
    since = date_and_clock(asked.length)
    if not told.knows_usual:
        return localizer.gettext("I don't know yet what's usual in this server.")
    if not told.elsewhere:
        return localizer.gettext("Nothing unusual since {moment}.", moment=since)
    was = localizer.gettext("Something unusual has happened since {moment}.", moment=since)
    return f"{was} {_open(localizer)}"


def _elsewhere(localizer: Localizer) -> str:
    where = localizer.gettext(
        "Something unusual has happened in a channel whose figures not everybody here may see."
    )
    return f"{where} {_open(localizer)}"


def _open(localizer: Localizer) -> str:
    return localizer.gettext("Moderators can press *Open* for details.")


def _period(localizer: Localizer, asked: LookedAt) -> str:
    assert isinstance(asked.length, datetime)  # noqa: S101 (a digest tells since when)
    return localizer.gettext(
        "From {since} to {until}.",
        since=date_and_clock(asked.length),
        until=date_and_clock(asked.now),
    )


def _links(localizer: Localizer, guild_id: int, morning: Morning) -> str:
    """To where it began, the strongest first."""
    if not morning.unusual:
        return ""
    links = [_link(guild_id, each) for each in morning.by_strength[:MOST_LINKS]]
    return localizer.gettext("Where it began: {links}", links=" ".join(links))


def _link(guild_id: int, episode: Episode) -> str:
    """To the channel at that time: Discord shows what is nearest to an id, whether it is there."""
    near = floor(episode.began, NEAR)
    snowflake = ((near - UNIX_EPOCH) // timedelta(milliseconds=1) - DISCORD_EPOCH_MS) << 22
    return link(guild_id, episode.channel_id, snowflake)


@dataclass(frozen=True, slots=True)
class Reach:
    """Of how many channels the target may be told figures, and of how many only that something is
    unusual; what the bot lacks there to post, by Discord's own names in English."""

    told: int
    hinted: int
    lacking: tuple[str, ...] = ()


def digest_set_embed(
    localizer: Localizer, digest: Digest, next_due: datetime, zone: str, reach: Reach
) -> discord.Embed:
    """How the digest is set: when it comes, where, and what it may tell there."""
    lines = [
        _when(localizer, digest, zone),
        localizer.gettext("It only comes when something was unusual.")
        if digest.only_unusual
        else localizer.gettext("It also comes when nothing was unusual."),
        localizer.gettext("The next one is due {moment}.", moment=date_and_clock(next_due)),
        "",
        *_reach(localizer, digest, reach),
    ]
    return discord.Embed(
        title=localizer.gettext("Digest"), description="\n".join(lines), colour=palette.NEUTRAL
    )


def no_digest_embed(localizer: Localizer, *, removed: bool = False) -> discord.Embed:
    words = (
        localizer.gettext("Removed. I won't post a digest any more.")
        if removed
        else localizer.gettext("There's no digest. `/sentiment digest set` sets one up.")
    )
    return discord.Embed(description=words, colour=palette.NEUTRAL)


def digest_words(localizer: Localizer, digest: Digest) -> str:
    """When it comes and where, in short."""
    time = localizer.in_utc().time(_MONDAY + timedelta(hours=digest.hour))
    weekday = _MONDAY + timedelta(days=digest.weekday or 0)
    parts = [
        localizer.gettext("daily")
        if digest.weekday is None
        else localizer.gettext(
            "weekly, {weekday}", weekday=localizer.in_utc().weekday_in_full(weekday)
        ),
        time,
        channel(digest.target_id),
    ]
    if digest.only_unusual:
        parts.append(localizer.gettext("only if something was unusual"))
    return " · ".join(parts)


def _when(localizer: Localizer, digest: Digest, zone: str) -> str:
    target = channel(digest.target_id)
    time = localizer.in_utc().time(_MONDAY + timedelta(hours=digest.hour))
    if digest.weekday is None:
        return localizer.gettext(
            "Every day at {time} ({zone}) in {channel}.", time=time, zone=zone, channel=target
        )
    weekday = localizer.in_utc().weekday_in_full(_MONDAY + timedelta(days=digest.weekday))
    return localizer.gettext(
        "Every {weekday} at {time} ({zone}) in {channel}.",
        weekday=weekday,
        time=time,
        zone=zone,
        channel=target,
    )


def _reach(localizer: Localizer, digest: Digest, reach: Reach) -> list[str]:
    lines = []
    if reach.told:
        lines.append(
            localizer.ngettext(
                "It covers {number} channel in full: everybody who can see {channel} may see its "
                "figures.",
                "It covers {number} channels in full: everybody who can see {channel} may see "
                "their figures.",
                reach.told,
                channel=channel(digest.target_id),
            )
        )
    if reach.hinted:
        lines.append(
            localizer.ngettext(
                "For {number} channel it only says whether something was unusual, because not "
                "everybody who can see {channel} may see its figures. *Open* shows the details to "
                "those who may.",
                "For {number} channels it only says whether something was unusual, because not "
                "everybody who can see {channel} may see their figures. *Open* shows the details "
                "to those who may.",
                reach.hinted,
                channel=channel(digest.target_id),
            )
        )
    if reach.lacking:
        lines.append(
            localizer.gettext(
                "⚠️ I can't post there yet. Please give me {permissions} in {channel}.",
                permissions=localizer.listed([localizer.gettext(each) for each in reach.lacking]),
                channel=channel(digest.target_id),
            )
        )
    return lines
