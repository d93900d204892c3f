"""Puts a new database in the place of the old one, in steps between which the program may die.

    barometer.sqlite3.restoring                           the new one is made and on the disk
    barometer.sqlite3.restored-2026-03-01T120000Z         its next name: from here on it is decided
    barometer.sqlite3.damaged-2026-03-01T120000Z          the old one, with its log, moves here
    barometer.sqlite3                                     the new one moves here

Who finds a database `.restored-` at the start goes on with the last two steps.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from storage.owned_files import sync_folder
from storage.sqlite.files.backups import aside_path, dated, move, unused_time

_RESTORED: Final = ".restored-"


def replace(database: Path, new: Path, now: datetime) -> Path | None:
    """Put `new`, a closed database on the same disk, in the place of the one that is there.

    Where that one lies now, under a name with the time `now`; `None` when there was none.
    """
    restored = database.with_name(database.name + _RESTORED + unused_time(database, now))
    new.rename(restored)
    sync_folder(database.parent)
    return finish(database, restored, now)


def unfinished(database: Path) -> Path | None:
    """The new database of which a crash kept the place, if there is one."""
    found = dated(database.parent, database.name + _RESTORED, "")
    return found[0].path if found else None


def finish(database: Path, restored: Path, now: datetime) -> Path | None:
    """Move the database aside, with its log, and `restored` to where it was; as `replace`."""
    time = restored.name.removeprefix(database.name + _RESTORED)
    aside = aside_path(database, time)
    if database.exists() and aside.exists():  # another one was made since: keep both
        aside = aside_path(database, unused_time(database, now))
    # The log, too, before another database comes: SQLite would replay it on that one.
    move(database, aside)
    restored.rename(database)
    sync_folder(database.parent)
    return aside if aside.exists() else None
