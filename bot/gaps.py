"""Which channels are read without a gap, and which are not."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Final

ARCHIVED_THREADS: Final = 0
"""Stands among the channels of a guild for its archived threads: no channel has this id."""


class Gaps:
    """A channel has a gap until its history was read after the gap opened.

    So every channel has one at the start. While a channel has a gap, its live messages say
    nothing about how far it was read. `opened` is set by each opening; whoever closes gaps
    waits for it.
    """

    def __init__(self) -> None:
        self.opened = asyncio.Event()
        self._closed: defaultdict[int, set[int]] = defaultdict(set)  # guild → channels
        self._undisturbed: defaultdict[int, set[int]] = defaultdict(set)
        self._missed: dict[int, int] = {}  # channel → the lowest id that was refused

    def is_open(self, guild_id: int, channel_id: int) -> bool:
        return channel_id not in self._closed[guild_id]

    def open(self, guild_id: int, channel_id: int, message_id: int) -> None:
        """A message (or an edit of it) was missed in this channel."""
        self._closed[guild_id].discard(channel_id)
        self._undisturbed[guild_id].discard(channel_id)
        self._missed[channel_id] = min(message_id, self._missed.get(channel_id, message_id))
        self.opened.set()

    def open_guild(self, guild_id: int) -> None:
        """Nobody knows what was missed in this guild."""
        self._closed[guild_id].clear()
        self._undisturbed[guild_id].clear()
        self.opened.set()

    def begin(self, guild_id: int, channel_id: int) -> int | None:
        """Note that the channel's history is about to be read; the lowest id known as missed."""
        self._undisturbed[guild_id].add(channel_id)
        return self._missed.get(channel_id)

    def close(self, guild_id: int, channel_id: int) -> bool:
        """Note that the history was read to its newest message since `begin`.

        False where something was missed meanwhile: then it has to be read again.
        """
        if channel_id not in self._undisturbed[guild_id]:
            return False
        self._undisturbed[guild_id].remove(channel_id)
        self._missed.pop(channel_id, None)
        self._closed[guild_id].add(channel_id)
        return True
