"""Names that one holder at a time has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Lease:
    """That `holder` has this name until then (UTC), or until they let go of it."""

    name: str
    holder: str
    until: datetime
