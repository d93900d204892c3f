"""Which net scored, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.records import ModelChange
from storage.times import from_microseconds, to_microseconds

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database


class Models:
    def __init__(self, database: Database) -> None:
        self._database = database

    # The version that the storage began with replaced none: it is no change.
    CHANGES = """
        SELECT version, first_used_at FROM model
        WHERE id > (SELECT min(id) FROM model) AND first_used_at >= ? AND first_used_at < ?
        ORDER BY first_used_at, id
    """

    async def changes(self, since: datetime, until: datetime) -> list[ModelChange]:
        """The versions that replaced another within [since, until), in the order of time."""
        period = (to_microseconds(since), to_microseconds(until))
        return [
            ModelChange(version, from_microseconds(first_used_at))
            for version, first_used_at in await self._database.read(self.CHANGES, period)
        ]
