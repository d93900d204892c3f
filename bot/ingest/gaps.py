"""Which channels are read without a gap, and which are not."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

ARCHIVED_THREADS: Final = 0
"""Stands among the channels of a guild for its archived threads: no channel has this id."""


class Gaps:
    """A channel has a gap until its history was read after the gap opened.

    Either a message was missed, or nobody knows what was, as in every channel at the start. While
    a channel has a gap, its live messages say nothing about how far it was read. `opened` is set
    by each opening; whoever closes gaps waits for it.
    """

    def __init__(self) -> None:
        self.opened = asyncio.Event()
        # Guild → channels that were read since nobody knew; and those that are being read.
        self._known: defaultdict[int, set[int]] = defaultdict(set)
        self._reading: defaultdict[int, set[int]] = defaultdict(set)
        self._blind: defaultdict[int, set[int]] = defaultdict(set)
        self._missed: dict[int, int] = {}  # channel → the lowest id, of those not yet looked for

    @property
    def known_open(self) -> int:
        """In how many channels something was missed, or is being read; the others with a gap are
        those that nobody has looked at yet."""
        reading = sum(len(channels - self._missed.keys()) for channels in self._reading.values())
        return len(self._missed) + reading

    def is_open(self, guild_id: int, channel_id: int) -> bool:
        being_read = channel_id in self._reading[guild_id]
        return being_read or channel_id in self._missed or not self.knows(guild_id, channel_id)

    def knows(self, guild_id: int, channel_id: int) -> bool:
        """Whether the channel misses only what `open` was told of."""
        return channel_id in self._known[guild_id]

    def open(self, guild_id: int, channel_id: int, message_id: int) -> None:
        """A message (or an edit or a deletion of it) was missed in this channel."""
        self._missed[channel_id] = min(message_id, self._missed.get(channel_id, message_id))
        self.opened.set()

    def open_guild(self, guild_id: int) -> None:
        """Nobody knows what was missed in this guild."""
        self._known[guild_id].clear()
        self._reading[guild_id].clear()
        self.opened.set()

    def open_blindly(self, guild_id: int, channel_ids: Iterable[int]) -> None:
        """Nobody knows what was missed in these channels, nor for how long.

        Whatever is stored of them may have been edited or deleted.
        """
        for channel_id in channel_ids:
            self._known[guild_id].discard(channel_id)
            self._reading[guild_id].discard(channel_id)
            self._blind[guild_id].add(channel_id)
        self.opened.set()

    def is_blind(self, guild_id: int, channel_id: int) -> bool:
        """Whether all that is stored of the channel has to be compared."""
        return channel_id in self._blind[guild_id]

    def archived(self, guild_id: int, thread_id: int) -> None:
        """This thread is now among the archived ones: with a gap, it has to be found there."""
        if self.is_open(guild_id, thread_id):
            self._known[guild_id].discard(ARCHIVED_THREADS)
            self._reading[guild_id].discard(ARCHIVED_THREADS)
            self.opened.set()

    def forget(self, guild_id: int, channel_id: int) -> None:
        """The channel was deleted."""
        self._known[guild_id].discard(channel_id)
        self._reading[guild_id].discard(channel_id)
        self._blind[guild_id].discard(channel_id)
        self._missed.pop(channel_id, None)

    def begin(self, guild_id: int, channel_id: int) -> int | None:
        """Note that the channel's history is about to be read; the lowest id known as missed.

        Whoever does not come to the end has to tell `open` where that was.
        """
        self._reading[guild_id].add(channel_id)
        return self._missed.pop(channel_id, None)

    def close(self, guild_id: int, channel_id: int) -> bool:
        """Note that the history was read to its newest message since `begin`.

        False where something was missed meanwhile: then reading has to go on.
        """
        if channel_id not in self._reading[guild_id]:
            return False
        self._reading[guild_id].remove(channel_id)
        self._known[guild_id].add(channel_id)
        self._blind[guild_id].discard(channel_id)
        return not self.is_open(guild_id, channel_id)
