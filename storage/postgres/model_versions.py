"""Which net scored, and since when."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from storage.batch import MessageKey, Row
from storage.ids import check_ids
from storage.interface import ModelVersions
from storage.postgres import retention_watermark
from storage.postgres.connection import Connection, Database
from storage.records import ModelChange, snowflake_time
from storage.times import first_hour_from, from_microseconds, start_of_hour, to_microseconds


class PostgresModelVersions(ModelVersions):
    def __init__(self, database: Database) -> None:
        self._database = database

    # The model that the guild began with replaced none: it is no change. Of a channel that was
    # read again, what changed since the hour from which it was is one change, in that hour.
    CHANGES = """
        WITH asked AS (
            SELECT id FROM channel
            WHERE guild = $1 AND NOT detached
                AND (snowflake = ANY($2::bigint[]) OR parent = ANY($2::bigint[]))
        ), change AS (
            SELECT id, model, since FROM model_change
            WHERE guild = $1 AND id > (SELECT min(id) FROM model_change WHERE guild = $1)
        ), boundary AS (
            SELECT asked.id AS channel, change.id AS change, change.model, change.since
            FROM asked CROSS JOIN change
            WHERE NOT EXISTS (
                SELECT 1 FROM read_again
                WHERE read_again.guild = $1 AND read_again.channel = asked.id
                    AND read_again.since < change.since AND read_again.change >= change.id)
            UNION ALL
            SELECT asked.id, last.id, last.model, read_again.since
            FROM asked
                JOIN read_again ON read_again.guild = $1 AND read_again.channel = asked.id
                JOIN change AS last ON last.id = read_again.change
            WHERE EXISTS (
                SELECT 1 FROM change
                WHERE change.id <= read_again.change AND change.since > read_again.since)
        )
        SELECT version, since FROM boundary JOIN model ON model.id = boundary.model
        WHERE since >= $3 AND since < $4 AND EXISTS (
            SELECT 1 FROM channel_hour
            WHERE channel_hour.guild = $1 AND channel_hour.channel = boundary.channel
                AND hour * 3600000000 < since)
        GROUP BY version, since ORDER BY since, min(change)
    """

    async def changes(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[ModelChange]:
        period = (to_microseconds(since), to_microseconds(until))
        found = await self._database.read_long(self.CHANGES, guild_id, list(channel_ids), *period)
        return [ModelChange(version, from_microseconds(moment)) for version, moment in found]

    async def note_read_again(
        self, guild_id: int, channel_id: int, model: str, since: datetime, now: datetime
    ) -> None:
        check_ids(guild_id, channel_id)
        first_hour = first_hour_from(since)
        moment = to_microseconds(now)

        async def note(connection: Connection) -> None:
            # What lost its row meanwhile was perhaps not scored again before.
            reached = (await retention_watermark.load(connection, [guild_id]))[guild_id]
            hour = max(first_hour, first_hour_from(snowflake_time(reached.message)))
            first = to_microseconds(start_of_hour(hour))
            channel = await connection.fetchval(_CHANNEL, guild_id, channel_id)
            scored = await connection.fetchval(_MODEL, model)
            if channel and scored:
                change = await _current_change(connection, guild_id, scored, moment)
                await connection.execute(_COVERED, guild_id, channel, first)
                await connection.execute(_NOTE, guild_id, channel, first, change)

        await self._database.write(note, [guild_id])


_CHANNEL = "SELECT id FROM channel WHERE guild = $1 AND snowflake = $2 AND NOT detached"
_MODEL = "SELECT id FROM model WHERE version = $1"
# What was noted from later on is part of what is noted now.
_COVERED = "DELETE FROM read_again WHERE guild = $1 AND channel = $2 AND since >= $3"
# The same model has scored since an earlier hour already: then it goes on doing so.
_NOTE = """
    INSERT INTO read_again (guild, channel, since, change)
    SELECT $1, $2, $3, $4 WHERE NOT EXISTS (
        SELECT 1 FROM read_again WHERE guild = $1 AND channel = $2 AND change = $4)
"""


async def _current_change(connection: Connection, guild: int, model: int, moment: int) -> int:
    """The id of the change to the model that scores; noted now if nothing did so before."""
    found = await connection.fetchrow(_CURRENT, guild)
    if found is None or found[1] != model:
        return int(await connection.fetchval(_CHANGE, guild, model, moment))
    return int(found[0])


_CURRENT = "SELECT id, model FROM model_change WHERE guild = $1 ORDER BY id DESC LIMIT 1"
_CHANGE = "INSERT INTO model_change (guild, model, since) VALUES ($1, $2, $3) RETURNING id"


async def note_models(
    connection: Connection,
    stored: Sequence[Row],
    read_again: Collection[MessageKey],
    guild_of: Mapping[int, int],
    current: Mapping[int, int],
) -> None:
    """Remember each change of the model among rows that are being stored, in their order.

    `current` has the model that scored last in each guild. What is `read_again` is from long before
    the change, and says nothing about when it was.
    """
    last = dict(current)
    for row in stored:
        guild = guild_of[row.channel]
        is_new = guild not in last or (row.channel, row.message) not in read_again
        if row.model != last.get(guild) and is_new:
            last[guild] = row.model
            since = row.edited or to_microseconds(snowflake_time(row.message))
            await connection.execute(_CHANGE, guild, row.model, since)
