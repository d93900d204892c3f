"""What of a batch must not be counted, as the storage is asked for it: in one place, one answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.ingest.events import IncomingMessage
from storage.records import GuildSettings


@dataclass(frozen=True, slots=True)
class Exclusions:
    """`channels` are (guild id, channel id) that administrators left out; `excluded_up_to` holds,
    by (guild id, user id), the highest message id of that member that must not be counted."""

    channels: frozenset[tuple[int, int]] = frozenset()
    excluded_up_to: Mapping[tuple[int, int], int] = field(default_factory=dict)

    def __contains__(self, message: IncomingMessage) -> bool:
        """Whether it must not be counted: for its channel, the one above, or its author."""
        guild = message.guild_id
        if (guild, message.channel_id) in self.channels:
            return True
        if (guild, message.parent_id) in self.channels:
            return True
        return message.message_id <= self.excluded_up_to.get((guild, message.author_id), 0)


class GuildSettingsStore(Protocol):
    async def get(self, guild_id: int) -> GuildSettings: ...


class PrivacyRequests(Protocol):
    async def barred(self, members: Collection[tuple[int, int]]) -> dict[tuple[int, int], int]: ...


class StoredExclusions:
    """Asks the stored settings, a guild at a time, and the members' requests."""

    def __init__(self, settings: GuildSettingsStore, privacy: PrivacyRequests) -> None:
        self._settings = settings
        self._privacy = privacy

    async def exclusions(self, members: Collection[tuple[int, int]]) -> Exclusions:
        """Of these members, as (guild id, user id), and their guilds. Raises `StorageError`."""
        left_out: set[tuple[int, int]] = set()
        for guild_id in {guild_id for guild_id, _ in members}:
            settings = await self._settings.get(guild_id)
            left_out.update((guild_id, channel) for channel in settings.ignored_channel_ids)
        return Exclusions(frozenset(left_out), await self._privacy.barred(members))
