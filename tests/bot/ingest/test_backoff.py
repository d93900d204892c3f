from __future__ import annotations

import math

from bot.ingest.backoff import Retries
from bot.ingest.gaps import ARCHIVED_THREADS


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_pauses_double_up_to_the_longest_until_it_succeeds() -> None:
    clock = Clock()
    retries = Retries(15, 100, clock)
    pauses = []
    for _ in range(5):
        retries.failed(1, 2)
        pauses.append(retries.seconds_to_next())
        assert retries.has_to_wait(1, 2)
        clock.now += pauses[-1]
        assert not retries.has_to_wait(1, 2)
    assert pauses == [15, 30, 60, 100, 100]
    retries.succeeded(1, 2)
    assert retries.seconds_to_next() == math.inf
    retries.failed(1, 2)
    assert retries.seconds_to_next() == 15


def test_a_channel_may_fail_for_weeks() -> None:
    retries = Retries(15, 900, Clock())
    for _ in range(2000):
        retries.failed(1, 2)
    assert retries.seconds_to_next() == 900


def test_what_is_forbidden_waits_for_long() -> None:
    retries = Retries(15, 100, Clock())
    retries.failed(1, 2, for_long=True)
    assert retries.seconds_to_next() == 100


def test_a_guild_waits_apart_from_its_first_channel_which_may_have_its_id() -> None:
    retries = Retries(15, 100, Clock())
    retries.failed(1, ARCHIVED_THREADS)
    assert retries.has_to_wait(1, ARCHIVED_THREADS)
    assert not retries.has_to_wait(1, 1)


def test_a_channel_that_is_gone_causes_no_more_rounds() -> None:
    clock = Clock()
    retries = Retries(15, 100, clock)
    retries.failed(1, 2)
    retries.failed(1, 3)
    with retries.round():
        clock.now += 15
    assert retries.seconds_to_next() == 0, "they were not due when the round began"
    with retries.round():
        retries.failed(1, 3)
    assert retries.seconds_to_next() == 30
    retries.succeeded(1, 3)
    assert retries.seconds_to_next() == math.inf


def test_what_is_being_tried_is_not_due_and_its_pauses_go_on_doubling() -> None:
    clock = Clock()
    retries = Retries(15, 100, clock)
    retries.failed(1, 2)
    clock.now += 15
    with retries.round():
        retries.begun(1, 2)
    assert retries.has_to_wait(1, 2)
    assert retries.seconds_to_next() == math.inf
    clock.now += 3600
    retries.failed(1, 2)
    assert retries.seconds_to_next() == 30
