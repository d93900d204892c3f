from __future__ import annotations

from array import array
from datetime import UTC, datetime, timedelta

from bot.reports.note_effects import NEXT, NoteEffect, effects
from storage.records import DISCORD_EPOCH_MS, Note, Scores

EVENING = datetime(2026, 11, 22, 18, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def scores(negative: list[bool], people: int = 4, counts: int = 1) -> Scores:
    """A message a minute from `EVENING` on."""
    number = len(negative)
    sent = [int((EVENING + n * MINUTE).timestamp() * 1000) for n in range(number)]
    return Scores(
        message_ids=array("q", [(each - DISCORD_EPOCH_MS) << 22 for each in sent]),
        places=array("q", [1] * number),
        channel_ids=array("q", [1] * number),
        people=array("q", [n % people for n in range(number)]),
        statuses=array("B", [0] * number),
        counts=array("B", [counts] * number),
        negative=array("H", [9000 if each else 500 for each in negative]),
        positive=array("H", [500] * number),
        replies_to=array("q", [0] * number),
    )


def note(after: timedelta) -> Note:
    return Note(1, 1, EVENING + after, EVENING, "slow mode", "")


def test_the_next_messages_after_a_note_are_told_and_no_more() -> None:
    talk = scores([True] * 10 + [False] * 3 + [True] * 30)
    slow_mode = note(5 * MINUTE)
    assert effects([slow_mode], talk) == [NoteEffect(slow_mode, NEXT, 9, 4)]


def test_after_a_note_there_may_be_nothing() -> None:
    last = note(60 * MINUTE)
    assert effects([last], scores([True] * 10)) == [NoteEffect(last, 0, 0, 0)]


def test_what_does_not_count_in_the_mood_does_not_count_here() -> None:
    (found,) = effects([note(-MINUTE)], scores([True] * 10, counts=0))
    assert found.messages == 0


def test_the_next_messages_may_be_far_away_among_those_that_do_not_count() -> None:
    talk = scores([True] * 400)
    for n in range(370):
        talk.counts[n] = 0
    (found,) = effects([note(-MINUTE)], talk)
    assert (found.messages, found.negative) == (NEXT, NEXT)
