"""Databases of PostgreSQL for the tests. To make one takes half a second: they are used again."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Awaitable, Callable
from typing import TypeVar

import asyncpg

from scripts.chaos.postgres_server import PostgresServer
from storage.postgres import schema

T = TypeVar("T")

_TABLES = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'barometer_schema'
"""
# Once it was opened, the database knows its key.
_WAS_USED = "SELECT EXISTS (SELECT 1 FROM identity_key)"
_IS_IN_USE = """
    SELECT EXISTS (
        SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid())
"""


class Databases:
    """Gives addresses of databases that are empty but for the tables."""

    def __init__(self, server: PostgresServer) -> None:
        self.server = server
        self._given: list[str] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def new_address(self) -> str:
        """A database that nobody uses; perhaps one that an earlier example has closed again."""
        for address in self._given:
            if self._run(address, _empty_again):
                return address
        address = self.server.new_database()
        self._run(address, _migrate)
        self._given.append(address)
        return address

    def numbers(self, sql: str, address: str) -> list[tuple[int | None, ...]]:
        """The rows that a question has for its answer, past the storage."""
        lines = self.server.ask(sql, address.rpartition("/")[2])
        return [tuple(int(each) if each else None for each in line.split("|")) for line in lines]

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, address: str, work: Callable[[asyncpg.Connection], Awaitable[T]]) -> T:
        async def connected() -> T:
            connection = await asyncpg.connect(address)
            try:
                return await work(connection)
            finally:
                await connection.close()

        return asyncio.run_coroutine_threadsafe(connected(), self._loop).result(60)


async def _migrate(connection: asyncpg.Connection) -> None:
    async with connection.transaction():
        await schema.migrate(connection)


async def _empty_again(connection: asyncpg.Connection) -> bool:
    """Empty a database that was used and is not any more; whether it was one."""
    if not await connection.fetchval(_WAS_USED) or await connection.fetchval(_IS_IN_USE):
        return False
    tables = [name for (name,) in await connection.fetch(_TABLES)]
    rows = [
        row for script in schema.scripts() for row in re.findall(r"^INSERT [^;]*;", script, re.M)
    ]
    # Without the checks of foreign keys the order does not matter.
    await connection.execute(
        "SET session_replication_role = replica;"
        + "".join(f'DELETE FROM "{name}";' for name in tables)
        + "".join(rows)
    )
    return True
