"""What everybody may know of a day, and from how many people on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.errors import InvalidInputError

COUNTS_OF, MOODS_OF, SHARES_OF = 10, 10, 20
"""Published figures are rounded: counts to tens, moods to tenths, shares to twentieths."""


@dataclass(frozen=True, slots=True)
class Minimums:
    """So many people, and messages that were scored, a day needs in a channel to be shown.

    Raises `InvalidInputError` for fewer than 5 people or 20 messages.
    """

    people: int = 5
    messages: int = 20

    def __post_init__(self) -> None:
        if self.people < 5 or self.messages < 20:
            raise InvalidInputError(
                "A day is shown from 5 people and 20 messages on, or from more, not from "
                f"{self.people} and {self.messages}."
            )


USUAL_MINIMUMS = Minimums()


@dataclass(frozen=True, slots=True)
class PublishedDay:
    """What everybody may know of a UTC day of some channels: their published days, added up.

    `day` is its start. Of so many channels and threads the day is `shown`, and of so many `hidden`
    (it had messages, and too few people, or one of them wrote too much); without any message it is
    neither. `volume` counts the messages that were scored, in tens a channel, and `counted` those
    that count. The others are sums over these: of the mood (-1..1), known to a tenth a channel, and
    of those that are `negative` or `positive`, known to a twentieth a channel.
    """

    day: datetime
    shown: int
    hidden: int
    counted: int
    volume: int
    mood_sum: float
    negative: float
    positive: float
