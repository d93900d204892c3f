"""Which net scored, and since when."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from storage.batch import Row
from storage.interface import ModelVersions
from storage.records import ModelChange, snowflake_time
from storage.sqlite.connection import Database
from storage.times import from_microseconds, to_microseconds


class SQLiteModelVersions(ModelVersions):
    def __init__(self, database: Database) -> None:
        self._database = database

    # The model that the storage began with replaced none: it is no change.
    CHANGES = """
        SELECT version, since FROM model_change JOIN model ON model.id = model_change.model
        WHERE model_change.id > (SELECT min(id) FROM model_change) AND since >= ? AND since < ?
        ORDER BY since, model_change.id
    """

    async def changes(self, since: datetime, until: datetime) -> list[ModelChange]:
        period = (to_microseconds(since), to_microseconds(until))
        return [
            ModelChange(version, from_microseconds(moment))
            for version, moment in await self._database.read(self.CHANGES, period)
        ]


_CURRENT = "SELECT model FROM model_change ORDER BY id DESC LIMIT 1"
_CHANGE = "INSERT INTO model_change (model, since) VALUES (?, ?)"


def note_models(connection: sqlite3.Connection, stored: Sequence[Row]) -> None:
    """Remember each change of the model among rows that are being stored, in their order."""
    (current,) = connection.execute(_CURRENT).fetchone() or (None,)
    for row in stored:
        if row.model != current:
            current = row.model
            since = row.edited or to_microseconds(snowflake_time(row.message))
            connection.execute(_CHANGE, (current, since))
