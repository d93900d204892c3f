"""Published days → what everybody may be told of a period. Pure functions.

It is made of published days alone, which nothing changes: two answers about the same days are the
same, whatever anybody edited, deleted or had erased in between. Figures are as rough as theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import floor

from bot.reports.periods import DAY, Window
from bot.reports.summary import Report, UsualShares
from bot.reports.trend import Bucket, Trend, inside_of
from storage.records import MOODS_OF, SHARES_OF, PublishedDay

USUAL_OF = 56 * DAY
"""What is usual is told by so much time before a window, if there are enough days and messages."""

USUAL_MINIMUM_DAYS, USUAL_MINIMUM_MESSAGES = 14, 200


@dataclass(frozen=True, slots=True)
class PublishedSummary:
    """The published days of some channels over some days; see `PublishedDay`.

    `scored` counts all messages that were judged and `counted` those that the mood is of, each in
    tens. The sums of mood and of the shares are over these; `squares` sums the squares of each
    day's `counted`.
    """

    scored: int = 0
    counted: int = 0
    mood_sum: float = 0.0
    negative_sum: float = 0.0
    positive_sum: float = 0.0
    squares: int = 0

    def mood(self, minimum: int = 1) -> float | None:
        """The average mood (-1..1) in tenths; `None` with fewer than `minimum` (≥ 1) messages."""
        if self.counted < minimum:
            return None
        return nearest(self.mood_sum / self.counted, MOODS_OF)

    @property
    def negative(self) -> float:
        """The share (0..1) of negative messages in twentieths; 0 if there are none."""
        return nearest(self.negative_sum / self.counted, SHARES_OF) if self.counted else 0.0

    @property
    def positive(self) -> float:
        """The same of positive ones; both come to no more than 1."""
        if not self.counted:
            return 0.0
        share = nearest(self.positive_sum / self.counted, SHARES_OF)
        return min(share, (SHARES_OF - round(self.negative * SHARES_OF)) / SHARES_OF)

    def squared_error(self) -> float:
        """No less than the variance of the average mood: that of the messages, and of rounding.

        Moods in -1..1 with mean m have a variance of at most 1 - m² (the Bhatia-Davis inequality).
        Rounding to a width of w adds w²/12 a day (Sheppard's correction).
        """
        mean = self.mood_sum / self.counted
        rounding = self.squares / self.counted**2 / MOODS_OF**2 / 12
        return (1 - mean * mean) / self.counted + rounding


def nearest(share: float, parts: int) -> float:
    """The nearest multiple of 1/parts, from the middle upwards: nearest(0.25, 10) -> 0.3"""
    # What was added up of exact halves must not fall short of one by a rounding of floats.
    return floor(share * parts + 0.5 + 1e-9) / parts


def summarise(days: Iterable[PublishedDay]) -> PublishedSummary:
    """Add up days."""
    days = list(days)
    return PublishedSummary(
        scored=sum(day.volume for day in days),
        counted=sum(day.counted for day in days),
        mood_sum=sum(day.mood_sum for day in days),
        negative_sum=sum(day.negative for day in days),
        positive_sum=sum(day.positive for day in days),
        squares=sum(day.counted**2 for day in days),
    )


def report(
    days: Sequence[PublishedDay], window: Window, kept_since: datetime | None = None
) -> Report:
    """The report of a window of whole days, from those of it and of the time before it, in order.

    What was before `kept_since` (aware) has been deleted: then there is nothing to compare with.
    """
    forgotten = kept_since is not None and window.before < kept_since
    now = [day for day in days if window.since <= day.day < window.until]
    before = (day for day in days if window.before <= day.day < window.since)
    return Report(
        window,
        now=summarise(now),
        before=None if forgotten else summarise(before),
        hidden_days=sum(day.hidden > 0 and not day.shown for day in now),
        first=next((day.day for day in days if day.day >= window.before), None),
        usual=usual(days, window),
    )


def usual(days: Sequence[PublishedDay], window: Window) -> UsualShares | None:
    """What the days before a window were like; `None` where too few of them are shown."""
    since = window.since - USUAL_OF
    shown = [day for day in days if since <= day.day < window.since and day.shown]
    known = summarise(shown)
    if len(shown) < USUAL_MINIMUM_DAYS or known.counted < USUAL_MINIMUM_MESSAGES:
        return None
    return UsualShares(known.negative, known.positive)


def trend(
    days: Sequence[PublishedDay],
    window: Window,
    kept_since: datetime | None = None,
    one_voice_since: datetime | None = None,
) -> Trend:
    """The trend of such a window, a step a day; and since when one person is one voice.

    When the model changed is not in it: the first message that a new one scores, perhaps one
    edited long after it was sent, says when that was.
    """
    told = report(days, window, kept_since)
    before = () if told.before is None else _buckets(days, window.one_before)
    return Trend(told, _buckets(days, window), (), inside_of(window, one_voice_since), before)


def _buckets(days: Sequence[PublishedDay], window: Window) -> tuple[Bucket, ...]:
    of_day = {day.day: day for day in days}
    starts = [window.since + n * DAY for n in range(window.days)]
    return tuple(
        Bucket(start, start + DAY, summarise([of_day[start]] if start in of_day else []))
        for start in starts
    )
