"""What Barometer keeps: scores, hourly sums, settings and privacy requests, no message's text.

`storage.open(address)` gives a `Storage` (see `storage.interface`), whichever engine keeps it.
"""

from storage.engines import (
    coming_retention,
    database_file,
    open,  # noqa: A004 - like gzip.open
    preflight,
    room_of_backups,
    shown,
)
from storage.errors import DamagedError, InvalidInputError, OutdatedError, StorageError
from storage.interface import Files, Storage

__all__ = [
    "DamagedError",
    "Files",
    "InvalidInputError",
    "OutdatedError",
    "Storage",
    "StorageError",
    "coming_retention",
    "database_file",
    "open",
    "preflight",
    "room_of_backups",
    "shown",
]
