"""The worker, a real storage and a clock that a test sets; what is posted is written down."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import storage
from bot.reports.periods import Span
from bot.schedule.digesting import TIME_TO_CATCH_UP, Digesting, Outcome, key_of
from bot.schedule.worker import LEASE, Worker
from storage import Storage
from storage.records import ChangedBy, Digest

GUILD, OTHER = 900, 901
BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass
class Bot:
    """As long as it runs: its worker, and what was told when."""

    store: Storage
    now: datetime
    told: list[tuple[datetime, Span]] = field(default_factory=list)
    outcome: Outcome = "told"
    patient: list[bool] = field(default_factory=list)
    error: Exception | None = None

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self.digesting = Digesting(self.store)
        self.digesting.follow(self._tell)
        self.worker = Worker(self.store.jobs, self.digesting.kinds, clock=lambda: self.now)

    async def _tell(self, digest: Digest, span: Span, wait_for_gaps: bool) -> Outcome:
        self.patient.append(wait_for_gaps)
        if self.error is not None:
            raise self.error
        if self.outcome == "told":
            key = key_of(span[1])  # as the outbox does that posts it, once
            if not (await self.store.posts.begin(digest.guild_id, key, self.now)).sent:
                self.told.append((self.now, span))
            await self.store.posts.sent(digest.guild_id, key)
        return self.outcome

    async def set(self, zone: ZoneInfo, hour: int, weekday: int | None = None) -> None:
        await self.move(zone)
        digest = Digest(GUILD, 70, weekday, hour, only_unusual=False, told_until=self.now)
        await self.digesting.set(digest, ChangedBy(5, self.now))

    async def move(self, zone: ZoneInfo) -> None:
        await self.store.settings.change(GUILD, lambda s: replace(s, time_zone=zone.key))

    async def live(self, until: datetime, step: timedelta = 5 * MINUTE) -> None:
        """Look for due jobs every few minutes, until then."""
        while self.now < until:
            self.now += step
            await self.worker.do_due()

    def clock_times(self, zone: ZoneInfo) -> list[str]:
        return [f"{at.astimezone(zone):%d %H:%M %z}" for at, _ in self.told]


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    now = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
    async with storage.open(tmp_path / "moods.sqlite3", now=now) as store:
        yield Bot(store, now)


async def test_a_daily_digest_comes_each_day_and_tells_of_the_day_before(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    await bot.live(bot.now + 3 * DAY)
    assert bot.clock_times(BERLIN) == ["21 09:00 +0200", "22 09:00 +0200", "23 09:00 +0200"]
    assert [until - since for _, (since, until) in bot.told] == [DAY, DAY, DAY]
    assert [until for _, (_, until) in bot.told] == [at for at, _ in bot.told]


async def test_a_weekly_digest_comes_on_its_weekday_and_tells_of_a_week(bot: Bot) -> None:
    await bot.set(NEW_YORK, 18, weekday=6)
    await bot.live(bot.now + 14 * DAY, HOUR / 2)
    assert bot.clock_times(NEW_YORK) == ["24 18:20 -0400", "31 18:20 -0400"]
    assert [until - since for _, (since, until) in bot.told] == [7 * DAY, 7 * DAY]
    assert [f"{until.astimezone(NEW_YORK):%H:%M}" for _, (_, until) in bot.told] == ["18:00"] * 2


@pytest.mark.parametrize(
    ("zone", "day", "hour", "expected", "lengths"),
    [
        (
            *(BERLIN, "2026-03-28", 9),
            ["28 09:00 +0100", "29 09:00 +0200", "30 09:00 +0200"],
            [24, 23, 24],
        ),
        (
            *(BERLIN, "2026-10-24", 9),
            ["24 09:00 +0200", "25 09:00 +0100", "26 09:00 +0100"],
            [24, 25, 24],
        ),
        (
            *(NEW_YORK, "2026-03-07", 9),
            ["07 09:00 -0500", "08 09:00 -0400", "09 09:00 -0400"],
            [24, 23, 24],
        ),
        (
            *(NEW_YORK, "2026-10-31", 9),
            ["31 09:00 -0400", "01 09:00 -0500", "02 09:00 -0500"],
            [24, 25, 24],
        ),
        (  # an hour that does not exist
            *(BERLIN, "2026-03-28", 2),
            ["28 02:00 +0100", "29 03:00 +0200", "30 02:00 +0200"],
            [24, 24, 23],
        ),
        (
            *(NEW_YORK, "2026-03-07", 2),
            ["07 02:00 -0500", "08 03:00 -0400", "09 02:00 -0400"],
            [24, 24, 23],
        ),
        (  # an hour that comes twice
            *(BERLIN, "2026-10-24", 2),
            ["24 02:00 +0200", "25 02:00 +0200", "26 02:00 +0100"],
            [24, 24, 25],
        ),
        (
            *(NEW_YORK, "2026-10-31", 1),
            ["31 01:00 -0400", "01 01:00 -0400", "02 01:00 -0500"],
            [24, 24, 25],
        ),
    ],
)
async def test_clocks_that_change_lose_no_digest_and_give_none_twice(
    bot: Bot, zone: ZoneInfo, day: str, hour: int, expected: list[str], lengths: list[int]
) -> None:
    bot.now = datetime.fromisoformat(f"{day} 00:30").replace(tzinfo=zone).astimezone(UTC)
    await bot.set(zone, hour)
    await bot.live(bot.now + 2 * DAY + 12 * HOUR)
    assert bot.clock_times(zone) == expected
    spans = [span for _, span in bot.told]
    assert [(until - since) // HOUR for since, until in spans] == lengths
    assert [since for since, _ in spans[1:]] == [until for _, until in spans[:-1]], "no hole"


async def test_a_restart_while_the_hour_comes_twice_posts_nothing_again(bot: Bot) -> None:
    bot.now = datetime(2026, 10, 24, 12, tzinfo=UTC)
    await bot.set(BERLIN, 2)
    for _ in range(8 * 24):
        await bot.live(bot.now + 15 * MINUTE)
        bot.restart()
    assert bot.clock_times(BERLIN) == ["25 02:00 +0200", "26 02:00 +0100"]


async def test_what_an_absence_missed_is_caught_up_once_and_told_as_a_whole(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    await bot.live(bot.now + DAY)
    (_, (_, told_until)) = bot.told.pop()
    bot.now += 4 * DAY  # nobody was there
    bot.restart()
    await bot.live(bot.now + 10 * HOUR)
    ((at, (since, until)),) = bot.told
    assert at - bot.now < 10 * HOUR
    assert (since, until - since) == (told_until, 4 * DAY)
    await bot.live(bot.now + DAY)
    assert [until - since for _, (since, until) in bot.told[1:]] == [DAY]


async def test_a_digest_that_was_set_anew_does_not_come_for_an_hour_that_is_over(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    await bot.live(bot.now + HOUR)
    await bot.set(BERLIN, 8)
    await bot.live(bot.now + HOUR)
    assert bot.told == []


async def test_another_time_zone_holds_from_the_next_digest_on(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    await bot.live(bot.now + 30 * MINUTE)
    await bot.move(NEW_YORK)
    await bot.live(bot.now + DAY)
    assert bot.clock_times(NEW_YORK) == ["21 09:00 -0400"]
    await bot.move(ZoneInfo("Asia/Tokyo"))  # whose 9:00 comes thirteen hours sooner
    await bot.live(bot.now + DAY)
    assert bot.clock_times(ZoneInfo("Asia/Tokyo"))[1:] == ["22 09:00 +0900"]


async def test_what_has_gaps_yet_waits_for_them_for_an_hour(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    bot.outcome = "not yet"
    due = datetime(2026, 5, 21, 7, tzinfo=UTC)
    await bot.live(due + TIME_TO_CATCH_UP + LEASE)
    assert bot.patient[0]
    assert not bot.patient[-1]
    assert sum(bot.patient) == TIME_TO_CATCH_UP // LEASE
    bot.outcome = "told"
    await bot.live(bot.now + DAY / 2)
    ((_, (_, until)),) = bot.told
    assert until == due


async def test_what_cannot_be_posted_is_tried_once_an_hour_and_comes_late(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    bot.outcome = "refused"
    due = datetime(2026, 5, 21, 7, tzinfo=UTC)
    await bot.live(due + 5 * HOUR)
    assert len(bot.patient) == 6
    bot.outcome = "told"
    await bot.live(bot.now + 2 * HOUR)
    assert [until for _, (_, until) in bot.told] == [due]


async def test_what_fails_is_tried_again_and_told_once(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    bot.error = OSError("Discord is out of reach")
    await bot.live(datetime(2026, 5, 21, 7, 20, tzinfo=UTC))
    assert len(bot.patient) > 2
    bot.error = None
    await bot.live(bot.now + DAY / 2)
    assert len(bot.told) == 1


async def test_a_removed_digest_comes_no_more_and_leaves_no_job(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    await bot.live(bot.now + HOUR)
    assert await bot.digesting.remove(GUILD, ChangedBy(5, bot.now))
    assert not await bot.digesting.remove(GUILD, ChangedBy(5, bot.now))
    await bot.live(bot.now + 2 * DAY)
    assert bot.told == []
    assert await bot.store.jobs.next_due(["digest"]) is None


async def test_a_digest_without_a_job_gets_one(bot: Bot) -> None:
    await bot.store.digests.set(Digest(GUILD, 70, None, 9, only_unusual=False, told_until=bot.now))
    await bot.live(bot.now + DAY)
    assert len(bot.told) == 1


async def test_each_guild_has_its_own_digest(bot: Bot) -> None:
    await bot.set(BERLIN, 9)
    other = Digest(OTHER, 71, None, 10, only_unusual=False, told_until=bot.now)
    await bot.digesting.set(other, ChangedBy(5, bot.now))
    await bot.live(bot.now + DAY)
    assert bot.clock_times(ZoneInfo("UTC")) == ["21 07:00 +0000", "21 10:00 +0000"]
