"""Episodes: the stretches in which a channel was unusual, and what came after each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

import numpy as np

from bot.reports.unusual.baseline import Baseline
from bot.reports.unusual.series import (
    MS_A_DAY,
    MS_A_MONTH,
    MS_AN_HOUR,
    Floats,
    Ints,
    Messages,
    milliseconds,
    moment,
)
from bot.reports.unusual.watch import Watch, WatchName, follow, waits, watches

KEENEST: Final = 0.25
"""The least evidence that makes an episode: the keenest sensitivity asks for a quarter."""

LEAST_PEOPLE: Final = 3
"""So many people must have written what raises the evidence: never of one member."""

CLEAR_MESSAGES: Final = 30
CLEAR_WITHIN: Final = 0.1
TOO_EARLY: Final = 10

_QUIET: Final = 0.01  # under so little evidence what was before is forgotten
_WITHOUT_ONE: Final = 3.0  # nats without who wrote most: 20 times likelier than as usual
_NOT_OF_MANY: Final = 0.99  # of what is needed: as high as comes what hangs on one author
_ALMOST: Final = 2.0  # nats
_PAUSE: Final = MS_AN_HOUR / MS_A_MONTH
_BLOCKS: Final = (256, 16_384)

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


def find(
    messages: Messages, baseline: Baseline, now: datetime, channel_id: int = 0, needed: float = 1.0
) -> tuple[Episode, ...]:
    """The episodes among a channel's messages, all levels of evidence, in the order of time.

    One is `called` when it has the `needed` evidence, of enough people; one that never is has less.
    """
    return find_for_each(messages, baseline, now, channel_id, (needed,))[needed]


def find_for_each(
    messages: Messages,
    baseline: Baseline,
    now: datetime,
    channel_id: int,
    needs: Collection[float],
) -> dict[float, tuple[Episode, ...]]:
    """As `find`, for each of these needed evidences, in little more time than for one."""
    messages = messages.where(messages.times >= baseline.since)
    if not len(messages):
        return dict.fromkeys(needs, ())
    search = _Search(messages, baseline, milliseconds(now), tuple(needs))
    found = list(search.episodes())
    return {
        needed: search.describe_all([each[number] for each in found], channel_id)
        for number, needed in enumerate(needs)
    }


@dataclass(frozen=True, slots=True)
class _Found:
    """An episode by the numbers of its messages; `over` in ms since 1970, if it is."""

    began: int
    called: int
    until: int
    over: int | None
    evidence: float
    watch: int


@dataclass(slots=True)
class _Search:
    """Goes through messages from one all-clear to the next.

    `log_m` (of 2 watches by 3 alternatives by n messages) and `evidence`, of both watches together
    and as a logarithm, are filled up to `filled`, as far as was needed.
    """

    messages: Messages
    baseline: Baseline
    now: int
    needs: tuple[float, ...]
    watches: tuple[Watch, ...] = field(init=False)
    times: Ints = field(init=False)
    months: Floats = field(init=False)
    log_m: Floats = field(init=False)
    evidence: Floats = field(init=False)
    filled: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.watches = watches(self.messages, self.baseline)
        self.times = self.messages.times
        self.months = waits(self.messages)
        self.log_m = np.empty((len(self.watches), *self.watches[0].log_factors.shape))
        self.evidence = np.empty(len(self.messages))

    def episodes(self) -> Iterator[list[_Found]]:
        """Each by what is needed: that only tells when one is called, and thus what it is."""
        start = 0
        while (alarm := self._alarm(start)) is not None:
            end, over = self._all_clear(start, alarm)
            self.filled = end
            yield [self._episode(start, alarm, over, needed) for needed in self.needs]
            start = end

    def describe_all(self, found: Sequence[_Found], channel_id: int) -> tuple[Episode, ...]:
        ends = (*(each.began for each in found[1:]), len(self.messages))
        return tuple(self.describe(*each, channel_id) for each in zip(found, ends, strict=False))

    def _fill(self, start: int, end: int) -> None:
        """Follow the statistics up to the message `end`, from nothing at `start`."""
        part = slice(self.filled, end)
        for number, watch in enumerate(self.watches):
            before = self.log_m[number, :, self.filled - 1]
            if self.filled == start:
                before = np.full_like(before, -np.inf)
            factors = watch.log_factors[:, part]
            self.log_m[number, :, part] = follow(before, factors, self.months[part])
        self.evidence[part] = np.logaddexp.reduce(self._parts(part), axis=0)
        self.filled = end

    def _parts(self, part: slice | int) -> Floats:
        """What each watch gives to the evidence, as a logarithm."""
        return np.stack(
            [
                watch.mean(log_m[:, part])
                for watch, log_m in zip(self.watches, self.log_m, strict=True)
            ]
        )

    def _alarm(self, start: int) -> int | None:
        """The first message from `start` on at which it is unusual."""
        self.filled = start
        block = _BLOCKS[0]
        while self.filled < len(self.messages):
            looked = self.filled
            self._fill(start, min(self.filled + block, len(self.messages)))
            block = min(2 * block, _BLOCKS[1])
            if (called := self._called(start, looked, KEENEST)) is not None:
                return called
        return None

    def _called(self, start: int, looked: int, least: float) -> int | None:
        """The first message from `looked` on with so much evidence, of enough people."""
        part = slice(looked, self.filled)
        # What a message that raises nothing comes to, was called by the one before, or never.
        raised = np.logical_or.reduce([watch.raises[part] for watch in self.watches])
        high = looked + np.flatnonzero(raised & (self.evidence[part] >= np.log(least)))
        return next((int(at) for at in high if self._is_of_many(start, int(at))), None)

    def _watch(self, at: int) -> int:
        """The watch to which a message's evidence is mostly due."""
        return int(np.argmax(self._parts(at)))

    def _is_of_many(self, start: int, at: int) -> bool:
        """Whether enough people made the evidence, and enough of it is left without any of them."""
        quiet = np.flatnonzero(self.evidence[start:at] < np.log(_QUIET))
        first = start + int(quiet[-1]) + 1 if len(quiet) else start
        number = self._watch(at)
        watch = self.watches[number]
        people = self.messages.people[first : at + 1]
        wrote, times = np.unique(people[watch.raises[first : at + 1]], return_counts=True)
        if len(wrote) < LEAST_PEOPLE:
            return False
        best = int(np.argmax(self.log_m[number, :, at]))
        began = self._began(number, best, first, at)
        others = self.messages.people[began : at + 1] != wrote[np.argmax(times)]
        return float(watch.log_factors[best, began : at + 1] @ others) >= _WITHOUT_ONE

    def _episode(self, start: int, alarm: int, over: int | None, needed: float) -> _Found:
        """The episode of an alarm, which goes as far as is filled."""
        called = self._called(start, alarm, needed)
        until = alarm + int(np.argmax(self.evidence[alarm : self.filled]))
        highest = float(np.exp(min(self.evidence[until], 700.0)))
        if called is None:
            called, highest = alarm, min(highest, _NOT_OF_MANY * needed)
        watch = self._watch(called)
        best = int(np.argmax(self.log_m[watch, :, until]))
        began = self._began(watch, best, start, called)
        return _Found(began, called, until, over, highest, watch)

    def _began(self, watch: int, best: int, start: int, called: int) -> int:
        """The likeliest start: the message from which on this alternative explains most.

        Of starts that are almost as likely it is one after a pause: a talk begins there.
        """
        factors = self.watches[watch].log_factors[best, start : called + 1]
        before = np.cumsum(factors) - factors
        likeliest = int(np.argmin(before))
        likely = (before <= before[likeliest] + _ALMOST) & (factors > 0)
        paused = np.flatnonzero(likely & (self.months[start : called + 1] >= _PAUSE))
        later = paused[paused > likeliest]
        return start + (int(later[-1]) if len(later) else likeliest)

    def _all_clear(self, start: int, alarm: int) -> tuple[int, int | None]:
        """With which message the search goes on, and when (ms) all was clear, if it is.

        When the last messages are as usual, or a day after the evidence last rose.
        """
        sums = np.cumsum(self.watches[self._watch(alarm)].beside[alarm:])
        means = (sums[CLEAR_MESSAGES:] - sums[:-CLEAR_MESSAGES]) / CLEAR_MESSAGES
        usual = np.flatnonzero(means <= CLEAR_WITHIN)
        last = alarm + CLEAR_MESSAGES + int(usual[0]) if len(usual) else len(self.times) - 1
        if self.filled <= last:
            self._fill(start, last + 1)
        highest = np.maximum.accumulate(self.evidence[alarm : last + 1])
        risen = np.diff(highest, prepend=-np.inf) > 0
        latest = alarm + np.maximum.accumulate(np.where(risen, np.arange(len(risen)), 0))
        quiet_until = self.times[latest] + MS_A_DAY
        silent = np.flatnonzero(self.times[alarm + 1 : last + 1] >= quiet_until[:-1])
        if len(silent):
            return alarm + 1 + int(silent[0]), int(quiet_until[silent[0]])
        if len(usual):
            return last + 1, int(self.times[last])
        ended = int(quiet_until[-1])
        return len(self.times), ended if ended <= self.now else None

    def describe(self, found: _Found, next_began: int, channel_id: int) -> Episode:
        part = self.messages.where(slice(found.began, found.until + 1))
        hours = part.times // MS_AN_HOUR
        return Episode(
            channel_id,
            began=moment(self.times[found.began]),
            began_id=int(self.messages.ids[found.began]),
            called=moment(self.times[found.called]),
            called_id=int(self.messages.ids[found.called]),
            until=moment(self.times[found.until]),
            until_id=int(self.messages.ids[found.until]),
            over=None if found.over is None else moment(found.over),
            negative=int(part.negative.sum()),
            messages=len(part),
            people=len(np.unique(part.people)),
            usual=float(self.baseline.negative(hours).value.mean()),
            mood=float(part.mood.mean()),
            usual_mood=float(self.baseline.mood(hours).value.mean()),
            evidence=found.evidence,
            watch=self.watches[found.watch].name,
            since=self._since(found, next_began),
        )

    def _since(self, found: _Found, next_began: int) -> Since:
        """All that came after; judged by the last of it before another episode began."""
        later = self.messages.where(slice(found.until + 1, None))
        after = self.watches[found.watch].beside[found.until + 1 : next_began]
        verdict: Verdict = "too early"
        if len(after) >= TOO_EARLY:
            as_usual = after[-CLEAR_MESSAGES:].mean() <= CLEAR_WITHIN
            verdict = "probably" if as_usual else "not yet"
        if verdict == "probably" and len(after) >= CLEAR_MESSAGES:
            verdict = "over"
        return Since(len(later), int(later.negative.sum()), verdict, len(np.unique(later.people)))
