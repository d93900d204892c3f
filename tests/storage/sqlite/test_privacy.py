from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage.records import PrivacyStatus
from storage.sqlite import erasure

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))


async def test_the_status_says_what_is_stored(store, message):
    assert await store.privacy.status(900, 5) == PrivacyStatus(False, 0, None, None)
    await store.messages.apply([message(3), message(0), message(1, author_id=6)])
    expected = PrivacyStatus(False, 2, NOON, NOON + timedelta(hours=3))
    assert await store.privacy.status(900, 5) == expected


async def test_opting_out_erases_and_stops_counting(store, message):
    await store.messages.apply([message(0), message(1), message(2, author_id=6)])
    assert await store.privacy.opt_out(900, 5) == 2
    assert (await store.messages.apply([message(0), message(10**5)])).ignored == 2
    assert await store.privacy.status(900, 5) == PrivacyStatus(True, 0, None, None)
    assert await store.rollups.of_member(900, 5, None, *ALWAYS) == []
    assert len(await store.rollups.of_channels(900, [70], *ALWAYS)) == 1
    assert await store.privacy.opt_out(900, 5) == 0


async def test_nothing_of_an_opted_out_member_is_left_in_any_table_of_counts(store, message):
    await store.messages.apply([message()])
    await store.privacy.opt_out(900, 5)
    await store.messages.apply([message(1)])
    for table in ("member", "member_hour", "channel_hour", "message"):
        assert await store._database.read(f"SELECT * FROM {table}") == []


async def test_opting_in_counts_only_what_comes_after(store, message):
    await store.privacy.opt_out(900, 5, NOON)
    await store.privacy.opt_in(900, 5, NOON + timedelta(hours=2))
    assert (await store.messages.apply([message(1), message(2)])).ignored == 2
    assert (await store.messages.apply([message(3)])).inserted == 1
    assert not (await store.privacy.status(900, 5)).opted_out


async def test_opting_in_without_having_opted_out_changes_nothing(store, message):
    await store.privacy.opt_in(900, 5)
    assert (await store.messages.apply([message()])).inserted == 1


async def test_forgetting_erases_the_past_for_good_and_counts_on(store, message):
    await store.messages.apply([message(0), message(1)])
    assert await store.privacy.forget(900, 5, NOON + timedelta(hours=2)) == 2
    edit = message(0, edited_at=NOON + timedelta(hours=4))
    assert (await store.messages.apply([message(0), message(1.5), edit])).ignored == 3
    assert (await store.messages.apply([message(3)])).inserted == 1
    assert await store.privacy.forget(900, 6) == 0


async def test_what_is_erased_stays_erased_when_the_clock_is_behind(store, message):
    await store.messages.apply([message(5)])
    assert await store.privacy.forget(900, 5, NOON) == 1
    assert (await store.messages.apply([message(5)])).ignored == 1


async def test_forgetting_does_not_end_an_opt_out(store, message):
    await store.privacy.opt_out(900, 5, NOON)
    await store.privacy.forget(900, 5, NOON)
    assert (await store.privacy.status(900, 5)).opted_out
    assert (await store.messages.apply([message(1)])).ignored == 1


async def test_a_wish_without_a_time_zone_is_refused(store):
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.privacy.forget(900, 5, datetime(2026, 3, 1))


async def test_a_members_messages_are_found_without_reading_those_of_others(store):
    sql = erasure._DELETE_MESSAGES
    plan = await store._database.read(f"EXPLAIN QUERY PLAN {sql}", (1,))
    assert not [detail for *_, detail in plan if detail.startswith("SCAN")]


async def test_who_is_barred_is_told_in_one_answer_and_by_guild(store):
    asked = [(900, 5), (900, 6), (900, 7), (901, 5)]
    assert await store.privacy.barred(asked) == {}
    await store.privacy.opt_out(900, 5, NOON)
    await store.privacy.forget(900, 6, NOON)
    barred = await store.privacy.barred(asked)
    assert barred.keys() == {(900, 5), (900, 6)}
    assert barred[900, 5] == 2**63 - 1
    assert storage.records.snowflake_time(barred[900, 6]) == NOON
    assert await store.privacy.barred([]) == {}
    with pytest.raises(storage.InvalidInputError, match="An id is not within"):
        await store.privacy.barred([(900, 2**63)])
