"""Episodes: the stretches in which a channel was unusual, and what came after each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from bot.reports.unusual.watch import WatchName

LEAST_PEOPLE: Final = 3
"""So many people must have written what raises the evidence: never of one member."""

CLEAR_MESSAGES: Final = 30
CLEAR_WITHIN: Final = 0.1
TOO_EARLY: Final = 10

Verdict = Literal["over", "probably", "not yet", "too early"]


@dataclass(frozen=True, slots=True)
class Since:
    """What came after an episode's last bad message, judged against what is usual at that hour.

    `messages` count in the mood, so many of them are `negative`, and so many `people` wrote them.
    The `verdict` is on what came before another episode began.
    """

    messages: int
    negative: int
    verdict: Verdict
    people: int


@dataclass(frozen=True, slots=True)
class Episode:
    """A stretch in which a channel was unusual; times are aware (UTC), ids are snowflakes.

    It `began` with the message from which on something else is likeliest, was `called` when its
    evidence reached what was asked for, by default what one default watch needs (or, of one that
    never did, the keenest), and went `until` the message after which the evidence only fell.
    `over` is when all was clear again;
    `None`: not yet. From the first to the last there are so many `messages` that count, `negative`
    of them, of so many `people`; the `usual` share of negative ones would be in 0..1. Their `mood`
    was usually `usual_mood` (-1..1). What came after `until` is in `since`.

    `evidence` is its highest, in what one default watch needs: at 1 or more it is unusual for
    somebody who looks at one channel, at k or more for one who looks at k. What was asked for it
    never reaches because of one author.
    """

    channel_id: int
    began: datetime
    began_id: int
    called: datetime
    called_id: int
    until: datetime
    until_id: int
    over: datetime | None
    negative: int
    messages: int
    people: int
    usual: float
    mood: float
    usual_mood: float
    evidence: float
    watch: WatchName
    since: Since
