"""What was posted that nobody asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from storage.records import PostMark


class Posts(Protocol):
    """Remembers what was posted that nobody asked for, so that it comes once.

    A post has a name of the caller's (1 to 60 of a-z, 0-9 and "-") among those of its guild. What
    is kept of it goes with the guild, and with `Expiry.expire` 30 days after it was begun.
    """

    async def begin(self, guild_id: int, key: str, now: datetime) -> PostMark:
        """The mark of a post; where it has none it is begun now (aware)."""
        ...

    async def sent(self, guild_id: int, key: str) -> None:
        """Note that a post which was begun has been sent."""
        ...

    async def last_sent(self, guild_id: int, beginning: str) -> str | None:
        """Of the guild's posts that were sent, and whose keys begin so, the last key by the
        alphabet; `None`: nothing is kept of any."""
        ...
