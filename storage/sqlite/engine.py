"""The storage in one SQLite file, as the other rooms see it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress
from datetime import datetime
from pathlib import Path
from threading import Event

from storage.errors import DamagedError, StorageError
from storage.owned_files import take_from_others
from storage.pseudonyms import Pseudonyms
from storage.records import Retention, Shortening
from storage.sqlite.alerts import SQLiteAlerts
from storage.sqlite.channels import SQLiteChannels
from storage.sqlite.connection import Database
from storage.sqlite.digests import SQLiteDigests
from storage.sqlite.files import backups
from storage.sqlite.files.inspection import coming, inspect
from storage.sqlite.files.privacy_journal import journal_of
from storage.sqlite.files.restoring import mend
from storage.sqlite.files.running_lock import running
from storage.sqlite.guilds import SQLiteGuilds
from storage.sqlite.jobs import SQLiteJobs
from storage.sqlite.leases import SQLiteLeases
from storage.sqlite.marks import SQLiteMarks
from storage.sqlite.messages import SQLiteMessages
from storage.sqlite.model_versions import SQLiteModelVersions
from storage.sqlite.notes import SQLiteNotes
from storage.sqlite.opening import default_key_file, open_database
from storage.sqlite.posts import SQLitePosts
from storage.sqlite.privacy import SQLitePrivacy
from storage.sqlite.published_days import SQLitePublishedDays
from storage.sqlite.retention import SQLiteExpiry
from storage.sqlite.rollups import SQLiteRollups
from storage.sqlite.settings import SQLiteSettings
from storage.sqlite.sweeper import sweeper_of
from storage.sweeper import Sweeper


class DatabaseFiles:
    """A `storage.interface.Files`: the database's own file, and its backups in a folder."""

    def __init__(self, database: Database, backup_folder: Path, notice: str | None) -> None:
        self.notice = notice
        self._database = database
        self._backup_folder = backup_folder

    async def damaged(self) -> str:
        return await self._database.damaged()

    async def backup(self, now: datetime) -> Path:
        self._database.refuse_when_damaged()
        try:
            return await self._renew(now)
        except DamagedError as error:
            self._database.note_damage(str(error))
            raise

    async def room(self) -> int:
        _, taken = await room_of_backups(self._database.path, self._backup_folder)
        return taken

    async def _renew(self, now: datetime) -> Path:
        stop = Event()
        path, folder = self._database.path, self._backup_folder
        copying = asyncio.create_task(asyncio.to_thread(backups.renew, path, folder, now, stop))
        try:
            return await asyncio.shield(copying)
        except asyncio.CancelledError:
            stop.set()
            # The database must not be closed before the copy lets go of it.
            await asyncio.wait([copying])
            copying.exception()  # that it was stopped is no news
            raise


class SQLiteStorage:
    """A `storage.interface.Storage`."""

    def __init__(
        self, database: Database, pseudonyms: Pseudonyms, sweeper: Sweeper, files: DatabaseFiles
    ) -> None:
        self.messages = SQLiteMessages(database, pseudonyms, sweeper)
        self.channels = SQLiteChannels(database)
        self.rollups = SQLiteRollups(database, pseudonyms)
        self.published_days = SQLitePublishedDays(database, pseudonyms)
        self.settings = SQLiteSettings(database, pseudonyms)
        self.privacy = SQLitePrivacy(database, pseudonyms)
        self.retention = SQLiteExpiry(database)
        self.model_versions = SQLiteModelVersions(database)
        self.guilds = SQLiteGuilds(database, pseudonyms, sweeper)
        self.jobs = SQLiteJobs(database)
        self.posts = SQLitePosts(database)
        self.digests = SQLiteDigests(database, pseudonyms)
        self.notes = SQLiteNotes(database, pseudonyms)
        self.marks = SQLiteMarks(database)
        self.alerts = SQLiteAlerts(database, pseudonyms)
        self.leases = SQLiteLeases(database)
        self.files = files
        self.outdated = database.outdated

    async def taken_over(self) -> str:
        """A file's lock is this process's until it ends."""
        never: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        return await never


async def preflight(path: Path, key_file: Path | None, backup_folder: Path | None) -> str | None:
    """As `storage.preflight`, for this file."""
    folder = backup_folder or backups.default_folder(path)
    return await asyncio.to_thread(inspect, path, folder, key_file)


async def room_of_backups(path: Path, backup_folder: Path | None) -> tuple[int, int]:
    """As `storage.room_of_backups`, for this file."""
    folder = backup_folder or backups.default_folder(path)
    return await asyncio.to_thread(backups.room, path, folder)


async def coming_retention(path: Path, now: datetime, chosen: Retention) -> Shortening | None:
    """As `storage.coming_retention`, for this file."""
    return await asyncio.to_thread(coming, path, now, chosen)


@asynccontextmanager
async def open_storage(
    path: Path,
    key_file: Path | None,
    backup_folder: Path | None,
    now: datetime,
    *,
    exclusive: bool = False,
) -> AsyncIterator[SQLiteStorage]:
    """Open the storage in this file, which is created (mode 0600) or brought up to date.

    What of its files others may read is set to mode 0600.

    With `exclusive`, nobody else opens it so meanwhile: see `running_lock.py`.

    Two files belong to it. `key_file` (by default the database's name with `.key` added) holds
    32 random bytes, made at the first start, without which nobody in the database can be
    recognised. The journal (`.wishes` added) holds who opted out or had data erased; what of it
    the database does not know is carried out now.

    A damaged database is moved aside, under a name with the time `now`, and the newest good
    backup takes its place, or an empty database; `Files.notice` says so. `backup_folder` is by
    default `backups` beside it.

    Raises `StorageError` that says what to do when a file cannot be used: a folder, no
    database, another program's or a newer version's database, locked, or not permitted; a key
    that is missing, or another database's; a damaged journal.
    """
    folder = backup_folder or backups.default_folder(path)
    await asyncio.to_thread(_take_from_others, path, folder, key_file)
    with running(path) if exclusive else nullcontext():
        notice = await asyncio.to_thread(mend, path, folder, key_file, now)
        async with (
            open_database(path, key_file) as (database, pseudonyms),
            sweeper_of(database) as sweeper,
        ):
            files = DatabaseFiles(database, folder, notice)
            yield SQLiteStorage(database, pseudonyms, sweeper, files)


def _take_from_others(path: Path, folder: Path, key_file: Path | None) -> None:
    take_from_others(key_file or default_key_file(path))
    take_from_others(journal_of(path))
    databases = [path]
    with suppress(StorageError):  # a folder of backups that cannot be read; making one tells of it
        aside = backups.dated(path.parent, path.name + backups.ASIDE, "")
        databases += [copy.path for copy in (*aside, *backups.found(path, folder))]
    for database in databases:
        for suffix in ("", "-wal", "-shm"):
            take_from_others(database.with_name(database.name + suffix))
