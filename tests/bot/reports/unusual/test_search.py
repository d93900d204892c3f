"""A quarrel is found where it was, a calm channel is left alone, and nobody alone is the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from math import exp, log, sqrt

import numpy as np
import pytest

from bot.reports.unusual import search
from bot.reports.unusual.baseline import Baseline
from bot.reports.unusual.episodes import Episode
from bot.reports.unusual.search import find
from bot.reports.unusual.series import Floats, MessageSeries
from bot.reports.unusual.watch import WEIGHTS, WatchName, waits, watches
from tests.bot.reports.unusual.conftest import MONDAY, USUAL, Talk, joined

NOW = MONDAY + timedelta(days=30)
HOUR = timedelta(hours=1)


def serious(messages: MessageSeries, baseline: Baseline, now: datetime = NOW) -> list[Episode]:
    return [each for each in find(messages, baseline, now, 7) if each.evidence >= 1]


def quarrel(
    talk: Talk, start: float, count: int = 40, share: float = 0.8, **more: int
) -> MessageSeries:
    """So many messages within two hours, as bad as that, from so many days after `MONDAY` on."""
    return talk(count, 1 / 12, start=start, share=share, seed=2, **more)


def test_twenty_calm_months_have_fewer_than_twenty_false_alarms(
    talk: Talk, baseline: Baseline
) -> None:
    alarms = [len(serious(talk(3_000, 30, seed=seed), baseline)) for seed in range(20)]
    assert sum(alarms) < 20


def test_a_quarrel_is_found_where_it_was(talk: Talk, baseline: Baseline) -> None:
    said = joined(talk(1_500, 15), quarrel(talk, start=5.75))
    (found,) = serious(said, baseline)
    began = MONDAY + timedelta(days=5.75)
    assert found.channel_id == 7
    assert abs(found.began - began) < HOUR / 2
    assert found.began <= found.called <= found.until
    assert found.called - began < HOUR
    assert abs(found.until - (began + 2 * HOUR)) < HOUR / 2
    assert found.over is not None
    assert timedelta(0) < found.over - found.until < timedelta(days=1)
    assert found.watch == "share"
    assert found.negative / found.messages == pytest.approx(0.75, abs=0.1)
    assert found.usual == pytest.approx(USUAL, abs=0.04)
    assert found.people == 12
    assert found.mood < found.usual_mood - 0.5
    assert found.evidence > 1_000


def test_another_quarrel_weeks_later_does_not_make_the_first_go_on(
    talk: Talk, baseline: Baseline
) -> None:
    said = joined(talk(1_500, 15), quarrel(talk, start=5.75), quarrel(talk, start=15.0))
    first, second = serious(said, baseline)
    assert first.since.verdict == "over"
    assert first.since.messages > 900, "all that was said since"
    assert second.since.verdict == "too early"


def test_its_ids_are_those_of_messages(talk: Talk, baseline: Baseline) -> None:
    said = joined(talk(1_500, 15), quarrel(talk, start=5.75))
    (found,) = serious(said, baseline)
    numbers = [int(np.flatnonzero(said.ids == id_)[0]) for id_ in (found.began_id, found.until_id)]
    part = said.where(slice(numbers[0], numbers[1] + 1))
    assert found.called_id in said.ids
    assert (found.messages, found.negative) == (len(part), part.negative.sum())
    assert part.negative[0], "the first of it is a bad one"
    assert part.negative[-1], "and so is the last"


def test_it_begins_after_the_pause_rather_than_before(talk: Talk, baseline: Baseline) -> None:
    before = talk(400, 4)
    alone = talk(1, 0.01, start=4.0, negative=np.array([True]), mood=np.array([-0.7]))
    said = joined(before, alone, quarrel(talk, start=4.2, share=1.0))
    (found,) = serious(said, baseline)
    assert abs(found.began - (MONDAY + timedelta(days=4.2))) < timedelta(minutes=5)


def test_two_quarrels_are_two_episodes(talk: Talk, baseline: Baseline) -> None:
    said = joined(talk(1_500, 15), quarrel(talk, start=3.5), quarrel(talk, start=9.5))
    first, second = serious(said, baseline)
    assert (first.began.day, second.began.day) == (5, 11)
    assert first.over is not None
    assert first.over < second.began


def test_an_even_slide_is_found_by_the_mood(talk: Talk, baseline: Baseline) -> None:
    before, slid = talk(1_000, 10), talk(300, 3, start=10, share=USUAL)
    slid = replace(slid, mood=np.where(slid.negative, -1.0, slid.mood - 0.45))
    (found,) = serious(joined(before, slid), baseline)
    assert found.watch == "slide"
    assert abs(found.began - (MONDAY + timedelta(days=10))) < timedelta(days=1)


def test_a_quarrel_of_days_is_one_episode_that_is_not_over(talk: Talk, baseline: Baseline) -> None:
    now = MONDAY + timedelta(days=13)
    said = joined(talk(1_000, 10), talk(300, 3, start=10, share=0.6))
    (found,) = serious(said, baseline, now)
    assert found.over is None
    assert found.until > now - timedelta(hours=6)


def test_silence_ends_an_episode_after_a_day(talk: Talk, baseline: Baseline) -> None:
    said = joined(talk(500, 5), quarrel(talk, start=5, share=1.0))
    end = MONDAY + timedelta(days=5) + 2 * HOUR
    (found,) = serious(said, baseline, end + 12 * HOUR)
    assert found.over is None
    (found,) = serious(said, baseline, end + 25 * HOUR)
    assert found.over == found.until + 24 * HOUR


@pytest.mark.parametrize(
    ("count", "share", "verdict"),
    [(0, 0.1, "too early"), (9, 0.1, "too early"), (15, 0.0, "probably"), (60, 0.1, "over")],
)
def test_what_came_since_is_judged_against_what_is_usual(
    talk: Talk, baseline: Baseline, count: int, share: float, verdict: str
) -> None:
    later = talk(count, 0.1, start=5.2, share=share, people=4)
    said = joined(talk(500, 5), quarrel(talk, start=5, share=1.0), later)
    (found,) = serious(said, baseline)
    assert found.since.verdict == verdict
    assert (found.since.messages, found.since.negative) == (count, later.negative.sum())
    assert found.since.people == len(set(later.people.tolist()))


def test_while_it_goes_on_below_its_height_it_is_not_over(talk: Talk, baseline: Baseline) -> None:
    later = talk(20, 0.1, start=5.2, negative=np.arange(20) % 4 == 2)
    said = joined(talk(500, 5), quarrel(talk, start=5, share=1.0), later)
    (found,) = serious(said, baseline)
    assert found.since.verdict == "not yet"


def test_one_author_alone_is_never_the_why(talk: Talk, baseline: Baseline) -> None:
    for people, found in ((1, 0), (2, 0), (3, 1)):
        said = joined(talk(500, 5), quarrel(talk, 5, share=1.0, people=people))
        assert len(serious(said, baseline)) == found


def test_nor_is_one_author_in_the_midst_of_a_faint_episode(talk: Talk, baseline: Baseline) -> None:
    bad = quarrel(talk, start=5, share=1.0)
    until = [joined(talk(500, 5, seed=3), bad.where(slice(None, count))) for count in range(10)]
    faint = next(said for said in until if find(said, baseline, NOW))
    (found,) = find(faint, baseline, NOW)
    assert found.evidence < 1
    calm = talk(24, 0.05, start=5.03, share=0.0)
    alone = quarrel(talk, start=5.1, share=1.0, people=1)
    alone = replace(alone, people=alone.people + 99)
    (found,) = find(joined(faint, calm, alone), baseline, NOW)
    assert found.until_id > alone.ids[0], "it is still one episode"
    assert found.evidence < 1


def test_nor_is_one_author_amid_the_usual_talk_of_others(talk: Talk, baseline: Baseline) -> None:
    angry = talk(60, 0.25, start=5, negative=np.ones(60, bool), mood=np.full(60, -0.7))
    angry = replace(angry, people=np.full(60, 99))
    floods = [
        joined(talk(500, 5, seed=seed), angry, talk(150, 1, start=5, seed=seed + 50))
        for seed in range(20)
    ]
    called = [flood for flood in floods if serious(flood, baseline, MONDAY + timedelta(days=6))]
    assert len(called) <= 2, "as many as chance makes of the others' own messages"


def test_what_comes_late_tells_of_the_past_alone(talk: Talk, baseline: Baseline) -> None:
    now = MONDAY + timedelta(days=15)
    known = talk(1_500, 15)
    assert not serious(known, baseline, now)
    (found,) = serious(joined(known, quarrel(talk, start=5.75)), baseline, now)
    assert found.called < MONDAY + timedelta(days=6), "nobody is told of it as of something new"


def test_what_another_net_scored_is_not_looked_at(talk: Talk, baseline: Baseline) -> None:
    said = joined(talk(1_500, 15), quarrel(talk, start=5.75))
    new_net = MONDAY + timedelta(days=8)
    assert not serious(said, replace(baseline, since=int(new_net.timestamp() * 1000)))


def test_no_messages_are_no_episodes(baseline: Baseline) -> None:
    assert find(MessageSeries.none(), baseline, NOW) == ()


def test_blocks_leave_no_trace(
    talk: Talk, baseline: Baseline, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = joined(talk(900, 9), *(quarrel(talk, start) for start in (1.3, 4.6, 7.9)))
    whole = find(said, baseline, NOW)
    monkeypatch.setattr(search, "_BLOCKS", (3, 7))
    small = find(said, baseline, NOW)
    assert [each.began_id for each in small] == [each.began_id for each in whole]
    assert [each.evidence for each in small] == pytest.approx([each.evidence for each in whole])


def test_the_evidence_is_that_of_the_method_message_by_message(
    talk: Talk, baseline: Baseline
) -> None:
    said = joined(talk(500, 5), quarrel(talk, start=5))
    share, slide = (np.exp(watch.log_factors) for watch in watches(said, baseline))
    sums: dict[WatchName, Floats] = {"share": np.zeros(3), "slide": np.zeros(3)}
    evidence: list[float] = []
    for number, wait in enumerate(waits(said)):
        sums["share"] = (sums["share"] + wait) * share[:, number]
        sums["slide"] = (sums["slide"] + wait) * slide[:, number]
        evidence.append(
            sum(WEIGHTS[name] * float(m @ np.array([0.25, 0.5, 0.25])) for name, m in sums.items())
        )
    (found,) = serious(said, baseline)
    called = int(np.flatnonzero(said.ids == found.called_id)[0])
    assert found.evidence == pytest.approx(max(evidence), rel=1e-6)
    assert evidence[called] >= 1 > evidence[called - 1]


def siegmund_limit(a_month: int, shift: float) -> float:
    """The limit of a CUSUM of standard normal steps for one false alarm in so many messages.

    Siegmund 1985: ARL = (exp(2 k b) - 2 k b - 1) / (2 k²) with k half the shift, b = h + 1.166.
    """
    k = shift / 2
    low, high = 0.0, 100.0
    for _ in range(60):
        b = (low + high) / 2
        low, high = (
            (b, high) if (exp(2 * k * b) - 2 * k * b - 1) / (2 * k * k) < a_month else (low, b)
        )
    return low - 1.166


def test_a_cusum_of_as_many_false_alarms_in_theory_is_wrong_more_often(
    talk: Talk, baseline: Baseline
) -> None:
    """Neighbours that resemble each other break its promise, and not the detector's."""
    random, ours, theirs = np.random.default_rng(8), 0, 0
    correlated = replace(baseline.of_negative, persistence=0.3)
    knowing = replace(baseline, of_negative=correlated)
    usual = float(baseline.of_negative.value.mean())
    limit = siegmund_limit(3_000, 0.3 / sqrt(usual * (1 - usual)))
    for _ in range(30):
        again, fresh = random.random(3_000) < 0.3, random.random(3_000) < usual
        source = np.maximum.accumulate(np.where(again, 0, np.arange(3_000)))
        negative = fresh[source]
        ours += len(serious(talk(3_000, 30, negative=negative), knowing))
        total = 0.0
        for bad in negative:
            step = (bad - usual) / sqrt(usual * (1 - usual))
            total = max(0.0, total + step - 0.15 / sqrt(usual * (1 - usual)))
            if total > limit:
                theirs, total = theirs + 1, 0.0
    assert ours <= 30 < theirs
    assert log(theirs) > log(max(ours, 1)) + log(2)
