"""Which of the channels that something is kept of were deleted while nobody told the bot."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Protocol

import discord

from bot.ingest.pace import Pace
from bot.logs import reason

log = logging.getLogger(__name__)

SECOND_LOOK_SECONDS = 180.0
"""After so long a channel that was not there is asked for again."""


class KnownChannels(Protocol):
    """What is needed of the stored channels."""

    async def top_level(self, guild_id: int) -> frozenset[int]: ...


class MissingChannels:
    """Asks Discord for those of the `known` channels that the client does not have, at a pace.

    What would be erased does not come back, so Discord is asked twice, with minutes between, and
    for all channels of the guild as well.
    """

    def __init__(self, client: discord.Client, known: KnownChannels, pace: Pace) -> None:
        self._client = client
        self._known = known
        self._pace = pace

    async def deleted(self, guild_id: int) -> AsyncIterator[int]:
        """The ids of the guild's channels that Discord no longer has, each once that is sure.

        Threads go with the channel above them. Of the others nobody can say here whether they
        were deleted or only archived.
        """
        known = await self._known.top_level(guild_id)
        guild = self._client.get_guild(guild_id)
        if guild is None or guild.unavailable:
            return
        missing = known.difference(channel.id for channel in guild.channels)
        suspects = [each for each in missing if await self._is_gone(each)]
        if not suspects:
            return
        await asyncio.sleep(SECOND_LOOK_SECONDS)
        there = await self._listed(guild)
        for channel_id in suspects:
            if there is not None and channel_id not in there and await self._is_gone(channel_id):
                yield channel_id

    async def _listed(self, guild: discord.Guild) -> frozenset[int] | None:
        """The channels of the guild, by Discord's list of them; `None` where that is not given."""
        if self._client.is_closed():
            return None
        await self._pace.turn()
        try:
            return frozenset(channel.id for channel in await guild.fetch_channels())
        except discord.DiscordException as error:
            log.warning("The channels of guild %d are not told: %s", guild.id, reason(error))
            return None

    async def _is_gone(self, channel_id: int) -> bool:
        """Whether Discord says so when asked."""
        await self._pace.turn()
        try:
            await self._client.fetch_channel(channel_id)
        except discord.NotFound:
            return True
        except discord.DiscordException as error:
            log.warning("Channel %d could not be asked for: %s", channel_id, reason(error))
        return False
