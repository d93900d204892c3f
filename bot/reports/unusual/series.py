"""What the detector looks at: the messages of one channel, and its hours."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from storage.records import DISCORD_EPOCH_MS, UNIX_EPOCH, ChannelHours, Scores

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

MS_AN_HOUR = 3_600_000
MS_A_DAY = 24 * MS_AN_HOUR
MS_A_MONTH = 30 * MS_A_DAY

SCORE_PARTS = 10_000
"""Stored probabilities are in 1/10,000."""


@dataclass(frozen=True, slots=True)
class MessageSeries:
    """The messages of a channel that count in its mood, in the order of time, column by column.

    `ids` are snowflakes, `people` numbers of those who wrote (any, the same for the same person),
    `negative` says whether the label is, `mood` is in -1..1.
    """

    ids: Ints
    people: Ints
    negative: Bools
    mood: Floats

    @classmethod
    def none(cls) -> MessageSeries:
        ints = np.empty(0, np.int64)
        return cls(ints, ints, np.empty(0, np.bool_), np.empty(0))

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def times(self) -> Ints:
        """When each was sent, in milliseconds since 1970 UTC."""
        return (self.ids >> 22) + DISCORD_EPOCH_MS

    def since(self, ms: int) -> MessageSeries:
        """Those sent at or after this time, in milliseconds since 1970 UTC."""
        return self.where(slice(int(np.searchsorted(self.times, ms)), None))

    def where(self, chosen: Bools | Ints | slice) -> MessageSeries:
        """Some of them."""
        return MessageSeries(*(getattr(self, column.name)[chosen] for column in fields(self)))


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

    @classmethod
    def none(cls) -> Hours:
        ints, floats = np.empty(0, np.int64), np.empty(0)
        return cls(ints, ints, ints, ints, floats, floats, ints)

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


def by_place(scores: Scores) -> dict[int, MessageSeries]:
    """The messages that count, by the channel that was asked about."""
    places = np.frombuffer(scores.places, np.int64)
    negative = np.frombuffer(scores.negative, np.uint16).astype(np.int64)
    positive = np.frombuffer(scores.positive, np.uint16).astype(np.int64)
    neutral = SCORE_PARTS - negative - positive
    messages = MessageSeries(
        np.frombuffer(scores.message_ids, np.int64),
        np.frombuffer(scores.people, np.int64),
        (negative > neutral) & (negative > positive),
        (positive - negative) / SCORE_PARTS,
    )
    counts = np.frombuffer(scores.counts, np.uint8) == 1
    # Sorted by place, and each place still in the order of time.
    order = np.argsort(places, kind="stable")
    order = order[counts[order]]
    found, starts = np.unique(places[order], return_index=True)
    parts = np.split(order, starts)[1:]
    return {int(place): messages.where(part) for place, part in zip(found, parts, strict=True)}


def by_channel(columns: ChannelHours) -> dict[int, Hours]:
    """The hours of each channel that have messages which count."""

    def ints(column: array[int]) -> Ints:
        return np.frombuffer(column, np.int64)

    negative, positive = ints(columns.negative), ints(columns.positive)
    hours = Hours(
        ints(columns.hours),
        negative + ints(columns.neutral) + positive,
        negative,
        positive,
        np.frombuffer(columns.mood_sum, np.float64),
        np.frombuffer(columns.mood_sum_squares, np.float64),
        ints(columns.writers),
    )
    of = ints(columns.channel_ids)
    return {
        int(channel): hours.where((of == channel) & (hours.counted > 0))
        for channel in np.unique(of)
    }
