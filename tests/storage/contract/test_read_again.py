"""The past of a channel, read again after a change of model."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from storage import Storage
from storage.records import Applied, DeletedMessages, ModelChange, Retention, Rollup
from tests.storage.conftest import CHANNEL, GUILD, MEMBER
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BAD = {"negative": 0.7, "neutral": 0.2, "positive": 0.1}
OTHER = 71


async def hours(store: Storage) -> list[Rollup]:
    return await store.rollups.of_channels(GUILD, [CHANNEL], NOON - DAY, NOON + DAY)


async def test_a_score_of_another_model_is_replaced_in_place(
    store: Storage, message: MakeMessage
) -> None:
    edited_at = NOON + HOUR
    first = message(edited_at=edited_at, reply_to=message(-1).message_id, model="one")
    await store.messages.apply([first])
    again = message(edited_at=edited_at, model="two", read_again=True, **BAD)
    assert await store.messages.apply([again]) == Applied(updated=1)
    (kept,) = (await store.privacy.export(GUILD, MEMBER)).messages
    assert (kept.model, kept.negative, kept.edited_at) == ("two", 0.7, edited_at)
    assert kept.reply_to == first.reply_to, "nothing but the score is new"
    (hour,) = await hours(store)
    assert (hour.negative, hour.positive, hour.scored) == (1, 0, 1)
    assert hour.mood_sum == pytest.approx(-0.6)


async def test_only_who_asks_for_it_gets_it_and_only_from_another_model(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(model="one")])
    ignored = Applied(ignored=1)
    assert await store.messages.apply([message(model="two", **BAD)]) == ignored
    assert await store.messages.apply([message(model="one", read_again=True, **BAD)]) == ignored
    (hour,) = await hours(store)
    assert hour.positive == 1


async def test_an_older_version_takes_no_newer_ones_place(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(edited_at=NOON + HOUR, model="one")])
    again = message(model="two", read_again=True, **BAD)
    assert await store.messages.apply([again]) == Applied(ignored=1)


async def test_what_was_deleted_or_erased_does_not_come_back(
    store: Storage, message: MakeMessage
) -> None:
    deleted = message(model="one")
    erased = message(1, author_id=6, model="one")
    await store.messages.apply([deleted, erased])
    await store.messages.apply([DeletedMessages(GUILD, CHANNEL, (deleted.message_id,))])
    await store.privacy.opt_out(GUILD, 6, NOON + DAY)
    again = [
        message(model="two", read_again=True),
        message(1, author_id=6, model="two", read_again=True),
    ]
    assert await store.messages.apply(again) == Applied(ignored=2)
    assert await hours(store) == []


async def changes(store: Storage, *channels: int) -> list[ModelChange]:
    asked = channels or (CHANNEL, OTHER)
    return await store.model_versions.changes(GUILD, asked, NOON - 40 * DAY, NOON + 40 * DAY)


async def two_models_in_two_channels(store: Storage, message: MakeMessage) -> ModelChange:
    """Every day a message in each channel, and from noon on by another model."""
    for day in range(-6, 3):
        model = "one" if day < 0 else "two"
        for channel in (CHANNEL, OTHER):
            await store.messages.apply([message(day * 24, channel_id=channel, model=model)])
    return ModelChange("two", NOON)


async def test_of_a_channel_read_again_the_change_lies_where_that_began(
    store: Storage, message: MakeMessage
) -> None:
    change = await two_models_in_two_channels(store, message)
    assert await changes(store) == [change]
    await store.model_versions.note_read_again(
        GUILD, CHANNEL, "two", NOON - 4 * DAY - HOUR / 2, NOON + 3 * DAY
    )
    moved = ModelChange("two", NOON - 4 * DAY)
    assert await changes(store, CHANNEL) == [moved], "the first hour that was read as a whole"
    assert await changes(store, OTHER) == [change]
    assert await changes(store) == [moved, change], "in their sum there are both"


async def test_what_was_read_again_from_its_beginning_has_no_change(
    store: Storage, message: MakeMessage
) -> None:
    await two_models_in_two_channels(store, message)
    asked = (GUILD, CHANNEL, "two")
    await store.model_versions.note_read_again(*asked, NOON - 4 * DAY, NOON + 3 * DAY)
    await store.model_versions.note_read_again(*asked, NOON - 9 * DAY, NOON + 3 * DAY)
    assert await changes(store, CHANNEL) == []
    await store.model_versions.note_read_again(*asked, NOON - DAY, NOON + 4 * DAY)
    assert await changes(store, CHANNEL) == [], "less of it, once more, changes nothing"


async def test_the_next_change_stays_until_it_is_read_again_too(
    store: Storage, message: MakeMessage
) -> None:
    await two_models_in_two_channels(store, message)
    asked = (GUILD, CHANNEL)
    await store.model_versions.note_read_again(*asked, "two", NOON - 4 * DAY, NOON + 3 * DAY)
    await store.messages.apply([message(96, model="three")])
    first, third = ModelChange("two", NOON - 4 * DAY), ModelChange("three", NOON + 4 * DAY)
    assert await changes(store, CHANNEL) == [first, third]
    await store.model_versions.note_read_again(*asked, "three", NOON - 2 * DAY, NOON + 5 * DAY)
    assert await changes(store, CHANNEL) == [first, ModelChange("three", NOON - 2 * DAY)]
    await store.model_versions.note_read_again(*asked, "three", NOON - 5 * DAY, NOON + 5 * DAY)
    assert await changes(store, CHANNEL) == [ModelChange("three", NOON - 5 * DAY)]


async def test_what_is_read_again_before_anything_new_is_said_moves_no_other_channels_change(
    store: Storage, message: MakeMessage
) -> None:
    for day in (-4, -2):
        for channel in (CHANNEL, OTHER):
            await store.messages.apply([message(day * 24, channel_id=channel, model="one")])
    await store.messages.apply([message(-48, model="two", read_again=True)])
    assert await changes(store) == [], "old messages do not say when the model changed"
    await store.model_versions.note_read_again(GUILD, CHANNEL, "two", NOON - 3 * DAY, NOON)
    await store.messages.apply([message(1, channel_id=OTHER, model="two")])
    assert await changes(store, CHANNEL) == [ModelChange("two", NOON - 3 * DAY)]
    assert await changes(store, OTHER) == [ModelChange("two", NOON)]


async def test_a_channel_in_which_nothing_is_from_before_has_no_change(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(model="one"), message(1, channel_id=OTHER, model="two")])
    assert await changes(store, OTHER) == []
    assert await changes(store, CHANNEL) == [ModelChange("two", NOON + HOUR)]


async def test_what_lost_its_row_meanwhile_is_of_the_model_before(
    store: Storage, message: MakeMessage
) -> None:
    await two_models_in_two_channels(store, message)
    now = NOON + 3 * DAY + HOUR / 2
    await store.retention.expire(now, Retention(rows_days=5))
    await store.model_versions.note_read_again(GUILD, CHANNEL, "two", NOON - 4 * DAY, now)
    assert await changes(store, CHANNEL) == [ModelChange("two", NOON - 2 * DAY + HOUR)]


async def test_it_goes_with_its_channel_and_with_the_hours_of_before(
    store: Storage, message: MakeMessage
) -> None:
    await two_models_in_two_channels(store, message)
    for channel in (CHANNEL, OTHER, 72):
        await store.model_versions.note_read_again(GUILD, channel, "two", NOON - 4 * DAY, NOON)
    assert await changes(store, 72) == [], "nothing is kept of it"
    await store.guilds.erase(GUILD, NOON)
    assert await changes(store) == []
    await two_models_in_two_channels(store, message)
    await store.model_versions.note_read_again(GUILD, CHANNEL, "two", NOON - 4 * DAY, NOON)
    await store.retention.expire(NOON + DAY, Retention(1, 1, 5))
    assert ModelChange("two", NOON - 4 * DAY) not in await changes(store)
