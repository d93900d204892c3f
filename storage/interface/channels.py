"""How far each channel has been read."""

from __future__ import annotations

from typing import Protocol


class Channels(Protocol):
    """How far each channel has been read without a gap."""

    async def contiguous(self, guild_id: int) -> dict[int, int]:
        """By channel id: the message id up to which every message of it has been handed in.

        A channel of which nobody has said so is left out.
        """
        ...

    async def top_level(self, guild_id: int) -> frozenset[int]:
        """The channels of which anything is kept; of a thread, the channel above it."""
        ...

    async def archived_read_up_to(self, guild_id: int) -> int:
        """The id of whose time all threads that were archived before it have been read; 0: none."""
        ...

    async def note_archived_read_up_to(self, guild_id: int, snowflake: int) -> None:
        """Note that the threads that were archived before the time of this id have been read."""
        ...
