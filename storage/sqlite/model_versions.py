"""Which net scored, and since when."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime

from storage.batch import MessageKey, Row
from storage.ids import check_ids
from storage.interface import ModelVersions
from storage.records import ModelChange, snowflake_time
from storage.sqlite import retention_watermark
from storage.sqlite.connection import Database
from storage.times import first_hour_from, from_microseconds, start_of_hour, to_microseconds


class SQLiteModelVersions(ModelVersions):
    def __init__(self, database: Database) -> None:
        self._database = database

    # The model that the storage began with replaced none: it is no change. Of a channel that was
    # read again, what changed since the hour from which it was is one change, in that hour.
    CHANGES = """
        WITH asked AS (
            SELECT id FROM channel
            WHERE guild = ?1
                AND (snowflake IN (SELECT value FROM json_each(?2))
                    OR parent IN (SELECT value FROM json_each(?2)))
        ), change AS (
            SELECT id, model, since FROM model_change
            WHERE id > (SELECT min(id) FROM model_change)
        ), boundary AS (
            SELECT asked.id AS channel, change.id AS change, change.model, change.since
            FROM asked CROSS JOIN change
            WHERE NOT EXISTS (
                SELECT 1 FROM read_again
                WHERE read_again.channel = asked.id AND read_again.since < change.since
                    AND read_again.change >= change.id)
            UNION ALL
            SELECT asked.id, last.id, last.model, read_again.since
            FROM asked CROSS JOIN read_again ON read_again.channel = asked.id
                CROSS JOIN change AS last ON last.id = read_again.change
            WHERE EXISTS (
                SELECT 1 FROM change
                WHERE change.id <= read_again.change AND change.since > read_again.since)
        )
        SELECT version, since FROM boundary JOIN model ON model.id = boundary.model
        WHERE since >= ?3 AND since < ?4 AND EXISTS (
            SELECT 1 FROM channel_hour
            WHERE channel_hour.channel = boundary.channel AND hour * 3600000000 < since)
        GROUP BY model, since ORDER BY since, min(change)
    """

    async def changes(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[ModelChange]:
        period = (to_microseconds(since), to_microseconds(until))
        asked = (guild_id, json.dumps(list(channel_ids)), *period)
        return [
            ModelChange(version, from_microseconds(moment))
            for version, moment in await self._database.read_long(self.CHANGES, asked)
        ]

    async def note_read_again(
        self, guild_id: int, channel_id: int, model: str, since: datetime, now: datetime
    ) -> None:
        check_ids(guild_id, channel_id)
        first_hour = first_hour_from(since)
        moment = to_microseconds(now)

        def note(connection: sqlite3.Connection) -> None:
            # What lost its row meanwhile was perhaps not scored again before.
            reached = retention_watermark.load(connection, {guild_id})[guild_id]
            hour = max(first_hour, first_hour_from(snowflake_time(reached.message)))
            first = to_microseconds(start_of_hour(hour))
            channel = connection.execute(_CHANNEL, (guild_id, channel_id)).fetchone()
            scored = connection.execute(_MODEL, (model,)).fetchone()
            if channel and scored:
                change = _current_change(connection, scored[0], moment)
                connection.execute(_COVERED, (*channel, first))
                connection.execute(_NOTE, (*channel, first, change))

        await self._database.write(note)


_CHANNEL = "SELECT id FROM channel WHERE guild = ? AND snowflake = ?"
_MODEL = "SELECT id FROM model WHERE version = ?"
# What was noted from later on is part of what is noted now.
_COVERED = "DELETE FROM read_again WHERE channel = ? AND since >= ?"
# The same model has scored since an earlier hour already: then it goes on doing so.
_NOTE = """
    INSERT INTO read_again
    SELECT ?1, ?2, ?3 WHERE NOT EXISTS (
        SELECT 1 FROM read_again WHERE channel = ?1 AND change = ?3)
"""


def _current_change(connection: sqlite3.Connection, model: int, moment: int) -> int:
    """The id of the change to the model that scores; noted now if nothing did so before."""
    found = connection.execute(_CURRENT).fetchone()
    if found is None or found[1] != model:
        return int(connection.execute(_CHANGE, (model, moment)).fetchone()[0])
    return int(found[0])


_CURRENT = "SELECT id, model FROM model_change ORDER BY id DESC LIMIT 1"
_CHANGE = "INSERT INTO model_change (model, since) VALUES (?, ?) RETURNING id"


def note_models(
    connection: sqlite3.Connection, stored: Sequence[Row], read_again: Collection[MessageKey]
) -> None:
    """Remember each change of the model among rows that are being stored, in their order.

    What is `read_again` is from long before the change, and says nothing about when it was.
    """
    _, current = connection.execute(_CURRENT).fetchone() or (None, None)
    if all(row.model == current for row in stored):
        return
    for row in stored:
        is_new = current is None or (row.channel, row.message) not in read_again
        if row.model != current and is_new:
            current = row.model
            since = row.edited or to_microseconds(snowflake_time(row.message))
            connection.execute(_CHANGE, (current, since)).fetchone()
