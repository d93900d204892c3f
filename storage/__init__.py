"""What Barometer keeps: scores, hourly sums, settings and privacy requests, never anybody's text.

`storage.open(address)` gives a `Storage` (see `interface.py`), whichever engine keeps it.
"""

from storage.engines import database_file, open, preflight, room_of_backups  # noqa: A004 - like gzip.open
from storage.errors import DamagedError, InvalidInputError, StorageError
from storage.interface import Files, Storage

__all__ = [
    "DamagedError",
    "Files",
    "InvalidInputError",
    "Storage",
    "StorageError",
    "database_file",
    "open",
    "preflight",
    "room_of_backups",
]
