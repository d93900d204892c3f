"""Put a backup in the place of the database: `python -m scripts.restore [BACKUP] [--list]`.

Stop the bot first, and run this as the same user, who must own the files. What members asked for
since the backup was made is carried out again; the database that was there is moved aside.
Settings are read as by the bot (.env).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bot import settings as settings_module
from bot.clock import utc_now
from scripts.barometer import parser_of
from storage import StorageError, database_file
from storage.sqlite.files.backups import default_folder, found
from storage.sqlite.files.restoring import restore

_ON_A_SERVER = (
    "The database is PostgreSQL's, which is restored with its own tools. See docs/postgresql.md."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Restore or list; 0, or 1 with words when there is nothing to restore or it cannot be."""
    options = _parser().parse_args(arguments)
    try:
        settings = settings_module.load()
        database = database_file(settings.database)
        if database is None:
            raise StorageError(_ON_A_SERVER)
        folder = settings.backups or default_folder(database)
        if options.list:
            return _list(database, folder)
        restored = restore(
            database, folder, utc_now(), backup=options.backup, key_file=settings.key_file
        )
    except (settings_module.SettingsError, StorageError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Restored {restored.backup} to {database}.")
    if restored.aside is not None:
        print(f"The database that was there is kept in {restored.aside} for 7 days.")
    return 0


def _list(database: Path, folder: Path) -> int:
    backups = found(database, folder)
    for backup in backups:
        size = backup.path.stat().st_size / 1e6
        print(f"{backup.made_at:%Y-%m-%d %H:%M} UTC  {size:8.1f} MB  {backup.path}")
    if not backups:
        print(f"There is no backup of {database} in {folder}.", file=sys.stderr)
    return 0 if backups else 1


def _parser() -> argparse.ArgumentParser:
    parser = parser_of("restore", __doc__)
    parser.add_argument(
        "backup", type=Path, nargs="?", metavar="BACKUP", help="a file; else the newest good one"
    )
    parser.add_argument("--list", action="store_true", help="show the backups, the newest first")
    return parser


if __name__ == "__main__":
    sys.exit(main())
