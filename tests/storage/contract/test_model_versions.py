from __future__ import annotations

from datetime import UTC, datetime, timedelta

from storage import Storage
from storage.records import ModelChange
from tests.storage.conftest import CHANNEL, GUILD
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def test_a_change_lies_where_the_new_model_first_scored(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply(
        [message(0, model="one"), message(1, model="two"), message(2, model="two")]
    )
    change = ModelChange("two", NOON + timedelta(hours=1))
    assert await store.model_versions.changes(GUILD, [CHANNEL], NOON, NOON + timedelta(days=1)) == [
        change
    ]
    assert (
        await store.model_versions.changes(GUILD, [CHANNEL], NOON, NOON + timedelta(hours=1)) == []
    )
    assert await store.model_versions.changes(
        GUILD, [CHANNEL], change.since, NOON + timedelta(hours=2)
    ) == [change]


async def test_the_first_model_is_no_change(store: Storage, message: MakeMessage) -> None:
    await store.messages.apply([message(model="one")])
    assert (
        await store.model_versions.changes(
            GUILD, [CHANNEL], NOON - timedelta(days=1), NOON + timedelta(days=1)
        )
        == []
    )


async def test_an_old_message_that_is_edited_marks_the_time_of_its_edit(
    store: Storage, message: MakeMessage
) -> None:
    edited_at = NOON + timedelta(days=9, microseconds=1)
    await store.messages.apply([message(model="one")])
    await store.messages.apply([message(edited_at=edited_at, model="two")])
    found = await store.model_versions.changes(GUILD, [CHANNEL], NOON, NOON + timedelta(days=10))
    assert found == [ModelChange("two", edited_at)]


async def test_going_back_to_the_model_before_is_a_change_too(
    store: Storage, message: MakeMessage
) -> None:
    for number, model in enumerate(["one", "two", "two", "one"]):
        await store.messages.apply([message(number, model=model)])
    found = await store.model_versions.changes(GUILD, [CHANNEL], NOON, NOON + timedelta(days=1))
    assert [(change.version, change.since.hour) for change in found] == [("two", 13), ("one", 15)]


async def test_a_message_that_is_not_stored_changes_no_model(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(model="one")])
    await store.messages.apply([message(model="two"), message(1, model="one")])
    assert (
        await store.model_versions.changes(GUILD, [CHANNEL], NOON, NOON + timedelta(days=1)) == []
    )
