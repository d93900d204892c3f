"""What moved a mood: the words of which the part changed most from one period to another.

Pure functions. A word counts only where at least three people used it, and no more than its part in
the mood is told: neither by whom it was used nor how often.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil

from bot.reports.talk import Row
from bot.reports.writers import LEAST_WRITERS
from classifier.score import Contribution
from storage.records import DISCORD_EPOCH_MS, UNIX_EPOCH

MOST_MESSAGES = 300
"""That are read of each period."""

BLOCKS = 5
"""In so many stretches, one request each, spread evenly over the messages of the period."""

MOST_WORDS = 8
LEAST_CHANGE = 0.02
"""In log-odds of positive against negative, of the average message."""

_HOUR = timedelta(hours=1)

Term = tuple[str, bool]
"""As the dictionary spells it, and whether a "not" reaches it."""


@dataclass(frozen=True, slots=True)
class Periods:
    """Two periods, one after the other, by hours since 1970 (UTC): [before, since) and
    [since, until)."""

    before: int
    since: int
    until: int

    @property
    def span(self) -> tuple[datetime, datetime]:
        return hour_start(self.before), hour_start(self.until)

    @classmethod
    def of_an_episode(cls, began: datetime, until: datetime) -> Periods:
        """Its hours, and the seven days before them."""
        since, end = hour_of(began), hour_of(until) + 1
        return cls(since - 7 * 24, since, end)


def hour_of(moment: datetime) -> int:
    """The hour of an aware moment, counted from 1970 (UTC)."""
    return (moment - UNIX_EPOCH) // _HOUR


def hour_start(hour: int) -> datetime:
    """When this hour, counted from 1970, begins (aware, UTC)."""
    return UNIX_EPOCH + hour * _HOUR


def first_id_of(hour: int) -> int:
    """The lowest id that a message of this hour or later can have."""
    return (hour * 3_600_000 - DISCORD_EPOCH_MS) << 22


def drawn(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """At most `MOST_MESSAGES` of these rows in at most `BLOCKS` stretches, drawn evenly.

    Of 40 rows all, in one stretch; of 1,000 rows five stretches of 60, from 0, 200, 400 … on.
    """
    size = MOST_MESSAGES // BLOCKS
    count = min(BLOCKS, ceil(len(rows) / size))
    bounds = [len(rows) * at // count for at in range(count + 1)] if count else []
    return [rows[start : min(start + size, end)] for start, end in pairwise(bounds)]


class WordTally:
    """What each word added to the messages of a period, and how many people used it."""

    def __init__(self, texts: Iterable[tuple[int, Sequence[Contribution]]]) -> None:
        """`texts`: of each message the number of its writer, and what its words contributed."""
        self.messages = 0
        self._sums: defaultdict[Term, float] = defaultdict(float)
        self._people: defaultdict[Term, set[int]] = defaultdict(set)
        for person, contributions in texts:
            self.messages += 1
            for each in contributions:
                if each.content:
                    word = (each.feature, each.negated)
                    self._sums[word] += each.log_odds
                    self._people[word].add(person)

    @property
    def words(self) -> frozenset[Term]:
        return frozenset(self._sums)

    def part(self, word: Term) -> float:
        """What it added to the average message, in log-odds of positive against negative."""
        return self._sums.get(word, 0.0) / max(1, self.messages)

    def people(self, word: Term) -> int:
        return len(self._people.get(word, ()))


@dataclass(frozen=True, slots=True)
class Moved:
    """A word's part in the average message, in the period and before."""

    word: Term
    now: float
    before: float

    @property
    def change(self) -> float:
        return self.now - self.before


def moved(now: WordTally, before: WordTally) -> list[Moved]:
    """The words whose part changed most, the most first.

    Only those that at least three people used in the period in which they had the larger part.
    """
    found = []
    for word in now.words | before.words:
        each = Moved(word, now.part(word), before.part(word))
        larger = now if abs(each.now) >= abs(each.before) else before
        if larger.people(word) >= LEAST_WRITERS and abs(each.change) >= LEAST_CHANGE:
            found.append(each)
    return sorted(found, key=lambda each: (-abs(each.change), each.word))[:MOST_WORDS]
