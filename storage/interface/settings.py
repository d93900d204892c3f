"""What a guild's administrators chose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from storage.records import ChangedBy, ChosenRetention, GuildSettings, SettingsChange


class SettingsByGuild(Protocol):
    """What a guild's administrators chose."""

    async def get(self, guild_id: int) -> GuildSettings:
        """The guild's settings; the defaults when none were saved."""
        ...

    async def retentions(self) -> dict[int, ChosenRetention]:
        """By guild id, what those guilds chose that did choose for how long things are kept."""
        ...

    async def change(
        self,
        guild_id: int,
        change: Callable[[GuildSettings], GuildSettings],
        by: ChangedBy | None = None,
    ) -> GuildSettings:
        """Save what `change` makes of the guild's settings, and return it: one transaction.

        Who changed what is kept for 30 days, until `Expiry.expire`; of a member who asks to be
        forgotten only that somebody did. `None`: nobody did, and nothing is kept of it.

        Of two changes at the same time the second sees what the first one made. `change` must be
        quick and do nothing else, for it runs within the transaction, perhaps in another thread.

            await settings.change(900, lambda s: replace(s, member_lookup=True))
        """
        ...

    async def changes(self, guild_id: int, limit: int) -> list[SettingsChange]:
        """The last changes that are kept, of digests and alerts as well, the latest first."""
        ...
