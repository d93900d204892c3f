"""Rows of messages that are there no more, and the marks of deletion."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from storage.batch import MessageKey, Row
from storage.postgres.arrays import columns
from storage.postgres.connection import Connection

_DELETE = """
    DELETE FROM message
    USING unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS gone(guild, channel, message)
    WHERE message.guild = gone.guild AND message.channel = gone.channel
        AND message.message = gone.message
"""
_MARK_DELETED = """
    INSERT INTO deleted SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[])
"""


async def delete(
    connection: Connection,
    gone: Sequence[Row],
    newly_deleted: Collection[MessageKey],
    guild_of: Mapping[int, int],
) -> None:
    """Delete these rows, also those of which new versions come; and mark what was deleted."""
    if gone:
        keys = [(guild_of[row.channel], row.channel, row.message) for row in gone]
        await connection.execute(_DELETE, *columns(keys, 3))
    if newly_deleted:
        keys = sorted((guild_of[channel], channel, message) for channel, message in newly_deleted)
        await connection.execute(_MARK_DELETED, *columns(keys, 3))
