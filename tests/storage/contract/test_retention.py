from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage import Storage
from storage.records import (
    Applied,
    DeletedMessages,
    Expired,
    ReadUpTo,
    Retention,
    Shortening,
    snowflake_time,
)
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=500), NOON + timedelta(days=9))
NOTHING = Expired(0, 0, 0, 0)


def days_after(days: float, hours: float = 0) -> datetime:
    return NOON + timedelta(days=days, hours=hours)


async def stored(store: Storage, user: int = 5) -> int:
    return len((await store.privacy.export(900, user)).messages)


@pytest.mark.parametrize("days", [(0, 1, 1), (31, 90, 400), (5, 4, 400), (5, 91, 400), (5, 9, 8)])
def test_periods_outside_their_bounds_are_refused(days: tuple[int, int, int]) -> None:
    with pytest.raises(storage.InvalidInputError, match="are kept for"):
        Retention(*days)


async def test_each_kind_goes_when_its_own_period_is_over(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(), DeletedMessages(900, 70, (message(0.1).message_id,))])
    await store.published_days.publish(900, days_after(9))
    retention = Retention(rows_days=10)
    assert await store.retention.expire(days_after(10), retention) == NOTHING
    later = days_after(10, hours=1)
    assert await store.retention.expire(later, retention) == Expired(1, 0, 0, 1)
    assert (await store.privacy.status(900, 5)).messages == 1
    assert await store.retention.expire(days_after(30), retention) == NOTHING
    assert await store.retention.expire(days_after(30, hours=1), retention) == Expired(0, 1, 0, 0)
    assert (await store.privacy.status(900, 5)).messages == 0
    assert len(await store.rollups.of_channels(900, [70], *ALWAYS)) == 1
    assert await store.retention.expire(days_after(400), retention) == NOTHING
    assert len(await store.published_days.of_channels(900, [70], *ALWAYS)) == 1
    assert await store.retention.expire(days_after(401), retention) == Expired(0, 0, 1, 0)
    assert await store.rollups.of_channels(900, [70], *ALWAYS) == []
    assert await store.published_days.of_channels(900, [70], *ALWAYS) == []


async def test_nothing_older_than_rows_is_taken_in_again(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(), message(48)])
    await store.retention.expire(days_after(30, hours=1), Retention())
    edit = message(edited_at=days_after(31), positive=0.0, negative=0.8)
    gone = DeletedMessages(900, 70, (message().message_id,))
    assert (await store.messages.apply([message(), edit, gone])).ignored == 3
    assert (await store.messages.apply([message(0.5, author_id=6)])).ignored == 1
    assert (await store.messages.apply([message(1.5)])).inserted == 1
    (hour, *_) = await store.rollups.of_channels(900, [70], *ALWAYS)
    assert (hour.negative, hour.positive) == (0, 1)


async def test_forgetting_takes_the_hours_that_still_have_a_name_and_no_others(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(), message(24 * 10), message(24 * 25)])
    await store.retention.expire(days_after(35), Retention(rows_days=20))
    assert await store.privacy.forget(900, 5, days_after(35)) == 2
    found = await store.rollups.of_channels(900, [70], *ALWAYS)
    assert [rollup.hour for rollup in found] == [NOON], "anonymous by now"


async def test_a_shorter_period_later_made_longer_brings_nothing_back(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message()])
    await store.retention.expire(days_after(2), Retention(rows_days=1))
    await store.retention.expire(days_after(2), Retention(rows_days=30))
    assert (await store.messages.apply([message(edited_at=days_after(2))])).ignored == 1


async def test_a_published_day_stays_whole_while_its_hours_go(
    store: Storage, message: MakeMessage
) -> None:
    crowd = [message(n / 10, author_id=n % 5 + 1) for n in range(30)]
    await store.messages.apply(crowd)
    await store.published_days.publish(900, days_after(5))
    for hours, left in ((-12, 3), (1, 2)):
        await store.retention.expire(days_after(7, hours=hours), Retention(1, 7, 7))
        (day,) = await store.published_days.of_channels(900, [70], *ALWAYS)
        assert (day.shown, day.counted) == (1, 30)
        assert len(await store.rollups.of_channels(900, [70], *ALWAYS)) == left


async def test_other_writes_go_between(store: Storage, message: MakeMessage) -> None:
    for start in range(0, 6000, 1000):
        batch = [message(n / 60, author_id=n) for n in range(start + 1, start + 1001)]
        await store.messages.apply(batch)
    expiring = asyncio.create_task(store.retention.expire(days_after(200), Retention()))
    while not expiring.done():
        await store.messages.apply([message(24 * 199)])
        left = len(await store.messages.ids(900, 70, 0))
        if 1 < left < 6000:
            break
    assert not expiring.done(), "a write came between two of its transactions"
    assert await expiring == Expired(6000, 6000, 0, 0)


async def test_a_time_without_a_zone_is_refused(store: Storage) -> None:
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.retention.expire(datetime(2026, 3, 1), Retention())


async def test_a_guild_may_keep_things_for_less_time_than_the_others(
    store: Storage, message: MakeMessage
) -> None:
    elsewhere = {"guild_id": 901}
    await store.messages.apply(
        [message(), message(48), message(**elsewhere), message(48, **elsewhere)]
    )
    now = days_after(2)
    done = await store.retention.expire(now, Retention(), {901: Retention(rows_days=1)})
    assert done == Expired(1, 0, 0, 0)
    assert await store.messages.ids(900, 70, 0) == [message().message_id, message(48).message_id]
    assert await store.messages.ids(901, 70, 0) == [message(48).message_id]
    late = [message(1), message(1, **elsewhere)]
    assert await store.messages.apply(late) == Applied(inserted=1, ignored=1)
    again = await store.retention.expire(now, Retention())
    assert again == NOTHING, "a watermark never goes back"
    assert (await store.messages.apply([message(2, **elsewhere)])).ignored == 1


async def test_a_guild_that_nobody_knew_takes_in_nothing_that_is_too_old_either(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message()])
    await store.retention.expire(days_after(31), Retention())
    newcomer = {"guild_id": 901}
    batch = [message(**newcomer), message(24 * 20, **newcomer)]
    assert await store.messages.apply(batch) == Applied(inserted=1, ignored=1)
    await store.guilds.erase(901, days_after(31))
    assert await store.messages.apply(batch) == Applied(inserted=1, ignored=1)


async def test_days_of_guilds_can_be_published_each_until_its_own_watermark(
    store: Storage, message: MakeMessage
) -> None:
    for guild in (900, 901):
        crowd = [message(n / 100, author_id=n % 5 + 1, guild_id=guild) for n in range(20)]
        await store.messages.apply(crowd)
    now = days_after(8, hours=1)
    await store.retention.expire(now, Retention(), {901: Retention(1, 7, 7)})
    for guild, days in ((900, 1), (901, 0)):
        assert await store.published_days.publish(guild, now) == days
        found = await store.published_days.of_channels(guild, [70], *ALWAYS)
        assert [day.shown for day in found] == [1] * days
        assert len(await store.rollups.of_channels(guild, [70], *ALWAYS)) == days
        assert (await store.privacy.status(guild, 1)).messages == 4 * days


OLD = Retention(30, 90, 400)


async def test_a_shorter_choice_that_deletes_more_waits_for_seven_days_and_says_how_much(
    store: Storage, message: MakeMessage
) -> None:
    assert await store.retention.in_force(NOON, OLD) == (OLD, None)
    await store.messages.apply([message(), message(1, author_id=6), message(24 * 50)])
    for days in (60, 63, 66.9):
        kept, waiting = await store.retention.in_force(days_after(days), Retention())
        assert kept == OLD
        assert waiting == Shortening(days_after(67), 0, 2, 0)
    assert await store.retention.in_force(days_after(67), Retention()) == (Retention(), None)
    assert await store.retention.in_force(days_after(68), Retention()) == (Retention(), None)


async def test_a_choice_that_deletes_nothing_more_holds_at_once(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message()])
    assert await store.retention.in_force(days_after(20), Retention()) == (Retention(), None)
    assert await store.retention.in_force(days_after(80), OLD) == (OLD, None)


async def test_another_shorter_choice_waits_anew_and_one_taken_back_not_at_all(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message()])
    await store.retention.in_force(days_after(40), Retention())
    shorter = Retention(20, 20, 100)
    kept, waiting = await store.retention.in_force(days_after(46), shorter)
    assert waiting is not None
    assert (kept, waiting.at) == (OLD, days_after(53))
    assert await store.retention.in_force(days_after(47), OLD) == (OLD, None)
    _, waiting = await store.retention.in_force(days_after(48), Retention())
    assert waiting is not None
    assert waiting.at == days_after(55)


async def test_what_is_longer_holds_while_what_is_shorter_waits(
    store: Storage, message: MakeMessage
) -> None:
    await store.retention.in_force(NOON, Retention(30, 30, 40))
    await store.messages.apply([message()])
    kept, waiting = await store.retention.in_force(days_after(20), Retention(10, 30, 100))
    assert kept == Retention(30, 30, 100)
    assert waiting == Shortening(days_after(27), 1, 0, 0)


async def test_how_far_was_read_names_no_message_once_its_row_is_gone(
    store: Storage, message: MakeMessage
) -> None:
    last = message(1).message_id
    await store.messages.apply([message(), message(1), ReadUpTo(900, 70, None, last)])
    await store.retention.expire(days_after(29), Retention())
    assert await store.channels.contiguous(900) == {70: last}
    now = days_after(31)
    await store.retention.expire(now, Retention())
    (up_to,) = (await store.channels.contiguous(900)).values()
    assert up_to >= last
    assert snowflake_time(up_to + 1) == now - timedelta(days=30)
    await store.retention.expire(days_after(33), Retention())
    assert await store.channels.contiguous(900) == {70: up_to}, "it tells of no message already"


async def test_a_channel_goes_with_the_last_that_is_kept_of_it(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(), ReadUpTo(900, 70, None, message().message_id)])
    await store.messages.apply([DeletedMessages(900, 71, (message().message_id,))])
    await store.retention.expire(days_after(399), Retention())
    assert await store.channels.top_level(900) == {70}
    await store.retention.expire(days_after(402), Retention())
    assert await store.channels.top_level(900) == frozenset()
    assert await store.guilds.known() == frozenset()
