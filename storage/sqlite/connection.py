"""The connections to one file: one that writes and some that read, each with its own thread.

They know SQL and nothing of what the tables mean.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from storage.errors import DamagedError, OutdatedError, StorageError
from storage.owned_files import create_owned
from storage.sqlite.failures import WORDS, in_words, is_damage, refuse_unwritable
from storage.sqlite.log_scrubber import empty_log, log_scrubber
from storage.sqlite.schema_version import refuse_outdated, schema_of
from storage.sqlite.transaction import snapshot, transaction

T = TypeVar("T")

# How long a statement waits for another program that holds the database.
BUSY_SECONDS = 5.0

# Short questions (what the pipeline and members ask) wait for no summary.
PROMPT_READERS = 2
PATIENT_READERS = 4

# A stop does not wait for all the summaries that people have asked for: nobody gets them any more.
_PATIENCE_AT_CLOSE = 1.0
_SECONDS_BETWEEN_INTERRUPTS = 0.005


class Readers:
    """Connections of which each question gets the one that has the least to do."""

    def __init__(self, connections: Sequence[aiosqlite.Connection]) -> None:
        self._waiting = dict.fromkeys(connections, 0)
        self._asked: set[asyncio.Future[Any]] = set()

    async def ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        connection = min(self._waiting, key=self._waiting.__getitem__)
        self._waiting[connection] += 1
        asked = asyncio.ensure_future(_run(connection, question))
        self._asked.add(asked)
        # Whoever is cancelled leaves the thread at work: the connection is free when it is done.
        asked.add_done_callback(lambda _: self._answered(asked, connection))
        return await asyncio.shield(asked)

    def _answered(self, asked: asyncio.Future[Any], connection: aiosqlite.Connection) -> None:
        self._asked.discard(asked)
        self._waiting[connection] -= 1

    async def close(self, *, patience: float) -> None:
        """Answer what was asked, or after so many seconds break it off; then close."""
        if self._asked:
            await asyncio.wait(self._asked, timeout=patience)
        while self._asked:  # the next one in the line of a connection begins when one is broken off
            for connection in self._waiting:
                await connection.interrupt()
            await asyncio.wait(self._asked, timeout=_SECONDS_BETWEEN_INTERRUPTS)
        async with AsyncExitStack() as closing:  # all of them, also when one fails
            for connection in self._waiting:
                closing.push_async_callback(connection.close)


class Database:
    """One SQLite file in WAL mode: reads see the last commit and never wait for a write.

    All methods raise `StorageError`, with nothing changed, when SQLite cannot do its part; that is
    a `DamagedError`, told to `damaged` as well, when a page of the file is not what it was. Writes
    raise an `OutdatedError`, told to `outdated` as well, when its schema is beyond `schema`.
    """

    def __init__(
        self,
        path: Path,
        writer: aiosqlite.Connection,
        prompt: Readers,
        patient: Readers,
        schema: int,
    ) -> None:
        self.path = path
        self._schema = schema
        self._writer = writer
        self._prompt = prompt
        self._patient = patient
        self._closed = False
        self._damage: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._newer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._scrubber = log_scrubber(self._empty_log)
        self._scrubbing = asyncio.create_task(self._scrubber.run(), name="scrub")

    async def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """All rows that one short SELECT gives, from one snapshot of the database."""
        self._refuse_when_closed()
        with self._in_words():
            return await self._prompt.ask(lambda reader: reader.execute(sql, parameters).fetchall())

    async def read_long(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """The same for a SELECT over many rows: no `read` ever waits for it."""
        return await self.read_together(lambda reader: reader.execute(sql, parameters).fetchall())

    async def read_together(self, questions: Callable[[sqlite3.Connection], T]) -> T:
        """Run `questions`, which only read, on a reader's thread; no `read` ever waits for it.

        They see one snapshot of the database. What takes long to make of the rows belongs there,
        too: the event loop goes on meanwhile.
        """
        self._refuse_when_closed()
        with self._in_words():
            return await self._patient.ask(partial(_in_snapshot, questions=questions))

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` on the writer's thread as one transaction; return once it is committed.

        Transactions run one after the other, in the order of the calls. Cancelling the caller
        does not stop a transaction: it is committed wholly, or not at all when it fails.
        """
        self._refuse_when_closed()
        with self._in_words():
            return await _run(self._writer, self._in_transaction, work)

    def _in_transaction(
        self, connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]
    ) -> T:
        with transaction(connection):
            refuse_outdated(connection, self.path, self._schema)
            return work(connection)

    async def erase(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Like `write`; and within seconds what `work` deletes is in no byte of the files.

        That takes until no reader, of this program or another, has an old snapshot open.
        """
        try:
            return await self.write(work)
        finally:
            # Also for a caller who was cancelled: the work goes on without them.
            self.scrub_soon()

    def scrub_soon(self) -> None:
        """Take what was deleted by now out of every byte of the files, within seconds."""
        self._scrubber.soon()

    async def _empty_log(self) -> bool:
        with self._in_words():
            return await _run(self._writer, empty_log)

    async def close(self) -> None:
        """Finish what was handed in to be written, then close; long questions are broken off."""
        self._closed = True
        self._scrubbing.cancel()
        with self._in_words():
            async with AsyncExitStack() as closing:
                # The last connection to close folds the WAL into the file; only this one may.
                closing.push_async_callback(self._writer.close)
                for readers in (self._prompt, self._patient):
                    closing.push_async_callback(readers.close, patience=_PATIENCE_AT_CLOSE)

    async def damaged(self) -> str:
        """Wait until damage is found, and say in words where."""
        return await asyncio.shield(self._damage)

    async def outdated(self) -> str:
        """Wait until a write finds the tables of a newer version, and say so in words."""
        return await asyncio.shield(self._newer)

    def refuse_when_damaged(self) -> None:
        """Raise `DamagedError` if damage was found."""
        if self._damage.done():
            raise DamagedError(self._damage.result())

    def note_damage(self, words: str) -> None:
        if not self._damage.done():
            self._damage.set_result(words)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            with in_words(self.path):
                yield
        except OutdatedError as error:
            if not self._newer.done():
                self._newer.set_result(str(error))
            raise
        except StorageError as error:
            if is_damage(error.__cause__):
                self.note_damage(str(error))
                raise DamagedError(str(error)) from error.__cause__
            raise
        except UnicodeDecodeError as error:  # what SQLite says of a damaged schema quotes it
            words = f"The database {self.path} {WORDS[sqlite3.SQLITE_CORRUPT]}"
            self.note_damage(words)
            raise DamagedError(words) from error

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise StorageError("The storage is closed.")


@asynccontextmanager
async def connect(
    path: Path, prepare: Callable[[sqlite3.Connection], T]
) -> AsyncIterator[tuple[Database, T]]:
    """Open the database, created with mode 0600 where it is missing.

    `prepare` makes the writer's connection ready, before anything else is done; what it returned
    comes with the database. Transactions that were handed in are finished before it closes.
    Raises `StorageError` that says what to do when the file cannot be used.
    """
    _create(path)
    async with AsyncExitStack() as opened:
        with in_words(path):
            writer = await opened.enter_async_context(_connection(path))
            prepared = await _run(writer, prepare)
            schema = await _run(writer, schema_of)
            readers = [
                await opened.enter_async_context(_connection(path))
                for _ in range(PROMPT_READERS + PATIENT_READERS)
            ]
            for reader in readers:
                await reader.execute_fetchall("PRAGMA query_only = ON")
        opened.pop_all()  # from here on the database closes them
        prompt, patient = readers[:PROMPT_READERS], readers[PROMPT_READERS:]
        database = Database(path, writer, Readers(prompt), Readers(patient), schema)
    try:
        yield database, prepared
    finally:
        await database.close()


def _connection(path: Path) -> aiosqlite.Connection:
    return aiosqlite.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that leaves file and log as they are, also when it is the last to close."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _create(path: Path) -> None:
    try:
        # WAL and shared memory get the mode of the database from SQLite. A file that exists is
        # not opened: closing it would drop the locks that this process holds on it
        # (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
        create_owned(path).close()
    except FileExistsError:
        refuse_unwritable(path)
    except FileNotFoundError as error:
        raise StorageError(
            f"The folder {path.parent} doesn't exist. Create it, or name another database file."
        ) from error
    except OSError as error:
        raise StorageError(
            f"Couldn't create the database {path}: {error.strerror}. Give Barometer's user the "
            "folder, or name another file."
        ) from error


# FULL, not NORMAL: a commit waits until the disk has it. A member who was told that their data is
# erased must not find it back after a power cut; the price is one sync a batch, about a tenth.
# secure_delete overwrites with zeros what is deleted. A page that many batches change is copied
# from the log into the file once a checkpoint: the rarer these are, the less is copied. 4,000 pages
# are 16 MiB.
WRITER_PRAGMAS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA wal_autocheckpoint = 4000;
"""


def _in_snapshot(connection: sqlite3.Connection, questions: Callable[[sqlite3.Connection], T]) -> T:
    with snapshot(connection):
        return questions(connection)


async def _run(connection: aiosqlite.Connection, function: Callable[..., T], *arguments: Any) -> T:
    # aiosqlite's public calls queue single statements, and other tasks' statements come between
    # them. It has no public call that queues a function, so this one place uses its private one.
    return await connection._execute(function, connection._conn, *arguments)  # type: ignore[no-any-return, no-untyped-call]
