"""The mark of a message that nobody asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PostMark:
    """What is kept of a message that nobody asked for: when it was begun first (UTC), and whether
    it was sent."""

    begun_at: datetime
    sent: bool
