"""Puts a backup in the place of the database: by command, or at the start when it is damaged.

The database that was there is moved aside, with its log, and never written over. What members
asked for after the backup was made is carried out on it before it takes the place: the privacy
journal knows. Each channel counts as read up to its oldest stored message, so that the bot reads
from Discord's history what came since the backup, and finds what was edited or deleted. Days that
the backup does not know as published stay hidden: they may have been published since.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from storage.errors import StorageError
from storage.owned_files import create_owned
from storage.pseudonyms import Pseudonyms, load_key
from storage.sqlite.channels import read_again
from storage.sqlite.connection import open_to_read
from storage.sqlite.failures import in_words
from storage.sqlite.files import privacy_journal
from storage.sqlite.files.backups import (
    RESTORING,
    Backup,
    DamagedFileError,
    copy,
    damage,
    discard,
    found,
)
from storage.sqlite.files.privacy_journal import Entry, journal_of
from storage.sqlite.files.replacing import finish, replace, unfinished
from storage.sqlite.files.running_lock import running
from storage.sqlite.opening import default_key_file, prepare
from storage.sqlite.privacy_requests import unwritten
from storage.sqlite.published_days import hide_unpublished
from storage.sqlite.schema import APPLICATION_ID
from storage.sqlite.settings import unwritten_chosen
from storage.sqlite.transaction import transaction

if sys.platform != "win32":
    import fcntl


# Where SQLite keeps its locks on a file: https://www.sqlite.org/src/file?name=src/os.h
_SHARED_FIRST: Final = 0x40000000 + 2
_SHARED_SIZE: Final = 510
# Where a database says which program it belongs to: https://www.sqlite.org/fileformat.html
_APPLICATION_ID: Final = slice(68, 72)


class Restored(NamedTuple):
    """The backup that is the database now, and where the one before lies, if there was one."""

    backup: Path
    aside: Path | None


def restore(
    database: Path,
    folder: Path,
    now: datetime,
    *,
    backup: Path | None = None,
    key_file: Path | None = None,
) -> Restored:
    """Put this backup, or the newest good one, in the place of the database.

    `now` (aware) is in the name under which the one that was there is kept.

    Raises `StorageError`, with nothing changed, when there is no good one, while the bot runs on
    the database or any program has it open, or when key or journal do not fit.
    """
    if backup and not backup.is_file():
        raise StorageError(f"There is no backup {backup}. `--list` shows all there are.")
    wanted = [backup] if backup else [one.path for one in found(database, folder)]
    # Where no folder is there for it, nothing runs.
    with running(database) if database.parent.is_dir() else nullcontext():
        _finish_interrupted(database, now)
        _save_requests(database, key_file)
        with _alone(database), _beside(database) as new:
            backups = found(database, folder)
            chosen = _first_good(wanted, new, database, key_file, _surely_over(backups, now))
            if chosen is None:
                raise StorageError(
                    f"{backup} is damaged, or isn't a backup. `--list` shows all there are."
                    if backup
                    else f"There is no good backup of {database} in {folder}."
                )
            return Restored(chosen, replace(database, new, _not_before(backups, now)))


def mend(database: Path, folder: Path, key_file: Path | None, now: datetime) -> str | None:
    """Where the database is damaged, move it aside and restore the newest good backup.

    Without one an empty database takes its place. Says in words what happened, also when a
    database with backups is gone; `None` when there is nothing to say. A file that was never
    Barometer's is left alone. Raises `StorageError`, with nothing changed, as `restore` does.
    """
    if (done := _finish_interrupted(database, now)) is not None:
        return done
    if not database.exists() and found(database, folder):
        return (
            f"There was no database {database}, so a new one was created. It has backups; python "
            "-m scripts.restore puts the newest in its place."
        )
    fault = fault_of_ours(database, folder)
    if fault is None:
        return None
    backups = found(database, folder)
    _save_requests(database, key_file)
    with _alone(database), _beside(database) as new:
        over = _surely_over(backups, now)
        chosen = _first_good([one.path for one in backups], new, database, key_file, over)
        if chosen is None:
            create_owned(new).close()
            _make_ready(new, database, key_file, over)
        aside = replace(database, new, _not_before(backups, now))
    said = f"The database {database} was damaged ({fault}). It is kept in {aside} for 7 days. "
    if chosen is None:
        return said + "There was no good backup: a new, empty one is in its place."
    made_at = {one.path: one.made_at for one in backups}[chosen]
    return said + (
        f"The backup of {made_at:%Y-%m-%d %H:%M} UTC is in its place. What members asked "
        "for since then was carried out again."
    )


def _not_before(backups: Sequence[Backup], now: datetime) -> datetime:
    """`now`, or if this machine's clock is behind the time of the newest backup: what is moved
    aside would be deleted at once, as if it had lain there for long."""
    return max([now, *(backup.made_at for backup in backups)])


def _surely_over(backups: Sequence[Backup], now: datetime) -> datetime:
    """Up to when days may have been published: `now`, or, by a machine's clock that is behind,
    nobody knows. Then it is up to when the next ones are (see `hide_unpublished`)."""
    behind = any(backup.made_at > now for backup in backups)
    return datetime.max.replace(tzinfo=UTC) if behind else now


def _finish_interrupted(database: Path, now: datetime) -> str | None:
    """Finish the restore in which the program ended, and say so; `None` where there is none."""
    restored = unfinished(database)
    if restored is None:
        return None
    with _alone(database):
        aside = finish(database, restored, now)
    said = f"A backup was being put in the place of {database} when the program ended: now it is."
    return said if aside is None else f"{said} What was there before is kept in {aside} for 7 days."


def fault_of_ours(database: Path, folder: Path) -> str | None:
    """What is wrong with the database; `None` where nothing is, or where it is not Barometer's."""
    fault = _fault(database, folder)
    return fault if fault is not None and _is_ours(database, folder) else None


def _fault(database: Path, folder: Path) -> str | None:
    if not database.is_file():
        return None
    if database.stat().st_size == 0:
        # As an interrupted first start leaves it; but with backups it had been full.
        return "it is empty" if found(database, folder) else None
    try:
        with closing(open_to_read(database)) as connection:
            return damage(connection)
    except sqlite3.Error:
        return None  # opening it for good tells this better


def _is_ours(database: Path, folder: Path) -> bool:
    with database.open("rb") as file:
        header = file.read(_APPLICATION_ID.stop)
    return (
        header[_APPLICATION_ID] == APPLICATION_ID.to_bytes(4)
        or default_key_file(database).exists()
        or journal_of(database).exists()
        or bool(found(database, folder))
    )


def _save_requests(database: Path, key_file: Path | None) -> None:
    """Write into the journal what only the database knows, as far as that can be read: the journal
    may have been lost, and the next start, which would mend that, comes too late."""
    path = journal_of(database)
    with (
        _alone(database),  # until SQLite closes the file: a process has all its locks in common
        # What SQLite says of a damaged schema quotes it, and so may be no text.
        suppress(sqlite3.Error, UnicodeDecodeError),
        closing(open_to_read(database)) as connection,
    ):
        entries = privacy_journal.read(path)
        pseudonyms = Pseudonyms(load_key(key_file or default_key_file(database), needed=True))
        missing: list[Entry] = [
            *unwritten(connection, entries),
            *unwritten_chosen(connection, entries, pseudonyms),
        ]
        if missing:
            privacy_journal.append(path, *missing)


def _first_good(
    backups: Sequence[Path], new: Path, database: Path, key_file: Path | None, over: datetime
) -> Path | None:
    """Copy the first backup that is whole to `new`, ready for use."""
    for backup in backups:
        try:
            with in_words(backup, "backup"):
                copy(backup, new)
        except DamagedFileError:
            continue
        _make_ready(new, database, key_file, over)
        return backup
    discard(new)
    return None


def _make_ready(new: Path, database: Path, key_file: Path | None, over: datetime) -> None:
    with in_words(new), closing(sqlite3.connect(new, isolation_level=None)) as connection:
        prepare(connection, database, key_file, is_backup=True)
        with transaction(connection):
            read_again(connection)
            hide_unpublished(connection, over)


@contextmanager
def _beside(database: Path) -> Iterator[Path]:
    """Where the new database is made: on the same disk, so that a rename is enough."""
    new = database.with_name(database.name + RESTORING)
    try:
        yield new
    finally:
        discard(new)


@contextmanager
def _alone(database: Path) -> Iterator[None]:
    """Keep every program from the database; `StorageError` while one has it open.

    In WAL mode SQLite holds a shared lock on the file for as long as a connection is open. This
    is taken the way SQLite does it, since SQLite itself opens no file with a damaged header.
    """
    try:
        with ExitStack() as stack:
            # Windows lets nobody move a file that is open.
            if sys.platform != "win32" and database.exists():
                file = stack.enter_context(database.open("r+b"))
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
            yield
    except (BlockingIOError, PermissionError) as error:
        raise StorageError(
            f"Couldn't replace the database {database}: {error.strerror}. Stop Barometer where "
            "it runs, and give its user the file and its folder."
        ) from error
    except OSError as error:
        raise StorageError(
            f"Couldn't replace the database {database}: {error.strerror}."
        ) from error
