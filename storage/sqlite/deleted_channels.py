"""Channels that Discord says are gone: what is kept of them goes, and nothing of it comes back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from storage.deleted_channels import DeletedChannels, LivingChange
from storage.ids import check_ids
from storage.records import Change, DeletedChannel
from storage.sqlite.erasure import detach_channel


def detach(
    connection: sqlite3.Connection,
    changes: Iterable[Change],
    deleted: DeletedChannels,
    note_chosen: Callable[[sqlite3.Connection, int], None],
) -> tuple[list[LivingChange], int]:
    """Let go of the channels that go with these changes, wherever among them that is said.

    What they hold is for `sweep` to erase. `note_chosen` is told of a guild whose settings named
    such a channel. Returns the changes of other channels, and how many messages the rest is about.
    """
    batch = list(changes)
    for change in batch:
        if isinstance(change, DeletedChannel):
            guild, channel = change.guild_id, change.channel_id
            check_ids(guild, channel)
            gone, was_left_out = detach_channel(connection, guild, channel)
            deleted.note(guild, gone)
            if was_left_out:
                note_chosen(connection, guild)
    return deleted.living(batch)
