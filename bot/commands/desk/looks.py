"""What the card and each of its buttons look at: who asks, at which channels, since when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import partial
from typing import Any

import discord

from bot.commands import access, errors, replies
from bot.commands.access import Rule
from bot.commands.desk.episode_id import EpisodeId
from bot.commands.errors import Refused
from bot.commands.places import is_counted, readable_channel, readable_channels
from bot.permissions.channels import Channel
from bot.render.desk_answers import GONE
from bot.render.localizer import Localizer
from bot.reports.periods import DAY
from bot.reports.time_zones import zone_of
from bot.reports.unusual.episodes import Episode
from bot.reports.watching import MOST_LOOKED_THROUGH, Look, Watching
from storage import Storage
from storage.records import GuildSettings, Retention

EARLIER = timedelta(hours=12)
"""An episode may be found to have begun so much earlier than when its button was made."""


@dataclass(frozen=True, slots=True)
class Viewing:
    """Somebody who may see live figures, and how they are answered: in the server's time zone.

    `least_people` is from how many writers on they are told a figure.
    """

    viewer: discord.Member
    settings: GuildSettings
    localizer: Localizer
    least_people: int

    @property
    def guild(self) -> discord.Guild:
        return self.viewer.guild

    def channels(self) -> list[Channel]:
        """All that the viewer may read, and that count."""
        return readable_channels(self.viewer, self.settings)


@dataclass(frozen=True, slots=True)
class FoundEpisode:
    """An episode as it is now, and what it was found in."""

    episode: Episode
    channel: Channel
    look: Look


class Looks:
    """Looks at channels for people who may read them."""

    def __init__(
        self,
        storage: Storage,
        watching: Watching,
        retention: Retention,
        clock: Callable[[], datetime],
    ) -> None:
        self.clock = clock
        self.kept_days = retention.rows_days
        self._settings = storage.settings
        self._rollups = storage.rollups
        self._watching = watching

    async def viewing(self, interaction: discord.Interaction[Any], rule: Rule) -> Viewing:
        """Who asks, after the answer was deferred. Refused where they see no live figures."""
        viewer = access.viewer_of(interaction, rule)
        return await self.viewing_of(viewer, rule, partial(replies.localizer_of, interaction))

    async def viewing_of(
        self, viewer: discord.Member, rule: Rule, localizer_in: Callable[[tzinfo], Localizer]
    ) -> Viewing:
        """The same of somebody whose permissions suffice for the rule; `localizer_in` a time zone
        is how they are written to."""
        settings = await self._settings.get(viewer.guild.id)
        access.require_live(rule, viewer, settings)
        localizer = localizer_in(zone_of(settings.time_zone))
        return Viewing(viewer, settings, localizer, access.least_writers(viewer, settings))

    async def look(
        self,
        viewing: Viewing,
        channels: Sequence[Channel],
        since: datetime,
        *,
        most: int | None = None,
    ) -> Look:
        """At these channels, which the viewer may read, from `since` up to now; `most` as in
        `Watching`."""
        ids = [each.id for each in channels]
        return await self._watching.look(viewing.guild.id, ids, since, most=most)

    async def recent(self, viewing: Viewing, channels: Sequence[Channel], since: datetime) -> Look:
        """The same, no further back than anybody would wait for."""
        return await self.look(viewing, channels, since, most=MOST_LOOKED_THROUGH)

    async def far_back(self, viewing: Viewing, channel_id: int) -> tuple[Look, list[Channel]]:
        """As far back as messages are kept: at all channels that the viewer may read, or, where
        more was written than anybody waits for, at this one of them alone."""
        since, channels = self.clock() - self.kept_days * DAY, viewing.channels()
        ids = [channel.id for channel in channels]
        hours = await self._rollups.of_channels(viewing.guild.id, ids, since, self.clock())
        if sum(hour.scored for hour in hours) > MOST_LOOKED_THROUGH:
            channels = [channel for channel in channels if channel.id == channel_id]
        return await self.look(viewing, channels, since), channels

    async def episode(self, viewing: Viewing, asked: EpisodeId) -> FoundEpisode:
        """The episode as it is now.

        Refused where the channel is not the viewer's to read or not counted any more, and where
        nothing is left of the episode.
        """
        channel = readable_channel(viewing.viewer, asked.channel_id)
        if not is_counted(channel, viewing.settings):
            raise Refused(errors.CHANNEL_NOT_COUNTED)
        look = await self.look(viewing, [channel], asked.began - EARLIER)
        found = asked.among(look.episodes)
        if found is None:
            raise Refused(GONE)
        return FoundEpisode(found, channel, look)
