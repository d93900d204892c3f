"""When an alert is called, when it may be told, and when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.reports.alerts import (
    FRESH,
    AlertTally,
    Over,
    apart,
    episodes_of,
    factors,
    has_room,
    may_tell,
    newly_called,
    over,
    quiet_hours,
    raised,
    snoozed,
    tally,
    unfinished,
)
from bot.reports.unusual.episodes import Episode, Since
from bot.reports.watching import Look
from storage.records import Alert, AlertPost

NOW = datetime(2026, 11, 26, 18, 30, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ALERT = Alert(7, None, 80, "default", NOW - 30 * DAY)
POST = AlertPost(1, 7, NOW - HOUR, {70: NOW - HOUR})


def episode(channel: int = 70, **fields: Any) -> Episode:
    defaults: dict[str, Any] = {
        "channel_id": channel,
        "began": NOW - 20 * MINUTE,
        "began_id": 1,
        "called": NOW - MINUTE,
        "called_id": 5,
        "until": NOW,
        "until_id": 9,
        "over": None,
        "negative": 12,
        "messages": 15,
        "people": 4,
        "usual": 0.1,
        "mood": -0.4,
        "usual_mood": 0.1,
        "evidence": 30.0,
        "watch": "share",
        "since": Since(0, 0, "too early", 0),
    }
    return Episode(**{**defaults, **fields})


def look(*episodes: Episode, needed: float = 2.0) -> Look:
    return Look(NOW - DAY, NOW, episodes, 100, {}, {}, needed={70: needed, 71: needed})


def called(*episodes: Episode, posts: Sequence[AlertPost] = ()) -> dict[int, datetime]:
    found = newly_called(look(*episodes), posts, NOW)
    return {channel: each.called for channel, each in found.items()}


def test_what_has_just_become_unusual_calls() -> None:
    assert called(episode(), episode(71)) == {70: NOW - MINUTE, 71: NOW - MINUTE}


@pytest.mark.parametrize(
    "fields",
    [
        {"evidence": 1.99},
        {"people": 2},
        {"called": NOW - FRESH - MINUTE},
        {"over": NOW},
    ],
)
def test_what_is_faint_of_few_late_or_over_does_not(fields: dict[str, Any]) -> None:
    assert called(episode(**fields)) == {}


def test_an_episode_calls_once_until_it_is_over() -> None:
    assert called(episode(), posts=[POST]) == {}
    assert called(episode(), episode(71), posts=[POST]) == {71: NOW - MINUTE}
    others = replace(POST, alert_id=8)
    told = replace(POST, posted_at=NOW, over_at=NOW)
    assert unfinished(ALERT, [POST, told, others]) == [POST]


def test_how_keen_it_is_and_the_marks_multiply_the_evidence() -> None:
    bad = replace(POST, not_useful=frozenset({70}))
    assert raised([POST]) == {}
    assert [raised([bad] * n)[70] for n in (1, 2, 3, 9)] == [2, 4, 4, 4]
    assert factors(ALERT, [70, 71], [bad]) == {70: 2, 71: 1}
    assert factors(replace(ALERT, sensitivity="calm"), [70], [bad]) == {70: 6}
    assert factors(replace(ALERT, sensitivity="keen"), [70, 71], [bad]) == {70: 0.5, 71: 0.25}


@pytest.mark.parametrize(
    ("hour", "quiet"), [(20, False), (21, True), (23, True), (0, True), (5, True), (6, False)]
)
def test_quiet_hours_go_over_midnight_on_the_servers_clock(hour: int, quiet: bool) -> None:
    berlin = ZoneInfo("Europe/Berlin")  # an hour ahead of UTC in winter
    alert = replace(ALERT, quiet_from=22 * 60, quiet_until=7 * 60)
    assert may_tell(alert, POST, NOW.replace(hour=hour, minute=0), berlin) is not quiet


def test_quiet_hours_within_a_day_keep_to_the_minute_and_to_summer_time() -> None:
    alert = replace(ALERT, quiet_from=9 * 60, quiet_until=17 * 60 + 30)
    times = {"8:59": True, "9:00": False, "17:29": False, "17:30": True}
    for text, told in times.items():
        hour, minute = map(int, text.split(":"))
        assert may_tell(alert, POST, NOW.replace(hour=hour, minute=minute), UTC) is told
    summer = datetime(2026, 7, 1, 7, 30, tzinfo=UTC)
    assert not may_tell(alert, POST, summer, ZoneInfo("Europe/Berlin"))
    assert may_tell(alert, POST, summer.replace(month=1), ZoneInfo("Europe/Berlin"))


def test_a_snooze_ends() -> None:
    alert = replace(ALERT, snoozed={70: NOW})
    assert not may_tell(alert, POST, NOW - MINUTE, UTC)
    assert may_tell(alert, POST, NOW, UTC)


def test_a_snooze_is_one_of_its_channels_alone() -> None:
    alert = replace(ALERT, snoozed={70: NOW, 72: NOW + HOUR})
    both = replace(POST, called={70: NOW, 71: NOW})
    assert may_tell(alert, both, NOW - MINUTE, UTC)
    assert snoozed(alert, [70, 71, 72], NOW - MINUTE) == {70: NOW, 72: NOW + HOUR}
    assert snoozed(alert, [70, 71, 72], NOW) == {72: NOW + HOUR}
    called = dict.fromkeys((70, 71, 72, 73), NOW)
    told_of_now, told_of_later = apart(alert, called, NOW - MINUTE)
    assert set(told_of_now) == {71, 73}
    assert set(told_of_later) == {70, 72}
    assert apart(ALERT, called, NOW) == [called]
    assert apart(alert, {}, NOW) == []


def test_there_is_a_cap_a_day() -> None:
    alert = replace(ALERT, most_a_day=2)
    told = [replace(POST, posted_at=NOW - ago) for ago in (HOUR, 2 * HOUR, 25 * HOUR)]
    assert not has_room(alert, told, NOW)
    assert has_room(alert, told[1:], NOW)
    assert has_room(alert, [replace(each, alert_id=8) for each in told], NOW)
    assert has_room(alert, [POST] * 5, NOW), "these were not told"


def test_it_is_over_when_all_that_it_was_called_for_is() -> None:
    both = replace(POST, called={70: NOW - MINUTE, 71: NOW - MINUTE})
    going, ended = episode(), episode(71, over=NOW - MINUTE / 2, evidence=50.0)
    assert over(both, [going, ended], NOW) is None
    assert over(both, [replace(going, over=NOW), ended], NOW) == Over(NOW)
    assert over(both, [ended], NOW) == Over(NOW - MINUTE / 2), "of the other nothing is left"
    assert over(both, [], NOW) == Over(NOW, is_gone=True)
    assert episodes_of(both, [going, ended]) == [ended, going]


def test_another_episode_of_the_channel_is_not_the_one_that_it_was_called_for() -> None:
    post = replace(POST, called={70: NOW - HOUR})
    before = episode(began=NOW - 3 * HOUR, called=NOW - 3 * HOUR, over=NOW - 2 * HOUR)
    assert over(post, [before, episode()], NOW) == Over(NOW, is_gone=True)


def test_what_alerts_really_were_is_counted_in_the_channels_that_somebody_may_read() -> None:
    told = replace(POST, posted_at=NOW, over_at=NOW)
    marked = replace(told, not_useful=frozenset({70}), called={70: NOW, 71: NOW})
    held = replace(POST, over_at=NOW)
    assert tally([told, marked, held, POST], [70]) == AlertTally(told=2, not_useful=1, held_back=1)
    assert tally([told, marked, held], [71]) == AlertTally(1, 0, 0), "that is another channel's"
    assert tally([told], []) == AlertTally(0, 0, 0)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("22-7", (22 * 60, 7 * 60)),
        (" 22:30 to 06:15 ", (22 * 60 + 30, 6 * 60 + 15)),
        ("0–24:00", None),
        ("23 - 24", (23 * 60, 0)),
        ("9.30-17.00", (9 * 60 + 30, 17 * 60)),
        *((typed, None) for typed in ("", "22", "7-7", "22-25", "9:60-10", "night", "22-7-9")),
    ],
)
def test_quiet_hours_as_people_type_them(typed: str, hours: tuple[int, int] | None) -> None:
    assert quiet_hours(typed) == hours
