"""What moderators note on the axis of time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from storage.records import Note, NoteKind


class Notes(Protocol):
    """What moderators note on the axis of time, up to 60 letters each.

    A note goes with its channel, its guild or its author's data, and with `Expiry.expire` when it
    was set, or is about a time, so long ago that the hours of channels are gone. Who set it is kept
    by a pseudonym, and told to nobody but them.
    """

    async def add(
        self,
        guild_id: int,
        author_id: int,
        *,
        channel_id: int | None,
        parent_id: int | None = None,
        at: datetime,
        kind: NoteKind,
        text: str,
        now: datetime,
    ) -> Note:
        """Keep a note about this time (aware) in a channel, or in the whole guild (`None`).

        `parent_id` is that of the channel above a thread: nothing may have been counted there yet.
        `now` is when it is set. Raises `InvalidInputError` for another kind, for a text of more
        than `LONGEST_NOTE` letters or with control characters. Whoever takes the text from somebody
        refuses mentions and links in it.
        """
        ...

    async def between(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[Note]:
        """The notes about [since, until) in these channels and their threads, and those about the
        whole guild, in the order of time."""
        ...

    async def remove(self, guild_id: int, note_id: int) -> bool:
        """Erase a note; False when the guild has none with this id."""
        ...
