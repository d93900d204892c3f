"""The statistic is what it says, and a channel that is as usual can't be expected to raise it."""

from __future__ import annotations

import numpy as np
import pytest

from bot.reports.unusual.baseline import Baseline
from bot.reports.unusual.series import MS_A_MONTH, Floats
from bot.reports.unusual.watch import follow, waits, watches
from tests.bot.reports.unusual.conftest import Talk, joined


def recursion(start: Floats, factors: Floats, months: Floats) -> Floats:
    """The definition, message by message."""
    now, course = start.copy(), []
    for column, wait in zip(factors.T, months, strict=True):
        now = (now + wait) * column
        course.append(now)
    return np.column_stack(course)


def test_all_messages_at_once_are_the_same_as_one_after_the_other() -> None:
    random = np.random.default_rng(1)
    factors, months = random.uniform(0.4, 1.9, (3, 500)), random.exponential(0.001, 500)
    start = np.array([0.0, 0.5, 2.0])
    with np.errstate(divide="ignore"):
        followed = np.exp(follow(np.log(start), np.log(factors), months))
    assert followed == pytest.approx(recursion(start, factors, months), rel=1e-9)


def test_in_pieces_it_is_the_same_as_in_one_piece() -> None:
    random = np.random.default_rng(2)
    log_factors, months = random.normal(0, 0.4, (3, 400)), random.exponential(0.001, 400)
    nothing = np.full(3, -np.inf)
    whole = follow(nothing, log_factors, months)
    first = follow(nothing, log_factors[:, :123], months[:123])
    second = follow(first[:, -1], log_factors[:, 123:], months[123:])
    assert np.column_stack([first, second]) == pytest.approx(whole, rel=1e-9)


def test_a_thousand_bad_messages_are_no_overflow() -> None:
    log_m = follow(np.array([-np.inf]), np.full((1, 100_000), 0.7), np.full(100_000, 1e-5))
    assert log_m[0, -1] == pytest.approx(70_000, rel=1e-3)


def test_the_share_can_be_expected_to_fall_where_it_is_usual(
    talk: Talk, baseline: Baseline
) -> None:
    calm = talk(400, 4)
    bad = talk(400, 4, negative=np.ones(400, bool), mood=np.full(400, -0.7))
    # Each message as it would be either way, after the same one before.
    for number in range(1, 400, 7):
        before, after = slice(None, number), slice(number, number + 1)
        good = joined(calm.where(before), talk(400, 4, negative=np.zeros(400, bool)).where(after))
        worse = joined(calm.where(before), bad.where(after))
        up = np.exp(watches(worse, baseline)[0].log_factors[:, -1])
        down = np.exp(watches(good, baseline)[0].log_factors[:, -1])
        course = baseline.of_negative
        usual = course.at(calm.times[after] // 3_600_000)
        last = calm.negative[number - 1] - course.at(calm.times[[number - 1]] // 3_600_000).value
        most = usual.value + course.persistence * last + baseline.slack * usual.spread
        for share in (0.0, float(most[0]) / 2, float(most[0])):
            assert np.all(share * up + (1 - share) * down <= 1 + 1e-9)


def test_the_slide_can_be_expected_to_fall_whatever_the_moods_with_the_usual_mean(
    talk: Talk, baseline: Baseline
) -> None:
    mean = float(baseline.mood(np.arange(168)).value.max())
    for low, high in ((-1.0, 1.0), (mean - 0.1, mean + 0.1), (-0.2, 1.0)):
        chance = (mean - low) / (high - low)  # of the high one, so that the mean is the usual
        expected = sum(
            weight * np.exp(watches(talk(1, 0.1, mood=np.array([mood])), baseline)[1].log_factors)
            for weight, mood in ((chance, high), (1 - chance, low))
        )
        assert np.all(expected <= 1 + 1e-9)


def test_waits_are_in_months(talk: Talk) -> None:
    assert waits(talk(31, 31))[1:] == pytest.approx(np.full(30, 86_400_000 / MS_A_MONTH))
    assert waits(talk(31, 31))[0] == 0
