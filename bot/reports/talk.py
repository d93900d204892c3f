"""The messages of an episode, as they are stored: which belong together, and a page of them.

Pure functions. Of a message there is an id, a place, and the label it was stored with; its text is
not here, and nothing is counted or put in order by person.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.reports.dots import Dot, Dots
from bot.reports.writers import LEAST_WRITERS
from storage.records import Scores, snowflake_time

Word = Literal["negative", "neutral", "positive", "unsure", "not_scored"]
"""The label of a message, or why it has none."""

JUDGED: tuple[Word, ...] = ("negative", "neutral", "positive")

RUN = timedelta(minutes=5)
"""Messages of one place that follow each other within this time are one conversation."""

AROUND = timedelta(hours=1)
"""How far before and after an episode its conversations are looked for."""

ON_A_PAGE = 20
BEFORE_THE_TURN = 3
"""So many messages stand on the first page before the one with which it turned."""

MOST_PLACES = 4
"""Channels and threads on a page: each takes Discord a request, and an archived thread another."""

_WHOLE = 10_000
_WITHOUT_LABEL: dict[int, Word] = {1: "unsure", 2: "not_scored"}


@dataclass(frozen=True, slots=True)
class Row:
    """A stored message. `person` is a number that tells people apart within one answer only.

    `place_id` is the channel or thread that it stands in, `reply_to` the message that it answers
    (0: none). `counts`: it is among a person's first ten of an hour and channel.
    """

    message_id: int
    place_id: int
    person: int
    word: Word
    reply_to: int
    counts: bool = True

    @property
    def is_judged(self) -> bool:
        return self.word in JUDGED


def rows_of(scores: Scores) -> list[Row]:
    """The stored messages, in the order in which they were sent."""
    columns = zip(
        *(scores.message_ids, scores.channel_ids, scores.people, scores.statuses),
        *(scores.negative, scores.positive, scores.replies_to, scores.counts),
        strict=True,
    )
    rows = [
        Row(message, place, person, _word(status, negative, positive), reply_to, bool(counts))
        for message, place, person, status, negative, positive, reply_to, counts in columns
    ]
    return sorted(rows, key=lambda row: row.message_id)


def _word(status: int, negative: int, positive: int) -> Word:
    """By the most probable label; on a tie the milder one, as in sums and in `Score.label`."""
    if status:
        return _WITHOUT_LABEL[status]
    neutral = _WHOLE - negative - positive
    if neutral >= negative and neutral >= positive:
        return "neutral"
    return "positive" if positive >= negative else "negative"


def conversations(rows: Sequence[Row]) -> list[int]:
    """Of each row, in the order of time, the place in `rows` where its conversation begins.

    One conversation are a message and its answer, and what follows within `RUN` in the same place:
    also by a chain of both.
    """
    above = list(range(len(rows)))

    def begin(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    def join(one: int, other: int) -> None:
        first, second = sorted((begin(one), begin(other)))
        above[second] = first

    place_of = {row.message_id: at for at, row in enumerate(rows)}
    last: dict[int, int] = {}
    for at, row in enumerate(rows):
        before = last.get(row.place_id)
        if before is not None and _sent(row) - _sent(rows[before]) <= RUN:
            join(before, at)
        if (answered := place_of.get(row.reply_to)) is not None:
            join(answered, at)
        last[row.place_id] = at
    return [begin(at) for at in range(len(rows))]


def _sent(row: Row) -> timedelta:
    return timedelta(milliseconds=row.message_id >> 22)


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a talk, each with the number of its conversation. `earlier` and `later` are the
    ids with which the neighbouring pages begin; `None`: there is none."""

    rows: tuple[Row, ...]
    conversations: tuple[int, ...]
    earlier: int | None
    later: int | None


@dataclass(frozen=True, slots=True)
class Talk:
    """The messages of an episode and of the conversations that they belong to, in order of time.

    The episode goes from the message `began_id` to `until_id`; `turned` is the place in `rows` of
    the first of it. Of it alone there are so many `messages`, of which so many are `unjudged`; so
    many `writers` wrote what is judged.
    """

    rows: tuple[Row, ...]
    conversations: tuple[int, ...]
    began_id: int
    until_id: int
    turned: int
    messages: int
    unjudged: int
    writers: int

    @property
    def has_enough_writers(self) -> bool:
        return self.writers >= LEAST_WRITERS

    def page(self, from_id: int = 0) -> Page:
        """The page that begins with this message, or with the next one that is still there.

        By default the one on which it turned. It may be short: it has at most `MOST_PLACES`.
        """
        ids = [row.message_id for row in self.rows]
        start = self.turned - BEFORE_THE_TURN if from_id == 0 else bisect_left(ids, from_id)
        start = max(0, min(start, len(ids) - 1))
        end, places = start, set[int]()
        for row in self.rows[start : start + ON_A_PAGE]:
            places.add(row.place_id)
            if len(places) > MOST_PLACES:
                break
            end += 1
        return Page(
            rows=self.rows[start:end],
            conversations=self.conversations[start:end],
            earlier=ids[max(0, start - ON_A_PAGE)] if start else None,
            later=ids[end] if end < len(ids) else None,
        )


def talk(rows: Sequence[Row], began_id: int, until_id: int) -> Talk:
    """The episode from one message to another, with its conversations, as far as they are in
    `rows`: at most a page of them before it, and one after it."""
    ids = [row.message_id for row in rows]
    first, end = bisect_left(ids, began_id), bisect_left(ids, until_id + 1)
    of_each = conversations(rows)
    touched = set(of_each[first:end])
    kept = [
        at
        for at in range(max(0, first - ON_A_PAGE), min(len(rows), end + ON_A_PAGE))
        if first <= at < end or of_each[at] in touched
    ]
    episode = rows[first:end]
    return Talk(
        rows=tuple(rows[at] for at in kept),
        conversations=tuple(of_each[at] for at in kept),
        began_id=began_id,
        until_id=until_id,
        turned=sum(at < first for at in kept),
        messages=len(episode),
        unjudged=sum(not row.is_judged for row in episode),
        writers=len({row.person for row in episode if row.is_judged}),
    )


def span(began_id: int, until_id: int) -> tuple[datetime, datetime]:
    """From when until when rows are asked for to have an episode's conversations."""
    return snowflake_time(began_id) - AROUND, snowflake_time(until_id) + AROUND


def dots_of(name: str, talk: Talk) -> Dots:
    """The same messages as dots; those in which there was nothing to judge have none."""
    dots = tuple(
        Dot(snowflake_time(row.message_id), row.word)
        for row in talk.rows
        if row.word != "not_scored"
    )
    turned = talk.rows[talk.turned] if talk.turned < len(talk.rows) else None
    at = None if turned is None else snowflake_time(turned.message_id)
    return Dots(name, dots, at if any(dot.at == at for dot in dots) else None)
