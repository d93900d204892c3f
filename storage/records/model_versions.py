"""Where one model gave way to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ModelChange:
    """A model version and when another one gave way to it (UTC).

    `since` lies on the messages' own time line, where charts are drawn: it is when the
    first message stored after the change was sent or, for an edit, edited. Of a channel that was
    read again it is the first hour from which on everything was.
    """

    version: str
    since: datetime
