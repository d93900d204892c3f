"""The digest of each guild that has one."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from storage.records import ChangedBy, Digest


class Digests(Protocol):
    """The digest of each guild that has one: at most one. It goes with its guild, and with the
    channel or thread that it is posted in."""

    async def guilds(self) -> frozenset[int]:
        """Which guilds have one."""
        ...

    async def get(self, guild_id: int) -> Digest | None: ...

    async def set(self, digest: Digest, by: ChangedBy | None = None) -> None:
        """Let the guild have this digest, and no other one. Who set it is kept as in
        `Settings.change`.

        Raises `InvalidInputError` for an hour or a weekday that there is not.
        """
        ...

    async def told(self, digest: Digest, until: datetime) -> bool:
        """Note that this digest has told of what was before `until` (aware).

        False, with nothing changed, when it was removed, or set anew, meanwhile.
        """
        ...

    async def remove(self, guild_id: int, by: ChangedBy | None = None) -> bool:
        """False when the guild has none. Who removed it is kept as in `Settings.change`."""
        ...
