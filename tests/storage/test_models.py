from datetime import UTC, datetime, timedelta

from storage.records import ModelChange

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def test_a_change_lies_where_the_new_model_first_scored(store, message):
    await store.messages.apply(
        [message(0, model="one"), message(1, model="two"), message(2, model="two")]
    )
    change = ModelChange("two", NOON + timedelta(hours=1))
    assert await store.models.changes(NOON, NOON + timedelta(days=1)) == [change]
    assert await store.models.changes(NOON, NOON + timedelta(hours=1)) == []
    assert await store.models.changes(change.first_used_at, NOON + timedelta(hours=2)) == [change]


async def test_the_first_model_is_no_change(store, message):
    await store.messages.apply([message(model="one")])
    assert await store.models.changes(NOON - timedelta(days=1), NOON + timedelta(days=1)) == []


async def test_an_old_message_that_is_edited_marks_the_time_of_its_edit(store, message):
    edited_at = NOON + timedelta(days=9, microseconds=1)
    await store.messages.apply([message(model="one"), message(edited_at=edited_at, model="two")])
    found = await store.models.changes(NOON, NOON + timedelta(days=10))
    assert found == [ModelChange("two", edited_at)]


async def test_a_model_that_is_used_again_makes_no_second_change(store, message):
    await store.messages.apply([message(n, model=("one", "two")[n % 2]) for n in range(4)])
    assert len(await store.models.changes(NOON, NOON + timedelta(days=1))) == 1
