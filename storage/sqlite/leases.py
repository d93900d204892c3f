"""Names that one holder at a time has."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Any

from storage.interface import Leases
from storage.records import Lease
from storage.rows.leases import check_holder, check_name, lease_of
from storage.sqlite.connection import Database
from storage.times import to_microseconds


class SQLiteLeases(Leases):
    def __init__(self, database: Database) -> None:
        self._database = database

    ACQUIRE = """
        INSERT INTO lease VALUES (?1, ?2, ?3)
        ON CONFLICT DO UPDATE SET holder = excluded.holder, until = excluded.until
        WHERE holder = excluded.holder OR until <= ?4
    """
    GET = "SELECT key, holder, until FROM lease WHERE key = ?"

    async def acquire(self, name: str, holder: str, now: datetime, until: datetime) -> Lease:
        row = (check_name(name), check_holder(holder), *map(to_microseconds, (until, now)))

        def work(connection: sqlite3.Connection) -> Any:
            connection.execute(self.ACQUIRE, row)
            return connection.execute(self.GET, (name,)).fetchone()

        return lease_of(*await self._database.write(work))

    RELEASE = "DELETE FROM lease WHERE key = ? AND holder = ?"

    async def release(self, name: str, holder: str) -> bool:
        key = (check_name(name), check_holder(holder))
        return bool(await self._database.write(lambda c: c.execute(self.RELEASE, key).rowcount))

    HELD = """
        SELECT key, holder, until FROM lease
        WHERE until > ?1 AND substr(key, 1, length(?2)) = ?2 ORDER BY key
    """

    async def held(self, now: datetime, prefix: str = "") -> list[Lease]:
        asked = (to_microseconds(now), prefix)
        return [lease_of(*row) for row in await self._database.read(self.HELD, asked)]


# Long after it ran out, whatever the clocks of the processes say.
OLD_LEASES = "DELETE FROM lease WHERE until < ?"
