"""The storage as the other rooms see it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from threading import Event
from typing import TYPE_CHECKING

from storage.errors import StorageError
from storage.pseudonyms import default_key_file
from storage.sqlite.channels import Channels
from storage.sqlite.connection import Database, connect
from storage.sqlite.files import backups
from storage.sqlite.files.inspection import inspect
from storage.sqlite.files.owned import take_from_others
from storage.sqlite.files.privacy_journal import journal_of
from storage.sqlite.files.restoring import mend
from storage.sqlite.guilds import Guilds
from storage.sqlite.messages import Messages
from storage.sqlite.model_versions import Models
from storage.sqlite.privacy import Privacy
from storage.sqlite.retention import Expiry
from storage.sqlite.rollups import Rollups
from storage.sqlite.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime
    from pathlib import Path


class Storage:
    """One noun each: `messages` are written, `rollups` read, and so on.

    `notice` says what the operator must know about the start: that the database was damaged, and
    what is in its place. `None` after an ordinary one.
    """

    def __init__(self, database: Database, backup_folder: Path, notice: str | None = None) -> None:
        self.notice = notice
        self.messages = Messages(database)
        self.channels = Channels(database)
        self.rollups = Rollups(database)
        self.settings = Settings(database)
        self.privacy = Privacy(database)
        self.retention = Expiry(database)
        self.models = Models(database)
        self.guilds = Guilds(database)
        self._database = database
        self._backup_folder = backup_folder

    async def backup(self, now: datetime) -> Path:
        """Make a backup named after this time (aware), and delete those that are too old.

        In a thread of its own; messages are read and written meanwhile. To be called once an
        hour, for old ones go even when no new one can be made. Raises `StorageError` in words.
        """
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

    async def check(self) -> str | None:
        """Read the whole file and say, in words, what is damaged; `None` when nothing is.

        Other reads wait meanwhile.
        """
        try:
            integrity = await self._database.read("PRAGMA integrity_check(3)")
            lost = await self._database.read("PRAGMA foreign_key_check")
        except StorageError as error:
            return str(error)
        if integrity != [("ok",)]:
            found = "; ".join(text for (text,) in integrity)
            return f"The database is damaged ({found}). Start again: it is restored."
        if lost:
            tables = ", ".join(sorted({row[0] for row in lost}))
            return f"The database has rows that point nowhere, in {tables}. Restore a backup."
        return None


async def look(
    path: Path, key_file: Path | None = None, backup_folder: Path | None = None
) -> str | None:
    """What `open` would do with these files beyond opening them; `None`: nothing.

    Changes nothing. Raises `StorageError` where `open` would fail, or would have to mend.
    """
    folder = backup_folder or backups.default_folder(path)
    return await asyncio.to_thread(inspect, path, folder, key_file)


@asynccontextmanager
async def open(  # noqa: A001 - storage.open, like gzip.open
    path: Path, key_file: Path | None = None, backup_folder: Path | None = None
) -> AsyncIterator[Storage]:
    """Open the storage in this file, which is created (mode 0600) or brought up to date.

    What of its files others may read is set to mode 0600.

    Two files belong to it. `key_file` (by default the database's name with `.key` added) holds
    32 random bytes, made at the first start, without which nobody in the database can be
    recognised. The journal (`.wishes` added) holds who opted out or had data erased; what of it
    the database does not know is carried out now.

    A damaged database is moved aside, and the newest good backup takes its place, or an empty
    database; `Storage.notice` says so. `backup_folder` is by default `backups` beside it.

    Raises `StorageError` that says what to do when a file cannot be used: a folder, no
    database, another program's or a newer version's database, locked, or not permitted; a key
    that is missing, or another database's; a damaged journal.
    """
    folder = backup_folder or backups.default_folder(path)
    await asyncio.to_thread(_take_from_others, path, folder, key_file)
    notice = await asyncio.to_thread(mend, path, folder, key_file)
    async with connect(path, key_file) as database:
        yield Storage(database, folder, notice)


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
