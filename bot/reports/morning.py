"""What a moderator asks first: what was unusual, where, since when, and had we this before?

Pure functions of the episodes that `bot.reports.unusual` finds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Protocol

from bot.reports.channel_baselines import NotYet
from bot.reports.periods import DAY, HOUR
from bot.reports.unusual.episodes import (
    CLEAR_MESSAGES,
    CLEAR_WITHIN,
    TOO_EARLY,
    Episode,
    Since,
    Verdict,
)
from storage.records import Scores

TOGETHER = 6 * HOUR
"""Episodes with no longer a pause between them are told as one: a quarrel wanders from channel to
channel, and an evening is an evening."""

MORNING = 6
"""The hour at which "since yesterday morning" begins."""

LEAST_FOR_A_PATTERN = 3
"""Two falls share a weekday once in seven by chance alone; three once in forty-nine."""

ARC = 4
"""Falls that began within so many hours of the day are told to begin at one time of the day."""


LEAST_RISE = 0.15
"""The least rise of the share of negative messages that is looked for (docs/alerts.md)."""


_SEVERITY: Sequence[Verdict] = ("not yet", "too early", "probably", "over")
"""Of several channels the one is told that comes first."""


@dataclass(frozen=True, slots=True)
class Fall:
    """Episodes of one or more channels that lie close together, in the order they began."""

    episodes: tuple[Episode, ...]

    @property
    def began(self) -> datetime:
        return self.episodes[0].began

    @property
    def until(self) -> datetime:
        return max(each.until for each in self.episodes)

    @property
    def worst(self) -> Episode:
        """The one with the strongest evidence."""
        return max(self.episodes, key=lambda each: each.evidence)

    @property
    def channel_ids(self) -> tuple[int, ...]:
        """Each channel once, in the order it began there."""
        return tuple(dict.fromkeys(each.channel_id for each in self.episodes))


def falls(episodes: Iterable[Episode]) -> list[Fall]:
    """Episodes → falls, in the order they began."""
    found: list[list[Episode]] = []
    until: datetime | None = None
    for episode in sorted(episodes, key=lambda each: each.began):
        if until is None or episode.began - until > TOGETHER:
            found.append([])
            until = episode.until
        found[-1].append(episode)
        until = max(until, episode.until)
    return [Fall(tuple(each)) for each in found]


@dataclass(frozen=True, slots=True)
class Counted:
    """So many messages, so many of them negative, and how many that usually are (0..1)."""

    messages: int
    negative: int
    usual: float


def counted(episodes: Collection[Episode]) -> Counted:
    """All messages of some episodes together.

    >>> counted([])
    Counted(messages=0, negative=0, usual=0.0)
    """
    messages = sum(each.messages for each in episodes)
    expected = sum(each.usual * each.messages for each in episodes)
    negative = sum(each.negative for each in episodes)
    return Counted(messages, negative, expected / messages if messages else 0.0)


@dataclass(frozen=True, slots=True)
class Morning:
    """What was unusual in some channels from `since` (aware) up to now.

    `channels` is how many were looked at. In those `waiting` too little is known yet of what is
    usual; in the others so many `messages` that count were written. In those `heard` there were
    any. `unusual` is what stands out even for somebody who looks at so many.
    """

    since: datetime
    channels: int
    messages: int
    unusual: tuple[Episode, ...] = ()
    waiting: Mapping[int, NotYet] = field(default_factory=dict)
    heard: Collection[int] = frozenset()

    @property
    def watched(self) -> int:
        """Of how many channels it is known what is usual."""
        return self.channels - len(self.waiting)

    @property
    def by_strength(self) -> list[Episode]:
        """The strongest evidence first."""
        return sorted(self.unusual, key=lambda each: -each.evidence)

    @property
    def months(self) -> float:
        """How long it takes, at the least, until chance alone makes something as unusual.

        One channel that stays as it is comes to an evidence of e no more than once in e months;
        so many channels, so many times as often (docs/alerts.md).
        """
        return max(each.evidence for each in self.unusual) / max(1, self.watched)


def verdict(episode: Episode) -> Verdict:
    """Whether it is over, as far as can be told from what was written since.

    A day of little talk is no proof, but no longer too early.
    """
    told = episode.since.verdict
    return "probably" if told == "too early" and episode.over is not None else told


def together(episodes: Iterable[Episode]) -> Since:
    """What came after the last episodes of several channels, judged as one.

    Where little was written in some of them, the others tell whether it is over.
    """
    last = last_of_each(episodes).values()
    messages = sum(each.since.messages for each in last)
    negative = sum(each.since.negative for each in last)
    told = min((verdict(each) for each in last), key=_SEVERITY.index)
    as_usual = negative <= messages * (counted(last).usual + CLEAR_WITHIN)
    if told == "too early" and as_usual and messages >= TOO_EARLY:
        told = "over" if messages >= CLEAR_MESSAGES else "probably"
    return Since(messages, negative, told, max(each.since.people for each in last))


def is_slide(episode: Episode) -> bool:
    """Whether it shows in the mood of each message rather than in how many are negative.

    The stronger watch is the one that tells; with a quarrel that may be either.
    """
    share = episode.negative / episode.messages
    return episode.watch == "slide" and share < episode.usual + LEAST_RISE


def last_of_each(episodes: Iterable[Episode]) -> dict[int, Episode]:
    """The last episode of each channel."""
    return {each.channel_id: each for each in sorted(episodes, key=lambda each: each.began)}


def yesterday_morning(now: datetime, zone: tzinfo) -> datetime:
    """When a look at what is new begins if nothing else is asked: 6:00 of the day before, there.

    In UTC: between two moments of one zone Python counts what its clock shows, not what passed.
    """
    yesterday = now.astimezone(zone).date() - DAY
    return datetime.combine(yesterday, time(MORNING), zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Before:
    """The fall that was asked about, and the others of the last `days`, the newest first."""

    asked: Fall
    others: tuple[Fall, ...]
    days: int

    @property
    def begins(self) -> list[datetime]:
        return [each.began for each in (self.asked, *self.others)]


def before(asked: Episode, episodes: Iterable[Episode], days: int) -> Before:
    """Which falls there were in the last `days` beside the one that holds the episode `asked`.

    `episodes` are all that were unusual; `asked` may be among them.
    """
    others = [each for each in episodes if not is_same(each, asked)]
    found = falls([asked, *others])
    (own,) = (fall for fall in found if asked in fall.episodes)
    rest = (fall for fall in reversed(found) if fall is not own)
    return Before(own, tuple(rest), days)


class Ends(Protocol):
    """Where an episode was, and its first and last message, as far as that was known once."""

    @property
    def channel_id(self) -> int: ...
    @property
    def began_id(self) -> int: ...
    @property
    def until_id(self) -> int: ...


def is_same(one: Ends, other: Ends) -> bool:
    """Whether two episodes share a stretch of one channel.

    Messages come and go between two looks, and with them where an episode begins and ends.
    """
    return (
        one.channel_id == other.channel_id
        and one.began_id <= other.until_id
        and other.began_id <= one.until_id
    )


@dataclass(frozen=True, slots=True)
class Pattern:
    """What falls have in common: the weekday (0: Monday), and the hours in which they began.

    `hours` are the first and the last, both of a day of 24; `None`: they have nothing in common.
    """

    weekday: int | None
    hours: tuple[int, int] | None


def pattern(begins: Sequence[datetime], zone: tzinfo) -> Pattern:
    """What these moments (aware) have in common, by the clock of a time zone.

    >>> from datetime import UTC
    >>> pattern([datetime(2026, 11, day, 17, tzinfo=UTC) for day in (8, 15, 22)], UTC)
    Pattern(weekday=6, hours=(17, 17))
    """
    local = [moment.astimezone(zone) for moment in begins]
    weekdays = {moment.weekday() for moment in local}
    return Pattern(
        weekday=weekdays.pop() if len(weekdays) == 1 else None,
        hours=_arc(sorted({moment.hour for moment in local})),
    )


def _arc(hours: Sequence[int]) -> tuple[int, int] | None:
    """The shortest stretch of the clock that holds all of these hours, if it is short enough."""
    stretches = [(hours[n], hours[n - 1]) for n in range(len(hours))]  # each without one gap
    first, last = min(stretches, key=lambda each: (each[1] - each[0]) % 24)
    return (first, last) if (last - first) % 24 < ARC else None


def people_between(scores: Scores, first_id: int, last_id: int) -> int:
    """How many people wrote the messages from one to another, judged or not."""
    written = zip(scores.message_ids, scores.people, strict=True)
    return len({person for message, person in written if first_id <= message <= last_id})


def since_of(length: timedelta | None, now: datetime, zone: tzinfo) -> datetime:
    """Where a look back of this length begins; `None`: yesterday morning."""
    return yesterday_morning(now, zone) if length is None else now - length
