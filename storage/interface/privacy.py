"""A member's requests."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from storage.records import MemberExport, PrivacyStatus


class Privacy(Protocol):
    """A member's requests in one guild.

    `at` is when the member asked (aware). No message sent up to then, and none that was erased,
    is ever stored again, however late a copy of it comes. Of the member only a pseudonym stays,
    with that time.
    """

    async def opt_out(self, guild_id: int, user_id: int, at: datetime) -> int:
        """Erase the member's messages and notes, stop counting them; return how many messages.

        Of settings that they changed it is kept that somebody did.
        """
        ...

    async def forget(self, guild_id: int, user_id: int, at: datetime) -> int:
        """Erase the member's messages and notes so far; return how many messages.

        An opt-out stays as it is.
        """
        ...

    async def opt_in(self, guild_id: int, user_id: int, at: datetime) -> bool:
        """Count what the member sends from now on; what they sent while opted out stays out.

        False, with nothing changed, when the member had not opted out.
        """
        ...

    async def status(self, guild_id: int, user_id: int) -> PrivacyStatus:
        """What is counted of the member now, and what is kept of them as a moderator."""
        ...

    async def export(self, guild_id: int, user_id: int) -> MemberExport:
        """Everything that is kept of the member now."""
        ...
