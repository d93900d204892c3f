"""The rows of messages that a batch is about, and marks of deletion."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from storage.batch import MessageKey, Row
from storage.postgres.arrays import columns, literals
from storage.postgres.connection import Connection

# What was deleted has no score.
_LOAD = """
    SELECT channel, message.message, member, reply_gap, edited, score, model
    FROM unnest($1::text::bigint[], $2::text::bigint[], $3::text::bigint[])
            AS wanted(guild, channel, message)
        JOIN message USING (guild, channel, message)
    UNION ALL
    SELECT channel, deleted.message, NULL, NULL, NULL, NULL, NULL
    FROM unnest($1::text::bigint[], $2::text::bigint[], $3::text::bigint[])
            AS wanted(guild, channel, message)
        JOIN deleted USING (guild, channel, message)
"""


async def load(
    connection: Connection, wanted: Collection[tuple[int, int, int]]
) -> tuple[dict[MessageKey, Row], set[MessageKey]]:
    """The rows of these messages, by guild, channel and id, and which of them were deleted."""
    rows: dict[MessageKey, Row] = {}
    deleted: set[MessageKey] = set()
    if not wanted:
        return rows, deleted
    for found in await connection.fetch(_LOAD, *literals(wanted, 3)):
        row = Row._make(found)
        if row.score is None:
            deleted.add((row.channel, row.message))
        else:
            rows[row.channel, row.message] = row
    return rows, deleted


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
