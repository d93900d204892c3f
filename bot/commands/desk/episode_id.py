"""Which episode a button is about, as the arguments that it carries.

Episodes are found anew in what is stored at each press: they have no number of their own, but a
channel, and a first and a last message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

import discord

from bot.commands.views.custom_id import PACKED, packed, unpacked
from bot.reports.morning import is_same
from bot.reports.unusual.episodes import LEAST_PEOPLE, Episode

PATTERN = f"[0-9]{{1,20}}:{PACKED}:{PACKED}"


@dataclass(frozen=True, slots=True)
class EpisodeId:
    """An episode, as it was when the button was made."""

    channel_id: int
    began_id: int
    until_id: int

    @classmethod
    def of(cls, episode: Episode) -> Self:
        return cls(episode.channel_id, episode.began_id, episode.until_id)

    @classmethod
    def read(cls, arguments: Sequence[str]) -> Self:
        """Of arguments that fit `PATTERN`."""
        channel, began, until = arguments
        return cls(int(channel), unpacked(began), unpacked(until))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Of what `str` makes of one; `None` of anything else."""
        if re.fullmatch(PATTERN, text, re.ASCII) is None:
            return None
        return cls.read(text.split(":"))

    def __str__(self) -> str:
        return ":".join(self.arguments)

    @property
    def arguments(self) -> tuple[str, str, str]:
        """
        >>> EpisodeId(7, 1, 2).arguments
        ('7', 'AAAAAAAAAAE', 'AAAAAAAAAAI')
        """
        return str(self.channel_id), packed(self.began_id), packed(self.until_id)

    @property
    def began(self) -> datetime:
        """When the first message was sent, as its id says."""
        return discord.utils.snowflake_time(self.began_id)

    def among(self, episodes: Iterable[Episode]) -> Episode | None:
        """The one that is the same; of several, the strongest.

        With messages that were deleted, came late or were sent since, it has other ends; and where
        too few people are left in it, nothing is told of it any more.
        """
        same = (each for each in episodes if each.people >= LEAST_PEOPLE and is_same(self, each))
        return max(same, key=lambda each: each.evidence, default=None)
