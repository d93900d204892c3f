"""Hourly sums, one at a time."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Rollup(NamedTuple):
    """One hour of messages, or one day of them.

    `hour` is its start (UTC). What counts are a person's first `MOST_COUNTED` messages with status
    `scored`, by id, in an hour and channel. `negative`, `neutral` and `positive` count these by
    their most probable label (on a tie neutral, then positive); `mood_sum` and `mood_sum_squares`
    are the sums of mood (-1..1) and of its square over the same.

    `scored`, `unsure` and `not_scored` count every message. At least `writers` people wrote those
    that were scored: it is the number of them in the channel and hour that has most, for nobody
    keeps who wrote in several; 0 for hours that are older than this column.
    """

    hour: datetime
    negative: int
    neutral: int
    positive: int
    unsure: int
    not_scored: int
    mood_sum: float
    mood_sum_squares: float
    scored: int
    writers: int
