"""What was unusual does not become usual, unless it stays."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from bot.reports.unusual.baseline import learn
from bot.reports.unusual.learning import learn_without_episodes
from bot.reports.unusual.search import find
from bot.reports.unusual.series import MessageSeries
from tests.bot.reports.unusual.conftest import MONDAY, USUAL, Talk, by_hour, joined


def test_quarrels_are_not_learnt_as_usual(talk: Talk) -> None:
    calm = talk(1_500, 56, start=-56)
    bad = [talk(20, 0.1, start=start, share=0.9) for start in (-50.3, -22.3, -8.3)]
    said = joined(calm, *bad)
    rows = said.where(said.times >= MONDAY.timestamp() * 1000 - 30 * 86_400_000)
    spoilt, learnt = learn(by_hour(said), rows), learn_without_episodes(by_hour(said), rows)
    judge = learn(by_hour(calm), calm)
    hours = np.arange(168)
    assert learnt.negative(hours).value == pytest.approx(judge.negative(hours).value, abs=0.03)
    assert learnt.of_negative.day_spread == pytest.approx(judge.of_negative.day_spread, abs=0.02)
    assert spoilt.of_negative.day_spread > learnt.of_negative.day_spread + 0.03


def test_so_a_quarrel_is_seen_that_others_came_before(talk: Talk) -> None:
    said = joined(
        talk(1_500, 56, start=-56),
        *(talk(16, 0.1, start=start, share=1.0) for start in (-29.3, -15.3, -1.3)),
    )
    rows = said.where(said.times >= MONDAY.timestamp() * 1000 - 30 * 86_400_000)
    learnt = learn_without_episodes(by_hour(said), rows)
    found = [each for each in find(rows, learnt, MONDAY) if each.evidence >= 1]
    assert len(found) == 3
    assert [each.began.date() - MONDAY.date() for each in found] == [
        timedelta(days=days) for days in (-30, -16, -2)
    ]


def test_what_stays_is_learnt_within_four_weeks(talk: Talk) -> None:
    calm, worse = talk(2_800, 28, start=-56), talk(2_800, 28, start=-28, share=0.45)
    said = joined(calm, worse)
    rows = said.where(said.times >= MONDAY.timestamp() * 1000 - 30 * 86_400_000)
    usual = learn_without_episodes(by_hour(said), rows).negative(np.arange(168)).value.mean()
    assert usual > USUAL + 0.08


def test_without_rows_the_days_that_stand_out_are_left_out_all_the_same(talk: Talk) -> None:
    calm = talk(1_500, 56, start=-56)
    said = joined(calm, talk(40, 0.1, start=-40.3, share=0.9))
    learnt = learn_without_episodes(by_hour(said), MessageSeries.none())
    assert learnt.days == learn(by_hour(calm), MessageSeries.none()).days - 1


def test_little_is_learnt_from_whole(talk: Talk) -> None:
    said = joined(talk(190, 14, start=-14), talk(15, 0.05, start=-5.4, share=1.0))
    learnt = learn_without_episodes(by_hour(said), said)
    assert (learnt.days, learnt.messages) == (14, 205), "less would be too little"
