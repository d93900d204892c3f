"""Copies of the database, made while it is in use, and gone again within a week.

A backup is one file, mode 0600, in a folder of its own (by default `backups` beside the database).
Its name tells of which database and of what time (UTC) it is:

    barometer.sqlite3  →  backups/barometer-2026-03-01T120000Z.sqlite3

It holds neither the key nor the privacy journal: those two files need copies of their own. With
the key nobody can be recognised in a backup alone; with the journal no restored backup brings back
what was erased since (see restoring.py).
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Final, NamedTuple

from storage.errors import DamagedError, StorageError
from storage.owned_files import create_owned, sync_folder
from storage.sqlite.connection import open_to_read
from storage.sqlite.failures import in_words, is_damage
from storage.sqlite.schema import APPLICATION_ID, version_of

HOURLY: Final = 24
DAILY: Final = 7
# Rotated once an hour, nothing gets older than 7 days.
OLDEST: Final = timedelta(days=7) - timedelta(hours=1)
# Beside the database: one that was moved aside, with the time (UTC), and one not ready yet.
ASIDE: Final = ".damaged-"
RESTORING: Final = ".restoring"
TIME_FORMAT: Final = "%Y-%m-%dT%H%M%SZ"

# What a copy leaves free, for the database itself to grow.
SPARE_BYTES: Final = 32_000_000
# 4 MB: how much is copied between two looks at whether to stop.
_PAGES_A_STEP: Final = 1000
_INSTRUCTIONS_BETWEEN_LOOKS: Final = 100_000


class Backup(NamedTuple):
    """A copy of the database, and when it was made (aware, by its name)."""

    made_at: datetime
    path: Path


class DamagedFileError(StorageError):
    """Some file is damaged, or no database at all."""


def default_folder(database: Path) -> Path:
    """Where backups lie unless somebody says otherwise: beside the database."""
    return database.parent / "backups"


def create(database: Path, folder: Path, now: datetime, stop: Event | None = None) -> Path:
    """Copy the database as it is at this moment, while others read and write it.

    What is not whole, synced and free of damage never gets the name of a backup. Blocks: for a
    thread of its own. Raises `StorageError` in words when no backup could be made, also when
    `stop` was set meanwhile; older ones stay as they are.
    """
    time = now.astimezone(UTC).strftime(TIME_FORMAT)
    backup = folder / f"{database.stem}-{time}{database.suffix}"
    unfinished = folder / f"{database.name}.unfinished"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with in_words(backup, "backup"):
            try:
                copy(database, unfinished, stop, spare=SPARE_BYTES)
                unfinished.replace(backup)
                sync_folder(folder)
            finally:
                discard(unfinished)
    except DamagedFileError as error:
        raise _not_whole(database, folder, error) from None
    except (StorageError, OSError) as error:
        raise StorageError(
            f"No backup was made; the older ones are kept. {_describe(error, folder)}"
        ) from error
    return backup


def _not_whole(database: Path, folder: Path, error: DamagedFileError) -> StorageError:
    """That a copy is damaged, and whether the database is, too: the disk of the copies may fail."""
    with in_words(database), closing(open_to_read(database)) as connection:
        fault = damage(connection)
    if fault is None:
        return StorageError(
            f"No backup was made, the older ones are kept: the copy in {folder} came out damaged "
            f"({error}), though the database is whole. Check the disk of that folder."
        )
    return DamagedError(
        f"No backup was made: the database {database} is damaged ({fault}). Start Barometer "
        "again: it restores the newest backup."
    )


def renew(database: Path, folder: Path, now: datetime, stop: Event | None = None) -> Path:
    """`create`, then `rotate`: old backups go even when no new one can be made.

    But not when the database is damaged: then they are all there is.
    """
    try:
        made = create(database, folder, now, stop)
    except DamagedError:
        raise
    except StorageError:
        rotate(database, folder, now)
        raise
    rotate(database, folder, now)
    return made


def copy(source: Path, target: Path, stop: Event | None = None, *, spare: int = 0) -> None:
    """Make `target` (mode 0600) from one snapshot of the database `source`, with its log.

    Raises `DamagedFileError` when the copy is damaged, `StorageError` when it would not leave
    `spare` bytes free on the disk, else what SQLite or the system raises.
    """
    discard(target)
    create_owned(target).close()
    stopped = stop.is_set if stop else lambda: False

    def look(*_: int) -> None:
        if stopped():
            raise StorageError("The backup was interrupted.")

    with (
        closing(open_to_read(source)) as old,
        closing(sqlite3.connect(target, isolation_level=None)) as new,
    ):
        # In a transaction the steps share its snapshot; without, each write by others starts the
        # copy anew (https://www.sqlite.org/c3ref/backup_finish.html).
        old.execute("BEGIN")
        with _damage_told_apart():
            old.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            _refuse_without_room(old, target.parent, spare)
            old.backup(new, pages=_PAGES_A_STEP, progress=look)
        # The copy of a database with a log would have one, too: a backup is a single file.
        new.execute("PRAGMA journal_mode = DELETE")
        new.set_progress_handler(stopped, _INSTRUCTIONS_BETWEEN_LOOKS)
        fault = damage(new)
        (application,) = new.execute("PRAGMA application_id").fetchone()
    look()
    if fault is not None:
        raise DamagedFileError(fault)
    if application != APPLICATION_ID:
        raise DamagedFileError("it isn't a Barometer database")


def _refuse_without_room(database: sqlite3.Connection, folder: Path, spare: int) -> None:
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    (page_bytes,) = database.execute("PRAGMA page_size").fetchone()
    needed, free = pages * page_bytes + spare, shutil.disk_usage(folder).free
    if free < needed:
        raise StorageError(
            f"A copy of the database needs {_megabytes(pages * page_bytes)}, and "
            f"{_megabytes(spare)} should stay free, but the disk of {folder} has only "
            f"{_megabytes(free)}. Free {_megabytes(needed - free)} more there."
        )


def _megabytes(size: int) -> str:
    """A number of bytes, for people: _megabytes(12_345_678) -> "12.3 MB"."""
    return f"{size / 1e6:,.1f} MB"


def damage(connection: sqlite3.Connection) -> str | None:
    """What is wrong with the first damaged page or row; `None` for a whole database.

    Reads everything: half a second for a million messages. `quick_check`, which does not look
    whether indexes know every row, would take five sixths of that: most rows are in no index.
    """
    try:
        with _damage_told_apart():
            (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except DamagedFileError as error:
        return str(error)
    return None if said == "ok" else " ".join(said.replace("*", "").split())


@contextmanager
def _damage_told_apart() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise DamagedFileError(str(error)) from error
        raise
    except UnicodeDecodeError as error:  # what SQLite says of a damaged schema quotes it
        raise DamagedFileError("the schema holds bytes that are no text") from error


def found(database: Path, folder: Path) -> list[Backup]:
    """The backups of this database, the newest first. Raises `StorageError`."""
    return dated(folder, f"{database.stem}-", database.suffix)


def room(database: Path, folder: Path) -> tuple[int, int]:
    """How many backups there are, and how many bytes they take. Raises `StorageError`."""
    try:
        sizes = [backup.path.stat().st_size for backup in found(database, folder)]
    except OSError as error:
        raise StorageError(_describe(error, folder)) from error
    return len(sizes), sum(sizes)


def rotate(database: Path, folder: Path, now: datetime) -> None:
    """Keep the newest backup of each of the last 24 hours and 7 days that have one, and the newest
    of each schema: an older version of the program opens no newer one.

    All others go, and whatever is 7 days old, databases that were moved aside too, and what an
    interrupted restore left: what members had erased is in no copy after 7 days. A database that
    was moved aside by a clock that was ahead is dated anew, or it would stay for too long. Raises
    `StorageError`.
    """
    backups = found(database, folder)[::-1]
    young = [backup for backup in backups if now - backup.made_at < OLDEST]
    of_hours = {backup.made_at.strftime("%Y-%m-%d %H"): backup for backup in young}
    of_days = {backup.made_at.date(): backup for backup in young}
    kept = {*list(of_hours.values())[-HOURLY:], *list(of_days.values())[-DAILY:]}
    aside = dated(database.parent, database.name + ASIDE, "")
    outdated = [old for old in aside if now - old.made_at >= OLDEST]
    try:
        kept.update({version_of(backup.path): backup for backup in young}.values())
        for early in [copy for copy in aside if copy.made_at > now]:
            move(early.path, aside_path(database, unused_time(database, now)))
        for backup in [*(set(backups) - kept), *outdated]:
            discard(backup.path)
        discard(database.with_name(database.name + RESTORING))
    except OSError as error:
        raise StorageError(f"Couldn't delete old backups. {_describe(error, folder)}") from error


def discard(path: Path) -> None:
    """Delete this database and its log, where they are there."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def move(database: Path, target: Path) -> None:
    """Move this database, which nobody has open, and its log, where they are there."""
    for suffix in ("", "-wal", "-shm"):
        part = database.with_name(database.name + suffix)
        if part.exists():
            part.rename(target.with_name(target.name + suffix))


def aside_path(database: Path, time: str) -> Path:
    """Where a database lies that was moved aside at this time."""
    return database.with_name(database.name + ASIDE + time)


def unused_time(database: Path, now: datetime) -> str:
    """The time now, or soon after, at which nothing was moved aside yet."""
    moment = now.astimezone(UTC)
    while aside_path(database, time := moment.strftime(TIME_FORMAT)).exists():
        moment += timedelta(seconds=1)
    return time


def dated(folder: Path, before: str, after: str) -> list[Backup]:
    """The files whose names are `before`, a time and `after`, the newest first.

    Raises `StorageError`.
    """
    found = []
    try:
        for path in folder.iterdir() if folder.exists() else ():
            if path.name.startswith(before) and path.name.endswith(after):
                time = _time_in(path.name.removeprefix(before).removesuffix(after))
                if time is not None and path.is_file():
                    found.append(Backup(time, path))
    except OSError as error:
        raise StorageError(_describe(error, folder)) from error
    return sorted(found, reverse=True)


def _time_in(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, TIME_FORMAT).replace(tzinfo=UTC)
    except ValueError:
        return None


def _describe(error: Exception, folder: Path) -> str:
    if not isinstance(error, OSError):
        return str(error)
    return (
        f"Couldn't use the backup folder {folder}: {error.strerror}. Make room, give "
        "Barometer's user the folder, or name another one in BAROMETER_BACKUPS."
    )
