"""What can go wrong in the storage, in words for people."""

from __future__ import annotations


class StorageError(Exception):
    """The storage could not do it. Nothing was changed; once the cause is mended, it can."""


class InvalidInputError(StorageError):
    """What was handed in cannot be stored or asked for. Nothing was changed; a retry is futile."""


class DamagedError(StorageError):
    """The database turned out damaged while it was in use. Open it again: that restores a backup.

    Nothing is deleted from the backups meanwhile.
    """
