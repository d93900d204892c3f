"""Whether messages were judged right."""

from __future__ import annotations

from typing import Protocol


class Marks(Protocol):
    """Whether moderators found that messages were judged right; not who, and nothing of the text.

    One a message: the last word holds. It goes with what is stored of the message, and with the
    version that was judged: an edit, or another model's score, has no mark.
    """

    async def set(self, guild_id: int, channel_id: int, message_id: int, right: bool) -> bool:
        """Mark a message as judged right or not; False when it is not stored."""
        ...

    async def totals(self, guild_id: int) -> tuple[int, int]:
        """How many of the guild's messages are marked, and how many of them as right."""
        ...
