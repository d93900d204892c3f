"""Takes what is copied from elsewhere into an empty database, table by table and guild by guild.

As long as that is not finished, two tables more stand in the database: which key it was begun
with, and what has arrived. Nobody opens it before they are gone (see `schema.known_version`).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

from storage.errors import StorageError
from storage.postgres import schema
from storage.postgres.address import shown
from storage.postgres.connection import Connection
from storage.postgres.running_lock import RunningLock
from storage.postgres.sessions import connected
from storage.rows.tables import TABLES, Checksum, Table

_BEGIN: Final = """
    CREATE TABLE barometer_move (fingerprint bytea NOT NULL);
    CREATE TABLE barometer_moved (
        name text NOT NULL, guild bigint NOT NULL, rows bigint NOT NULL, sum bigint NOT NULL,
        PRIMARY KEY (name, guild));
"""
_NOTE_SOURCE: Final = "INSERT INTO barometer_move VALUES ($1)"
_SOURCE: Final = "SELECT fingerprint FROM barometer_move"
_HAS_BEGUN: Final = "SELECT to_regclass('barometer_move') IS NOT NULL"
_IS_USED: Final = "SELECT EXISTS (SELECT 1 FROM identity_key)"
_ARRIVED: Final = "SELECT name, guild, rows, sum FROM barometer_moved"
_NOTE: Final = """
    INSERT INTO barometer_moved VALUES ($1, $2, $3, $4)
    ON CONFLICT (name, guild) DO UPDATE SET rows = excluded.rows, sum = excluded.sum
"""
_FORGET: Final = "DELETE FROM barometer_moved WHERE name = $1 AND guild = $2"
_FORGET_ALL: Final = "DELETE FROM barometer_moved"
_END: Final = "DROP TABLE barometer_moved; DROP TABLE barometer_move"
_NEXT_ID: Final = """
    SELECT setval(pg_get_serial_sequence('{table}', 'id'), coalesce(max(id), 0) + 1, false)
    FROM {table}
"""
# What follows from what has come; of days, what is published is added up as it comes.
_ADD_UP_GUILDS: Final = """
    INSERT INTO guild_hour
    SELECT guild, hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
    FROM channel_hour GROUP BY guild, hour
"""
_NUMBERED: Final = (
    "channel",
    "member",
    "model",
    "model_change",
    "settings_change",
    "note",
    "alert",
    "alert_post",
)
# `where` is empty, or names the guild.
_CLEAR: Final = 'DELETE FROM "{table}"{where}'
_READ: Final = 'SELECT {columns} FROM "{table}"{where}'
_COUNT: Final = 'SELECT count(*) FROM "{table}"'
_AT_ONCE: Final = 5000


class PostgresTarget:
    """An empty database that is being filled."""

    def __init__(self, connection: Connection, server: str) -> None:
        self._connection = connection
        self._server = server

    async def arrived(self) -> dict[tuple[str, int], Checksum]:
        """By table and guild, what has been copied and verified."""
        found = await self._connection.fetch(_ARRIVED)
        return {(name, guild): Checksum(rows, total) for name, guild, rows, total in found}

    async def take(self, table: Table, guild: int, rows: Iterable[Sequence[Any]]) -> Checksum:
        """Put these rows in the place of the guild's, in one transaction, and read them again.

        Returns the checksum of what was handed in. Raises `StorageError` where what was stored is
        not the same.
        """
        given = Checksum()

        def counted() -> Iterator[Sequence[Any]]:
            for row in rows:
                given.add(row)
                yield row

        async with self._connection.transaction():
            await self._clear(table, guild)
            await self._connection.copy_records_to_table(
                table.name, records=counted(), columns=table.columns
            )
            stored = await self._stored(table, guild)
            if stored != given:
                raise StorageError(
                    f"The table {table.name} of server {guild} didn't arrive as it was sent: "
                    f"{stored.rows} rows of {given.rows}, or others. Nothing of it was kept."
                )
            await self._connection.execute(_NOTE, table.name, guild, given.rows, given.sum)
        return given

    async def clear_from(self, table: Table, guild: int) -> None:
        """Take out the guild's rows of this table and of all that are copied after it: they may
        refer to these."""
        async with self._connection.transaction():
            for each in reversed(TABLES[TABLES.index(table) :]):
                if each.is_by_guild:
                    await self._clear(each, guild)
                    await self._connection.execute(_FORGET, each.name, guild)

    async def start_over(self) -> None:
        """Take out everything."""
        async with self._connection.transaction():
            for each in reversed(TABLES):
                sql = _CLEAR.format(table=each.name, where="")
                await self._connection.execute(sql)
            await self._connection.execute(_FORGET_ALL)

    async def verify(self, table: Table, expected: dict[int, Checksum]) -> int:
        """Read the whole table once more; how many rows it has. Raises `StorageError`."""
        total = 0
        for guild, checksum in expected.items():
            if await self._stored(table, guild) != checksum:
                raise StorageError(
                    f"The table {table.name} of server {guild} isn't as it was sent any more."
                )
            total += checksum.rows
        sql = _COUNT.format(table=table.name)
        everything = await self._connection.fetchval(sql)
        if everything != total:
            raise StorageError(
                f"The table {table.name} has {everything} rows, and {total} were sent."
            )
        return total

    async def finish(self) -> None:
        """Add up what follows from what has come, number what comes new behind it, and let the bot
        in."""
        async with self._connection.transaction():
            await self._connection.execute(_ADD_UP_GUILDS)
            for table in _NUMBERED:
                sql = _NEXT_ID.format(table=table)
                await self._connection.execute(sql)
            await self._connection.execute(_END)
        await self._connection.execute("ANALYZE")

    async def _clear(self, table: Table, guild: int) -> None:
        where, parameters = _of_guild(table, guild)
        sql = _CLEAR.format(table=table.name, where=where)
        await self._connection.execute(sql, *parameters)

    async def _stored(self, table: Table, guild: int) -> Checksum:
        async with self._connection.transaction():
            return await self._sum(table, guild)

    async def _sum(self, table: Table, guild: int) -> Checksum:
        names = ", ".join(f'"{name}"' for name in table.columns)
        where, parameters = _of_guild(table, guild)
        sql = _READ.format(columns=names, table=table.name, where=where)
        found = Checksum()
        rows = await self._connection.cursor(sql, *parameters)
        while part := await rows.fetch(_AT_ONCE):
            for row in part:
                found.add(row)
        return found


@asynccontextmanager
async def target(address: str, fingerprint: bytes) -> AsyncIterator[PostgresTarget]:
    """The database at this address, empty or half filled from a source with this key.

    Nobody else can open it meanwhile. Raises `StorageError`, also where it holds other data.
    """
    server = shown(address)
    async with connected(address) as connection:
        await RunningLock(server, None).take(connection)
        async with connection.transaction():
            begun = await connection.fetchval(_HAS_BEGUN)
            await schema.migrate(connection, moving=True)
            if begun:
                if await connection.fetchval(_SOURCE) != fingerprint:
                    raise StorageError(
                        f"Another database was being moved to {server}. Finish that, or name an "
                        "empty one."
                    )
            elif await connection.fetchval(_IS_USED):
                raise StorageError(
                    f"The database {server} already holds data. Name an empty one: nothing there "
                    "was changed."
                )
            else:
                await connection.execute(_BEGIN)
                await connection.execute(_NOTE_SOURCE, fingerprint)
        yield PostgresTarget(connection, server)


def _of_guild(table: Table, guild: int) -> tuple[str, tuple[int, ...]]:
    return (" WHERE guild = $1", (guild,)) if table.is_by_guild else ("", ())
