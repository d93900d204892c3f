from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage import Storage
from storage.records import PrivacyStatus
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=250)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))


async def test_the_status_says_what_is_stored(store: Storage, message: MakeMessage) -> None:
    assert await store.privacy.status(900, 5) == PrivacyStatus(False, 0, None, None)
    await store.messages.apply([message(3), message(0), message(1, author_id=6)])
    expected = PrivacyStatus(False, 2, NOON, NOON + timedelta(hours=3))
    assert await store.privacy.status(900, 5) == expected


async def test_opting_out_erases_and_stops_counting(store: Storage, message: MakeMessage) -> None:
    await store.messages.apply([message(0), message(1), message(2, author_id=6)])
    assert await store.privacy.opt_out(900, 5, LATER) == 2
    assert (await store.messages.apply([message(0), message(10**5)])).ignored == 2
    assert await store.privacy.status(900, 5) == PrivacyStatus(True, 0, None, None)
    assert await store.rollups.of_member(900, 5, None, *ALWAYS) == []
    assert len(await store.rollups.of_channels(900, [70], *ALWAYS)) == 1
    assert await store.privacy.opt_out(900, 5, LATER) == 0


async def test_opting_in_counts_only_what_comes_after(store: Storage, message: MakeMessage) -> None:
    await store.privacy.opt_out(900, 5, NOON)
    assert await store.privacy.opt_in(900, 5, NOON + timedelta(hours=2))
    assert (await store.messages.apply([message(1), message(2)])).ignored == 2
    assert (await store.messages.apply([message(3)])).inserted == 1
    assert not (await store.privacy.status(900, 5)).opted_out


async def test_opting_in_without_having_opted_out_changes_nothing(
    store: Storage, message: MakeMessage
) -> None:
    assert not await store.privacy.opt_in(900, 5, LATER)
    assert (await store.messages.apply([message()])).inserted == 1


async def test_forgetting_erases_the_past_for_good_and_counts_on(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(0), message(1)])
    assert await store.privacy.forget(900, 5, NOON + timedelta(hours=2)) == 2
    edit = message(0, edited_at=NOON + timedelta(hours=4))
    assert (await store.messages.apply([message(0), message(1.5), edit])).ignored == 3
    assert (await store.messages.apply([message(3)])).inserted == 1
    assert await store.privacy.forget(900, 6, LATER) == 0


async def test_what_is_erased_stays_erased_when_the_clock_is_behind(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(5)])
    assert await store.privacy.forget(900, 5, NOON) == 1
    assert (await store.messages.apply([message(5)])).ignored == 1


async def test_forgetting_does_not_end_an_opt_out(store: Storage, message: MakeMessage) -> None:
    await store.privacy.opt_out(900, 5, NOON)
    await store.privacy.forget(900, 5, NOON)
    assert (await store.privacy.status(900, 5)).opted_out
    assert (await store.messages.apply([message(1)])).ignored == 1


async def test_a_wish_without_a_time_zone_is_refused(store: Storage) -> None:
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.privacy.forget(900, 5, datetime(2026, 3, 1))


async def test_nothing_of_an_opted_out_member_is_counted_anywhere(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message()])
    await store.privacy.opt_out(900, 5, LATER)
    await store.messages.apply([message(1)])
    assert await store.messages.ids(900, 70, 0) == []
    assert await store.rollups.of_channels(900, [70], *ALWAYS) == []
    export = await store.privacy.export(900, 5)
    assert (export.messages, export.hours) == ((), ())


async def test_opting_out_of_one_guild_leaves_the_others(
    store: Storage, message: MakeMessage
) -> None:
    await store.privacy.opt_out(900, 5, LATER)
    assert (await store.messages.apply([message(), message(guild_id=901)])).inserted == 1


async def test_requests_outlive_a_restart(address: str, message: MakeMessage) -> None:
    async with storage.open(address, now=NOON) as store:
        await store.messages.apply(
            [message(), message(0.1, author_id=6), message(0.2, author_id=7)]
        )
        await store.privacy.opt_out(900, 5, NOON)
        await store.privacy.forget(900, 6, NOON + timedelta(hours=1))
    async with storage.open(address, now=NOON) as store:
        assert (await store.privacy.status(900, 5)).opted_out
        late = [message(9), message(0.1, author_id=6), message(0.2, author_id=7)]
        assert (await store.messages.apply(late)).ignored == 3
        assert (await store.messages.apply([message(9, author_id=6)])).inserted == 1


async def test_the_time_of_a_request_is_the_callers_alone(
    store: Storage, message: MakeMessage
) -> None:
    far = NOON + timedelta(days=365 * 20)
    await store.privacy.forget(900, 5, NOON)
    await store.messages.apply([message(1), message(24 * 365 * 19)])
    assert (await store.privacy.status(900, 5)).messages == 2, "whatever this machine's clock says"
    assert await store.privacy.forget(900, 5, far) == 2
    assert (await store.messages.apply([message(24 * 365 * 19.5)])).ignored == 1
