"""Channels to try the detector on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest

from bot.reports.unusual.baseline import Baseline, learn
from bot.reports.unusual.series import MS_A_DAY, MS_AN_HOUR, Hours, MessageSeries, milliseconds
from storage.records import DISCORD_EPOCH_MS

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
USUAL = 0.1

Talk = Callable[..., MessageSeries]


@pytest.fixture
def talk() -> Talk:
    """Makes messages: evenly over some days from `start` on, a share of them negative."""

    def make(
        count: int,
        days: float,
        *,
        share: float = USUAL,
        start: float = 0.0,
        people: int = 12,
        seed: int = 1,
        **columns: Any,
    ) -> MessageSeries:
        random = np.random.default_rng(seed)
        first = milliseconds(MONDAY) + start * MS_A_DAY
        times = (first + (np.arange(count) + 0.5) * days * MS_A_DAY / count).astype(np.int64)
        negative = random.random(count) < share
        mood = np.where(negative, -0.7, random.choice([0.0, 0.8], count))
        wrote = random.integers(0, people, count)
        made = {"people": wrote, "negative": negative, "mood": mood} | columns
        return MessageSeries((times - DISCORD_EPOCH_MS) << 22, **made)

    return make


def joined(*parts: MessageSeries) -> MessageSeries:
    """Messages of several makings, in the order of time."""
    columns = ("ids", "people", "negative", "mood")
    all_of = [np.concatenate([getattr(part, name) for part in parts]) for name in columns]
    order = np.argsort(all_of[0], kind="stable")
    return MessageSeries(*(column[order] for column in all_of))


def by_hour(messages: MessageSeries) -> Hours:
    """The sums of messages, as the storage keeps them."""
    hours, of = np.unique(messages.times // MS_AN_HOUR, return_inverse=True)
    count = len(hours)
    return Hours(
        hours,
        np.bincount(of, minlength=count),
        np.bincount(of[messages.negative], minlength=count),
        np.bincount(of[messages.mood > 0.3], minlength=count),
        np.bincount(of, messages.mood, count).astype(np.float64),
        np.bincount(of, messages.mood**2, count).astype(np.float64),
        np.full(count, 5),
    )


@pytest.fixture
def baseline(talk: Talk) -> Baseline:
    """Of a channel with 100 messages a day, learnt from the 56 days before `MONDAY`."""
    before = talk(5_600, 56, start=-56, seed=7)
    return learn(by_hour(before), before)
