"""Messages, one row each; and the rollups and marks of deletion that change with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from storage.batch import Row, check_ids, fold, pack_score, tally
from storage.records import Applied, DeletedChannel, DeletedMessages, ReadUpTo, ScoredMessage
from storage.sqlite import retention_watermark
from storage.sqlite.channels import note_read_up_to
from storage.sqlite.daily_authors import note_authors
from storage.sqlite.deleted_channels import DeletedChannels
from storage.sqlite.model_versions import note_models
from storage.sqlite.privacy_requests import barred
from storage.sqlite.rollups import move
from storage.sqlite.surrogates import Keys
from storage.times import to_microseconds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from storage.batch import MessageKey, Step
    from storage.records import Change
    from storage.sqlite.connection import Database
    from storage.sqlite.deleted_channels import LivingChange
    from storage.sqlite.retention_watermark import Horizon


class Messages:
    """Writes messages. Nothing that is delivered twice, late or out of order is counted wrongly."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._deleted_channels = DeletedChannels()

    async def apply(self, changes: Sequence[Change]) -> Applied:
        """Apply the changes, in order, in one transaction together with the rollups.

        - A message is known by its channel and id; a repeated one is ignored.
        - Of two versions the later `edited_at` stays, in whatever order they come. An edit of a
          message that is not stored stores it.
        - A deletion is for ever, also when it comes before the message. With a channel go its
          threads and all that is kept of them; what comes of them later is ignored.
        - A member who opted out is not counted, and nothing that was erased comes back.
        - Nothing about a message older than the horizon (see `storage.retention`) is taken in.
        - How far a channel was read is committed with what was read.

        Raises `InvalidInputError`, with nothing written, for an id outside 1..2^63-1, for
        probabilities that are none, or for a time without a time zone; `StorageError` when the
        file cannot be written.
        """
        batch = tuple(changes)
        if not batch:
            return Applied()
        deletes = any(isinstance(change, DeletedChannel) for change in batch)
        run = self._database.erase if deletes else self._database.write
        return await run(lambda connection: _apply(connection, batch, self._deleted_channels))

    IDS = """
        SELECT message FROM message
        WHERE channel = (SELECT id FROM channel WHERE guild = ?1 AND snowflake = ?2)
            AND message > ?3 AND (?4 IS NULL OR message <= ?4)
        ORDER BY message
    """

    async def ids(
        self, guild_id: int, channel_id: int, after: int, up_to: int | None = None
    ) -> list[int]:
        """The stored messages of a channel with after < id ≤ up_to (`None`: to the newest)."""
        found = await self._database.read(self.IDS, (guild_id, channel_id, after, up_to))
        return [message for (message,) in found]


def _apply(
    connection: sqlite3.Connection, batch: Sequence[Change], deleted_channels: DeletedChannels
) -> Applied:
    """Load the rows concerned, play the changes on them in memory, and write the difference."""
    changes, late = deleted_channels.erase(connection, batch)
    keys = Keys(connection)
    reached = retention_watermark.load(connection)
    steps, refused = _steps(connection, keys, changes, reached)
    wanted = json.dumps(list({key for key, _ in steps}))
    rows = _load_rows(connection, wanted)
    deleted = _load_deleted(connection, wanted)
    rows_before, deleted_before = dict(rows), set(deleted)
    applied = fold(rows, deleted, steps)

    gone = [row for key, row in rows_before.items() if rows.get(key) is not row]
    come = [row for key, row in rows.items() if rows_before.get(key) is not row]
    _write(connection, gone, come, deleted - deleted_before, reached)
    touched = {row.member for row in gone} | {row.member for _, row in steps if row}
    for member in touched - {row.member for row in come}:
        keys.drop_member_if_uncounted(member)
    ignored = applied.ignored + refused + late
    return Applied(applied.inserted, applied.updated, applied.deleted, ignored)


def _steps(
    connection: sqlite3.Connection, keys: Keys, changes: Sequence[LivingChange], reached: Horizon
) -> tuple[list[Step], int]:
    """The changes as steps on rows, and how many are refused: too old, or not wanted stored."""
    steps: list[Step] = []
    refused = 0
    members = {(c.guild_id, c.author_id) for c in changes if isinstance(c, ScoredMessage)}
    unwanted = barred(connection, members)
    for change in changes:
        if isinstance(change, ReadUpTo):
            note_read_up_to(connection, keys, change)
            continue
        if isinstance(change, DeletedMessages):
            channel = keys.channel(change.guild_id, change.channel_id, None)
            check_ids(*change.message_ids)
            recent = [message for message in change.message_ids if message >= reached.message]
            steps += [((channel, message), None) for message in recent]
            refused += len(change.message_ids) - len(recent)
            continue
        check_ids(change.message_id, change.reply_to)
        last_unwanted = unwanted.get((change.guild_id, change.author_id), 0)
        if change.message_id < reached.message or change.message_id <= last_unwanted:
            refused += 1
        else:
            row = _row(keys, change)
            steps.append(((row.channel, row.message), row))
    return steps, refused


def _row(keys: Keys, message: ScoredMessage) -> Row:
    return Row(
        keys.channel(message.guild_id, message.channel_id, message.parent_id),
        message.message_id,
        keys.member(message.guild_id, message.author_id),
        None if message.reply_to is None else message.message_id - message.reply_to,
        0 if message.edited_at is None else to_microseconds(message.edited_at),
        pack_score(message),
        keys.model(message.model),
    )


_LOAD_ROWS = """
    SELECT channel, message, member, reply_gap, edited, score, model
    FROM json_each(?) AS wanted CROSS JOIN message
        ON channel = wanted.value ->> 0 AND message = wanted.value ->> 1
"""


def _load_rows(connection: sqlite3.Connection, wanted: str) -> dict[MessageKey, Row]:
    found = connection.execute(_LOAD_ROWS, (wanted,))
    return {(row.channel, row.message): row for row in map(Row._make, found)}


_LOAD_DELETED = """
    SELECT channel, message
    FROM json_each(?) AS wanted CROSS JOIN deleted
        ON channel = wanted.value ->> 0 AND message = wanted.value ->> 1
"""


def _load_deleted(connection: sqlite3.Connection, wanted: str) -> set[MessageKey]:
    return set(connection.execute(_LOAD_DELETED, (wanted,)))


_DELETE = "DELETE FROM message WHERE channel = ? AND message = ?"
_INSERT = "INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?)"
_MARK_DELETED = "INSERT INTO deleted VALUES (?, ?)"


def _write(
    connection: sqlite3.Connection,
    gone: Sequence[Row],
    come: Sequence[Row],
    newly_deleted: Collection[MessageKey],
    reached: Horizon,
) -> None:
    connection.executemany(_DELETE, [(row.channel, row.message) for row in gone])
    # In the order of the key: neighbours share a page, and pages are filled to the brim.
    connection.executemany(_INSERT, sorted(come))
    connection.executemany(_MARK_DELETED, sorted(newly_deleted))
    hours_gone, hours_come = tally(gone), tally(come)
    move(connection, gone=hours_gone, come=hours_come)
    note_authors(connection, gone=hours_gone, come=hours_come, horizon=reached)
    note_models(connection, come)
