from __future__ import annotations

import random

import pytest

from bot.gateway.identify_budget import (
    DAY,
    IdentifyBudget,
    TooManyIdentifiesError,
    require_some_left,
)


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


def test_many_shards_share_what_discord_grants() -> None:
    clock = Clock()
    budget = IdentifyBudget(clock)
    budget.share(total=1000, shards=64)
    taken = sum(budget.take(shard) for shard in range(64) for _ in range(60))
    for _ in range(24):
        clock.now += DAY / 24
        taken += sum(budget.take(shard) for shard in range(64))
    assert 500 < taken <= 1000


def test_one_shard_has_no_more_than_before_and_any_has_one() -> None:
    for total, shards, expected in ((1000, 1, 50), (10, 64, 1)):
        budget = IdentifyBudget(Clock())
        budget.share(total, shards)
        assert sum(budget.take(0) for _ in range(60)) == expected


def test_a_process_starts_only_if_enough_is_left_for_all_of_its_shards() -> None:
    require_some_left(shards=64, own=16, total=1000, remaining=16, reset_after=3_600_000)
    with pytest.raises(TooManyIdentifiesError) as caught:
        require_some_left(shards=64, own=16, total=1000, remaining=15, reset_after=3_600_000)
    assert caught.value.seconds == 3600
    with pytest.raises(TooManyIdentifiesError):
        require_some_left(shards=1, own=1, total=1000, remaining=900, reset_after=1000)
