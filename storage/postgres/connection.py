"""The connections to one database: one that writes and a bounded number that read.

They know SQL and nothing of what the tables mean.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from contextlib import suppress
from typing import Any, Final, TypeVar

import asyncpg

from storage.errors import OutdatedError, StorageError
from storage.postgres import address as addresses
from storage.postgres import sessions
from storage.postgres.failures import FAILURES, in_words, passes
from storage.postgres.in_doubt import Writer
from storage.postgres.running_lock import RunningLock, TakenError
from storage.postgres.sessions import Connection, connect

__all__ = ["Connection", "Database", "row_count"]

log = logging.getLogger(__name__)

T = TypeVar("T")

Work = Callable[[Connection], Awaitable[T]]

# Short questions (what the pipeline and members ask) wait for no summary. With the one that writes
# these are all the connections of a process.
PROMPT_READERS: Final = 2
PATIENT_READERS: Final = 4

# Service managers kill after half a minute what does not end.
CLOSE_SECONDS: Final = 5.0
# A restart of the server takes a few seconds. Whoever hands in messages tries again after that.
_PAUSES: Final = (0.05, 0.2, 0.5, 1.0, 2.0, 4.0)


class Database:
    """One database of PostgreSQL.

    All methods raise `StorageError`, with nothing changed, when the server cannot do its part.
    Before that they try again for some seconds, when the server restarts or a connection drops.
    """

    def __init__(self, address: str, lock: RunningLock | None) -> None:
        self.server = addresses.shown(address)
        self._address = address
        self._lock = lock
        self._connection: Connection | None = None
        self._turn = asyncio.Lock()  # first come, first served
        self._writing: set[asyncio.Task[Any]] = set()
        self._reading: set[asyncio.Task[Any]] = set()
        self._prompt: Any = None
        self._patient: Any = None
        self._is_away = False
        self._closed = False
        self._writer = Writer(self.server)
        self._taken_over: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._newer: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def taken_over(self) -> str:
        """Wait until the lock was lost and somebody else has it; say so in words."""
        return await asyncio.shield(self._taken_over)

    async def outdated(self) -> str:
        """Wait until a write finds the tables of a newer version, and say so in words."""
        return await asyncio.shield(self._newer)

    async def read(self, sql: str, *parameters: Any) -> list[Any]:
        """All rows that one short SELECT gives."""
        return await self._read(self._prompt, lambda reader: reader.fetch(sql, *parameters))

    async def read_long(self, sql: str, *parameters: Any) -> list[Any]:
        """The same for a SELECT over many rows: no `read` ever waits for it."""
        return await self._read(self._patient, lambda reader: reader.fetch(sql, *parameters))

    async def read_with(self, questions: Work[T]) -> T:
        """Ask some short `questions`, which only read, one after the other."""
        return await self._read(self._prompt, questions)

    async def read_together(self, questions: Work[T]) -> T:
        """Ask `questions`, which only read, in one snapshot of the database.

        They may be asked again from the start when the connection is lost.
        """

        async def ask(reader: Connection) -> T:
            async with reader.transaction(isolation="repeatable_read", readonly=True):
                return await questions(reader)

        return await self._read(self._patient, ask)

    async def write(self, work: Work[T], guilds: Collection[int] = ()) -> T:
        """Run `work` as one transaction; return once it is committed.

        Transactions of this process run one after the other, in the order of the calls. Nobody
        else, in any process, changes meanwhile what is counted of these `guilds`.

        Cancelling the caller does not stop a transaction: it is committed wholly, or not at all
        when it fails. It is tried again when the connection is lost, but never once it was
        committed, even if nobody got to hear of that.
        """
        self._refuse_when_closed()
        locked = sorted(set(guilds))
        return await _see_to(self._write(work, locked), self._writing)

    async def _write(self, work: Work[T], guilds: Sequence[int]) -> T:
        async with self._turn:
            return await self._persist(lambda: self._transaction(work, guilds))

    async def register(self, schema: int) -> None:
        """From now on find out, when a connection breaks, whether a transaction got through; and
        write only as long as the tables are those of this `schema`.

        To be called once the tables are there.
        """
        self._writer.registered(await self.write(self._writer.register), schema)

    async def _transaction(self, work: Work[T], guilds: Sequence[int]) -> T:
        connection = await self._connected()
        # Each statement sees what was committed before it, whatever the server's default: what is
        # read under a lock would else be as old as the wait for that.
        transaction = connection.transaction(isolation="read_committed")
        await transaction.start()
        try:
            await self._writer.begin(connection, guilds)
            result = await work(connection)
        except BaseException as error:
            await _roll_back(connection, transaction, error)
            if isinstance(error, OutdatedError) and not self._newer.done():
                self._newer.set_result(str(error))
            raise
        try:
            await transaction.commit()
        except FAILURES as error:
            if not passes(error):
                raise
            connection.terminate()
            if not self._writer.is_registered or not await self._was_committed():
                raise
        return result

    async def _was_committed(self) -> bool:
        """Whether the last transaction got through before the connection was lost."""

        async def ask() -> bool:
            return await self._writer.has_written(await self._connected())

        return await self._persist(ask)

    async def _connected(self) -> Connection:
        """The one connection that writes, made anew when it was lost; it has the running lock."""
        if self._connection is None or self._connection.is_closed():
            self._connection = None
            connection = await connect(self._address)
            try:
                if self._lock is not None:
                    await self._lock.take(connection)
            except BaseException as error:
                connection.terminate()
                if isinstance(error, TakenError) and error.was_held and not self._taken_over.done():
                    self._taken_over.set_result(str(error))
                raise
            self._connection = connection
        return self._connection

    async def _read(self, pool: Any, question: Work[T]) -> T:
        self._refuse_when_closed()

        async def ask() -> T:
            async with pool.acquire() as reader:
                try:
                    return await question(reader)
                except asyncpg.InternalClientError:
                    reader.terminate()
                    raise

        # To cancel a question, asyncpg asks the server, and waits: for ever if that hangs.
        return await _see_to(self._persist(ask), self._reading)

    async def _persist(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """Try again what may pass; `StorageError` in words for what does not, or not in time."""
        for pause in (*_PAUSES, None):
            try:
                result = await attempt()
            except FAILURES as error:
                if not passes(error):
                    # Not from it: what the server says quotes the row.
                    raise in_words(error, self.server) from None
                if pause is None or self._closed:
                    raise in_words(error, self.server) from error
                self._note_away(error)
                await asyncio.sleep(pause)
            else:
                self._note_back()
                return result
        raise AssertionError("the last try returns or raises")

    def _note_away(self, error: Exception) -> None:
        if not self._is_away:
            self._is_away = True
            log.warning("%s Trying again.", in_words(error, self.server))

    def _note_back(self) -> None:
        if self._is_away:
            self._is_away = False
            log.info("The database %s is back.", self.server)

    async def open(self) -> None:
        self._prompt, self._patient = [
            await sessions.pool(self._address, size) for size in (PROMPT_READERS, PATIENT_READERS)
        ]
        await self._persist(self._connected)

    async def close(self) -> None:
        """Finish what was handed in to be written, if the server does so in some seconds, then
        close; questions are broken off."""
        self._closed = True
        if self._writing:
            await asyncio.wait(self._writing, timeout=CLOSE_SECONDS)
        for pool in (self._prompt, self._patient):
            if pool is not None:
                pool.terminate()
        if self._connection is not None:
            if self._writing:
                self._connection.terminate()
            with suppress(*FAILURES):
                await self._connection.close(timeout=CLOSE_SECONDS)
        if left := self._writing | self._reading:
            _, left = await asyncio.wait(left, timeout=1.0)
            for task in left:
                task.cancel()

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise StorageError("The storage is closed.")


async def _see_to(work: Coroutine[Any, Any, T], under_way: set[asyncio.Task[Any]]) -> T:
    """Do it to its end, also when the caller is cancelled, who then does not hear of it."""

    def forget(task: asyncio.Task[Any]) -> None:
        under_way.discard(task)
        if not task.cancelled():
            task.exception()

    task = asyncio.create_task(work)
    under_way.add(task)
    task.add_done_callback(forget)
    return await asyncio.shield(task)


async def _roll_back(connection: Connection, transaction: Any, error: BaseException) -> None:
    if isinstance(error, asyncpg.InternalClientError):
        connection.terminate()
        return
    try:
        await transaction.rollback()
    except FAILURES:
        # One that is lost has rolled back; any other must not go on within the old transaction.
        connection.terminate()


def row_count(status: str) -> int:
    """How many rows a statement changed, by what the server says of it.

    row_count("DELETE 3") -> 3
    """
    return int(status.rpartition(" ")[2])
