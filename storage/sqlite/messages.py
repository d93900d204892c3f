"""Messages, one row each; and the rollups and marks of deletion that change with them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from storage.batch import MessageKey, Row, Step, fold, pack_score, row_of, step_of
from storage.deleted_channels import DeletedChannels, LivingChange
from storage.ids import check_ids
from storage.interface import Messages
from storage.pseudonyms import Pseudonyms
from storage.records import (
    Applied,
    Change,
    DeletedChannel,
    DeletedMessages,
    Exclusions,
    ReadUpTo,
    ScoredMessage,
    Scores,
)
from storage.sqlite import retention_watermark
from storage.sqlite.channels import note_read_up_to
from storage.sqlite.connection import Database
from storage.sqlite.daily_authors import note_authors
from storage.sqlite.deleted_channels import detach
from storage.sqlite.exclusions import (
    Member,
    excluded_up_to,
    joined_pseudonyms,
    load_exclusions,
)
from storage.sqlite.files.privacy_journal import journal_of
from storage.sqlite.hours import follow
from storage.sqlite.model_versions import note_models
from storage.sqlite.scores import load_scores
from storage.sqlite.settings import note_chosen
from storage.sqlite.surrogates import Surrogates
from storage.sqlite.sweeper import sweep
from storage.sweeper import Sweeper
from storage.times import to_microseconds
from storage.watermark import Watermark


class SQLiteMessages(Messages):
    def __init__(self, database: Database, pseudonyms: Pseudonyms, sweeper: Sweeper) -> None:
        self._database = database
        self._pseudonyms = pseudonyms
        self._deleted_channels = DeletedChannels()
        self._note_chosen = partial(
            note_chosen, journal=journal_of(database.path), pseudonyms=pseudonyms
        )
        self._sweeper = sweeper

    async def apply(self, changes: Sequence[Change]) -> Applied:
        batch = tuple(changes)
        if not batch:
            return Applied()
        if not any(isinstance(change, DeletedChannel) for change in batch):
            return await self._database.write(lambda connection: self._apply(connection, batch))
        try:
            return await self._database.erase(lambda connection: self._erase(connection, batch))
        finally:
            # Also for a caller who was cancelled: the work goes on without them.
            self._sweeper.soon()

    def _erase(self, connection: sqlite3.Connection, batch: Sequence[Change]) -> Applied:
        """As `_apply`, and what the deleted channels hold is gone if it is little."""
        applied = self._apply(connection, batch)
        sweep(connection)
        return applied

    def _apply(self, connection: sqlite3.Connection, batch: Sequence[Change]) -> Applied:
        """Load the rows concerned, play the changes on them in memory, and write the difference."""
        changes, late = detach(connection, batch, self._deleted_channels, self._note_chosen)
        surrogates = Surrogates(connection, self._pseudonyms)
        limits = _limits(connection, changes, surrogates, self._pseudonyms)
        steps, refused = _steps(connection, surrogates, changes, limits)
        rows, deleted = _load(connection, {key for key, _, _ in steps})
        rows_before, deleted_before = dict(rows), set(deleted)
        applied = fold(rows, deleted, steps)

        gone = [row for key, row in rows_before.items() if rows.get(key) is not row]
        come = list(rows.values())
        if rows_before:
            come = [row for key, row in rows.items() if rows_before.get(key) is not row]
        _write(connection, gone, come, deleted - deleted_before)
        guilds = surrogates.guild_of_channel
        new_hours = follow(connection, gone, come, guilds)
        reached = {channel: limits.reached[guild] for channel, guild in guilds.items()}
        note_authors(connection, gone, new_hours, reached)
        note_models(connection, come, {key for key, _, read_again in steps if read_again})
        if gone or len(come) < len(steps):
            touched = {row.member for row in gone} | {step.row.member for step in steps if step.row}
            for member in touched - {row.member for row in come}:
                surrogates.drop_member_if_uncounted(member)
        ignored = applied.ignored + refused + late
        return Applied(applied.inserted, applied.updated, applied.deleted, ignored)

    async def exclusions(self, members: Collection[Member]) -> Exclusions:
        return await load_exclusions(self._database, members, self._pseudonyms)

    PASSED_OVER = """
        SELECT asked.value ->> 0, asked.value ->> 1, asked.value ->> 2
        FROM json_each(?) AS asked CROSS JOIN channel
            ON channel.guild = asked.value ->> 0 AND channel.snowflake = asked.value ->> 1
        WHERE contiguous >= asked.value ->> 2 AND NOT EXISTS (
            SELECT 1 FROM message
            WHERE message.channel = channel.id AND message.message = asked.value ->> 2)
    """

    async def passed_over(
        self, messages: Collection[tuple[int, int, int]]
    ) -> frozenset[tuple[int, int, int]]:
        asked = json.dumps(list(messages))
        return frozenset(await self._database.read(self.PASSED_OVER, (asked,)))

    IDS = """
        SELECT message FROM message
        WHERE channel = (SELECT id FROM channel WHERE guild = ?1 AND snowflake = ?2)
            AND message > ?3 AND (?4 IS NULL OR message <= ?4)
        ORDER BY message
    """

    async def ids(
        self, guild_id: int, channel_id: int, after: int, up_to: int | None = None
    ) -> list[int]:
        found = await self._database.read(self.IDS, (guild_id, channel_id, after, up_to))
        return [message for (message,) in found]

    EDITED = """
        SELECT message FROM channel CROSS JOIN message ON message.channel = channel.id
        WHERE guild = ?1 AND edited > 0 AND message IN (SELECT value FROM json_each(?3))
            AND (snowflake IN (SELECT value FROM json_each(?2))
                OR parent IN (SELECT value FROM json_each(?2)))
    """

    async def edited(
        self, guild_id: int, channel_ids: Collection[int], message_ids: Collection[int]
    ) -> frozenset[int]:
        asked = (guild_id, json.dumps(list(channel_ids)), json.dumps(list(message_ids)))
        return frozenset(message for (message,) in await self._database.read(self.EDITED, asked))

    # Of each channel the last row of its range: no other is read.
    NEWEST = """
        SELECT coalesce(max(
            (SELECT max(message) FROM message WHERE message.channel = channel.id)), 0)
        FROM channel WHERE guild = ?
    """

    async def newest(self, guild_id: int) -> int:
        ((message,),) = await self._database.read(self.NEWEST, (guild_id,))
        return int(message)

    async def scores(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> Scores:
        asked = (guild_id, channel_ids, since, until)
        return await self._database.read_together(lambda reader: load_scores(reader, *asked))


@dataclass(frozen=True, slots=True)
class _Limits:
    """What is not taken in: messages below their guild's watermark, or excluded by their author."""

    reached: Mapping[int, Watermark]
    excluded_up_to: Mapping[Member, int]


def _limits(
    connection: sqlite3.Connection,
    changes: Sequence[LivingChange],
    surrogates: Surrogates,
    pseudonyms: Pseudonyms,
) -> _Limits:
    guilds = {change.guild_id for change in changes}
    check_ids(*guilds)
    messages = [change for change in changes if isinstance(change, ScoredMessage)]
    reached = retention_watermark.load(connection, guilds)
    if not messages:
        return _Limits(reached, {})
    surrogates.expect_channels({(m.guild_id, m.channel_id, m.parent_id) for m in messages})
    members = list({(m.guild_id, m.author_id) for m in messages})
    joined = joined_pseudonyms(members, pseudonyms)
    surrogates.expect_members(members, joined)
    return _Limits(reached, excluded_up_to(connection, members, joined))


def _steps(
    connection: sqlite3.Connection,
    surrogates: Surrogates,
    changes: Sequence[LivingChange],
    limits: _Limits,
) -> tuple[list[Step], int]:
    """The changes as steps on rows, and how many are refused: too old, or not wanted stored."""
    steps: list[Step] = []
    refused = 0
    excluded_up_to = limits.excluded_up_to
    oldest_of = {guild: reached.message for guild, reached in limits.reached.items()}
    for change in changes:
        if isinstance(change, ReadUpTo):
            note_read_up_to(connection, surrogates, change)
            continue
        oldest = oldest_of[change.guild_id]
        if isinstance(change, DeletedMessages):
            channel = surrogates.channel(change.guild_id, change.channel_id, None)
            check_ids(*change.message_ids)
            recent = [message for message in change.message_ids if message >= oldest]
            steps += [Step((channel, message), None) for message in recent]
            refused += len(change.message_ids) - len(recent)
            continue
        message = change.message_id
        check_ids(message, change.reply_to)
        last_excluded = 0
        if excluded_up_to:
            last_excluded = excluded_up_to.get((change.guild_id, change.author_id), 0)
        if message < oldest or message <= last_excluded:
            refused += 1
        else:
            row = _row(surrogates, change)
            steps.append(step_of(((row[0], message), row, change.read_again)))
    return steps, refused


def _row(surrogates: Surrogates, message: ScoredMessage) -> Row:
    columns = (
        surrogates.channel(message.guild_id, message.channel_id, message.parent_id),
        message.message_id,
        surrogates.member(message.guild_id, message.author_id),
        None if message.reply_to is None else message.message_id - message.reply_to,
        0 if message.edited_at is None else to_microseconds(message.edited_at),
        pack_score(message),
        surrogates.model(message.model),
    )
    return row_of(columns)


# The newest row and the newest mark of deletion of each channel.
_NEWEST = """
    SELECT asked.value, max(
        coalesce((SELECT max(message) FROM message WHERE channel = asked.value), 0),
        coalesce((SELECT max(message) FROM deleted WHERE channel = asked.value), 0))
    FROM json_each(?) AS asked
"""


def _load(
    connection: sqlite3.Connection, keys: Collection[MessageKey]
) -> tuple[dict[MessageKey, Row], set[MessageKey]]:
    """The rows and marks of deletion of these messages. Most are newer than all that is stored of
    their channel: of them nothing is looked for."""
    channels = json.dumps(list({channel for channel, _ in keys}))
    newest: dict[int, int] = dict(connection.execute(_NEWEST, (channels,)))
    old = [key for key in keys if key[1] <= newest[key[0]]]
    if not old:
        return {}, set()
    wanted = json.dumps(old)
    return _load_rows(connection, wanted), _load_deleted(connection, wanted)


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
) -> None:
    connection.executemany(_DELETE, [(row.channel, row.message) for row in gone])
    # In the order of the key: neighbours share a page, and pages are filled to the brim.
    connection.executemany(_INSERT, sorted(come))
    connection.executemany(_MARK_DELETED, sorted(newly_deleted))
