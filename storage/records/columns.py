"""Many messages or hours at once, column by column, for numpy to read."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


def _column(code: str) -> Callable[[], array[Any]]:
    return lambda: array(code)


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of many messages, column by column: number n of each column is one message.

    Columns are arrays of the machine's own numbers, so that `numpy.frombuffer` need copy nothing:

        negative = numpy.frombuffer(scores.negative, numpy.uint16) / 10_000

    They stand in the order in which they were sent. `channel_ids` (int64) says in which channel or
    thread, `places` (int64) for which of the channels that were asked about: itself, or the one
    above. `people` (int64) numbers who wrote, from 0 on, and means nothing beyond this answer.

    `statuses` (uint8): 0 scored, 1 unsure, 2 not scored. `counts` (uint8) is 1 for those that count
    in a mood: a person's first `MOST_COUNTED` scored ones, by id, of an hour in the channel.
    `negative` and `positive` (uint16) are in 1/10,000; neutral is the rest. `replies_to` (int64) is
    the message answered; 0: none.
    """

    message_ids: array[int] = field(default_factory=_column("q"))
    places: array[int] = field(default_factory=_column("q"))
    channel_ids: array[int] = field(default_factory=_column("q"))
    people: array[int] = field(default_factory=_column("q"))
    statuses: array[int] = field(default_factory=_column("B"))
    counts: array[int] = field(default_factory=_column("B"))
    negative: array[int] = field(default_factory=_column("H"))
    positive: array[int] = field(default_factory=_column("H"))
    replies_to: array[int] = field(default_factory=_column("q"))

    def __len__(self) -> int:
        return len(self.message_ids)


@dataclass(frozen=True, slots=True)
class ChannelHours:
    """The hourly sums of several channels, column by column, as in `Scores`.

    Number n of each column is one hour of one of the channels that were asked about, its threads
    included; ordered by channel (`channel_ids`, int64) and then by `hours` (int64), counted from
    1970 (UTC). An hour without messages is left out. The other columns are those of `Rollup`:
    counts are int64, the sums of mood and of its squares float64.
    """

    channel_ids: array[int] = field(default_factory=_column("q"))
    hours: array[int] = field(default_factory=_column("q"))
    negative: array[int] = field(default_factory=_column("q"))
    neutral: array[int] = field(default_factory=_column("q"))
    positive: array[int] = field(default_factory=_column("q"))
    unsure: array[int] = field(default_factory=_column("q"))
    not_scored: array[int] = field(default_factory=_column("q"))
    mood_sum: array[float] = field(default_factory=_column("d"))
    mood_sum_squares: array[float] = field(default_factory=_column("d"))
    scored: array[int] = field(default_factory=_column("q"))
    writers: array[int] = field(default_factory=_column("q"))

    def __len__(self) -> int:
        return len(self.hours)
