"""The baseline is what a plain ridge regression gives, and knows what it does not know."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from sklearn.linear_model import Ridge

from bot.reports.unusual import baseline as baselines
from bot.reports.unusual.baseline import Baseline, is_enough, learn
from bot.reports.unusual.series import Hours, MessageSeries
from tests.bot.reports.unusual.conftest import USUAL, Talk, by_hour


def week_of(share: float, amplitude: float = 0.0, days: int = 56, an_hour: int = 10) -> Hours:
    """Hours that are exactly so negative, more so at noon (UTC)."""
    hours = 20_000 * 24 + np.arange(days * 24)
    counted = np.full(len(hours), an_hour * 100)
    swing = amplitude * np.cos(2 * np.pi * (hours % 24 - 12) / 24)
    negative = np.rint(counted * (share + swing)).astype(np.int64)
    zeros = np.zeros(len(hours))
    return Hours(hours, counted, negative, counted - negative, zeros, zeros + counted, counted)


def test_it_is_the_ridge_regression_of_scikit_learn() -> None:
    random = np.random.default_rng(3)
    hours = np.sort(random.choice(20_000 * 24 + np.arange(30 * 24), 400, replace=False))
    counted = random.integers(1, 40, len(hours))
    shares = np.clip(0.2 + 0.1 * np.sin(2 * np.pi * hours / 24), 0, 1)
    negative = random.binomial(counted, shares)
    nothing = np.zeros(len(hours))
    learnt = learn(
        Hours(hours, counted, negative, negative, nothing, nothing + counted, counted),
        MessageSeries.none(),
    ).of_negative

    # Scaled by what a coefficient may be expected to be, all are penalised alike.
    swing = 0.07 / np.sqrt([1, 1, 3, 3, 6, 6, 2, 2, 4, 4])
    angles = [2 * np.pi * hours * j / 24 for j in (1, 2, 3)]
    angles += [2 * np.pi * hours * j / 168 for j in (1, 2)]
    waves = np.column_stack([wave(angle) for angle in angles for wave in (np.cos, np.sin)]) * swing
    share = (negative.sum() + 0.5) / (counted.sum() + 1)
    variance = share * (1 - share) * 1.15 / 0.85
    judge = Ridge(alpha=variance).fit(waves, negative / counted, sample_weight=counted)
    assert learnt.at(hours).value == pytest.approx(judge.predict(waves), abs=1e-9)


def test_the_course_of_a_day_is_learnt() -> None:
    learnt = learn(week_of(0.2, amplitude=0.1), MessageSeries.none())
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    usual = learnt.negative([noon, noon + timedelta(hours=12)])
    assert usual.value == pytest.approx([0.3, 0.1], abs=0.01)
    assert learnt.positive([noon]).value == pytest.approx([0.7], abs=0.01)


def test_a_usual_share_is_never_below_nothing_nor_above_all() -> None:
    hours = 20_000 * 24 + np.arange(56 * 24)
    counted = np.full(len(hours), 1000)
    negative = np.where(hours % 24 < 6, 400, 0)  # and none at all for the rest of the day
    zeros = np.zeros(len(hours))
    learnt = learn(
        Hours(hours, counted, negative, counted - negative, zeros, zeros + counted, counted),
        MessageSeries.none(),
    )
    assert learnt.of_negative.value.min() < 0
    assert learnt.negative(hours).value.min() == 0.0
    assert learnt.positive(hours).value.max() == 1.0


def test_hours_and_times_are_asked_alike(baseline: Baseline) -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    hour = np.array([int(noon.timestamp()) // 3600])
    assert baseline.mood(hour).value == baseline.mood([noon]).value
    assert baseline.mood(hour).value != baseline.mood(hour + 12).value


@pytest.mark.parametrize("days", [13, 14])
def test_fourteen_days_are_needed(days: int) -> None:
    assert is_enough(week_of(0.2, days=days)) == (days == 14)


def test_two_hundred_messages_are_needed() -> None:
    hours = week_of(0.2, days=14)
    few = replace(hours, counted=np.r_[199, np.zeros(len(hours) - 1, np.int64)])
    assert not is_enough(few), "and none of the other days has a message that counts"
    spread = np.zeros(len(hours), np.int64)
    spread[::24] = [199 - 13, *[1] * 13]
    assert not is_enough(replace(hours, counted=spread))
    spread[0] += 1
    assert is_enough(replace(hours, counted=spread))


def test_it_tells_how_much_whole_days_differ() -> None:
    random = np.random.default_rng(5)
    hours = week_of(0.3, an_hour=1)
    effect = np.repeat(random.normal(0, 0.05, 56), 24)
    bad_days = replace(hours, negative=random.binomial(hours.counted, 0.3 + effect))
    same_days = replace(hours, negative=random.binomial(hours.counted, 0.3))
    assert learn(bad_days, MessageSeries.none()).of_negative.day_spread == pytest.approx(
        0.05, abs=0.01
    )
    assert learn(same_days, MessageSeries.none()).of_negative.day_spread < 0.01


def test_few_messages_say_little_of_how_neighbours_hang_together(talk: Talk) -> None:
    hours = by_hour(talk(5_600, 56))
    in_pairs = np.repeat(np.random.default_rng(1).random(3_000) < USUAL, 2)
    many = talk(6_000, 30, negative=in_pairs)
    few = many.where(slice(None, 20))
    assert learn(hours, MessageSeries.none()).of_negative.persistence == 0.15
    assert learn(hours, few).of_negative.persistence == pytest.approx(0.15, abs=0.05)
    assert learn(hours, many).of_negative.persistence == pytest.approx(0.5, abs=0.07)


def test_what_never_happened_is_not_impossible(talk: Talk) -> None:
    learnt = learn(by_hour(talk(560, 56, share=0.0)), MessageSeries.none())
    usual = learnt.negative(np.arange(168))
    assert np.all(usual.spread > 0)
    assert np.all(np.isfinite(usual.value))


@pytest.mark.parametrize(
    ("days", "a_day", "slack"),
    [(56, 20, 0.75), (56, 125, 0.75), (56, 500, 1.25), (56, 2000, 1.75), (56, 10**6, 2.0)],
)
def test_the_more_is_said_the_more_a_bad_day_is_let_pass(
    baseline: Baseline, days: int, a_day: int, slack: float
) -> None:
    assert replace(baseline, days=days, messages=days * a_day).slack == pytest.approx(slack)
    assert replace(baseline, days=20, messages=20 * a_day).slack == pytest.approx(max(slack, 1.0))


def test_the_usual_of_a_week_is_that_of_every_week(baseline: Baseline) -> None:
    hours = np.arange(baselines.HOURS_A_WEEK)
    assert np.array_equal(baseline.negative(hours).value, baseline.negative(hours + 168 * 99).value)
