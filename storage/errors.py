"""What can go wrong in the storage, in words for people."""

from __future__ import annotations


class StorageError(Exception):
    """The storage could not do it. Nothing was changed; once the cause is mended, it can."""


class InvalidInputError(StorageError):
    """What was handed in cannot be stored or asked for. Nothing was changed; a retry is futile."""


class OutdatedError(StorageError):
    """A newer version of Barometer has changed the tables while this one had the database open.

    Nothing was changed, and nothing can be any more: only the newer version knows what to write.
    """

    def __init__(self, database: object, schema: int, known: int) -> None:
        super().__init__(
            f"A newer version of Barometer has brought the database {database} to schema {schema}; "
            f"this one knows {known}, and writes nothing more. Stop every process of the old "
            "version, and start the new one."
        )


class DamagedError(StorageError):
    """The database turned out damaged while it was in use. Open it again: that restores a backup.

    Nothing is deleted from the backups meanwhile.
    """
