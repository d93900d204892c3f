"""Names that one holder at a time has."""

from __future__ import annotations

from datetime import datetime

from storage.interface import Leases
from storage.postgres.connection import Connection, Database, row_count
from storage.records import Lease
from storage.rows.leases import check_holder, check_name, lease_of
from storage.times import to_microseconds


class PostgresLeases(Leases):
    """Of no guild: processes agree by them which guilds are whose."""

    def __init__(self, database: Database) -> None:
        self._database = database

    ACQUIRE = """
        INSERT INTO lease VALUES ($1, $2, $3)
        ON CONFLICT (key) DO UPDATE SET holder = excluded.holder, until = excluded.until
        WHERE lease.holder = excluded.holder OR lease.until <= $4
    """
    GET = "SELECT key, holder, until FROM lease WHERE key = $1"

    async def acquire(self, name: str, holder: str, now: datetime, until: datetime) -> Lease:
        row = (check_name(name), check_holder(holder), *map(to_microseconds, (until, now)))

        async def work(connection: Connection) -> Lease:
            # The conflict locks the row, also where it is not changed: nobody changes it meanwhile.
            await connection.execute(self.ACQUIRE, *row)
            return lease_of(*await connection.fetchrow(self.GET, name))

        return await self._database.write(work)

    RELEASE = "DELETE FROM lease WHERE key = $1 AND holder = $2"

    async def release(self, name: str, holder: str) -> bool:
        key = (check_name(name), check_holder(holder))
        return bool(row_count(await self._database.write(lambda c: c.execute(self.RELEASE, *key))))

    HELD = """
        SELECT key, holder, until FROM lease
        WHERE until > $1 AND starts_with(key, $2) ORDER BY key COLLATE "C"
    """

    async def held(self, now: datetime, prefix: str = "") -> list[Lease]:
        found = await self._database.read(self.HELD, to_microseconds(now), prefix)
        return [lease_of(*row) for row in found]


# Long after it ran out, whatever the clocks of the processes say.
OLD_LEASES = "DELETE FROM lease WHERE until < $1"
