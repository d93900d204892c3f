"""The messages of one stretch, one dot each. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.records import Scores, snowflake_time

Sounds = Literal["negative", "neutral", "positive", "unsure"]
"""How a message sounded; *unsure* where the net could not tell."""

_SCORED, _NOT_SCORED = 0, 2
"""Statuses in `Scores`."""

_WHOLE = 10_000
"""Probabilities in `Scores` are parts of this."""


@dataclass(frozen=True, slots=True)
class Dot:
    at: datetime
    sounds: Sounds


@dataclass(frozen=True, slots=True)
class Dots:
    """The messages of a channel in order of time; at the one sent at `turned`, if any, it turned.

    None of them says whose it is.
    """

    name: str
    dots: tuple[Dot, ...]
    turned: datetime | None = None

    @property
    def negative(self) -> int:
        return sum(dot.sounds == "negative" for dot in self.dots)


def of_scores(name: str, scores: Scores, turned_id: int | None = None) -> Dots:
    """The dots of all these messages but those without a word that the net knows.

    It turned with the message that has the id, where that is one of them.
    """
    dots, turned = [], None
    columns = (scores.message_ids, scores.statuses, scores.negative, scores.positive)
    for message_id, status, negative, positive in zip(*columns, strict=True):
        if status == _NOT_SCORED:
            continue
        at = snowflake_time(message_id)
        dots.append(Dot(at, _label(negative, positive) if status == _SCORED else "unsure"))
        if message_id == turned_id:
            turned = at
    return Dots(name, tuple(sorted(dots, key=lambda dot: dot.at)), turned)


def _label(negative: int, positive: int) -> Sounds:
    """The most probable label; on a tie the milder one, as in sums."""
    neutral = _WHOLE - negative - positive
    if neutral >= max(negative, positive):
        return "neutral"
    return "positive" if positive >= negative else "negative"
