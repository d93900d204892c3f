"""For how long things are kept, and what goes when that is over."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from typing import Self

from storage.errors import InvalidInputError


@dataclass(frozen=True, slots=True)
class Retention:
    """For how many days things are kept.

    `rows_days` (1..30): a message's own row, and the mark of a deleted message; `member_days`
    (`rows_days`..90): the hours of a member; `channel_days` (`member_days`..400): the hours of a
    channel. Raises `InvalidInputError` for anything else. More than 30 `member_days`, which older
    versions had, cannot be set any more: they are in force until a shorter period is.
    """

    rows_days: int = 30
    member_days: int = 30
    channel_days: int = 400

    def __post_init__(self) -> None:
        for what, days, least, most in (
            ("Rows", self.rows_days, 1, 30),
            ("Hours of members", self.member_days, self.rows_days, 90),
            ("Hours of channels", self.channel_days, self.member_days, 400),
        ):
            if not least <= days <= most:
                raise InvalidInputError(f"{what} are kept for {least} to {most} days, not {days}.")

    def shorter(self, other: Retention) -> Retention:
        """Of each period the shorter one.

        >>> Retention(30, 30, 400).shorter(Retention(7, 30, 90))
        Retention(rows_days=7, member_days=30, channel_days=90)
        """
        return Retention(*map(min, astuple(self), astuple(other)))

    def longer(self, other: Retention) -> Retention:
        """Of each period the longer one."""
        return Retention(*map(max, astuple(self), astuple(other)))


LONGEST_RETENTION = Retention(30, 90, 400)
"""Whatever was ever kept, was kept no longer."""

SHORTENING_WAITS = timedelta(days=7)
"""So long after a shorter retention was chosen it begins to delete: what goes then is gone."""


@dataclass(frozen=True, slots=True)
class ChosenRetention:
    """For how long a guild wants things kept.

    What is `chosen` is in force from `since` (UTC) on; until then each period is the longer one of
    it and of what was in force `before`.
    """

    chosen: Retention
    before: Retention
    since: datetime

    @classmethod
    def after(cls, before: Retention, chosen: Retention, now: datetime) -> Self:
        """What is chosen now, while the other one is in force: what shortens a period waits."""
        waits = before.longer(chosen) != chosen
        return cls(chosen, before, now + SHORTENING_WAITS if waits else now)

    def at(self, now: datetime) -> Retention:
        """What is in force at this time (aware)."""
        return self.chosen if now >= self.since else self.before.longer(self.chosen)


@dataclass(frozen=True, slots=True)
class Shortening:
    """A shorter retention that was chosen, and waits: at this time (UTC) it comes into force, and
    deletes so much more than the one before would now."""

    at: datetime
    rows: int
    member_hours: int
    channel_hours: int

    def __str__(self) -> str:
        return (
            f"From {self.at:%Y-%m-%d %H:%M} UTC on less is kept than until now: "
            f"{self.rows:,} messages' figures, {self.member_hours:,} hours of members and "
            f"{self.channel_hours:,} hours of channels that are there now will be deleted then."
        )


@dataclass(frozen=True, slots=True)
class Expired:
    """How much was deleted because its time was over; `marks` are those of deleted messages."""

    rows: int
    member_hours: int
    channel_hours: int
    marks: int
