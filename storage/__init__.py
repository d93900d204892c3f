"""What Barometer keeps: scores, hourly sums, settings and privacy requests, never anybody's text.

`storage.open(address)` gives a `Storage` (see `interface.py`), whichever engine keeps it.
"""

from storage.engines import database_file, open, preflight  # noqa: A004 - like gzip.open
from storage.errors import InvalidInputError, StorageError
from storage.interface import Storage

__all__ = [
    "InvalidInputError",
    "Storage",
    "StorageError",
    "database_file",
    "open",
    "preflight",
]
