"""Which days everybody may know of, and how exactly. Pure functions.

A sum gives a person away when few people are in it, or when one of them makes up most of it. Two
rules of statistical disclosure control say when that is: the *threshold rule* (a least number of
people) and the *(n, k) dominance rule* (the n largest must not be more than k percent); the
*p-percent rule* is the dominance rule's kin. See Hundepool et al., "Statistical Disclosure
Control", Wiley 2012, chapter 4, and Eurostat's "Handbook on Statistical Disclosure Control",
section 4.2. Rounding keeps a known part from being subtracted from what is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from storage.batch import PROBABILITY_UNITS
from storage.records import COUNTS_OF, MOODS_OF, SHARES_OF, Minimums

# (n, k): the n people with most messages must not have more than k percent of them.
DOMINANCE: Final = ((1, 50), (2, 80))


class DayOfPerson(NamedTuple):
    """One person's messages of a day in one place.

    `scored` are all that have a score, and of these `counted` count; the others are sums over
    those, with `mood_sum` in 1/10,000.
    """

    scored: int
    counted: int
    negative: int
    positive: int
    mood_sum: int


class Figures(NamedTuple):
    """What is published of a day: mood in tenths, messages in tens, shares in twentieths."""

    mood: int
    counted: int
    volume: int
    negative: int
    positive: int


def published(people: Sequence[DayOfPerson], minimums: Minimums) -> Figures | None:
    """The figures of a day for everybody; `None` for a day that has to be hidden."""
    scored, counted = ([person[column] for person in people] for column in (0, 1))
    if not is_shown(scored, counted, minimums):
        return None
    total = sum(counted)
    negative = rounded(sum(person.negative for person in people) * SHARES_OF, total)
    positive = rounded(sum(person.positive for person in people) * SHARES_OF, total)
    return Figures(
        mood=rounded(sum(p.mood_sum for p in people) * MOODS_OF, total * PROBABILITY_UNITS),
        counted=rounded(total, COUNTS_OF) * COUNTS_OF,
        volume=rounded(sum(scored), COUNTS_OF) * COUNTS_OF,
        negative=negative,
        # Both may have been rounded up; what is neutral, the rest, must not fall below 0.
        positive=min(positive, SHARES_OF - negative),
    )


def is_shown(scored: Sequence[int], counted: Sequence[int], minimums: Minimums) -> bool:
    """Whether enough people wrote enough, and nobody too much of it.

    Each person's messages that were scored, and how many of these count; who has none is nobody:

        is_shown([6, 5, 5, 5, 5], [6, 5, 5, 5, 5], Minimums()) -> True
        is_shown([22, 0, 0, 0, 0], [10, 0, 0, 0, 0], Minimums()) -> False
    """
    return (
        sum(messages > 0 for messages in scored) >= minimums.people
        and sum(scored) >= minimums.messages
        and not is_dominated(scored)
        and not is_dominated(counted)
    )


def is_dominated(parts: Sequence[int]) -> bool:
    """Whether one part is more than half of the whole, or two are more than four fifths.

    is_dominated([5, 3, 2]) -> False
    is_dominated([6, 3, 1]) -> True
    """
    largest, whole = sorted(parts, reverse=True), sum(parts)
    return any(100 * sum(largest[:n]) > percent * whole for n, percent in DOMINANCE)


def rounded(dividend: int, divisor: int) -> int:
    """The quotient, to the nearest whole number; halves go away from zero.

    rounded(25, 10) -> 3
    rounded(-25, 10) -> -3
    """
    nearest = (2 * abs(dividend) + divisor) // (2 * divisor)
    return nearest if dividend >= 0 else -nearest
