from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from bot.schedule.upkeep import GuildIds, Upkeep, in_words
from bot.schedule.worker import LEASE, Worker
from storage import Storage
from storage.records import (
    DISCORD_EPOCH_MS,
    LONGEST_RETENTION,
    ChosenRetention,
    Expired,
    Retention,
    ScoredMessage,
)

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
DAY = timedelta(days=1)
SECRET = "a word that must not be logged"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Storage]:
    async with storage.open(tmp_path / "barometer.sqlite3", now=NOW) as opened:
        yield opened


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def guilds(*ids: int) -> GuildIds:
    """Says that the bot is in these guilds."""

    async def ask() -> tuple[int, ...]:
        return ids

    return ask


def message(guild_id: int, ago: timedelta = DAY) -> ScoredMessage:
    sent = int((NOW - ago).timestamp() * 1000) - DISCORD_EPOCH_MS
    return ScoredMessage(
        message_id=sent << 22,
        guild_id=guild_id,
        channel_id=guild_id + 1,
        parent_id=None,
        author_id=5,
        reply_to=None,
        edited_at=None,
        negative=0.1,
        neutral=0.2,
        positive=0.7,
        status="scored",
        model="test-00000000",
    )


def worker(upkeep: Upkeep, store: Storage, clock: Clock) -> Worker:
    """Who does the upkeep, as after a restart."""
    return Worker(store.jobs, upkeep.kinds, clock=clock)


async def kept(store: Storage, guild_id: int) -> int:
    """How many messages of a member can be exported."""
    return len((await store.privacy.export(guild_id, 5)).messages)


async def test_what_was_kept_long_enough_goes(store: Storage) -> None:
    await store.retention.in_force(NOW - 30 * DAY, Retention(rows_days=7))
    await store.messages.apply([message(900, 8 * DAY), message(900, 6 * DAY)])
    assert await worker(Upkeep(store, Retention(rows_days=7)), store, Clock()).do_due()
    assert await kept(store, 900) == 1


async def test_what_a_shorter_choice_would_delete_is_logged_and_goes_seven_days_later(
    store: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    await store.messages.apply([message(900, 8 * DAY)])
    clock, upkeep = Clock(), Upkeep(store, Retention(rows_days=7))
    assert await worker(upkeep, store, clock).do_due()
    assert await kept(store, 900) == 1
    assert "From 2026-05-27 14:20 UTC on" in caplog.text
    assert "1 messages' figures, 0 hours of members" in caplog.text
    clock.now += 7 * DAY
    assert await worker(upkeep, store, clock).do_due()
    assert await kept(store, 900) == 0


async def test_a_guild_is_erased_seven_days_after_the_bot_left_it(store: Storage) -> None:
    await store.messages.apply([message(900), message(901)])
    clock, upkeep = Clock(), Upkeep(store, Retention())
    upkeep.follow(guilds(900))
    for days, left in ((0, 1), (6, 1), (7, 1), (7.1, 0)):
        clock.now = NOW + timedelta(days=days)
        assert await worker(upkeep, store, clock).do_due()
        assert (await kept(store, 900), await kept(store, 901)) == (1, left)


async def test_a_guild_that_came_back_in_time_keeps_its_moods(store: Storage) -> None:
    await store.messages.apply([message(900)])
    clock, upkeep = Clock(), Upkeep(store, Retention())
    for days, present in ((0, []), (5, [900]), (6, []), (9, [])):
        clock.now = NOW + timedelta(days=days)
        upkeep.follow(guilds(*present))
        assert await worker(upkeep, store, clock).do_due()
    assert await kept(store, 900) == 1


async def test_no_guild_is_marked_or_erased_while_the_bot_is_not_connected(store: Storage) -> None:
    await store.messages.apply([message(900), message(901)])
    await store.guilds.left(900, NOW - 9 * DAY)
    clock, upkeep = Clock(), Upkeep(store, Retention())
    assert await worker(upkeep, store, clock).do_due()
    assert await kept(store, 900) == 1, "it may have come back since"
    clock.now = NOW + 8 * DAY
    upkeep.follow(guilds(900, 901))
    assert await worker(upkeep, store, clock).do_due()
    assert (await kept(store, 900), await kept(store, 901)) == (1, 1)


async def test_guilds_are_judged_soon_after_the_bot_is_connected(store: Storage) -> None:
    await store.messages.apply([message(900)])
    await store.guilds.left(900, NOW - 9 * DAY)
    clock, upkeep = Clock(), Upkeep(store, Retention())
    assert await worker(upkeep, store, clock).do_due()
    upkeep.follow(guilds())
    clock.now += LEASE
    assert await worker(upkeep, store, clock).do_due()
    assert await kept(store, 900) == 0


async def test_no_guild_is_judged_when_discord_does_not_say_which_there_are(store: Storage) -> None:
    async def fail() -> list[int]:
        raise OSError

    await store.messages.apply([message(900)])
    await store.guilds.left(900, NOW - 9 * DAY)
    upkeep = Upkeep(store, Retention())
    upkeep.follow(fail)
    assert not await worker(upkeep, store, Clock()).do_due(), "it is tried again soon"
    assert await kept(store, 900) == 1


async def test_nothing_is_done_before_discord_has_told_the_time(
    store: Storage, tmp_path: Path
) -> None:
    await store.messages.apply([message(900, 40 * DAY)])
    upkeep = Upkeep(store, Retention())
    assert not await Worker(store.jobs, upkeep.kinds, clock=lambda: None).do_due()
    assert await kept(store, 900) == 1
    assert not (tmp_path / "backups").exists()


async def test_what_fails_is_logged_and_the_rest_goes_on(
    store: Storage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object) -> Expired:
        raise ValueError(SECRET)

    made: list[datetime] = []

    async def backup(now: datetime) -> None:
        made.append(now)

    monkeypatch.setattr(store.retention, "expire", fail)
    monkeypatch.setattr(store.files, "backup", backup)
    assert not await worker(Upkeep(store, Retention()), store, Clock()).do_due()
    assert made == [NOW]
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text


async def test_all_of_it_is_done_once_an_hour_also_over_restarts(
    store: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[datetime] = []

    async def backup(now: datetime) -> None:
        made.append(now)
        if len(made) == 1:
            raise OSError("no room")

    monkeypatch.setattr(store.files, "backup", backup)
    clock, upkeep = Clock(), Upkeep(store, Retention())
    for minutes in (0, 1, 5, 6, 64, 65, 66):
        clock.now = NOW + timedelta(minutes=minutes)
        await worker(upkeep, store, clock).do_due()
    minutes_of_backups = [(at - NOW) / timedelta(minutes=1) for at in made]
    assert minutes_of_backups == [0, 5, 65], "what failed is tried again soon"


async def test_a_guild_keeps_things_for_a_shorter_time_a_week_after_it_chose_to(
    store: Storage,
) -> None:
    clock = Clock()
    hourly = worker(Upkeep(store, Retention()), store, clock)
    for guild in (900, 901):
        await store.messages.apply([message(guild, age * DAY) for age in (1, 8)])
    chosen = ChosenRetention.after(Retention(), Retention(7, 7, 90), NOW)
    await store.settings.change(900, lambda was: replace(was, retention=chosen))
    await hourly.do_due()
    clock.now += 7 * DAY - timedelta(hours=1)
    await hourly.do_due()
    assert await kept(store, 900) == 2
    clock.now += timedelta(hours=1)
    await hourly.do_due()
    assert (await kept(store, 900), await kept(store, 901)) == (0, 2)


async def test_a_guild_does_not_keep_more_than_the_operator(store: Storage) -> None:
    clock = Clock()
    longest = ChosenRetention(Retention(30, 30, 400), Retention(30, 30, 400), NOW)
    await store.settings.change(900, lambda was: replace(was, retention=longest))
    hourly = worker(Upkeep(store, Retention(7, 7, 90)), store, clock)
    await store.messages.apply([message(900, age * DAY) for age in (1, 8)])
    await hourly.do_due()
    clock.now += 7 * DAY
    await hourly.do_due()
    assert await kept(store, 900) == 0


async def test_a_guilds_choice_does_not_hurry_what_the_operator_shortened(store: Storage) -> None:
    clock = Clock()
    await worker(Upkeep(store, Retention()), store, clock).do_due()
    hourly = worker(Upkeep(store, Retention(7, 7, 90)), store, clock)
    await store.messages.apply([message(900, age * DAY) for age in (1, 8)])
    chosen = ChosenRetention.after(LONGEST_RETENTION, Retention(5, 7, 90), NOW)
    await store.settings.change(900, lambda was: replace(was, retention=chosen))
    clock.now += timedelta(hours=1)
    await hourly.do_due()
    assert await kept(store, 900) == 2


def test_what_was_deleted_is_told_in_words_if_there_was_anything() -> None:
    assert in_words(Expired(0, 0, 0, 0)) is None
    assert in_words(Expired(1200, 0, 3, 0)) == "1,200 messages' figures, 3 hours of channels"
