"""Whether a transaction got through whose commit nobody heard of, since the connection broke; and
whether the tables are still those that this process knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from storage.errors import OutdatedError
from storage.postgres.sessions import Connection

# Of processes that have ended so many are remembered.
_WRITERS_KEPT: Final = 100_000

_REGISTER = "INSERT INTO writer (written) VALUES (0) RETURNING id"
_FORGET_OLD = "DELETE FROM writer WHERE id < $1"
_LOCK = "SELECT pg_advisory_xact_lock(guild) FROM unnest($1::bigint[]) AS guild"
# Of the schema, too: a migration has the table of it to itself until it is committed, and what this
# statement sees is as new as the locks on tables that it waited for. So it stays what it says.
_LOCK_AND_MARK = """
    WITH mark AS (UPDATE writer SET written = $3 WHERE id = $2), locked AS MATERIALIZED (
        SELECT pg_advisory_xact_lock(guild) FROM unnest($1::bigint[]) AS guild)
    SELECT version, (SELECT count(*) FROM locked) FROM barometer_schema
"""
# Waits until the transaction that is in doubt has ended, also where the server still works on it.
_WRITTEN = "SELECT written FROM writer WHERE id = $1 FOR UPDATE"


class Writer:
    """A process among those that write to the database, and how many transactions it has begun."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._schema = 0
        self._number: int | None = None
        self._begun = 0

    @property
    def is_registered(self) -> bool:
        return self._number is not None

    async def register(self, connection: Connection) -> int:
        """The number for `registered`, once that is committed."""
        number = int(await connection.fetchval(_REGISTER))
        await connection.execute(_FORGET_OLD, number - _WRITERS_KEPT)
        return number

    def registered(self, number: int, schema: int) -> None:
        """From now on mark transactions by this number, and only write to tables of this schema."""
        self._number, self._schema = number, schema

    async def begin(self, connection: Connection, guilds: Sequence[int]) -> None:
        """Lock these guilds, in order, and mark the transaction: the first that it does.

        All guilds at once, before anything is read, so that nobody waits for each other. Raises
        `OutdatedError` where a newer version has changed the tables.
        """
        if self._number is not None:
            self._begun += 1
            schema = await connection.fetchval(_LOCK_AND_MARK, guilds, self._number, self._begun)
            if schema is not None and schema > self._schema:
                raise OutdatedError(self._server, schema, self._schema)
        elif guilds:
            await connection.execute(_LOCK, guilds)

    async def has_written(self, connection: Connection) -> bool:
        """Whether the transaction that was begun last was committed."""
        return bool(await connection.fetchval(_WRITTEN, self._number) == self._begun)
