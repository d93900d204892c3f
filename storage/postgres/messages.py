"""Messages, one row each; and the rollups and marks of deletion that change with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from storage.batch import Row, Step, fold, pack_score, row_of, step_of
from storage.deleted_channels import DeletedChannels, LivingChange
from storage.ids import check_ids
from storage.interface import Messages
from storage.postgres import message_rows
from storage.postgres.arrays import columns
from storage.postgres.channels import note_read_up_to
from storage.postgres.connection import Connection, Database
from storage.postgres.daily_authors import drop_uncounted_days, open_days
from storage.postgres.erasure import detach_channel
from storage.postgres.exclusions import Member, load_exclusions
from storage.postgres.hours import Hours, drop_empty, follow, is_empty
from storage.postgres.model_versions import note_models
from storage.postgres.named import Named, Naming, find
from storage.postgres.scores import load_scores
from storage.postgres.surrogates import Models, drop_uncounted
from storage.postgres.sweeper import sweep
from storage.postgres.writing import write
from storage.pseudonyms import Pseudonyms
from storage.records import (
    Applied,
    Change,
    DeletedChannel,
    DeletedMessages,
    Exclusions,
    ScoredMessage,
    Scores,
)
from storage.sweeper import Sweeper
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
            return await self._apply(connection, batch, guilds)

        if not any(isinstance(change, DeletedChannel) for change in batch):
            return await self._database.write(work, guilds)
        try:
            return await self._database.write(work, guilds)
        finally:
            # Also for a caller who was cancelled: the work goes on without them.
            self._sweeper.soon()

    async def _apply(
        self, connection: Connection, batch: Sequence[Change], guilds: Collection[int]
    ) -> Applied:
        """Load the rows concerned, play the changes on them in memory, and write the difference."""
        changes, late = await self._detach(connection, batch)
        naming = Naming.of(changes)
        named = await find(connection, naming, guilds, self._pseudonyms)
        steps, refused = await self._steps(connection, changes, naming, named)
        guild_of = {its.number: guild for (guild, _), its in named.channels.items()}
        newest = {its.number: its.newest for its in named.channels.values()}
        # Of a message that is newer than the newest of its channel nothing is stored: most are.
        known = {key for key, _, _ in steps if key[1] <= newest[key[0]]}
        wanted = [(guild_of[channel], channel, message) for channel, message in known]
        rows_before, deleted_before = await message_rows.load(connection, wanted)
        rows, deleted = dict(rows_before), set(deleted_before)
        applied = fold(rows, deleted, steps)
        gone = [row for key, row in rows_before.items() if rows.get(key) is not row]
        come = list(rows.values())
        if rows_before:
            come = [row for key, row in rows.items() if rows_before.get(key) is not row]
        hours = await follow(connection, gone, come, named, guild_of)
        await message_rows.delete(connection, gone, deleted - deleted_before, guild_of)
        await _write(connection, come, hours, named.reached, guild_of)
        if gone:
            await drop_empty(connection, hours, guild_of)
            await drop_uncounted_days(connection, gone, guild_of, named.reached)
        read_again = {step.key for step in steps if step.read_again}
        await note_models(connection, come, read_again, guild_of, named.models)
        if gone or len(come) < len(changes):
            touched = {(guild_of[row.channel], row.member) for row in gone}
            touched |= {(member[0], named.members[member]) for member in named.new_members}
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
        self,
        connection: Connection,
        changes: Sequence[LivingChange],
        naming: Naming,
        named: Named,
    ) -> tuple[list[Step], int]:
        """The changes as steps on rows, and how many are refused: too old, or not wanted stored."""
        wanted, refused = _sort_out(changes, named)
        await named.number(connection, naming, wanted, self._pseudonyms)
        versions = {change.model for change in wanted if isinstance(change, ScoredMessage)}
        models = await self._models.numbers(connection, versions)
        channels, members = named.channels, named.members
        steps: list[Step] = []
        positions = []
        for change in wanted:
            guild = change.guild_id
            channel = channels[guild, change.channel_id].number
            if isinstance(change, ScoredMessage):
                row = _row(change, channel, members[guild, change.author_id], models[change.model])
                steps.append(step_of(((channel, row.message), row, change.read_again)))
            elif isinstance(change, DeletedMessages):
                steps += [Step((channel, message), None) for message in change.message_ids]
            else:
                positions.append((guild, channel, change.message_id))
        await note_read_up_to(connection, positions)
        return steps, refused

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

    EDITED = """
        SELECT message
        FROM channel JOIN message ON message.guild = $1 AND message.channel = channel.id
        WHERE channel.guild = $1 AND NOT detached AND edited > 0 AND message = ANY($3::bigint[])
            AND (snowflake = ANY($2::bigint[]) OR parent = ANY($2::bigint[]))
    """

    async def edited(
        self, guild_id: int, channel_ids: Collection[int], message_ids: Collection[int]
    ) -> frozenset[int]:
        asked = (guild_id, list(channel_ids), list(message_ids))
        return frozenset(each for (each,) in await self._database.read(self.EDITED, *asked))

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


def _sort_out(changes: Sequence[LivingChange], named: Named) -> tuple[list[LivingChange], int]:
    """What is taken in, and how many messages are not: those below their guild's watermark, or
    excluded by their author."""
    excluded_up_to = named.excluded_up_to
    oldest_of = {guild: reached.message for guild, reached in named.reached.items()}
    wanted: list[LivingChange] = []
    refused = 0
    for change in changes:
        guild = change.guild_id
        if isinstance(change, ScoredMessage):
            message = change.message_id
            up_to = excluded_up_to.get((guild, change.author_id), 0) if excluded_up_to else 0
            if message < oldest_of[guild] or message <= up_to:
                refused += 1
            else:
                wanted.append(change)
        elif isinstance(change, DeletedMessages):
            oldest = oldest_of[guild]
            recent = tuple(message for message in change.message_ids if message >= oldest)
            refused += len(change.message_ids) - len(recent)
            wanted.append(DeletedMessages(guild, change.channel_id, recent))
        else:
            wanted.append(change)
    return wanted, refused


def _row(message: ScoredMessage, channel: int, member: int, model: int) -> Row:
    number, reply_to, edited_at = message.message_id, message.reply_to, message.edited_at
    gap = None if reply_to is None else number - reply_to
    edited = 0 if edited_at is None else to_microseconds(edited_at)
    return row_of((channel, number, member, gap, edited, pack_score(message), model))


async def _write(
    connection: Connection,
    come: Sequence[Row],
    hours: Hours,
    reached: Mapping[int, Watermark],
    guild_of: Mapping[int, int],
) -> None:
    """Write rows and sums, each in the order of its table's key: neighbours share a page."""
    await write(
        connection,
        sorted(come),
        sorted(
            (guild_of[channel], member, hour, channel, *sums, last)
            for (member, hour, channel), (sums, last) in hours.of_members.items()
            if sums.messages
        ),
        [
            (guild_of[channel], channel, hour, *its)
            for (channel, hour), its in hours.of_channels.items()
            if not is_empty(its)
        ],
        [(*key, *its) for key, its in hours.of_guilds.items() if not is_empty(its)],
        open_days(hours.of_new_members, guild_of, reached),
        guild_of,
    )
