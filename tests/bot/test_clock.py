from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.clock import Clock
from storage.records import DISCORD_EPOCH_MS

TOLD = datetime(2026, 5, 20, 14, 20, 5, tzinfo=UTC)


class Seconds:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_time_is_not_known_before_discord_has_answered() -> None:
    assert Clock().known() is None


def test_until_then_it_is_this_machines_and_from_then_on_never() -> None:
    clock = Clock(Seconds(), machine=lambda: TOLD + timedelta(days=400))
    assert clock.now() == TOLD + timedelta(days=400)
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    assert clock.now() == clock.known() == TOLD


def test_it_goes_on_from_the_newest_answer() -> None:
    seconds = Seconds()
    clock = Clock(seconds)
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    assert clock.known() == TOLD
    seconds.now += 90
    assert clock.known() == TOLD + timedelta(seconds=90)
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    assert clock.known() == TOLD


@pytest.mark.parametrize(
    "nonsense",
    [
        None,
        "",
        "yesterday",
        "Wed, 45 May 2026 14:20:05 GMT",
        "Fri, 31 Dec 9999 23:59:59 -2359",
        "Mon, 01 Jan 99999999999 00:00:00 GMT",
    ],
)
def test_what_is_no_date_tells_nothing(nonsense: str | None) -> None:
    clock = Clock(Seconds())
    clock.note(nonsense)
    assert clock.known() is None
    clock.note("Wed, 20 May 2026 14:20:05 GMT")
    clock.note(nonsense)
    assert clock.known() == TOLD


def id_of(time: datetime) -> int:
    return int((time.timestamp() * 1000) - DISCORD_EPOCH_MS) << 22


DATE = "Wed, 20 May 2026 14:20:05 GMT"
YEARS = timedelta(days=3650)


def clocks(
    *, date: timedelta | None, machine: timedelta, live: timedelta | None
) -> tuple[Clock, Seconds]:
    """A clock of which each source is so far from `TOLD`."""
    seconds = Seconds()
    clock = Clock(seconds, machine=lambda: TOLD + machine)
    if date is not None:
        clock.note(format_datetime((TOLD + date).astimezone(UTC), usegmt=True))
    if live is not None:
        clock.note_live(id_of(TOLD + live))
    return clock, seconds


RIGHT = timedelta(hours=23)
DAYS = timedelta(days=2)


@pytest.mark.parametrize(
    ("date", "machine", "live", "certain"),
    [
        (None, RIGHT, RIGHT, None),
        (timedelta(), RIGHT, None, timedelta()),
        (timedelta(), YEARS, None, None),
        (timedelta(), -YEARS, RIGHT, timedelta()),
        (YEARS, timedelta(), timedelta(), None),
        (-YEARS, timedelta(), timedelta(), None),
        (timedelta(), DAYS, -DAYS, None),
    ],
)
def test_what_cannot_be_undone_needs_discords_clock_and_another(
    date: timedelta | None,
    machine: timedelta,
    live: timedelta | None,
    certain: timedelta | None,
) -> None:
    clock, _ = clocks(date=date, machine=machine, live=live)
    assert clock.certain() == (None if certain is None else TOLD + certain)


def test_what_was_delivered_live_is_carried_on_like_an_answer() -> None:
    clock, seconds = clocks(date=None, machine=YEARS, live=timedelta())
    seconds.now += 3 * 86400
    clock.note(format_datetime(TOLD + timedelta(days=3), usegmt=True))
    assert clock.certain() == TOLD + timedelta(days=3)


def test_a_wrong_date_is_outvoted_by_machine_and_message() -> None:
    clock, _ = clocks(date=YEARS, machine=RIGHT, live=timedelta())
    assert clock.now() == clock.earliest() == TOLD + RIGHT


def test_without_a_date_it_is_the_time_of_what_was_delivered_live() -> None:
    clock, seconds = clocks(date=None, machine=-YEARS, live=timedelta())
    seconds.now += 90
    assert clock.now() == TOLD + timedelta(seconds=90)


def test_reading_begins_at_the_earliest_time_while_two_clocks_disagree() -> None:
    clock, _ = clocks(date=YEARS, machine=timedelta(), live=None)
    assert clock.now() == TOLD + YEARS
    assert clock.earliest() == TOLD
    clock, _ = clocks(date=timedelta(), machine=-YEARS, live=None)
    assert clock.earliest() == TOLD, "a machine that has lost the time says nothing"


def test_an_id_is_of_the_future_only_where_two_clocks_say_so() -> None:
    sure, _ = clocks(date=timedelta(), machine=timedelta(), live=None)
    unsure, _ = clocks(date=-YEARS, machine=timedelta(), live=None)
    assert sure.is_future(id_of(TOLD + DAYS))
    assert not sure.is_future(id_of(TOLD + RIGHT))
    assert not unsure.is_future(id_of(TOLD + DAYS))


def test_doubt_names_both_times() -> None:
    assert Clock().doubt() is None, "nothing was told yet"
    sure, _ = clocks(date=timedelta(), machine=timedelta(), live=None)
    assert sure.doubt() is None
    unsure, _ = clocks(date=YEARS, machine=timedelta(), live=None)
    said = unsure.doubt()
    assert said is not None
    assert "2036-05-17 14:20" in said
    assert "2026-05-20 14:20" in said


def test_one_id_of_the_future_does_not_make_a_wrong_date_certain() -> None:
    clock, _ = clocks(date=YEARS, machine=timedelta(), live=timedelta())
    clock.note_live(id_of(TOLD + YEARS))
    assert clock.certain() is None
    assert clock.now() == TOLD
