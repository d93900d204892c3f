from __future__ import annotations

import random

from bot.gateway.identify_budget import DAY, IdentifyBudget


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_fifty_may_come_at_once_and_then_one_every_half_hour() -> None:
    clock = Clock()
    budget = IdentifyBudget(clock)
    assert sum(budget.take(0) for _ in range(60)) == 50
    assert 1700 < budget.seconds_to_wait() < 1730
    clock.now += budget.seconds_to_wait() + 1
    assert budget.take(0)
    assert not budget.take(0)


def test_no_day_sees_more_than_a_hundred_however_they_come() -> None:
    clock, chance = Clock(), random.Random(3)
    budget = IdentifyBudget(clock)
    taken = []
    while clock.now < 5 * DAY:
        clock.now += chance.choice((1, 60, 600, 2_000))
        if budget.take(0):
            taken.append(clock.now)
    assert len(taken) > 200
    assert all(sum(first <= each < first + DAY for each in taken) <= 100 for first in taken)


def test_each_shard_has_its_own() -> None:
    budget = IdentifyBudget(Clock(), at_once=1)
    assert budget.seconds_to_wait() == 0
    assert budget.take(0)
    assert budget.take(1)
    assert not budget.take(0)
    assert budget.seconds_to_wait() > 0
