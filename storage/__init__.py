"""What Barometer keeps: scores, hourly sums, settings and wishes, never what anybody wrote."""

from storage.errors import InvalidInputError, StorageError
from storage.sqlite.storage import Storage, look, open  # noqa: A004 - storage.open, like gzip.open

__all__ = ["InvalidInputError", "Storage", "StorageError", "look", "open"]
