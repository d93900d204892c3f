"""Channels that Discord says are gone: nothing of them comes back."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from storage.records import Change, DeletedChannel, DeletedMessages, ReadUpTo, ScoredMessage

# A change of a channel that is there.
LivingChange = ScoredMessage | DeletedMessages | ReadUpTo


class DeletedChannels:
    """Remembers those that were deleted since the start.

    That is long enough: what still comes of one was on its way when it was deleted, in the queue
    or on a page of its history. And it is for ever: Discord gives no id twice.
    """

    def __init__(self) -> None:
        self._ids: set[tuple[int, int]] = set()  # (guild, channel)

    def note(self, guild: int, channels: Collection[int]) -> None:
        """These channels and threads of a guild were deleted."""
        self._ids |= {(guild, channel) for channel in channels}

    def living(self, changes: Iterable[Change]) -> tuple[list[LivingChange], int]:
        """The changes of other channels, and how many messages the rest is about."""
        left = [change for change in changes if not isinstance(change, DeletedChannel)]
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
