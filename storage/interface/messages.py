"""Writing messages, and reading their scores."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from storage.records import Applied, Change, Exclusions, Scores


class Messages(Protocol):
    """Writes messages. Nothing that is delivered twice, late or out of order is counted wrongly."""

    async def apply(self, changes: Sequence[Change]) -> Applied:
        """Apply the changes, in order, in one transaction together with the rollups.

        - A message is known by its channel and id; a repeated one is ignored.
        - Of two versions the later `edited_at` stays, in whatever order they come. An edit of a
          message that is not stored stores it.
        - The same version, `read_again` and scored by another model, replaces the stored score.
        - A deletion is for ever, also when it comes before the message. With a channel go its
          threads and all that is kept of them; what comes of them later is ignored.
        - A member who opted out is not counted, and nothing that was erased comes back.
        - Nothing about a message older than its guild's watermark (see `Expiry`) is taken in.
        - How far a channel was read is committed with what was read.

        Raises `InvalidInputError`, with nothing written, also for probabilities that are none.
        """
        ...

    async def exclusions(self, members: Collection[tuple[int, int]]) -> Exclusions:
        """What of these members, as (guild id, user id), must not be stored: one question a batch.

        So whoever holds a text need not read it; whether a member's message is stored is decided
        again with the storing.
        """
        ...

    async def passed_over(
        self, messages: Collection[tuple[int, int, int]]
    ) -> frozenset[tuple[int, int, int]]:
        """Those of these messages, as (guild id, channel id, message id), that did not count.

        Their channel has been read up to beyond them, and they are not stored: nobody wanted them
        counted when they were sent, or they were deleted. One question a batch.
        """
        ...

    async def ids(
        self, guild_id: int, channel_id: int, after: int, up_to: int | None = None
    ) -> list[int]:
        """The stored messages of a channel with after < id ≤ up_to (`None`: to the newest)."""
        ...

    async def edited(
        self, guild_id: int, channel_ids: Collection[int], message_ids: Collection[int]
    ) -> frozenset[int]:
        """Those of these messages, in the channels or in threads under them, that are stored as
        they were edited."""
        ...

    async def newest(self, guild_id: int) -> int:
        """The highest id of the guild's stored messages; 0: there is none."""
        ...

    async def scores(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> Scores:
        """The stored messages of these channels and their threads that were sent in [since, until).

        A thread that is asked about beside the channel above it is a place of its own.
        """
        ...
