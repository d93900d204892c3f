"""The connections: one that writes, one that reads, each with a thread of its own."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import aiosqlite

from storage.errors import InvalidInputError, StorageError
from storage.pseudonyms import check_key, default_key_file, load_key, register
from storage.sqlite.files.owned import create_owned
from storage.sqlite.files.privacy_journal import journal_of
from storage.sqlite.privacy_requests import catch_up
from storage.sqlite.schema import is_keyed, migrate, refuse_foreign, scripts
from storage.sqlite.scrub import Scrubber, empty_log
from storage.sqlite.transaction import transaction

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence
    from pathlib import Path

T = TypeVar("T")

# How long a statement waits for another program that holds the database.
BUSY_SECONDS = 5.0

_WORDS = {
    sqlite3.SQLITE_NOTADB: "is not a database. Move it aside, or use another file.",
    sqlite3.SQLITE_CORRUPT: "is damaged. Start Barometer again: it restores a backup.",
    sqlite3.SQLITE_BUSY: "is in use by another program. Is Barometer running twice? Stop one.",
    sqlite3.SQLITE_READONLY: "cannot be written. Give Barometer's user the file and its folder.",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. Give Barometer's user the file and its folder.",
    sqlite3.SQLITE_FULL: "does not fit on the disk any more. Make room.",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error.",
}


class Database:
    """One SQLite file in WAL mode: reads see the last commit and never wait for a write.

    All methods raise `StorageError`, with nothing changed, when SQLite cannot do its part.
    """

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection):
        self.path = path
        self._writer = writer
        self._reader = reader
        self._closed = False
        self._scrubber = Scrubber(self._empty_log)
        self._scrubbing = asyncio.create_task(self._scrubber.run(), name="scrub")

    async def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """All rows that one SELECT gives, from one snapshot of the database."""
        self._refuse_when_closed()
        with in_words(self.path):
            return list(await self._reader.execute_fetchall(sql, parameters))

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` on the writer's thread as one transaction; return once it is committed.

        Transactions run one after the other, in the order of the calls. Cancelling the caller
        does not stop a transaction: it is committed wholly, or not at all when it fails.
        """
        self._refuse_when_closed()
        with in_words(self.path):
            return await _run(self._writer, _in_transaction, work)

    async def erase(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Like `write`; and within seconds what `work` deletes is in no byte of the files.

        That takes until no reader, of this program or another, has an old snapshot open.
        """
        try:
            return await self.write(work)
        finally:
            # Also for a caller who was cancelled: the work goes on without them.
            self._scrubber.soon()

    async def _empty_log(self) -> bool:
        with in_words(self.path):
            return await _run(self._writer, empty_log)

    async def close(self) -> None:
        """Finish what was handed in, then close."""
        self._closed = True
        self._scrubbing.cancel()
        with in_words(self.path):
            try:
                await self._reader.close()
            finally:
                # The last connection to close folds the WAL into the file; only this one may.
                await self._writer.close()

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise StorageError("The storage is closed.")


@asynccontextmanager
async def connect(path: Path, key_file: Path | None = None) -> AsyncIterator[Database]:
    """Open the database, created with mode 0600 where it is missing, and bring it up to date.

    `key_file` is by default the database's name with `.key` added. Transactions that were handed
    in are finished before it closes. Raises `StorageError` that says what to do when a file
    cannot be used.
    """
    _create(path)
    with in_words(path):
        writer = await aiosqlite.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            key = await _run(writer, prepare, path, key_file)
            reader = await aiosqlite.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            await _run(reader, register, key)
        except BaseException:
            await writer.close()
            raise
    database = Database(path, writer, reader)
    try:
        await database.read("PRAGMA query_only = ON")
        yield database
    finally:
        await database.close()


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that leaves file and log as they are, also when it is the last to close."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


@contextmanager
def in_words(path: Path, what: str = "database") -> Iterator[None]:
    """Turn SQLite's exceptions into `StorageError`s that say what to do."""
    try:
        yield
    except OverflowError as error:
        raise InvalidInputError("A number is outside the signed 64-bit range.") from error
    except sqlite3.Error as error:
        # The low byte is the error, the rest its kind: https://www.sqlite.org/rescode.html
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        words = _WORDS.get(code, f"gave an error: {error}.")
        raise StorageError(f"The {what} {path} {words}") from error


def refuse_unwritable(path: Path) -> None:
    """Raise `StorageError` where a database that exists cannot be opened to write."""
    if path.is_dir():
        raise StorageError(f"The database {path} is a folder. Name a file in it.")
    # SQLite opens what it may only read, and would fail no sooner than at the first message.
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        raise StorageError(f"The database {path} {_WORDS[sqlite3.SQLITE_READONLY]}")


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
            f"The folder {path.parent} does not exist. Create it, or name another database file."
        ) from error
    except OSError as error:
        raise StorageError(
            f"The database {path} cannot be created: {error.strerror}. Give Barometer's user the "
            "folder, or name another file."
        ) from error


# FULL, not NORMAL: a commit waits until the disk has it. A member who was told that their data is
# erased must not find it back after a power cut; the price is one sync a batch, about a tenth.
# secure_delete overwrites with zeros what is deleted.
WRITER_PRAGMAS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
"""


def prepare(connection: sqlite3.Connection, path: Path, key_file: Path | None) -> bytes:
    """Make the writer's connection ready; the key that it recognises members with.

    `path` is where the database lies, or will lie once it is restored: key and journal are there.
    """
    refuse_foreign(connection)
    key_file = key_file or default_key_file(path)
    journal = journal_of(path)
    key = load_key(key_file, needed=is_keyed(connection) or journal.exists())
    register(connection, key)
    connection.executescript(WRITER_PRAGMAS)
    migrate(connection, scripts())
    check_key(connection, key_file)
    # Not before: a migration replaces tables that others refer to.
    connection.execute("PRAGMA foreign_keys = ON")
    catch_up(connection, journal)
    # What was replaced or erased just now, or before a crash, leaves the WAL.
    empty_log(connection)
    return key


def _in_transaction(connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    with transaction(connection):
        return work(connection)


async def _run(connection: aiosqlite.Connection, function: Callable[..., T], *arguments: Any) -> T:
    # aiosqlite's public calls queue single statements, and other tasks' statements come between
    # them. It has no public call that queues a function, so this one place uses its private one.
    return await connection._execute(function, connection._conn, *arguments)  # type: ignore[no-any-return, no-untyped-call]
