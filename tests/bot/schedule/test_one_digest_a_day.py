"""Whatever becomes of the zone, of the schedule and of the clock, a day has one digest, and a week
one weekly digest; on every engine."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import storage
from bot.reports.rhythm import LEAST_OF_DAILY, LEAST_OF_WEEKLY
from bot.schedule.digesting import key_of
from scripts.chaos.postgres_server import PostgresServer
from storage.records import ChangedBy
from tests.bot.schedule.test_digesting import BERLIN, DAY, GUILD, HOUR, NEW_YORK, Bot

TOKYO, HONOLULU = ZoneInfo("Asia/Tokyo"), ZoneInfo("Pacific/Honolulu")
KIRITIMATI, PAGO_PAGO = ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago")


@pytest.fixture(params=["sqlite", "postgresql"])
async def bot(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Bot]:
    address = f"sqlite:///{tmp_path / 'moods.sqlite3'}"
    if request.param == "postgresql":
        monkeypatch.chdir(tmp_path)  # the key is in the folder data
        server: PostgresServer = request.getfixturevalue("postgres_server")
        address = server.new_database()
    now = datetime(2026, 5, 20, 4, 30, tzinfo=UTC)  # a Wednesday
    async with storage.open(address, now=now) as store:
        yield Bot(store, now)


def no_hole(bot: Bot) -> bool:
    """Whether each tells of what the one before did not, and of all of it."""
    spans = [span for _, span in bot.told]
    return all(one[1] == other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("before", "after", "hour", "expected"),
    [
        # 9:00 in New York is six hours after 9:00 in Berlin.
        (BERLIN, NEW_YORK, 9, ["20 03:00 -0400", "21 09:00 -0400"]),
        (NEW_YORK, BERLIN, 9, ["20 15:00 +0200", "21 09:00 +0200"]),
        (TOKYO, HONOLULU, 20, ["20 01:00 -1000", "21 20:00 -1000"]),
        (HONOLULU, TOKYO, 20, ["20 15:00 +0900", "21 20:00 +0900"]),
        # In Berlin it was 5:00 of the same day.
        (NEW_YORK, BERLIN, 23, ["21 05:00 +0200", "22 23:00 +0200"]),
    ],
)
async def test_a_new_time_zone_brings_no_second_one_that_day(
    bot: Bot, before: ZoneInfo, after: ZoneInfo, hour: int, expected: list[str]
) -> None:
    await bot.set(before, hour)
    while not bot.told:
        await bot.live(bot.now + HOUR, HOUR / 2)
    await bot.move(after)
    while len(bot.told) < 2:
        await bot.live(bot.now + HOUR, HOUR / 2)
    assert bot.clock_times(after) == expected
    assert no_hole(bot)


@pytest.mark.parametrize(
    ("before", "after"),
    [(BERLIN, NEW_YORK), (NEW_YORK, BERLIN), (KIRITIMATI, PAGO_PAGO), (PAGO_PAGO, KIRITIMATI)],
)
async def test_a_weekly_one_comes_each_week_and_once_in_whatever_zone(
    bot: Bot, before: ZoneInfo, after: ZoneInfo
) -> None:
    await bot.set(before, 9, weekday=0)
    await bot.live(bot.now + 6 * DAY, 3 * HOUR)
    await bot.move(after)
    await bot.live(bot.now + 14 * DAY, 3 * HOUR)
    assert len(bot.told) == 3
    gaps = [other - one for (one, _), (other, _) in pairwise(bot.told)]
    assert all(timedelta(days=5) < gap < timedelta(days=9) for gap in gaps)
    assert no_hole(bot)


@pytest.mark.parametrize("hour", [10, 15, 23])
async def test_another_hour_holds_from_the_next_day_on_when_todays_was_posted(
    bot: Bot, hour: int
) -> None:
    await bot.set(BERLIN, 9)
    await bot.live(bot.now + 4 * HOUR, HOUR / 2)
    assert bot.clock_times(BERLIN) == ["20 09:00 +0200"]
    await bot.set(BERLIN, hour)
    digest = await bot.store.digests.get(GUILD)
    assert digest is not None
    due = await bot.digesting.next_due(digest, bot.now)
    await bot.live(bot.now + DAY + 15 * HOUR, HOUR / 2)
    assert bot.clock_times(BERLIN)[1:] == [f"21 {hour:02}:00 +0200"]
    assert due == bot.told[1][0], "as it was announced"
    assert no_hole(bot)


async def test_one_before_its_first_comes_at_whatever_hour_was_set_last(bot: Bot) -> None:
    await bot.set(BERLIN, 7)
    await bot.set(BERLIN, 9)
    await bot.live(bot.now + 4 * HOUR, HOUR / 2)
    assert bot.clock_times(BERLIN) == ["20 09:00 +0200"]
    ((_, (since, until)),) = bot.told
    assert DAY <= until - since <= DAY + 2 * HOUR, "it tells of a whole day"


async def test_just_after_one_late_in_the_evening_none_comes_at_midnight(bot: Bot) -> None:
    await bot.set(BERLIN, 23)
    await bot.live(bot.now + 17 * HOUR, HOUR / 2)
    await bot.set(BERLIN, 0)
    await bot.live(bot.now + 2 * DAY, HOUR / 2)
    assert bot.clock_times(BERLIN)[:2] == ["20 23:00 +0200", "22 00:00 +0200"]


async def test_one_that_is_removed_and_set_anew_brings_no_second_one(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    await bot.live(bot.now + 4 * HOUR, HOUR / 2)
    await bot.digesting.remove(GUILD, ChangedBy(5, bot.now))
    await bot.set(BERLIN, 12)
    await bot.live(bot.now + DAY, HOUR / 2)
    assert bot.clock_times(BERLIN) == ["20 09:00 +0200"]
    await bot.live(bot.now + DAY, HOUR / 2)
    assert bot.clock_times(BERLIN)[1:] == ["21 12:00 +0200"]
    assert no_hole(bot)


async def test_a_clock_that_is_set_back_brings_none_again(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    await bot.live(bot.now + 4 * HOUR, HOUR / 2)
    bot.now -= 6 * HOUR
    await bot.live(bot.now + 7 * HOUR, HOUR / 2)
    assert len(bot.told) == 1
    await bot.set(BERLIN, 9)
    bot.now -= 6 * HOUR
    await bot.live(bot.now + 7 * HOUR, HOUR / 2)
    assert len(bot.told) == 1


async def test_what_was_posted_as_the_program_ended_is_noted_and_not_told_again(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    due = datetime(2026, 5, 20, 7, tzinfo=UTC)
    await bot.store.posts.begin(GUILD, key_of(due), due)
    await bot.store.posts.sent(GUILD, key_of(due))
    await bot.live(bot.now + 4 * HOUR, HOUR / 2)
    assert bot.told == [], "the outbox knows that it stands there"
    digest = await bot.store.digests.get(GUILD)
    assert digest is not None
    assert digest.told_until == due


async def test_on_a_day_on_which_nothing_was_posted_one_may_come_later(bot: Bot) -> None:
    """As when it comes only if something was unusual."""
    await bot.set(BERLIN, 9)
    await bot.live(bot.now + 2 * HOUR, HOUR / 2)
    digest = await bot.store.digests.get(GUILD)
    assert digest is not None
    await bot.store.digests.told(digest, datetime(2026, 5, 20, 7, tzinfo=UTC))
    await bot.set(BERLIN, 15)
    await bot.live(bot.now + 8 * HOUR, HOUR / 2)
    assert bot.clock_times(BERLIN) == ["20 15:00 +0200"]


async def test_whatever_is_changed_from_day_to_day_a_day_has_one(bot: Bot) -> None:
    dice = random.Random(1)
    zones = [BERLIN, NEW_YORK, TOKYO, HONOLULU, KIRITIMATI, PAGO_PAGO]
    zone = BERLIN
    await bot.set(zone, 9)
    days: list[tuple[datetime, ZoneInfo]] = []
    for _ in range(40):
        count = len(bot.told)
        await bot.live(bot.now + dice.randint(1, 20) * HOUR, 2 * HOUR)
        days += [(until, zone) for _, (_, until) in bot.told[count:]]
        match dice.randrange(4):
            case 0:
                zone = dice.choice(zones)
                await bot.move(zone)
            case 1:
                await bot.set(zone, dice.randrange(24))
            case 2:
                await bot.digesting.remove(GUILD, ChangedBy(5, bot.now))
                await bot.set(zone, dice.randrange(24))
            case _:
                bot.restart()
    assert len(days) > 5
    for (one, _), (other, there) in pairwise(days):
        assert other - one >= LEAST_OF_DAILY
        assert other.astimezone(there).date() > one.astimezone(there).date()


async def test_whatever_is_changed_from_day_to_day_weekly_ones_stay_apart(bot: Bot) -> None:
    dice = random.Random(7)
    await bot.set(BERLIN, 9, weekday=0)
    for _ in range(30):
        await bot.live(bot.now + dice.randint(1, 80) * HOUR, 6 * HOUR)
        await bot.set(dice.choice([BERLIN, TOKYO]), dice.randrange(24), dice.randrange(7))
    dues = [until for _, (_, until) in bot.told]
    assert len(dues) > 1
    assert all(other - one >= LEAST_OF_WEEKLY for one, other in pairwise(dues))
