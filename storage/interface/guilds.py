"""Leaving a guild, and coming back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol


class Guilds(Protocol):
    """Leaving a guild, coming back, and the end of its data when nobody does."""

    async def known(self) -> frozenset[int]:
        """The guilds of which anything but privacy requests is kept."""
        ...

    async def left(self, guild_id: int, at: datetime) -> None:
        """Note that the bot left the guild at this time (aware). Told again, the first counts."""
        ...

    async def present(self, guild_ids: Collection[int]) -> None:
        """Note that the bot is in these guilds: their data stays."""
        ...

    async def erase_left(self, before: datetime, now: datetime) -> list[int]:
        """Erase, now, the guilds that were left before this time (aware); return which."""
        ...

    async def erase(self, guild_id: int, now: datetime) -> None:
        """Delete everything of the guild, but for who opted out or had their messages erased.

        Those requests stay, so that nobody needs to make them again when the guild comes back.
        """
        ...
