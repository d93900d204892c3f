"""Channels that Discord says are gone: what is kept of them goes, and nothing of it comes back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from storage.batch import check_ids
from storage.records import Change, DeletedChannel, DeletedMessages, ReadUpTo, ScoredMessage
from storage.sqlite.erasure import detach_channel

# A change of a channel that is there.
LivingChange = ScoredMessage | DeletedMessages | ReadUpTo


class DeletedChannels:
    """Remembers those that were deleted since the start.

    That is long enough: what still comes of one was on its way when it was deleted, in the queue
    or on a page of its history. And it is for ever: Discord gives no id twice.
    """

    def __init__(self, note_chosen: Callable[[sqlite3.Connection, int], None]) -> None:
        self._note_chosen = note_chosen  # of a guild whose settings named such a channel
        self._ids: set[tuple[int, int]] = set()  # (guild, channel)

    def detach(
        self, connection: sqlite3.Connection, changes: Iterable[Change]
    ) -> tuple[list[LivingChange], int]:
        """Let go of the channels that go with these changes, wherever among them that is said.

        What they hold is for `sweep` to erase. Returns the changes of other channels, and how many
        messages the rest is about.
        """
        left: list[LivingChange] = []
        for change in changes:
            if isinstance(change, DeletedChannel):
                guild, channel = change.guild_id, change.channel_id
                check_ids(guild, channel)
                gone, was_left_out = detach_channel(connection, guild, channel)
                self._ids |= {(guild, each) for each in gone}
                if was_left_out:
                    self._note_chosen(connection, guild)
            else:
                left.append(change)
        if not self._ids:
            return left, 0
        living = [change for change in left if not self._is_gone(change)]
        return living, sum(map(_messages, left)) - sum(map(_messages, living))

    def _is_gone(self, change: LivingChange) -> bool:
        above = None if isinstance(change, DeletedMessages) else change.parent_id
        places = {(change.guild_id, change.channel_id), (change.guild_id, above)}
        return not self._ids.isdisjoint(places)


def _messages(change: LivingChange) -> int:
    """How many messages a change is about."""
    match change:
        case ScoredMessage():
            return 1
        case DeletedMessages():
            return len(change.message_ids)
        case ReadUpTo():
            return 0
