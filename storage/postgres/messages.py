"""Messages, one row each; and the rollups and marks of deletion that change with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.batch import Row, Step, check_ids, fold, pack_score
from storage.deleted_channels import DeletedChannels, LivingChange
from storage.interface import Messages
from storage.postgres import message_rows, retention_watermark
from storage.postgres.arrays import columns
from storage.postgres.channels import note_read_up_to
from storage.postgres.connection import Connection, Database, lock_guilds
from storage.postgres.daily_authors import note_authors
from storage.postgres.erasure import detach_channel
from storage.postgres.exclusions import Member, excluded_up_to, load_exclusions
from storage.postgres.hours import follow
from storage.postgres.model_versions import note_models
from storage.postgres.scores import load_scores
from storage.postgres.surrogates import (
    Models,
    drop_uncounted,
    number_channels,
    number_members,
)
from storage.postgres.sweeper import Sweeper, sweep
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
from storage.times import to_microseconds
from storage.watermark import Watermark


class PostgresMessages(Messages):
    def __init__(self, database: Database, pseudonyms: Pseudonyms, sweeper: Sweeper) -> None:
        self._database = database
        self._pseudonyms = pseudonyms
        self._deleted_channels = DeletedChannels()
        self._models = Models()
        self._sweeper = sweeper

    async def apply(self, changes: Sequence[Change]) -> Applied:
        batch = tuple(changes)
        if not batch:
            return Applied()
        guilds = {change.guild_id for change in batch}
        check_ids(*guilds)

        async def work(connection: Connection) -> Applied:
            await lock_guilds(connection, guilds)
            return await self._apply(connection, batch, guilds)

        if not any(isinstance(change, DeletedChannel) for change in batch):
            return await self._database.write(work)
        try:
            return await self._database.write(work)
        finally:
            # Also for a caller who was cancelled: the work goes on without them.
            self._sweeper.soon()

    async def _apply(
        self, connection: Connection, batch: Sequence[Change], guilds: Collection[int]
    ) -> Applied:
        """Load the rows concerned, play the changes on them in memory, and write the difference."""
        changes, late = await self._detach(connection, batch)
        reached = await retention_watermark.load(connection, guilds)
        members = {(c.guild_id, c.author_id) for c in changes if isinstance(c, ScoredMessage)}
        limits = _Limits(reached, await excluded_up_to(connection, members, self._pseudonyms))
        numbers, steps, refused = await self._steps(connection, changes, limits)
        guild_of = numbers.guild_of_channel
        wanted = [(guild_of[channel], channel, m) for channel, m in {step.key for step in steps}]
        rows, deleted = await message_rows.load(connection, wanted)
        rows_before, deleted_before = dict(rows), set(deleted)
        applied = fold(rows, deleted, steps)

        gone = [row for key, row in rows_before.items() if rows.get(key) is not row]
        come = [row for key, row in rows.items() if rows_before.get(key) is not row]
        await message_rows.write(connection, gone, come, deleted - deleted_before, guild_of)
        await follow(connection, gone, come, guild_of)
        await note_authors(connection, gone, come, guild_of, reached)
        read_again = {step.key for step in steps if step.read_again}
        await note_models(connection, come, read_again, guild_of)
        touched = {(guild_of[row.channel], row.member) for row in gone}
        touched |= {(guild_of[s.row.channel], s.row.member) for s in steps if s.row}
        staying = {(guild_of[row.channel], row.member) for row in come}
        await drop_uncounted(connection, list(touched - staying))
        ignored = applied.ignored + refused + late
        return Applied(applied.inserted, applied.updated, applied.deleted, ignored)

    async def _detach(
        self, connection: Connection, batch: Sequence[Change]
    ) -> tuple[list[LivingChange], int]:
        """Let go of the channels that go with these changes; erase what they hold if it is little.

        Returns the changes of other channels, and how many messages the rest is about.
        """
        gone = {(c.guild_id, c.channel_id) for c in batch if isinstance(c, DeletedChannel)}
        for guild, channel in sorted(gone):
            check_ids(guild, channel)
            self._deleted_channels.note(guild, await detach_channel(connection, guild, channel))
            await sweep(connection, guild)
        return self._deleted_channels.living(batch)

    async def _steps(
        self, connection: Connection, changes: Sequence[LivingChange], limits: _Limits
    ) -> tuple[_Numbers, list[Step], int]:
        """The changes as steps on rows, and how many are refused: too old, or not wanted stored."""
        wanted, refused = limits.sort_out(changes)
        scored = [change for change in wanted if isinstance(change, ScoredMessage)]
        numbers = _Numbers(
            await number_channels(
                connection,
                [
                    (
                        c.guild_id,
                        c.channel_id,
                        None if isinstance(c, DeletedMessages) else c.parent_id,
                    )
                    for c in wanted
                ],
            ),
            await number_members(
                connection, {(m.guild_id, m.author_id) for m in scored}, self._pseudonyms
            ),
            await self._models.numbers(connection, {m.model for m in scored}),
        )
        steps: list[Step] = []
        positions = []
        for change in wanted:
            channel = numbers.channels[change.guild_id, change.channel_id]
            match change:
                case ReadUpTo():
                    check_ids(change.message_id)
                    positions.append((change.guild_id, channel, change.message_id))
                case DeletedMessages():
                    steps += [Step((channel, message), None) for message in change.message_ids]
                case ScoredMessage():
                    row = numbers.row(change)
                    steps.append(Step((channel, row.message), row, change.read_again))
        await note_read_up_to(connection, positions)
        return numbers, steps, refused

    async def exclusions(self, members: Collection[Member]) -> Exclusions:
        return await load_exclusions(self._database, members, self._pseudonyms)

    PASSED_OVER = """
        SELECT asked.guild, asked.channel, asked.message
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS asked(guild, channel, message)
            JOIN channel ON channel.guild = asked.guild AND channel.snowflake = asked.channel
        WHERE NOT detached AND contiguous >= asked.message AND NOT EXISTS (
            SELECT 1 FROM message
            WHERE message.guild = asked.guild AND message.channel = channel.id
                AND message.message = asked.message)
    """

    async def passed_over(
        self, messages: Collection[tuple[int, int, int]]
    ) -> frozenset[tuple[int, int, int]]:
        found = await self._database.read(self.PASSED_OVER, *columns(list(messages), 3))
        return frozenset((guild, channel, message) for guild, channel, message in found)

    IDS = """
        SELECT message FROM message
        WHERE guild = $1
            AND channel = (
                SELECT id FROM channel WHERE guild = $1 AND snowflake = $2 AND NOT detached)
            AND message > $3 AND ($4::bigint IS NULL OR message <= $4)
        ORDER BY message
    """

    async def ids(
        self, guild_id: int, channel_id: int, after: int, up_to: int | None = None
    ) -> list[int]:
        found = await self._database.read(self.IDS, guild_id, channel_id, after, up_to)
        return [message for (message,) in found]

    # Of each channel the last row of its range: no other is read.
    NEWEST = """
        SELECT coalesce(max((
            SELECT max(message) FROM message
            WHERE message.guild = $1 AND message.channel = channel.id)), 0)
        FROM channel WHERE guild = $1 AND NOT detached
    """

    async def newest(self, guild_id: int) -> int:
        ((message,),) = await self._database.read(self.NEWEST, guild_id)
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

    def sort_out(self, changes: Sequence[LivingChange]) -> tuple[list[LivingChange], int]:
        """What is taken in, and how many messages are not."""
        wanted: list[LivingChange] = []
        refused = 0
        for change in changes:
            oldest = self.reached[change.guild_id].message
            if isinstance(change, DeletedMessages):
                check_ids(*change.message_ids)
                recent = tuple(message for message in change.message_ids if message >= oldest)
                refused += len(change.message_ids) - len(recent)
                wanted.append(DeletedMessages(change.guild_id, change.channel_id, recent))
            elif isinstance(change, ReadUpTo):
                wanted.append(change)
            else:
                check_ids(change.message_id, change.reply_to)
                up_to = self.excluded_up_to.get((change.guild_id, change.author_id), 0)
                if change.message_id < oldest or change.message_id <= up_to:
                    refused += 1
                else:
                    wanted.append(change)
        return wanted, refused


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of what a batch names."""

    channels: Mapping[tuple[int, int], int]
    members: Mapping[Member, int]
    models: Mapping[str, int]

    @property
    def guild_of_channel(self) -> dict[int, int]:
        return {number: guild for (guild, _), number in self.channels.items()}

    def row(self, message: ScoredMessage) -> Row:
        return Row(
            self.channels[message.guild_id, message.channel_id],
            message.message_id,
            self.members[message.guild_id, message.author_id],
            None if message.reply_to is None else message.message_id - message.reply_to,
            0 if message.edited_at is None else to_microseconds(message.edited_at),
            pack_score(message),
            self.models[message.model],
        )
