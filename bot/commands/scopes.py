"""What a question is about: channels, threads, a category, or all that its viewer can read.

Every question finds it here, so that one question has one answer, wherever and however it is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import discord

from bot.commands import errors
from bot.commands.errors import Refused
from bot.commands.places import (
    AskedPlace,
    Place,
    readable_channels,
    readable_place,
    require_counted,
)
from bot.permissions.channels import Channel, may_read
from bot.render.localizer import Localizer
from bot.render.words import at_most
from storage.records import GuildSettings

AskedScope = AskedPlace | discord.CategoryChannel
"""What a command's `channel` option takes where more than one channel can be asked about."""

Asked = AskedScope | discord.Thread
"""The same, when a thread may be one that is in the cache."""

MOST_NAMED = 3
"""More things than these are counted, not named."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The places whose sums are added up; none lies within another one.

    `asked_ids` are those of what was asked about; (): the whole server. `names` are as Discord
    shows them ("#general", a category's, the server's), and may hold anything. `for_everybody`: it
    is only what all who see an answer can read.
    """

    asked_ids: tuple[int, ...]
    names: tuple[str, ...]
    places: tuple[Place, ...]
    for_everybody: bool = False

    @property
    def place_names(self) -> dict[int, str]:
        """Each place by its id, as it is called."""
        return {place.id: f"#{place.name}" for place in self.places}

    @property
    def channels(self) -> list[Channel]:
        """The channels that the places are, or lie in, each once."""
        return list({place.channel.id: place.channel for place in self.places}.values())

    @property
    def thread_id(self) -> int | None:
        """The thread, if it is about one alone."""
        alone = self.places[0] if len(self.places) == 1 else None
        return None if alone is None or alone.id == alone.channel.id else alone.id

    def name(self, localizer: Localizer) -> str:
        """What it is called, as it is: whoever shows it in Discord escapes it."""
        return at_most(localizer, self.names, MOST_NAMED)

    def note(self, localizer: Localizer) -> str:
        """From how many channels it is, and that their threads are in it; "" for a thread."""
        if self.for_everybody and (len(self.places) != 1 or not self.asked_ids):
            return localizer.ngettext(
                "From {number} channel that everybody here can read, threads included.",
                "From {number} channels that everybody here can read, threads included.",
                len(self.channels),
            )
        if not self.asked_ids:
            return localizer.ngettext(
                "From the {number} channel you can read, threads included.",
                "From the {number} channels you can read, threads included.",
                len(self.places),
            )
        if all(place.id != place.channel.id for place in self.places):
            return ""
        if len(self.places) == 1:
            return localizer.gettext("Threads included.")
        return localizer.ngettext(
            "From {number} channel, threads included.",
            "From {number} channels, threads included.",
            len(self.channels),
        )

    def within(self, channels: Iterable[Channel]) -> Scope:
        """What of it lies in these channels, which everybody can read; of others no name."""
        ids = {channel.id for channel in channels}
        inside = tuple(place for place in self.places if place.channel.id in ids)
        told = {number for place in inside for number in (place.id, place.channel.category_id)}
        named = zip(self.asked_ids, self.names, strict=False)  # of a server nothing was asked
        kept = [(number, name) for number, name in named if number in told]
        return replace(
            self,
            asked_ids=tuple(number for number, _ in kept),
            names=tuple(name for _, name in kept) if self.asked_ids else self.names,
            places=inside,
            for_everybody=True,
        )


def scope_of(
    viewer: discord.Member,
    settings: GuildSettings,
    asked: Sequence[Asked],
    *,
    asked_in: int | None = None,
) -> Scope:
    """What the viewer asks about; without anything, all channels that they can read. `asked_in` is
    the id of where they ask, if that is in Discord.

    Refused where they may not read something of it, or where it is left out, in words that do not
    say whether anything is there. Of a category it is what they can read.
    """
    if not asked:
        channels = readable_channels(viewer, settings)
        return Scope((), (viewer.guild.name,), tuple(map(_place, channels)))
    places: dict[int, Place] = {}
    names = []
    for each in asked:
        if isinstance(each, discord.CategoryChannel):
            places |= {place.id: place for place in _inside(each, viewer, settings)}
            names.append(each.name)
        else:
            place = readable_place(viewer, each, asked_in=asked_in)
            require_counted(place, settings)
            places[place.id] = place
            names.append(f"#{place.name}")
    outer = tuple(p for p in places.values() if p.id == p.channel.id or p.channel.id not in places)
    return Scope(tuple(each.id for each in asked), tuple(names), outer)


async def looked_up(guild: discord.Guild, ids: Collection[int]) -> list[Asked]:
    """The channels, threads and categories with these ids, as they are now.

    Refused where one is gone or cannot be seen. A thread that is archived is asked of Discord.
    """
    return [
        _checked(guild.get_channel_or_thread(each) or await _fetched(guild, each)) for each in ids
    ]


def cached(viewer: discord.Member, ids: Collection[int]) -> list[Asked]:
    """The same of ids that the viewer may have made up: nobody is asked about them, and what
    Discord does not show them is as if it were not there. Nor is an archived thread found."""
    found = [_checked(viewer.guild.get_channel_or_thread(each)) for each in ids]
    if not all(_is_shown(viewer, each) for each in found):
        raise Refused(errors.UNREADABLE_CHANNEL)
    return found


def _is_shown(viewer: discord.Member, asked: Asked) -> bool:
    """Whether the viewer may know that it is there, as far as `scope_of` does not find out itself.
    Who is in a private thread, Discord does not tell."""
    if isinstance(asked, discord.CategoryChannel):
        inside = (each for each in asked.channels if isinstance(each, Channel))
        may_view = asked.permissions_for(viewer).view_channel
        return may_view or any(may_read(viewer, each) for each in inside)
    return asked.type is not discord.ChannelType.private_thread


async def _fetched(guild: discord.Guild, asked_id: int) -> discord.abc.Snowflake:
    try:
        return await guild.fetch_channel(asked_id)
    except (discord.NotFound, discord.Forbidden, discord.InvalidData):
        raise Refused(errors.UNREADABLE_CHANNEL) from None


def _checked(found: discord.abc.Snowflake | None) -> Asked:
    if not isinstance(found, Channel | discord.CategoryChannel | discord.Thread):
        raise Refused(errors.UNREADABLE_CHANNEL)
    return found


def _inside(
    category: discord.CategoryChannel, viewer: discord.Member, settings: GuildSettings
) -> list[Place]:
    """What of a category is counted and can be read."""
    readable = readable_channels(viewer, settings)
    inside = [_place(channel) for channel in readable if channel.category_id == category.id]
    if not inside:
        raise Refused(errors.NOTHING_IN_CATEGORY)
    return inside


def _place(channel: Channel) -> Place:
    return Place(channel.id, channel.name, channel)
