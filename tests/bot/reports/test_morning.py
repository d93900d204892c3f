from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.reports.channel_baselines import NotYet
from bot.reports.morning import (
    Morning,
    Pattern,
    before,
    counted,
    falls,
    is_same,
    pattern,
    people_between,
    since_of,
    together,
    verdict,
    yesterday_morning,
)
from bot.reports.unusual.episodes import Episode, Since
from storage.records import DISCORD_EPOCH_MS, Scores

SUNDAY = datetime(2026, 11, 22, 17, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")


def snowflake(moment: datetime) -> int:
    return (int(moment.timestamp() * 1000) - DISCORD_EPOCH_MS) << 22


def episode(
    channel_id: int = 1, began: datetime = SUNDAY, hours: float = 1, evidence: float = 9.0
) -> Episode:
    until = began + hours * HOUR
    return Episode(
        channel_id=channel_id,
        began=began,
        began_id=snowflake(began),
        called=began,
        called_id=snowflake(began),
        until=until,
        until_id=snowflake(until),
        over=None,
        negative=30,
        messages=40,
        people=5,
        usual=0.1,
        mood=-0.4,
        usual_mood=0.3,
        evidence=evidence,
        watch="share",
        since=Since(0, 0, "too early", 0),
    )


def test_what_lies_close_together_is_one_fall_in_the_order_it_began() -> None:
    first, second, third = (
        episode(channel, SUNDAY + n * 3 * HOUR) for n, channel in enumerate((7, 8, 7))
    )
    (fall,) = falls([third, first, second])
    assert fall.episodes == (first, second, third)
    assert fall.channel_ids == (7, 8)
    assert fall.began == SUNDAY
    assert fall.until == third.until


def test_after_a_long_pause_it_is_another_one() -> None:
    evening, night = episode(1, SUNDAY), episode(2, SUNDAY + 7.1 * HOUR)
    assert [fall.episodes for fall in falls([evening, night])] == [(evening,), (night,)]


def test_a_long_episode_holds_together_what_falls_into_it() -> None:
    day, inside = episode(1, SUNDAY, hours=20), episode(2, SUNDAY + 2 * HOUR)
    after = episode(3, SUNDAY + 25 * HOUR)
    assert len(falls([day, inside, after])) == 1


def test_the_worst_is_that_with_the_strongest_evidence() -> None:
    (fall,) = falls([episode(1, evidence=3), episode(2, evidence=8), episode(3, evidence=4)])
    assert fall.worst.channel_id == 2


def test_what_is_usual_of_several_weighs_each_by_its_messages() -> None:
    small = replace(episode(), messages=10, negative=1, usual=0.5)
    large = replace(episode(), messages=90, negative=9, usual=0.1)
    together = counted([small, large])
    assert (together.messages, together.negative) == (100, 10)
    assert together.usual == pytest.approx(0.14)


def test_many_channels_make_chance_strike_more_often() -> None:
    alone = Morning(SUNDAY, 1, 100, (episode(evidence=8.0),))
    assert alone.months == 8.0
    assert replace(alone, channels=4).months == 2.0


def test_channels_that_wait_are_not_watched() -> None:
    assert Morning(SUNDAY, 4, 100, waiting={5: NotYet(3, 40, None)}).watched == 3


def test_a_look_begins_yesterday_morning_by_the_servers_clock() -> None:
    now = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # half past midnight in Berlin, on the 24th
    assert yesterday_morning(now, UTC) == datetime(2026, 11, 22, 6, tzinfo=UTC)
    assert yesterday_morning(now, BERLIN) == datetime(2026, 11, 23, 5, tzinfo=UTC)
    assert since_of(None, now, BERLIN) == yesterday_morning(now, BERLIN)
    assert since_of(3 * DAY, now, BERLIN) == now - 3 * DAY


def test_on_the_day_after_the_clocks_change_morning_is_still_six_oclock() -> None:
    now = datetime(2026, 10, 26, 9, tzinfo=UTC)
    assert yesterday_morning(now, BERLIN).astimezone(BERLIN).hour == 6
    assert yesterday_morning(now, BERLIN) == datetime(2026, 10, 25, 5, tzinfo=UTC)


def test_the_hours_of_a_look_over_a_change_of_clocks_are_those_that_passed() -> None:
    now = datetime(2026, 10, 26, 4, tzinfo=UTC)  # since 6:00 of the 24th, in summer time
    since = since_of(None, datetime(2026, 10, 25, 4, tzinfo=UTC), BERLIN)
    midnight = datetime(2026, 10, 26, tzinfo=BERLIN)
    assert (now - since) == 48 * HOUR
    assert (midnight - since) == 43 * HOUR, "the night between had an hour more"


def test_the_same_episode_may_have_other_ends_by_now() -> None:
    asked = episode(1, SUNDAY, hours=2)
    assert is_same(asked, episode(1, SUNDAY + HOUR, hours=2))
    assert not is_same(asked, episode(1, SUNDAY + 3 * HOUR, hours=2))
    assert not is_same(asked, episode(2, SUNDAY, hours=2))


def test_falls_of_before_are_told_without_the_one_that_was_asked_about() -> None:
    asked, beside = episode(1, SUNDAY), episode(2, SUNDAY + 2 * HOUR)
    earlier = [episode(1, SUNDAY - 14 * DAY), episode(2, SUNDAY - 7 * DAY)]
    grown = replace(asked, until_id=asked.until_id + 1)
    found = before(asked, [*earlier, grown, beside], days=30)
    assert found.asked.episodes == (asked, beside)
    assert [fall.began for fall in found.others] == [SUNDAY - 7 * DAY, SUNDAY - 14 * DAY]
    assert found.begins == [SUNDAY, SUNDAY - 7 * DAY, SUNDAY - 14 * DAY]


def test_an_episode_too_weak_for_many_channels_is_still_the_one_asked_about() -> None:
    asked = episode(1, SUNDAY, evidence=1.5)
    found = before(asked, [episode(2, SUNDAY - 7 * DAY)], days=30)
    assert found.asked.episodes == (asked,)
    assert len(found.others) == 1


def test_a_pattern_is_what_all_have_in_common_by_the_servers_clock() -> None:
    late = [datetime(2026, 11, day, 23, 30, tzinfo=UTC) for day in (1, 8, 15)]
    assert pattern(late, UTC) == Pattern(6, (23, 23))
    assert pattern(late, BERLIN) == Pattern(0, (0, 0))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ((17, 20, 18), (17, 20)),
        ((23, 1, 0), (23, 1)),
        ((17, 21, 18), None),
        ((1, 9, 17), None),
        ((12,), (12, 12)),
    ],
)
def test_hours_are_near_each_other_also_about_midnight(
    hours: tuple[int, ...], expected: tuple[int, int] | None
) -> None:
    begins = [datetime(2026, 11, 2 + n, hour, tzinfo=UTC) for n, hour in enumerate(hours)]
    assert pattern(begins, UTC).hours == expected


def test_a_day_of_little_talk_is_no_longer_too_early_to_tell() -> None:
    open_ = episode()
    assert verdict(open_) == "too early"
    assert verdict(replace(open_, over=SUNDAY + DAY)) == "probably"
    still = replace(open_, over=SUNDAY + DAY, since=Since(40, 30, "not yet", 4))
    assert verdict(still) == "not yet", "it began anew"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (Since(3, 0, "too early", 2), "over"),
        (Since(3, 3, "too early", 2), "over"),
        (Since(9, 9, "too early", 2), "too early"),
        (Since(20, 15, "not yet", 4), "not yet"),
        (Since(15, 1, "probably", 4), "probably"),
    ],
)
def test_where_little_was_written_the_other_channels_tell_whether_it_is_over(
    other: Since, told: str
) -> None:
    quiet = replace(episode(1), since=other)
    lively = replace(episode(2), since=Since(38, 1, "over", 6))
    found = together([quiet, lively])
    assert found.verdict == told
    assert (found.messages, found.people) == (38 + other.messages, 6)


def test_of_little_in_all_channels_it_is_too_early_to_tell() -> None:
    quiet = [replace(episode(n), since=Since(4, 0, "too early", 2)) for n in (1, 2)]
    assert together(quiet).verdict == "too early"
    assert together([*quiet, replace(quiet[0], channel_id=3)]).verdict == "probably"


def test_people_are_counted_once_and_only_between_the_first_and_the_last() -> None:
    scores = Scores(
        message_ids=array("q", [1, 2, 3, 4, 5, 6]), people=array("q", [9, 1, 2, 1, 3, 4])
    )
    assert people_between(scores, 2, 5) == 3
