"""What only an engine has that keeps files of this machine."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol


class Files(Protocol):
    """What only an engine has that keeps everything in files of this machine."""

    @property
    def notice(self) -> str | None:
        """What the operator must know about the start: that the database was damaged, and what
        is in its place. `None` after an ordinary one."""
        ...

    async def damaged(self) -> str:
        """Wait until a read, a write or a backup finds the database damaged; say what was found.

        From then on it is of no use: close it, and open it again.
        """
        ...

    async def backup(self, now: datetime) -> Path:
        """Make a backup named after this time (aware), and delete those that are too old.

        Messages are read and written meanwhile. To be called once an hour, for old ones go even
        when no new one can be made. Raises `DamagedError`, with none deleted, when the database is
        damaged; `StorageError` that says how much room is missing, before anything is copied.
        """
        ...

    async def room(self) -> int:
        """How many bytes all the backups take."""
        ...
