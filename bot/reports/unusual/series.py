"""What the detector looks at: the messages of one channel, and its hours."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from storage.records import DISCORD_EPOCH_MS, UNIX_EPOCH

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

MS_AN_HOUR = 3_600_000
MS_A_DAY = 24 * MS_AN_HOUR
MS_A_MONTH = 30 * MS_A_DAY


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of a channel that count in its mood, in the order of time, column by column.

    `ids` are snowflakes, `people` numbers of those who wrote (any, the same for the same person),
    `negative` says whether the label is, `mood` is in -1..1.
    """

    ids: Ints
    people: Ints
    negative: Bools
    mood: Floats

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def times(self) -> Ints:
        """When each was sent, in milliseconds since 1970 UTC."""
        return (self.ids >> 22) + DISCORD_EPOCH_MS

    def where(self, chosen: Bools | slice) -> Messages:
        """Some of them."""
        return Messages(*(getattr(self, column.name)[chosen] for column in fields(self)))


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of a channel that have messages, in the order of time, column by column.

    `hours` are counted from 1970 UTC. `counted` messages count in the mood, and so many of them are
    `negative` and `positive`; `mood_sum` and `mood_sum_squares` are over the same. At least
    `writers` people wrote in it; 0: nobody knows any more.
    """

    hours: Ints
    counted: Ints
    negative: Ints
    positive: Ints
    mood_sum: Floats
    mood_sum_squares: Floats
    writers: Ints

    def __len__(self) -> int:
        return len(self.hours)

    def where(self, chosen: Bools | slice) -> Hours:
        """Some of them."""
        return Hours(*(getattr(self, column.name)[chosen] for column in fields(self)))


def moment(ms: int) -> datetime:
    """Milliseconds since 1970 UTC as a time (UTC)."""
    return UNIX_EPOCH + timedelta(milliseconds=int(ms))


def milliseconds(at: datetime) -> int:
    """A time (aware) in milliseconds since 1970 UTC."""
    return (at.astimezone(UTC) - UNIX_EPOCH) // timedelta(milliseconds=1)
